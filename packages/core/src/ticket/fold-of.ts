import type { TicketEvent } from './event.js';
import { evolve } from './evolve.js';
import type { TicketRecord } from './ticket-record.js';

/** The ticket that its events tell. */
export function foldOf(events: readonly TicketEvent[]): TicketRecord | undefined {
  return events.reduce<TicketRecord | undefined>(evolve, undefined);
}
