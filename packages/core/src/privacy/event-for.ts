import type { TicketEvent } from '../ticket/event.js';
import type { TicketRecord } from '../ticket/ticket-record.js';

/** What of an event's data leads to whoever reported. */
const IDENTIFYING: readonly string[] = ['applicant', 'applicants', 'reference', 'line', 'by', 'answers'];

/**
 * An event of a protected ticket as it may be handed to a unit: without the ids of applicants, the number under which
 * another platform knows them, and who of them acted. Of an open ticket it is the event itself. The hash is that of the
 * event in the log, so a receiver can still ask for it, but no longer compute it.
 */
export function eventForUnits(event: TicketEvent, ticket: Pick<TicketRecord, 'call'>): TicketEvent {
  if (!ticket.call.confidential) return event;
  const data = Object.fromEntries(
    Object.entries(event.data).map(([key, value]) => [key, IDENTIFYING.includes(key) ? withheld(value) : value]),
  );
  const { role } = event.actor;
  const isOutside = role === 'citizen' || role === 'enterprise';
  return { ...event, data, ...(isOutside ? { actor: { id: 'withheld', role } } : {}) } as TicketEvent;
}

function withheld(value: unknown): unknown {
  return Array.isArray(value) ? [] : null;
}
