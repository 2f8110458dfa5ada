import type { CityPack, ClockDefinition } from '@hotline-kit/rules';
import { dueAfterExtension, dueAfterPause, dueDate, warningInstants } from '@hotline-kit/sla-calendar';
import { factsOfTicket } from '../dispatch/facts-of-ticket.js';
import type { NewEvent } from '../ticket/event.js';
import type { IsoInstant } from '../ticket/instant.js';
import type { TicketRecord } from '../ticket/ticket-record.js';
import { reactionsTo, startedAtDueOf } from './clock-reactions.js';
import type { ClockRecord } from './clock-record.js';
import { ownTimeBetween } from './own-time.js';

/**
 * What an event does to the ticket's clocks, as the pack's `clocks.json` says: the events of clocks that follow it.
 * @param ticket the ticket after the event
 */
export function clockChanges(ticket: TicketRecord, event: NewEvent, pack: CityPack): NewEvent[] {
  const changes: NewEvent[] = event.type === 'extension.approved' ? extended(ticket, event, pack) : [];
  const stoppedNow = new Set<string>();
  for (const { clock, reaction } of reactionsTo(event, pack)) {
    const record = ticket.clocks[clock.id];
    const open = record !== undefined && isOpen(record) && !stoppedNow.has(clock.id);
    const change =
      reaction === 'start'
        ? !open && startClock(ticket, clock, event.at, pack, happenedAt(event))
        : open && changeOf[reaction](ticket, record, clock, event);
    if (!change) continue;
    changes.push(change);
    if (reaction === 'stop' || reaction === 'cancel') stoppedNow.add(clock.id);
  }
  return [...changes, ...[event, ...changes].flatMap((each) => startedAtDue(ticket, each, pack))];
}

/**
 * The clocks that start at the due instant of one that has just come to its end, met or not. Where it was met early they
 * start at an instant to come; where it is stopped late they have started when it was breached.
 */
function startedAtDue(ticket: TicketRecord, event: NewEvent, pack: CityPack): NewEvent[] {
  if (event.type !== 'clock.breached' && (event.type !== 'clock.stopped' || event.data.late)) return [];
  const record = ticket.clocks[event.data.clock];
  if (record === undefined) return [];
  return startedAtDueOf(record.id, pack).flatMap((clock) => {
    const before = ticket.clocks[clock.id];
    if (before !== undefined && isOpen(before)) return [];
    return startClock(ticket, clock, event.at, pack, record.dueAt) ?? [];
  });
}

/** A milestone may have been reached outside the system, before it was recorded. */
function happenedAt(event: NewEvent): IsoInstant {
  const outside = event.type === 'progress.recorded' ? event.data.occurredAt : undefined;
  return outside === undefined ? event.at : new Date(outside).toISOString();
}

/** Whether a clock has not yet come to its end: running, paused, or past due and still not stopped. */
export function isOpen(clock: ClockRecord): boolean {
  return clock.stoppedAt === null;
}

type Change = (
  ticket: TicketRecord,
  record: ClockRecord,
  clock: ClockDefinition,
  event: NewEvent,
) => NewEvent | undefined;

const changeOf: Readonly<Record<'stop' | 'cancel' | 'pause' | 'resume', Change>> = {
  stop: (ticket, record, _clock, event) => {
    // An attempt that did not reach the citizen is no contact.
    if (event.type === 'citizen.contacted' && !event.data.reached) return undefined;
    return clockEvent(ticket, event.at, 'clock.stopped', { clock: record.id, late: happenedAt(event) > record.dueAt });
  },
  cancel: (ticket, record, _clock, event) => clockEvent(ticket, event.at, 'clock.cancelled', { clock: record.id }),
  pause: (ticket, record, _clock, event) =>
    record.pausedAt === null ? clockEvent(ticket, event.at, 'clock.paused', { clock: record.id }) : undefined,
  resume: (ticket, record, clock, event) => {
    const { pausedAt, term } = record;
    if (pausedAt === null) return undefined;
    const { calendar, pauses } = clock;
    const moved = (instant: string) =>
      dueAfterPause(instant, pausedAt, event.at, term, calendar, { pauses }).toISOString();
    return clockEvent(ticket, event.at, 'clock.resumed', {
      clock: record.id,
      dueAt: moved(record.dueAt),
      pausedTotal: record.pausedTotal + ownTimeBetween(pausedAt, event.at, term, calendar),
      warnings: record.warnings.map((warning) => (warning.fired ? warning : { ...warning, at: moved(warning.at) })),
    });
  },
};

/** An approved extension moves its clock, and its warnings with it: those that are still to come may be given again. */
function extended(ticket: TicketRecord, event: NewEvent<'extension.approved'>, pack: CityPack): NewEvent[] {
  const { clock: id, term } = event.data;
  const record = ticket.clocks[id];
  const clock = pack.clocks.find((each) => each.id === id);
  if (record === undefined || clock === undefined || !isOpen(record)) return [];
  const dueAt = dueAfterExtension(record.dueAt, term, clock.calendar);
  const warnings = warningInstants(record.term, record.startedAt, dueAt, clock.warn, clock.calendar).map((warning) => {
    const at = warning.at.toISOString();
    return { id: warning.id, at, fired: at <= event.at };
  });
  return [clockEvent(ticket, event.at, 'clock.extended', { clock: id, dueAt: dueAt.toISOString(), warnings })];
}

/**
 * Starts a clock of the pack, or nothing where it does not apply to the ticket or starts only once.
 * @param startedAt the instant that it counts from, where that is not `at`
 */
export function startClock(
  ticket: TicketRecord,
  clock: ClockDefinition,
  at: IsoInstant,
  pack: CityPack,
  startedAt: IsoInstant = at,
): NewEvent | undefined {
  const before = ticket.clocks[clock.id];
  if (before !== undefined && !clock.restart) return undefined;
  const facts = factsOfTicket(ticket, pack, at);
  if (!clock.applies(facts)) return undefined;
  // A limit that the ticket itself carries stands before the pack's.
  const term = ticket.limits[clock.id] ?? clock.termFor(facts);
  const { dueAt, certainty, calendar } = dueDate(term, startedAt, clock.calendar);
  const warnings = warningInstants(term, startedAt, dueAt, clock.warn, clock.calendar);
  return clockEvent(ticket, at, 'clock.started', {
    clock: clock.id,
    generation: (before?.generation ?? 0) + 1,
    term,
    startedAt,
    dueAt: dueAt.toISOString(),
    certainty,
    warnings: warnings.map((warning) => ({ id: warning.id, at: warning.at.toISOString() })),
    calendar: `${calendar.id}@${calendar.hash.slice(0, 12)}`,
  });
}

function clockEvent<T extends NewEvent['type']>(
  ticket: TicketRecord,
  at: IsoInstant,
  type: T,
  data: Extract<NewEvent, { type: T }>['data'],
): NewEvent {
  return { ticket: ticket.id, type, at, state: ticket.state, data } as NewEvent;
}
