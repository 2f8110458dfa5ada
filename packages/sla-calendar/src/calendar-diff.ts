import type { CalendarDefinition } from './calendar-definition.js';
import { type DayNumber, dayNumberOf, dayText, parseDay, weekdays } from './civil-date.js';
import type { Certainty, DayKind } from './day-kind.js';
import type { Engine } from './engine.js';
import { present } from './present.js';
import { type CalendarReference, engineOf, referenceOf, type WorkingCalendar } from './working-calendar.js';

/** A date as one calendar has it. */
export interface DayState {
  readonly kind: DayKind;
  /** Opening hours; an end above `24:00` lies in the next date. */
  readonly hours: readonly (readonly [from: string, to: string])[];
  readonly name?: string;
  readonly source?: string;
  readonly certainty: Certainty;
}

/** A date on which two calendars differ in kind, in hours, or in the instant at which it begins. */
export interface ChangedDay {
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly before: DayState;
  readonly after: DayState;
}

/** What a calendar says of the dates that nothing names: its zone, its weeks and seasons, and whether it is China's. */
export type RegularHours = Pick<CalendarDefinition, 'zone' | 'weekly' | 'seasons' | 'holidays'>;

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
  /** Whether zone, weekly hours or seasons differ, so that dates outside `from` to `to` can change as well. */
  readonly everyWeek: boolean;
  /** Where they differ: both, for the dates outside. */
  readonly regular?: { readonly before: RegularHours; readonly after: RegularHours };
}

/**
 * The dates on which two calendars differ, from the first to the last year that either names.
 *
 * @example
 * const before = chinaCalendar()
 * diffCalendars(before, chinaCalendar({ dates: { '2026-03-05': [] } })).days.map((day) => day.date) // ['2026-03-05']
 */
export function diffCalendars(before: WorkingCalendar, after: WorkingCalendar): CalendarDiff {
  const [old, fresh] = [engineOf(before), engineOf(after)];
  const named = [before, after].flatMap(namedDays);
  const [from, to] = [Math.min(...named), Math.max(...named)];
  const days: ChangedDay[] = [];
  for (let day = from; day <= to; day++) {
    const [was, is] = [old.resolve(day), fresh.resolve(day)];
    const moved = old.atClock(day, 0) !== fresh.atClock(day, 0);
    if (moved || was.kind !== is.kind || !same(was.hours, is.hours))
      days.push({ date: dayText(day), before: stateOf(day, old), after: stateOf(day, fresh) });
  }
  const regular = { before: regularHours(before), after: regularHours(after) };
  const everyWeek = !same(regular.before, regular.after);
  return {
    before: referenceOf(before),
    after: referenceOf(after),
    zone: after.zone,
    from: dayText(from),
    to: dayText(to),
    days,
    yearsAdded: fresh.knownYears.filter((year) => !old.knownYears.includes(year)),
    yearsRemoved: old.knownYears.filter((year) => !fresh.knownYears.includes(year)),
    everyWeek,
    ...(everyWeek ? { regular } : {}),
  };
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function stateOf(day: DayNumber, engine: Engine): DayState {
  const { kind, hours, name, source } = engine.resolve(day);
  return { kind, hours, ...present({ name, source }), certainty: engine.certaintyOf(day, day) };
}

/** First and last day that a calendar names, by year or by date. A year may name days of the December before it. */
function namedDays(calendar: WorkingCalendar): readonly DayNumber[] {
  const { dates, breaks } = calendar.definition;
  const own = Object.keys({ ...dates, ...breaks }).map((date) => parseDay(date) as DayNumber);
  const years = engineOf(calendar).namedYears;
  const fallback = years.length + own.length === 0 ? [dayNumberOf(2000, 1, 1)] : [];
  return [...own, ...fallback, ...years.flatMap((year) => [dayNumberOf(year - 1, 12, 1), dayNumberOf(year, 12, 31)])];
}

function regularHours({ definition }: WorkingCalendar): RegularHours {
  const { zone, weekly, seasons = [], holidays = [] } = definition;
  const week = Object.fromEntries(weekdays.map((weekday) => [weekday, weekly[weekday] ?? []]));
  return { zone, weekly: week, seasons, holidays: holidays.filter((layer) => layer === 'cn') };
}
