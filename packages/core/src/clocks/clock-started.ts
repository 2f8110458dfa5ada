import type { ClockDefinition } from '@hotline-kit/rules';
import { dueDate, type Term, type WorkingCalendar, warningInstants } from '@hotline-kit/sla-calendar';
import type { NewEvent } from '../ticket/event.js';
import type { IsoInstant } from '../ticket/instant.js';
import type { TicketRecord } from '../ticket/ticket-record.js';

/** What a clock is started with. */
interface Start {
  readonly id: string;
  readonly term: Term;
  readonly startedAt: IsoInstant;
  readonly at: IsoInstant;
  readonly calendar: WorkingCalendar;
  readonly warn?: ClockDefinition['warn'];
  readonly origin?: 'matter' | 'statutory' | undefined;
}

/** The event of a clock that starts, with its due instant and its warnings. */
export function clockStarted(ticket: TicketRecord, start: Start): NewEvent<'clock.started'> {
  const { id, term, startedAt, at, warn = [], origin } = start;
  const before = ticket.clocks[id];
  const { dueAt, certainty, calendar } = dueDate(term, startedAt, start.calendar);
  const warnings = warningInstants(term, startedAt, dueAt, warn, start.calendar);
  return clockEvent(ticket, at, 'clock.started', {
    clock: id,
    generation: (before?.generation ?? 0) + 1,
    term,
    startedAt,
    dueAt: dueAt.toISOString(),
    certainty,
    warnings: warnings.map((warning) => ({ id: warning.id, at: warning.at.toISOString() })),
    calendar: `${calendar.id}@${calendar.hash.slice(0, 12)}`,
    ...(origin === undefined ? {} : { origin }),
  });
}

/** An event of a clock; the ticket stays where it is. */
export function clockEvent<T extends NewEvent['type']>(
  ticket: TicketRecord,
  at: IsoInstant,
  type: T,
  data: Extract<NewEvent, { type: T }>['data'],
): NewEvent<T> {
  return { ticket: ticket.id, type, at, state: ticket.state, data } as NewEvent<T>;
}
