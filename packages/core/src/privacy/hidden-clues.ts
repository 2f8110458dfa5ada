import { type CityPack, choose } from '@hotline-kit/rules';
import { factsOfTicket } from '../dispatch/facts-of-ticket.js';
import type { Actor } from '../ticket/actor.js';
import type { TicketEvent } from '../ticket/event.js';
import type { TicketRecord } from '../ticket/ticket-record.js';
import type { Audience } from './audience.js';

/**
 * The log without its clues, for those from whom the procedure hides them (`clueTransfer.hiddenFrom`). Units never read
 * of them, whatever stands there.
 */
export function withoutClues(
  events: readonly TicketEvent[],
  viewer: Actor | 'public',
  audience: Audience,
  ticket: TicketRecord,
  { procedure, ...pack }: CityPack,
): readonly TicketEvent[] {
  if (ticket.clues === 0 || viewer === 'public') return events;
  const facts = factsOfTicket(ticket, { procedure, ...pack }, ticket.updatedAt);
  const hiddenFrom = choose(procedure.clueTransfer?.hiddenFrom, facts) ?? [];
  const isHidden = hiddenFrom.some((each) => each === viewer.role || each === audience);
  return isHidden ? events.filter(({ type }) => type !== 'clue.transferred') : events;
}
