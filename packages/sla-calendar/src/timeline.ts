import { type DayNumber, dayNumberOf, yearOf } from './civil-date.js';
import { type CompiledYear, compileYear } from './compiled-year.js';
import type { DayRules } from './day-kind.js';
import { InvalidInstantError, NoWorkingTimeError } from './errors.js';
import { millisecondsInDay } from './milliseconds.js';
import { countBelow } from './sorted-list.js';
import type { ZoneOffsets } from './zone-offsets.js';

/** First and last year that a calendar counts in; a term that leaves them is a mistake, not a deadline. */
const firstYear = 1900;
const lastYear = 2199;
/** 1 January of each of these years and of the one after them. */
const newYearsDays = Array.from({ length: lastYear - firstYear + 2 }, (_, n) => dayNumberOf(firstYear + n, 1, 1));
const firstDay = dayNumberOf(firstYear, 1, 1);
const afterLastDay = dayNumberOf(lastYear + 1, 1, 1);
/** Mean length of a Gregorian year: near enough to guess in which year an instant lies. */
const meanYear = 365.2425 * millisecondsInDay;

/**
 * The working time of a calendar as one line of instants (epoch milliseconds) and civil days.
 * Every method may throw UnknownYearError or NoWorkingTimeError.
 */
export interface Timeline {
  /**
   * The instant at which `delta` milliseconds of working time have passed since `from` (before it, if negative):
   * the nearest such instant to `from`, or with `far` the farthest one, which is the next opening (the previous closing)
   * where the time is used up exactly at a closing (an opening).
   */
  readonly advance: (from: number, delta: number, far?: boolean) => number;
  /** Working milliseconds from `a` to `b`, negative if `b` is earlier. */
  readonly between: (a: number, b: number) => number;
  readonly isOpen: (at: number) => boolean;
  /** `at` itself where it is open. */
  readonly nextOpening: (at: number) => number;
  /** `at` itself where it lies in working time or just at its closing. */
  readonly previousClosing: (at: number) => number;
  /** `undefined` where the calendar never closes any more. */
  readonly nextClosing: (at: number) => number | undefined;
  /** First opening and last closing of a working day. */
  readonly hoursOf: (day: DayNumber) => readonly [opening: number, closing: number] | undefined;
  /**
   * The `n`-th working day after `day` (before it, if negative), where `included` lets `day` itself be the first;
   * for 0 the first working day from `day` on.
   */
  readonly workingDay: (day: DayNumber, n: number, included?: boolean) => DayNumber;
  /** Number of working days after `a` up to and including `b`; negative if `b` is earlier. */
  readonly workingDaysBetween: (a: DayNumber, b: DayNumber) => number;
  /** The working periods that touch `from` to `to`, cut to it. */
  readonly segments: (from: number, to: number) => readonly (readonly [from: number, to: number])[];
}

/**
 * The timeline of a calendar. Its unit is the civil year: years are compiled when they are first needed, and what a
 * question needs depends on the question alone, never on what was asked before.
 */
export function timelineOf(rules: DayRules, zone: ZoneOffsets): Timeline {
  const years: CompiledYear[] = [];

  function yearAt(year: number): CompiledYear {
    const known = years[year - firstYear];
    if (known !== undefined) return known;
    if (!(year >= firstYear && year <= lastYear)) throw new NoWorkingTimeError(rules.id);
    const compiled = compileYear(year, rules, zone);
    years[year - firstYear] = compiled;
    return compiled;
  }

  /** The civil year of a day. */
  function yearOfDay(day: DayNumber): CompiledYear {
    if (!(day >= firstDay && day < afterLastDay))
      throw new InvalidInstantError(yearOf(day), `Calendars count in the years ${firstYear} to ${lastYear}.`);
    // Never too late, and rarely too early by one: leap days come every fourth year at most.
    let index = Math.floor((day - firstDay) / 365.25);
    while (day >= (newYearsDays[index + 1] as number)) index++;
    return yearAt(firstYear + index);
  }

  /** The civil year of an instant, after which the years around it can be asked. */
  function yearOfInstant(at: number): CompiledYear {
    const guessed = years[Math.floor(at / meanYear) + 1970 - firstYear];
    if (guessed !== undefined && at >= guessed.knownFrom && at < guessed.to) return guessed;
    const shown = yearOfDay(zone.dayOf(at));
    // Where the clock is put back over New Year, the old year is shown again after the new one has begun.
    const year = at < shown.to ? shown : yearAt(shown.year + 1);
    if (at < year.knownFrom) rules.requireYear(year.year - 1);
    return year;
  }

  /** Working time of the year before an instant in it. */
  function workBefore({ starts, ends, before, total }: CompiledYear, at: number): number {
    const next = countBelow(ends, at + 1);
    return next < starts.length ? (before[next] as number) + Math.max(0, at - (starts[next] as number)) : total;
  }

  /**
   * The instant with `delta` more working time before it than `from` has: of all such instants the latest, which is an
   * opening rather than a closing, or the earliest.
   */
  function instantWith(from: number, delta: number, latest: boolean): number {
    let year = yearOfInstant(from);
    let work = workBefore(year, from) + delta;
    while (latest ? work < 0 : work <= 0) {
      year = yearAt(year.year - 1);
      work += year.total;
    }
    while (latest ? work >= year.total : work > year.total) {
      work -= year.total;
      year = yearAt(year.year + 1);
    }
    const segment = countBelow(year.before, latest ? work + 1 : work) - 1;
    const at = (year.starts[segment] as number) + work - (year.before[segment] as number);
    if (at < year.knownFrom) rules.requireYear(year.year - 1);
    return at;
  }

  function between(a: number, b: number): number {
    if (b < a) return 0 - between(b, a);
    const last = yearOfInstant(b);
    const first = yearOfInstant(a);
    let time = workBefore(last, b) - workBefore(first, a);
    for (let { year } = first; year < last.year; year++) time += yearAt(year).total;
    return time;
  }

  function isOpen(at: number): boolean {
    const { starts, ends } = yearOfInstant(at);
    return (starts[countBelow(ends, at + 1)] as number) <= at;
  }

  function nextClosing(at: number): number | undefined {
    for (let { year } = yearOfInstant(at); ; year++) {
      const { ends, to } = yearAt(year);
      const end = ends[countBelow(ends, at + 1)];
      if (end !== undefined && end < to) return end;
      if (year === lastYear) return undefined;
      // A segment at the end of the year may go on in the next one.
      if (end === to && !isOpen(to)) return to;
    }
  }

  function segments(from: number, to: number): readonly (readonly [number, number])[] {
    const found: [number, number][] = [];
    if (!(from < to)) return found;
    const last = yearOfInstant(to - 1).year;
    for (let { year } = yearOfInstant(from); year <= last; year++) {
      const { starts, ends } = yearAt(year);
      for (let i = countBelow(ends, from + 1); (starts[i] as number) < to; i++) {
        const [start, end] = [Math.max(from, starts[i] as number), Math.min(to, ends[i] as number)];
        const previous = found[found.length - 1];
        if (previous?.[1] === start) previous[1] = end;
        else found.push([start, end]);
      }
    }
    return found;
  }

  function hoursOf(day: DayNumber): readonly [number, number] | undefined {
    const { hours, firstDay } = yearOfDay(day);
    return hours[day - firstDay];
  }

  function workingDay(day: DayNumber, n: number, included = false): DayNumber {
    let { year, days, daysBefore, firstDay } = yearOfDay(day);
    const forward = n > 0;
    const from = day - firstDay + (forward === included || n === 0 ? 0 : 1);
    let wanted = (daysBefore[from] as number) + n - (forward ? 1 : 0);
    while (wanted < 0) {
      days = yearAt(--year).days;
      wanted += days.length;
    }
    while (wanted >= days.length) {
      wanted -= days.length;
      days = yearAt(++year).days;
    }
    return days[wanted] as number;
  }

  /** Working days of the year up to and including a day. */
  function daysThrough({ daysBefore, firstDay }: CompiledYear, day: DayNumber): number {
    return daysBefore[day - firstDay + 1] as number;
  }

  function workingDaysBetween(a: DayNumber, b: DayNumber): number {
    if (b < a) return 0 - workingDaysBetween(b, a);
    const last = yearOfDay(b);
    const first = yearOfDay(a);
    let count = daysThrough(last, b) - daysThrough(first, a);
    for (let { year } = first; year < last.year; year++) count += yearAt(year).days.length;
    return count;
  }

  return {
    advance: (from, delta, far = false) => (delta === 0 && !far ? from : instantWith(from, delta, far === delta >= 0)),
    between,
    isOpen,
    nextOpening: (at) => instantWith(at, 0, true),
    previousClosing: (at) => instantWith(at, 0, false),
    nextClosing,
    hoursOf,
    workingDay,
    workingDaysBetween,
    segments,
  };
}
