import type { CityPack } from '@hotline-kit/rules';
import { type ClockEvent, evaluateClock, type Term, toEpochMilliseconds } from '@hotline-kit/sla-calendar';
import { factsOfTicket } from '../dispatch/facts-of-ticket.js';
import { sameJson } from '../log/same-json.js';
import type { NewEvent, TicketEvent } from '../ticket/event.js';
import type { IsoInstant } from '../ticket/instant.js';
import type { TicketRecord } from '../ticket/ticket-record.js';
import { isOpen } from './clock-changes.js';
import type { ClockRecord } from './clock-record.js';
import { definitionOf } from './definition-of.js';
import { limitFor } from './handling-term.js';
import { pauseKind } from './pause-kind.js';

/** Why deadlines are computed anew. */
export interface RetimeGround {
  readonly at: IsoInstant;
  readonly reason: string;
  /** Whether running clocks keep the term that they were started with, or have the one that the pack gives now. */
  readonly terms: 'kept' | 'ofPack';
}

/**
 * The open clocks of a ticket that a changed calendar moves, or makes certain, as events. The pauses and the extensions
 * stay as the log has them, and so does the term, unless that of the pack is asked for. What has run out and was fired
 * stays so: the log is not undone, but a clock whose due instant is moved beyond `at` runs again.
 */
export function retimings(
  ticket: TicketRecord,
  log: readonly TicketEvent[],
  pack: CityPack,
  ground: RetimeGround,
): readonly NewEvent[] {
  const events: NewEvent[] = [];
  for (const record of Object.values(ticket.clocks)) {
    if (!isOpen(record)) continue;
    const event = retiming(ticket, record, pack, happenings(log, record), ground);
    if (event !== undefined) events.push(event);
  }
  return events;
}

function retiming(
  ticket: TicketRecord,
  record: ClockRecord,
  pack: CityPack,
  happened: readonly ClockEvent[],
  { at, reason, terms }: RetimeGround,
): NewEvent | undefined {
  // A pause that is still open moves nothing yet: the resuming event will.
  // What happened later by a clock that was ahead has happened all the same.
  const asOf = Math.max(Date.parse(at), ...happened.map((each) => toEpochMilliseconds(each.at)));
  const clock = definitionOf(record.id, pack);
  const calendar = clock?.calendar ?? pack.defaultCalendar;
  const facts = factsOfTicket(ticket, pack, at);
  // A promise has its own date, whichever clock of the pack it runs by.
  const isOfPack = clock !== undefined && clock.id === record.id;
  const { term } =
    terms === 'ofPack' && isOfPack ? limitFor(ticket, clock, record.id, facts, pack, record.startedAt) : record;
  const pauses = clock && pauseKind(clock, term, facts, pack);
  const policy = { term, warn: [...(clock?.warn ?? [])], ...(pauses === undefined ? {} : { pauses }) };
  const reading = evaluateClock(policy, happened, asOf, calendar);
  const dueAt = reading.dueAt.toISOString();
  const isOther = !sameJson(term, record.term);
  if (dueAt === record.dueAt && reading.certainty === record.certainty && !isOther) return undefined;
  const warnings = reading.warnings.map((warning) => {
    const before = record.warnings.find(({ id }) => id === warning.id);
    return { id: warning.id, at: warning.at.toISOString(), fired: before?.fired ?? false };
  });
  const { id, version, hash } = calendar;
  return {
    ticket: ticket.id,
    type: 'clock.retimed',
    at,
    state: ticket.state,
    data: {
      clock: record.id,
      dueBefore: record.dueAt,
      dueAt,
      certainty: reading.certainty,
      ...(isOther ? { term } : {}),
      warnings,
      calendar: `${id}@${version}#${hash.slice(0, 12)}`,
      reason,
    },
  };
}

function dateOf(at: IsoInstant): Term {
  return { kind: 'fixed', at };
}

/** What has happened to a clock since its last start. */
function happenings(log: readonly TicketEvent[], { id }: ClockRecord): readonly ClockEvent[] {
  let happened: ClockEvent[] = [];
  let open: TicketEvent<'clock.paused'> | undefined;
  let extension: TicketEvent<'extension.approved'> | undefined;
  for (const event of log) {
    if (event.type === 'extension.approved') extension = event;
    if (!event.type.startsWith('clock.') || (event.data as { clock?: string }).clock !== id) continue;
    if (event.type === 'clock.started') happened = [{ type: 'start', at: event.data.startedAt }];
    if (event.type === 'clock.paused') open = event;
    if (event.type === 'clock.resumed' && open !== undefined) {
      happened.push({ type: 'pause', at: open.at }, { type: 'resume', at: event.data.resumedAt ?? event.at });
      open = undefined;
    }
    if (event.type === 'clock.extended') {
      // What no extension brought, a reply did: it moved the clock to the date that it told the citizen.
      const term = extension?.command === event.command ? extension.data.term : dateOf(event.data.dueAt);
      happened.push({ type: 'extend', at: event.at, term });
    }
  }
  return happened;
}
