import type { CityPack } from '@hotline-kit/rules';
import type { WorkingCalendar } from '@hotline-kit/sla-calendar';
import type { ClockRecord } from '../clocks/clock-record.js';
import { clockTitle } from '../clocks/clock-title.js';
import { definitionOf } from '../clocks/definition-of.js';
import { countsWorkingTime, ownTimeBetween } from '../clocks/own-time.js';
import type { IsoInstant } from '../ticket/instant.js';
import type { TicketRecord } from '../ticket/ticket-record.js';
import type { ClockView } from './view-types.js';

/** Open periods that a view carries at the most; a widget counts on from there as if all that follows were open. */
const mostPeriods = 120;

/** The clocks of a ticket as they stand at an instant: those that still run first, nearest due instant first. */
export function clockViews(ticket: TicketRecord, pack: CityPack, at: IsoInstant): readonly ClockView[] {
  return Object.values(ticket.clocks)
    .map((clock) => clockView(clock, pack, at))
    .sort((a, b) => rank(a) - rank(b) || (a.dueAt < b.dueAt ? -1 : 1));
}

function rank({ state }: ClockView): number {
  return state === 'breached' || state === 'running' || state === 'paused' ? 0 : 1;
}

function clockView(clock: ClockRecord, pack: CityPack, at: IsoInstant): ClockView {
  const definition = definitionOf(clock.id, pack);
  const calendar = definition?.calendar ?? pack.defaultCalendar;
  const end = clock.stoppedAt ?? clock.pausedAt ?? at;
  // A clock that starts at another one's due instant has all of its time until then.
  const begun = end >= clock.startedAt;
  const own = (from: IsoInstant, to: IsoInstant) => ownTimeBetween(from, to, clock.term, calendar);
  const working = countsWorkingTime(clock.term);
  const pastDue = clock.state === 'running' && end > clock.dueAt;
  const state = pastDue ? 'breached' : clock.state;
  const overdueBy = end > clock.dueAt && state !== 'cancelled' ? own(clock.dueAt, end) : 0;
  const days = remainingWorkingDays(clock, calendar, end);
  return {
    id: clock.id,
    title: clockTitle(clock.id, pack),
    state,
    late: clock.late || state === 'breached',
    startedAt: clock.startedAt,
    dueAt: clock.dueAt,
    elapsed: begun ? own(clock.startedAt, end) - clock.pausedTotal : 0,
    remaining: end < clock.dueAt ? own(begun ? end : clock.startedAt, clock.dueAt) : 0,
    overdueBy,
    pausedTotal: clock.pausedTotal,
    ...(days === undefined ? {} : { remainingWorkingDays: days }),
    warnings: clock.warnings,
    certainty: clock.certainty,
    counts: working ? 'working' : 'elapsed',
    open: clock.stoppedAt === null && working ? openPeriods(calendar, ...aroundDue(end, clock.dueAt)) : [],
    ...(definition?.article === undefined ? {} : { article: definition.article }),
  };
}

function remainingWorkingDays(clock: ClockRecord, calendar: WorkingCalendar, from: IsoInstant): number | undefined {
  if (clock.term.kind !== 'workingDays') return undefined;
  return from < clock.dueAt ? calendar.workingDaysBetween(from, clock.dueAt) : 0;
}

/** How far the open periods reach past the due instant, or past now where that is later, in milliseconds. */
const beyond = 3 * 24 * 60 * 60 * 1000;

/** From now, or past due from the due instant, to a while after both: a screen that stays open counts on over it. */
function aroundDue(now: IsoInstant, dueAt: IsoInstant): [from: IsoInstant, to: IsoInstant] {
  const [from, last] = now < dueAt ? [now, dueAt] : [dueAt, now];
  return [from, new Date(Date.parse(last) + beyond).toISOString()];
}

function openPeriods(calendar: WorkingCalendar, from: IsoInstant, to: IsoInstant): ClockView['open'] {
  if (from >= to) return [];
  return calendar
    .periods(from, to)
    .slice(0, mostPeriods)
    .map(({ from: start, to: end }) => [start.toISOString(), end.toISOString()] as const);
}
