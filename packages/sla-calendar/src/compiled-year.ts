import { type DayNumber, dayNumberOf } from './civil-date.js';
import type { DayRules } from './day-kind.js';
import { clock } from './minutes.js';
import type { ZoneOffsets } from './zone-offsets.js';

/** The working time of one civil year in epoch milliseconds. Neighbouring years touch and never overlap. */
export interface CompiledYear {
  readonly year: number;
  /** 1 January. */
  readonly firstDay: DayNumber;
  /** The instant at which the next year begins. */
  readonly to: number;
  /** From here on every opening is known; later than the beginning of the year where the hours of an unknown 31 December could reach in. */
  readonly knownFrom: number;
  /** Segments of working time, in order, that neither touch nor overlap. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Working time of the year before each segment, and in all. */
  readonly before: readonly number[];
  readonly total: number;
  /** Working days in order, and how many lie before each day from 1 January of this year to that of the next. */
  readonly days: readonly DayNumber[];
  readonly daysBefore: readonly number[];
  /** First opening and last closing of each working day, which may lie in the next year, from 1 January on. */
  readonly hours: readonly (readonly [opening: number, closing: number] | undefined)[];
}

/**
 * Turns the days of a year into segments of working time; the only place where wall times become instants.
 *
 * @throws UnknownYearError
 */
export function compileYear(year: number, rules: DayRules, zone: ZoneOffsets): CompiledYear {
  rules.requireYear(year);
  const firstDay = dayNumberOf(year, 1, 1);
  const nextYear = dayNumberOf(year + 1, 1, 1);
  const midnight = (day: DayNumber) => zone.atClock(day, 0);
  const [from, to] = [midnight(firstDay), midnight(nextYear)];
  const reachedInto = rules.overnight && rules.counts(year - 1);
  const found: (readonly [start: number, end: number])[] = [];
  const days: DayNumber[] = [];
  const daysBefore: number[] = [];
  const openings: (readonly [number, number] | undefined)[] = [];

  for (let day = firstDay - (reachedInto ? 1 : 0); day < nextYear; day++) {
    if (day >= firstDay) daysBefore.push(days.length);
    const { hours } = rules.resolve(day);
    // A date that a zone skips altogether (Samoa 2011-12-30) has no hours, although its wall times move forward.
    if (hours.length === 0 || midnight(day + 1) <= midnight(day)) continue;
    const open = hours
      .map(([start, end]) => [zone.atClock(day, clock(start)), zone.atClock(day, clock(end))] as const)
      .filter(([start, end]) => start < end);
    found.push(...open);
    if (day < firstDay || open.length === 0) continue;
    days.push(day);
    openings[day - firstDay] = [Math.min(...open.map(([start]) => start)), Math.max(...open.map(([, end]) => end))];
  }

  daysBefore.push(days.length);
  const knownFrom = rules.overnight && !reachedInto ? midnight(firstDay + 1) : from;
  return { year, firstDay, to, knownFrom, ...joined(found, from, to), days, daysBefore, hours: openings };
}

/** Segments may touch, overlap or lie out of order, as they do over midnight and around changes of the clock. */
function joined(segments: (readonly [number, number])[], from: number, to: number) {
  const [starts, ends, before]: [number[], number[], number[]] = [[], [], []];
  let total = 0;
  for (const [start, end] of segments.sort(([a], [b]) => a - b)) {
    const begin = Math.max(start, ends[ends.length - 1] ?? from);
    const stop = Math.min(end, to);
    if (begin >= stop) continue;
    if (begin === ends[ends.length - 1]) ends[ends.length - 1] = stop;
    else {
      starts.push(begin);
      ends.push(stop);
      before.push(total);
    }
    total += stop - begin;
  }
  return { starts, ends, before, total };
}
