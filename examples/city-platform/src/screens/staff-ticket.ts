import type { Desk, DispatchReason } from '@hotline-kit/core';
import type { TicketView } from '@hotline-kit/core/view';
import { CHANNELS, type Label, TICKET_TYPES, type Unit } from '@hotline-kit/rules';
import type { City } from '../city/city.js';
import { actorOf, type SampleUser } from '../people/sample-users.js';
import { isKnown } from './audience.js';
import { withoutDistrictCode } from './place.js';

/** A ticket on the staff page: core's view, and what a host adds to it from its own records. */
export interface StaffTicket {
  readonly view: TicketView;
  /** What the staff may read beside the view; absent for strangers. */
  readonly file?: TicketFile;
  /** What the citizen reads of the same ticket. */
  readonly citizen?: TicketView;
}

/** The call as it was taken, and why the ticket went where it is. */
export interface TicketFile {
  readonly channel: Label;
  readonly type: Label;
  /** What the citizen said; kept from the units where the reporter is protected. */
  readonly content?: string;
  /** The person handling it. */
  readonly handler?: string;
  readonly reason?: DispatchReason & { readonly title: string | undefined };
  readonly reply?: string;
  /** Units that the ticket can be given to; empty for those who may not. */
  readonly units: readonly Pick<Unit, 'id' | 'name'>[];
  /** Grounds that the city's procedure knows. */
  readonly grounds: { readonly waiver: readonly GroundChoice[]; readonly suspension: readonly GroundChoice[] };
}

/** One ground that may be given for a command. */
export interface GroundChoice {
  readonly id: string;
  readonly title: Label;
}

/** Commands that are given a unit. */
const unitCommands: ReadonlySet<string> = new Set(['dispatch', 'redispatch', 'addAssist', 'designate']);

/**
 * One ticket for one user.
 * @returns undefined where there is no such ticket
 */
export async function staffTicket(
  desk: Desk,
  { ruleTitles }: City,
  id: string,
  user: SampleUser,
  users: readonly SampleUser[],
  at: number,
): Promise<StaffTicket | undefined> {
  const ticket = await desk.ticket(id);
  if (ticket === undefined) return undefined;
  const view = withoutDistrictCode(await desk.view(id, actorOf(user), { at }));
  if (!isKnown(view) || user.role === 'citizen') return { view };
  const { call, reason, reply, handler } = ticket.record;
  const { pack } = desk;
  const hidden = call.confidential && user.unit !== pack.hotline;
  const handlerName = handler === null ? undefined : (users.find((each) => each.id === handler)?.name.zh ?? handler);
  const citizen = call.applicant === null ? undefined : { id: call.applicant, role: 'citizen' as const };
  return {
    view,
    file: {
      channel: pack.channels[call.channel] ?? CHANNELS.phone,
      type: TICKET_TYPES[call.type],
      ...(hidden ? {} : { content: call.content }),
      ...(handlerName === undefined ? {} : { handler: handlerName }),
      ...(reason === null ? {} : { reason: { ...reason, title: ruleTitles.get(reason.rule ?? '') } }),
      ...(reply === null ? {} : { reply: reply.result }),
      units: givesUnits(view) ? pack.units.all.map(({ id: unit, name }) => ({ id: unit, name })) : [],
      grounds: {
        waiver: choices(pack.procedure.callback?.waiver?.grounds),
        suspension: choices(pack.procedure.suspension?.grounds),
      },
    },
    ...(citizen === undefined ? {} : { citizen: withoutDistrictCode(await desk.view(id, citizen, { at })) }),
  };
}

function givesUnits({ actions }: TicketView): boolean {
  return actions.some(({ command, ok }) => ok && unitCommands.has(command));
}

function choices(grounds: readonly GroundChoice[] = []): readonly GroundChoice[] {
  return grounds.map(({ id, title }) => ({ id, title }));
}
