import type { CalendarDefinition } from './calendar-definition.js';
import { type DayNumber, dayText, parseDay, weekdayOf, weekdays, yearOf } from './civil-date.js';
import { UnknownYearError } from './errors.js';
import { fixedHolidayOf } from './fixed-holidays.js';
import type { HolidayYear } from './holiday-year.js';
import type { Hours, Weekly } from './hours-schema.js';
import { daysOf } from './named-days.js';
import { hoursWithout, lengthOf } from './opening-hours.js';

/**
 * What a date is: a day of the weekly hours, Saturday or Sunday without hours, a day off of a notice, a make-up workday,
 * a date with hours of its own, or closed for another reason.
 */
export type DayKind = 'workday' | 'weekend' | 'holiday' | 'makeupWorkday' | 'ownHours' | 'closed';

/** Whether a result rests on published data alone, or on a year whose notice is not there yet. */
export type Certainty = 'official' | 'provisional';

/** A date resolved through all layers. */
interface ResolvedDay {
  readonly kind: DayKind;
  readonly hours: Hours;
  /** Name of the holiday, also on its make-up workdays. */
  readonly name?: string | undefined;
  /** The notice or layer that names the date. */
  readonly source?: string | undefined;
}

/** The rules that turn a date into its kind and hours. */
export interface DayRules {
  readonly id: string;
  /** Whether hours of a date can reach into the next one. */
  readonly overnight: boolean;
  /** Years with a table, ascending; empty where no layer of holidays is named. */
  readonly knownYears: readonly number[];
  /** Years of which any layer names a day, whole or not. */
  readonly namedYears: readonly number[];
  /** Working time of a usual day in minutes: the most frequent one of the week, the longer one among equals. */
  readonly usualLength: number;
  /** Whether a count may run through a year without an error. */
  readonly counts: (year: number) => boolean;
  /** @throws UnknownYearError where a year is unknown and the calendar does not compute provisionally. */
  readonly requireYear: (year: number) => void;
  /** Certainty of a stretch of days, both ends included. */
  readonly certaintyOf: (from: DayNumber, to: DayNumber) => Certainty;
  readonly resolve: (day: DayNumber) => ResolvedDay;
}

/**
 * The notice of the next year may still name make-up workdays this many days before New Year's Day, from 25 December on
 * (2011-12-31 and 2007-12-29 were such).
 */
const openDays = 7;

/** @param layers tables of holidays; later ones win. */
export function dayRules(definition: CalendarDefinition, layers: readonly (readonly HolidayYear[])[]): DayRules {
  const { id, weekly, makeupAs, onMissingYear } = definition;
  const isNational = definition.holidays?.includes('cn');
  const [dates, breaks] = [datedHours(definition.dates), datedHours(definition.breaks)];
  // Later seasons win.
  const seasons = [...(definition.seasons ?? [])].reverse();
  const tables = layers.flat();
  const named = new Map(tables.flatMap(daysOf).map((day) => [day.day, day]));
  const whole = tables.filter((table) => table.statutoryDays !== undefined);
  const known = new Set((whole.length > 0 ? whole : tables).map((table) => table.year));
  const knownYears = [...known].sort((a, b) => a - b);
  const isKnown = (year: number) => layers.length === 0 || known.has(year);
  const counts = (year: number) => onMissingYear === 'provisional' || isKnown(year);

  function weekOf(day: DayNumber): Weekly {
    if (seasons.length === 0) return weekly;
    const at = dayText(day).slice(5);
    const inSeason = ({ from, to }: { from: string; to: string }) =>
      from <= to ? from <= at && at <= to : from <= at || at <= to;
    return seasons.find(inSeason)?.weekly ?? weekly;
  }

  function makeupHours(week: Weekly): Hours {
    if (Array.isArray(makeupAs)) return makeupAs;
    return (
      (makeupAs === undefined ? weekdays.map((day) => week[day]).find((hours) => hours?.length) : week[makeupAs]) ?? []
    );
  }

  /** Own hours of a date come before what a layer names, and that before the week. */
  function beforeBreaks(day: DayNumber): ResolvedDay {
    const mark = named.get(day) ?? (isNational && !known.has(yearOf(day)) ? fixedHolidayOf(dayText(day)) : undefined);
    const { name, source } = mark ?? {};
    const own = dates.get(day);
    if (own !== undefined) return { kind: own.length > 0 ? 'ownHours' : 'closed', hours: own, name, source };
    if (mark?.off === true) return { kind: 'holiday', hours: [], name, source };
    const week = weekOf(day);
    if (mark !== undefined) return { kind: 'makeupWorkday', hours: makeupHours(week), name, source };
    const weekday = weekdayOf(day);
    const hours = week[weekdays[weekday] ?? 'mon'] ?? [];
    return { kind: hours.length > 0 ? 'workday' : weekday < 5 ? 'closed' : 'weekend', hours };
  }

  const everyHours = [weekly, ...seasons.map((season) => season.weekly)].flatMap((week) => Object.values(week));
  everyHours.push(...dates.values());
  if (Array.isArray(makeupAs)) everyHours.push(makeupAs);
  const lengths = Object.values(weekly)
    .map(lengthOf)
    .filter((length) => length > 0);
  const frequency = (length: number) => lengths.filter((other) => other === length).length;

  return {
    id,
    overnight: everyHours.some((hours) => hours.some(([, to]) => to > '24:00')),
    knownYears,
    namedYears: tables.map((table) => table.year),
    usualLength: lengths.sort((a, b) => frequency(b) - frequency(a) || b - a)[0] ?? 0,
    counts,
    requireYear: (year) => {
      if (!counts(year)) throw new UnknownYearError(id, year, knownYears);
    },
    certaintyOf: (from, to) => {
      const last = yearOf(to + openDays);
      for (let year = yearOf(from); year <= last; year++) if (!isKnown(year)) return 'provisional';
      return 'official';
    },
    resolve: (day) => {
      const found = beforeBreaks(day);
      const taken = breaks.get(day);
      return taken === undefined ? found : { ...found, hours: hoursWithout(found.hours, taken) };
    },
  };
}

function datedHours(dates: CalendarDefinition['dates'] = {}): ReadonlyMap<DayNumber, Hours> {
  return new Map(Object.entries(dates).map(([date, hours]) => [parseDay(date) as DayNumber, hours]));
}
