import type { TicketEvent } from './event.js';
import { evolveOwn } from './evolve.js';
import type { Draft } from './fold.js';
import type { TicketRecord } from './ticket-record.js';

/** The ticket that its events tell. */
export function foldOf(events: readonly TicketEvent[]): TicketRecord | undefined {
  return events.reduce<Draft | undefined>(evolveOwn, undefined);
}
