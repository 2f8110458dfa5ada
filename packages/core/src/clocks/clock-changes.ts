import type { CityPack, ClockDefinition } from '@hotline-kit/rules';
import { dueAfterExtension, dueAfterPause, warningInstants } from '@hotline-kit/sla-calendar';
import { factsOfTicket } from '../dispatch/facts-of-ticket.js';
import type { NewEvent } from '../ticket/event.js';
import type { IsoInstant } from '../ticket/instant.js';
import type { TicketRecord } from '../ticket/ticket-record.js';
import { instancesOf, instancesToStart } from './clock-instance.js';
import { type Reaction, reactionsTo, startedAtDueOf } from './clock-reactions.js';
import type { ClockRecord } from './clock-record.js';
import { clockEvent, clockStarted } from './clock-started.js';
import { definitionOf } from './definition-of.js';
import { isHandling, limitFor } from './handling-term.js';
import { ownTimeBetween } from './own-time.js';
import { pauseKind } from './pause-kind.js';
import { procedureClockChanges } from './procedure-clocks.js';

/**
 * What an event does to the ticket's clocks, as the pack's `clocks.json` says: the events of clocks that follow it.
 * @param ticket the ticket after the event
 */
export function clockChanges(ticket: TicketRecord, event: NewEvent, pack: CityPack): NewEvent[] {
  const changes: NewEvent[] = [...extended(ticket, event, pack), ...repliedTo(ticket, event, pack)];
  const stoppedNow = new Set<string>();
  for (const { clock, reaction } of reactionsTo(event, pack)) {
    if (isForFinalReply(event, clock, reaction)) continue;
    if (reaction === 'start') {
      for (const id of instancesToStart(clock, event, ticket)) {
        const before = ticket.clocks[id];
        if (before !== undefined && isOpen(before) && !stoppedNow.has(id)) continue;
        const started = startClock(ticket, clock, event.at, pack, happenedAt(event), id);
        if (started !== undefined) changes.push(started);
      }
      continue;
    }
    for (const record of instancesOf(clock, event, ticket)) {
      if (!isOpen(record) || stoppedNow.has(record.id)) continue;
      const change = changeOf[reaction](ticket, record, clock, event, pack);
      if (change === undefined) continue;
      changes.push(change);
      if (reaction === 'stop' || reaction === 'cancel') stoppedNow.add(record.id);
    }
  }
  changes.push(...restarted(ticket, event, pack, stoppedNow), ...procedureClockChanges(ticket, event, pack));
  return [...changes, ...[event, ...changes].flatMap((each) => startedAtDue(ticket, each, pack))];
}

/** A reply that does not answer the ticket neither ends its handling, nor begins what follows an answer. */
function isForFinalReply(event: NewEvent, { id }: ClockDefinition, reaction: Reaction): boolean {
  if (event.type !== 'reply.submitted' && event.type !== 'reply.approved') return false;
  if ((event.data.effect ?? 'replies') === 'replies') return false;
  return reaction === 'stop' ? isHandling(id) : reaction === 'start' && event.type === 'reply.approved';
}

/** Where the procedure lets the handling limit begin anew with a settlement, the clock that was kept ends and starts. */
function restarted(
  ticket: TicketRecord,
  event: NewEvent,
  pack: CityPack,
  stoppedNow: ReadonlySet<string>,
): readonly NewEvent[] {
  if (event.type !== 'ticket.designated' || event.data.clocks !== 'restart') return [];
  return pack.clocks.flatMap((clock) => {
    const record = ticket.clocks[clock.id];
    if (!isHandling(clock.id) || record === undefined || !isOpen(record) || stoppedNow.has(clock.id)) return [];
    const started = startClock(ticket, clock, event.at, pack);
    if (started === undefined) return [];
    return [clockEvent(ticket, event.at, 'clock.cancelled', { clock: clock.id }), started];
  });
}

/**
 * What a reply that does not end the handling does to its clock: it stands until the next reply, or moves to the date
 * that the reply names.
 */
function repliedTo(ticket: TicketRecord, event: NewEvent, pack: CityPack): readonly NewEvent[] {
  if (event.type !== 'reply.submitted' && event.type !== 'reply.approved') return [];
  const open = Object.values(ticket.clocks).filter((record) => isHandling(record.id) && isOpen(record));
  const resumed =
    event.type === 'reply.submitted' && ticket.suspension === null
      ? open.flatMap((record) => {
          const clock = definitionOf(record.id, pack);
          return (clock && changeOf.resume(ticket, record, clock, event, pack)) ?? [];
        })
      : [];
  const { effect = 'replies' } = event.data;
  const isGiven = ticket.state === 'handling' && effect !== 'replies';
  if (!isGiven) return resumed;
  const until = ticket.interimReplies.at(-1)?.until ?? null;
  const changed = open.flatMap((record): readonly NewEvent[] => {
    const clock = definitionOf(record.id, pack);
    const stands = record.pausedAt !== null && resumed.length === 0;
    if (effect === 'pauses' && !stands) return [clockEvent(ticket, event.at, 'clock.paused', { clock: record.id })];
    if (effect !== 'extends' || until === null || clock === undefined) return [];
    return [movedTo(new Date(until), ticket, record, clock, event.at)];
  });
  return [...resumed, ...changed];
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

/** A milestone may have been reached outside the system, and a suspension have ended, before it was recorded. */
function happenedAt(event: NewEvent): IsoInstant {
  const outside =
    event.type === 'progress.recorded'
      ? event.data.occurredAt
      : event.type === 'ticket.resumed'
        ? event.data.endedAt
        : undefined;
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
  pack: CityPack,
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
  resume: (ticket, record, clock, event, pack) => {
    const { pausedAt, term, pauses: earlier } = record;
    if (pausedAt === null) return undefined;
    const { calendar } = clock;
    // A pause that was to end before it began has taken no time.
    const resumedAt = [pausedAt, happenedAt(event)].sort().at(-1) ?? event.at;
    const pauses = pauseKind(clock, term, factsOfTicket(ticket, pack, event.at), pack);
    const moved = (instant: string) =>
      dueAfterPause(instant, pausedAt, resumedAt, term, calendar, { pauses, earlier }).toISOString();
    return clockEvent(ticket, event.at, 'clock.resumed', {
      clock: record.id,
      ...(resumedAt === event.at ? {} : { resumedAt }),
      dueAt: moved(record.dueAt),
      pausedTotal: record.pausedTotal + ownTimeBetween(pausedAt, resumedAt, term, calendar),
      warnings: record.warnings.map((warning) => (warning.fired ? warning : { ...warning, at: moved(warning.at) })),
    });
  },
};

/** An approved extension moves its clock, and its warnings with it: those that are still to come may be given again. */
function extended(ticket: TicketRecord, event: NewEvent, pack: CityPack): readonly NewEvent[] {
  if (event.type !== 'extension.approved') return [];
  const { clock: id, term } = event.data;
  const record = ticket.clocks[id];
  const clock = definitionOf(id, pack);
  if (record === undefined || clock === undefined || !isOpen(record)) return [];
  return [movedTo(dueAfterExtension(record.dueAt, term, clock.calendar), ticket, record, clock, event.at)];
}

function movedTo(
  dueAt: Date,
  ticket: TicketRecord,
  record: ClockRecord,
  clock: ClockDefinition,
  now: IsoInstant,
): NewEvent {
  const warnings = warningInstants(record.term, record.startedAt, dueAt, clock.warn, clock.calendar).map((warning) => {
    const at = warning.at.toISOString();
    return { id: warning.id, at, fired: at <= now };
  });
  return clockEvent(ticket, now, 'clock.extended', { clock: record.id, dueAt: dueAt.toISOString(), warnings });
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
  id: string = clock.id,
): NewEvent | undefined {
  const before = ticket.clocks[id];
  if (before !== undefined && !clock.restart) return undefined;
  const facts = factsOfTicket(ticket, pack, at);
  if (!clock.applies(facts)) return undefined;
  // The parts of a split ticket may keep the start of its clocks.
  const kept = before === undefined ? ticket.call.clocksSince[id] : undefined;
  const { term, origin } = limitFor(ticket, clock, id, facts, pack, kept ?? startedAt);
  return clockStarted(ticket, {
    id,
    term,
    startedAt: kept ?? startedAt,
    at,
    calendar: clock.calendar,
    warn: clock.warn,
    origin,
  });
}
