import type { Desk } from '@hotline-kit/core';
import type { TicketView } from '@hotline-kit/core/view';
import { heroId, waitingId } from '../seed/stories/stories.js';
import { withoutDistrictCode } from './place.js';

/** What the start page shows: one urgent ticket as it stands, and where the tour leads. */
export interface StartFacts {
  readonly hero?: TicketView;
  readonly heroId: string;
  readonly waitingId: string;
}

/** A number and four digits with which a visitor can try the citizen's look-up. */
export interface FollowSample {
  readonly number: string;
  readonly digits: string;
  readonly matter: string;
}

/** The auditor sees what staff see and can do nothing: the right eyes for a shop window. */
const onlooker = { id: 'start-page', role: 'auditor' } as const;

/** The start page's facts; without the urgent ticket where the database is the visitor's own. */
export async function startFacts(desk: Desk, at: number): Promise<StartFacts> {
  const hero = await desk.ticket(heroId);
  if (hero === undefined) return { heroId, waitingId };
  return { hero: withoutDistrictCode(await desk.view(heroId, onlooker, { at })), heroId, waitingId };
}

/** Tickets that a visitor may look up: made up, so their digits may stand on the page. */
export async function followSamples(desk: Desk): Promise<readonly FollowSample[]> {
  const samples: FollowSample[] = [];
  for (const id of [waitingId, heroId]) {
    const ticket = await desk.ticket(id);
    const phone = (await desk.caller(id))?.phone;
    if (ticket === undefined || phone === undefined) continue;
    const matter = desk.pack.matters.get(ticket.record.call.matter ?? '')?.name ?? '';
    samples.push({ number: ticket.number, digits: phone.slice(-4), matter });
  }
  return samples;
}
