import type { CityPack } from '@hotline-kit/rules';
import { type ClockEvent, evaluateClock, toEpochMilliseconds } from '@hotline-kit/sla-calendar';
import { factsOfTicket } from '../dispatch/facts-of-ticket.js';
import type { NewEvent, TicketEvent } from '../ticket/event.js';
import type { IsoInstant } from '../ticket/instant.js';
import type { TicketRecord } from '../ticket/ticket-record.js';
import { isOpen } from './clock-changes.js';
import type { ClockRecord } from './clock-record.js';
import { definitionOf } from './definition-of.js';
import { pauseKind } from './pause-kind.js';

/** Why deadlines are computed anew. */
export interface RetimeGround {
  readonly at: IsoInstant;
  readonly reason: string;
}

/**
 * The open clocks of a ticket that a changed calendar moves, or makes certain, as events. The term, the pauses and the
 * extensions stay as the log has them; only the calendar under them is another one. What has run out and was fired
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
  { at, reason }: RetimeGround,
): NewEvent | undefined {
  // A pause that is still open moves nothing yet: the resuming event will.
  // What happened later by a clock that was ahead has happened all the same.
  const asOf = Math.max(Date.parse(at), ...happened.map((each) => toEpochMilliseconds(each.at)));
  const clock = definitionOf(record.id, pack);
  const calendar = clock?.calendar ?? pack.defaultCalendar;
  const pauses = clock && pauseKind(clock, record.term, factsOfTicket(ticket, pack, at), pack);
  const policy = { term: record.term, warn: [...(clock?.warn ?? [])], ...(pauses === undefined ? {} : { pauses }) };
  const reading = evaluateClock(policy, happened, asOf, calendar);
  const dueAt = reading.dueAt.toISOString();
  if (dueAt === record.dueAt && reading.certainty === record.certainty) return undefined;
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
      warnings,
      calendar: `${id}@${version}#${hash.slice(0, 12)}`,
      reason,
    },
  };
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
    if (event.type === 'clock.extended' && extension !== undefined) {
      happened.push({ type: 'extend', at: event.at, term: extension.data.term });
    }
  }
  return happened;
}
