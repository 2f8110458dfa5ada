import { type CityPack, choose } from '@hotline-kit/rules';
import { factsOfTicket } from '../dispatch/facts-of-ticket.js';
import type { Caller } from '../intake/call.js';
import { clockwork } from '../ticket/actor.js';
import type { TicketEvent } from '../ticket/event.js';
import type { IsoInstant } from '../ticket/instant.js';
import type { TicketRecord } from '../ticket/ticket-record.js';
import type { DeskCommand } from './desk-command.js';

/** Whether an event has its other half on another ticket: a commit writes one ticket only. */
export function isLink(event: TicketEvent): boolean {
  if (event.type === 'ticket.withdrawn') return event.data.releases !== undefined;
  return event.type === 'ticket.merged' || event.type === 'ticket.unmerged' || event.type === 'ticket.split';
}

/** Whether a command is the other half of a merge, or of its undoing, on the root. */
export function isHalfOfMerge(command: string): boolean {
  return command === 'absorb' || command === 'release';
}

/**
 * The other halves of an event, each one idempotent command on another ticket. Its id follows from the event, so that
 * the outbox may bring it as often as it likes.
 *
 * @param ticket the ticket of the event, as it stands
 * @param caller who called; the parts of a split ticket have the same
 */
export function linkedCommands(
  event: TicketEvent,
  ticket: TicketRecord,
  caller: Caller | undefined,
  pack: CityPack,
): readonly DeskCommand[] {
  const { at, version } = event;
  const given = { by: clockwork, at, correlation: event.command };
  const id = `${event.ticket}:${version}`;
  switch (event.type) {
    case 'ticket.merged':
      return [{ ...given, id, ticket: event.data.into, type: 'absorb', data: { ticket: event.ticket } }];
    case 'ticket.unmerged':
      return [{ ...given, id, ticket: event.data.from, type: 'release', data: { ticket: event.ticket } }];
    case 'ticket.withdrawn':
      return (event.data.releases ?? []).map((repeat, index) => ({
        ...given,
        id: `${id}:${index + 1}`,
        ticket: repeat,
        type: 'unmerge',
        data: { reason: '主件已撤回' },
      }));
    case 'ticket.split':
      return event.data.parts.map(({ ticket: part, content, matter, type }, index) => ({
        ...given,
        id: `${id}:${index + 1}`,
        ticket: part,
        type: 'register',
        data: {
          channel: ticket.call.channel,
          type: type ?? ticket.call.type,
          ...(matter === undefined ? {} : { matter }),
          content,
          place: ticket.call.place,
          urgent: ticket.call.urgent,
          confidential: ticket.call.confidential,
          ...(ticket.call.applicant === null ? {} : { applicant: ticket.call.applicant }),
          ...(ticket.call.line === null ? {} : { source: { line: ticket.call.line } }),
          ...(caller === undefined ? {} : { caller }),
          splitFrom: event.ticket,
          ...clocksSince(ticket, pack, at),
        },
      }));
    default:
      return [];
  }
}

/** Where the root cannot take a repeat any more, the merge is undone: a repeat never waits on a dead root. */
export function undoMerge(event: TicketEvent<'ticket.merged'>, reason: string): DeskCommand {
  return {
    id: `${event.ticket}:${event.version}:undo`,
    ticket: event.ticket,
    type: 'unmerge',
    data: { reason },
    by: clockwork,
    at: event.at,
    correlation: event.command,
  };
}

/** Unless the procedure lets them begin anew, the clocks of a part count from the start of the whole's. */
function clocksSince(
  ticket: TicketRecord,
  pack: CityPack,
  at: IsoInstant,
): { readonly clocksSince?: Readonly<Record<string, IsoInstant>> } {
  const clocks = choose(pack.procedure.splitting?.clocks, factsOfTicket(ticket, pack, at)) ?? 'keep';
  const started = Object.values(ticket.clocks).map(({ id, startedAt }) => [id, startedAt] as const);
  return clocks === 'restart' || started.length === 0 ? {} : { clocksSince: Object.fromEntries(started) };
}
