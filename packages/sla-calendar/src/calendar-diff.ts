import { type DayNumber, dayNumberOf, dayText, parseDay } from './civil-date.js';
import type { Certainty, DayKind } from './day-kind.js';
import type { CalendarReference } from './due-date.js';
import { type Instant, toEpochMilliseconds } from './instant.js';
import { civilDateOf } from './local-time.js';
import { engineOf, type WorkingCalendar } from './working-calendar.js';
import type { Engine } from './working-days.js';
import { clockOf, type MinuteInterval } from './working-hours.js';

/** A date as one calendar has it. */
export interface DayState {
  readonly kind: DayKind;
  /** Opening hours; an end above `24:00` lies in the next date. */
  readonly hours: readonly (readonly [from: string, to: string])[];
  readonly name?: string;
  readonly source?: string;
  readonly certainty: Certainty;
}

/** A date on which two calendars differ in kind or hours. */
export interface ChangedDay {
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly before: DayState;
  readonly after: DayState;
}

/** How two calendars differ. Plain data, fit to be stored beside an amendment. */
export interface CalendarDiff {
  readonly before: CalendarReference;
  readonly after: CalendarReference;
  /** Zone in which the dates are meant. */
  readonly zone: string;
  /** First and last date that were compared. */
  readonly from: string;
  readonly to: string;
  /** Dates that differ, in order. */
  readonly days: readonly ChangedDay[];
  /** Years whose holidays only the later calendar knows, and only the earlier one. */
  readonly yearsAdded: readonly number[];
  readonly yearsRemoved: readonly number[];
  /** Whether zone, weekly hours or seasons differ, so that dates outside `from` to `to` change as well. */
  readonly everyWeek: boolean;
}

/**
 * The dates on which two calendars differ, from the first to the last year that either names.
 *
 * @example
 * const before = chinaCalendar()
 * diffCalendars(before, chinaCalendar({ dates: { '2026-03-05': [] } })).days.map((day) => day.date) // ['2026-03-05']
 */
export function diffCalendars(before: WorkingCalendar, after: WorkingCalendar): CalendarDiff {
  const engines = [engineOf(before), engineOf(after)] as const;
  const named = [before, after].flatMap(namedDays);
  const [from, to] = [Math.min(...named), Math.max(...named)];
  const days: ChangedDay[] = [];
  for (let day = from; day <= to; day++) {
    const [old, fresh] = [stateOf(day, engines[0]), stateOf(day, engines[1])];
    if (old.kind !== fresh.kind || JSON.stringify(old.hours) !== JSON.stringify(fresh.hours)) {
      days.push({ date: dayText(day), before: old, after: fresh });
    }
  }
  const [known, knownAfter] = [engines[0].rules.knownYears, engines[1].rules.knownYears];
  return {
    before: referenceOf(before),
    after: referenceOf(after),
    zone: after.zone,
    from: dayText(from),
    to: dayText(to),
    days,
    yearsAdded: knownAfter.filter((year) => !known.includes(year)),
    yearsRemoved: known.filter((year) => !knownAfter.includes(year)),
    everyWeek: regularHours(before) !== regularHours(after),
  };
}

/** What `affectedClocks` needs of a clock; `dueAt` as the earlier calendar gave it. */
export interface DatedClock {
  readonly startedAt: Instant;
  readonly dueAt: Instant;
}

/**
 * The clocks whose time touches a date that changed: the only ones that an amendment can move.
 *
 * @example
 * const diff = diffCalendars(chinaCalendar(), chinaCalendar({ dates: { '2026-03-05': [] } }))
 * affectedClocks([{ startedAt: '2026-03-02T09:00:00+08:00', dueAt: '2026-03-04T17:30:00+08:00' }], diff) // []
 */
export function affectedClocks<C extends DatedClock>(clocks: readonly C[], diff: CalendarDiff): readonly C[] {
  if (diff.everyWeek) return clocks;
  const reaches = diff.days.map(({ date, before, after }) => [date, lastDateOf(date, before, after)] as const);
  return clocks.filter(({ startedAt, dueAt }) => {
    const [start, due] = [toEpochMilliseconds(startedAt), toEpochMilliseconds(dueAt)];
    const first = civilDateOf(Math.min(start, due), diff.zone);
    const last = civilDateOf(Math.max(start, due), diff.zone);
    return reaches.some(([date, end]) => date <= last && end >= first);
  });
}

/** Identity of a calendar, as results carry it. */
export function referenceOf({ id, version, hash }: WorkingCalendar): CalendarReference {
  return { id, version, hash };
}

function stateOf(day: DayNumber, engine: Engine): DayState {
  const { kind, hours, name, source } = engine.rules.resolve(day);
  return {
    kind,
    hours: hours.map(([from, to]: MinuteInterval) => [clockOf(from), clockOf(to)]),
    ...(name === undefined ? {} : { name }),
    ...(source === undefined ? {} : { source }),
    certainty: engine.rules.certaintyOf(day, day),
  };
}

/** First and last day that a calendar names, by year or by date. A year may name days of the December before it. */
function namedDays(calendar: WorkingCalendar): readonly DayNumber[] {
  const { dates, breaks } = calendar.definition;
  const own = Object.keys({ ...dates, ...breaks }).map((date) => parseDay(date) as DayNumber);
  const years = engineOf(calendar).rules.namedYears;
  const fallback = years.length + own.length === 0 ? [dayNumberOf(2000, 1, 1)] : [];
  return [...own, ...fallback, ...years.flatMap((year) => [dayNumberOf(year - 1, 12, 1), dayNumberOf(year, 12, 31)])];
}

function regularHours({ definition }: WorkingCalendar): string {
  const { zone, weekly, seasons = [] } = definition;
  const sorted = Object.entries(weekly)
    .filter(([, hours]) => hours.length > 0)
    .sort();
  return JSON.stringify([zone, sorted, seasons]);
}

/** Hours such as `["20:00", "29:00"]` reach into the next date. */
function lastDateOf(date: string, ...states: readonly DayState[]): string {
  const ends = states.flatMap(({ hours }) => hours.map(([, to]) => Math.ceil(Number(to.slice(0, 2)) / 24)));
  return dayText((parseDay(date) as DayNumber) + Math.max(1, ...ends) - 1);
}
