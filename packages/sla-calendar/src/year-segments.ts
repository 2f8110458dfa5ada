import { millisecondsInDay, millisecondsInMinute } from 'date-fns/constants';
import { dayNumberOf } from './civil-date.js';
import type { DayRules } from './day-kind.js';
import type { ZoneOffsets } from './zone-offsets.js';

/** One civil year of a calendar in epoch milliseconds. */
export interface YearSegments {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** First opening and last closing of each day of the year; NaN where it is closed. */
  readonly opens: Float64Array;
  readonly closes: Float64Array;
}

/** Turns the days of a year into segments of working time; the only place where wall times become instants. */
export function yearSegments(year: number, rules: DayRules, zone: ZoneOffsets): YearSegments {
  const firstDay = dayNumberOf(year, 1, 1);
  const days = dayNumberOf(year + 1, 1, 1) - firstDay;
  const starts: number[] = [];
  const ends: number[] = [];
  const opens = new Float64Array(days).fill(Number.NaN);
  const closes = new Float64Array(days).fill(Number.NaN);

  for (let index = 0; index < days; index++) {
    const midnight = (firstDay + index) * millisecondsInDay;
    const { hours } = rules.resolve(firstDay + index);
    // A date that a zone skips altogether (Samoa 2011-12-30) has no hours, although its wall times move forward.
    if (hours.length === 0 || zone.instantOf(midnight + millisecondsInDay) <= zone.instantOf(midnight)) continue;
    for (const [from, to] of hours) {
      const start = zone.instantOf(midnight + from * millisecondsInMinute);
      const end = zone.instantOf(midnight + to * millisecondsInMinute);
      if (end <= start) continue;
      starts.push(start);
      ends.push(end);
      if (!(start >= (opens[index] as number))) opens[index] = start;
      if (!(end <= (closes[index] as number))) closes[index] = end;
    }
  }
  return { starts, ends, opens, closes };
}
