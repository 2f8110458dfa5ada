import type { Actor } from '@hotline-kit/core';
import type { TicketView } from '@hotline-kit/core/view';
import type { SampleUser } from '../people/sample-users.js';
import type { Platform } from '../platform.js';
import { withoutDistrictCode } from './place.js';

/** A ticket on the citizen's page. */
export interface FollowedTicket {
  readonly view: TicketView;
  /** The approved answer. */
  readonly reply?: string;
}

/** A followed ticket, and as whom it is followed. */
interface Followed {
  readonly shown: FollowedTicket;
  readonly citizen: Actor;
}

const answered: ReadonlySet<string> = new Set(['replied', 'calledBack', 'closed', 'archived']);

/**
 * A ticket for the citizen whose it is: signed in as its applicant, or having looked it up in this browser.
 * @returns undefined for everybody else, as for a ticket that is not there
 */
export async function followedTicket(
  { desk, follow }: Platform,
  id: string,
  user: SampleUser,
  key: string | undefined,
  at: number,
): Promise<Followed | undefined> {
  const ticket = await desk.ticket(id);
  if (ticket === undefined) return undefined;
  const { applicant } = ticket.record.call;
  if (applicant === null) return undefined;
  const signedIn = user.role === 'citizen' && user.id === applicant;
  if (!signedIn && !follow.opens(key, id)) return undefined;
  const citizen: Actor = { id: applicant, role: 'citizen' };
  const { state, reply } = ticket.record;
  return {
    citizen,
    shown: {
      view: withoutDistrictCode(await desk.view(id, citizen, { at })),
      ...(reply !== null && answered.has(state) ? { reply: reply.result } : {}),
    },
  };
}
