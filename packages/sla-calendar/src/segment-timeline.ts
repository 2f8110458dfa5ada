import { millisecondsInDay, millisecondsInMinute } from 'date-fns/constants';
import { type DayNumber, dayNumberOf, yearOf } from './civil-date.js';
import type { DayRules } from './day-kind.js';
import { InvalidInstantError, NoWorkingTimeError } from './errors.js';
import {
  earliestWith,
  indexSegments,
  latestWith,
  type SegmentIndex,
  segmentAfter,
  workBefore,
} from './segment-index.js';
import { firstYear, lastYear, type Timeline } from './timeline.js';
import { type YearSegments, yearSegments } from './year-segments.js';
import type { ZoneOffsets } from './zone-offsets.js';

/** Consecutive compiled years. */
interface Span {
  readonly from: number;
  readonly to: number;
  /** Instants whose working time the span knows for certain: from inclusive, to exclusive. */
  readonly safeFrom: number;
  readonly safeTo: number;
  readonly index: SegmentIndex;
  readonly firstDay: DayNumber;
  /** Number of working days before each day of the span; one entry more than days. */
  readonly workingBefore: Int32Array;
  readonly workingDays: Int32Array;
  readonly opens: Float64Array;
  readonly closes: Float64Array;
}

/**
 * The timeline of a calendar with hours. Years are compiled when they are first needed; what a question needs depends
 * on the question alone, never on what was asked before.
 */
export class SegmentTimeline implements Timeline {
  readonly #rules: DayRules;
  readonly #zone: ZoneOffsets;
  readonly #years = new Map<number, YearSegments>();
  #span: Span | undefined;

  constructor(rules: DayRules, zone: ZoneOffsets) {
    this.#rules = rules;
    this.#zone = zone;
  }

  advance(from: number, delta: number, far: boolean): number {
    if (delta === 0 && !far) return from;
    for (let span = this.#spanAround(from); ; ) {
      const { index } = span;
      const work = workBefore(index, from) + delta;
      if (delta >= 0) {
        if (far ? work < index.total : work <= index.total)
          return far ? latestWith(index, work) : earliestWith(index, work);
        span = this.#later(span, work - index.total);
      } else {
        const inside = far ? work > 0 : work >= 0 && index.count > 0;
        const at = inside ? (far ? earliestWith(index, work) : latestWith(index, work)) : Number.NEGATIVE_INFINITY;
        if (at >= span.safeFrom) return at;
        span = this.#earlier(span, -work);
      }
    }
  }

  between(a: number, b: number): number {
    if (a === b) return 0;
    const span = this.#spanAround(a, b);
    return workBefore(span.index, b) - workBefore(span.index, a);
  }

  isOpen(at: number): boolean {
    const { index } = this.#spanAround(at);
    return (index.starts[segmentAfter(index, at)] as number) <= at;
  }

  touches(at: number): boolean {
    const { index } = this.#spanAround(at);
    const next = segmentAfter(index, at);
    return (index.starts[next] as number) <= at || (next > 0 && index.ends[next - 1] === at);
  }

  nextOpening(at: number): number {
    return this.isOpen(at) ? at : this.advance(at, 0, true);
  }

  previousClosing(at: number): number {
    for (let span = this.#spanAround(at); ; ) {
      const { index } = span;
      const next = segmentAfter(index, at);
      if ((index.starts[next] as number) < at) return at;
      const closing = next > 0 ? (index.ends[next - 1] as number) : Number.NEGATIVE_INFINITY;
      if (closing >= span.safeFrom) return closing;
      span = this.#earlier(span, 0);
    }
  }

  nextClosing(at: number): number | undefined {
    for (let span = this.#spanAround(at); ; ) {
      const { index } = span;
      const next = segmentAfter(index, at);
      // A segment at the end of the span may go on in the next year.
      if (next < index.count - 1 || (next < index.count && (index.ends[next] as number) < span.safeTo))
        return index.ends[next];
      if (span.to >= lastYear) return undefined;
      span = this.#later(span, 0);
    }
  }

  dayOf(at: number): DayNumber {
    return Math.floor((at + this.#zone.offsetAt(at)) / millisecondsInDay);
  }

  isWorkingDay(day: DayNumber): boolean {
    const span = this.#spanOfDays(day, day);
    return !Number.isNaN(span.closes[day - span.firstDay]);
  }

  workingDay(day: DayNumber, n: number, included: boolean): DayNumber {
    for (let span = this.#spanOfDays(day, day); ; ) {
      const at = day - span.firstDay;
      const before = span.workingBefore[at] as number;
      const through = span.workingBefore[at + 1] as number;
      const forward = n === 0 || (n > 0 && included) ? before : through;
      const wanted = n >= 0 ? forward + Math.max(0, n - 1) : (included ? through : before) + n;
      if (wanted >= 0 && wanted < span.workingDays.length) return span.workingDays[wanted] as number;
      // A working day is taken as one day of usual length; only the number of years to compile depends on it.
      const missing = (wanted < 0 ? -wanted : wanted - span.workingDays.length + 1) * this.#usualDay();
      span = wanted < 0 ? this.#earlier(span, missing) : this.#later(span, missing);
    }
  }

  workingDaysBetween(a: DayNumber, b: DayNumber): number {
    const span = this.#spanOfDays(Math.min(a, b), Math.max(a, b));
    const through = (day: DayNumber) => span.workingBefore[day - span.firstDay + 1] as number;
    return through(b) - through(a);
  }

  openingOf(day: DayNumber): number | undefined {
    const span = this.#spanOfDays(day, day);
    const at = span.opens[day - span.firstDay] as number;
    return Number.isNaN(at) ? undefined : at;
  }

  closingOf(day: DayNumber): number | undefined {
    const span = this.#spanOfDays(day, day);
    const at = span.closes[day - span.firstDay] as number;
    return Number.isNaN(at) ? undefined : at;
  }

  segments(from: number, to: number): readonly (readonly [number, number])[] {
    if (!(from < to)) return [];
    const { index } = this.#spanAround(from, to - 1);
    const found: (readonly [number, number])[] = [];
    for (let i = segmentAfter(index, from); (index.starts[i] as number) < to; i++) {
      found.push([Math.max(from, index.starts[i] as number), Math.min(to, index.ends[i] as number)]);
    }
    return found;
  }

  #usualDay(): number {
    return Math.max(1, this.#rules.usualLength) * millisecondsInMinute;
  }

  /** A span that knows the working time at these instants. */
  #spanAround(a: number, b: number = a): Span {
    const span = this.#span;
    if (span !== undefined && a >= span.safeFrom && a < span.safeTo && b >= span.safeFrom && b < span.safeTo)
      return span;
    const first = this.dayOf(Math.min(a, b)) - (this.#rules.overnight ? 1 : 0);
    return this.#spanOfYears(yearOf(first), yearOf(this.dayOf(Math.max(a, b))));
  }

  #spanOfDays(a: DayNumber, b: DayNumber): Span {
    const span = this.#span;
    if (span !== undefined && a >= span.firstDay && b < span.firstDay + span.opens.length) return span;
    return this.#spanOfYears(yearOf(a), yearOf(b));
  }

  /** The span of these years, joined with the one at hand unless an unknown year lies between them. */
  #spanOfYears(from: number, to: number): Span {
    if (!(from >= firstYear && to <= lastYear)) {
      throw new InvalidInstantError(
        from < firstYear ? from : to,
        `Calendars count in the years ${firstYear} to ${lastYear}.`,
      );
    }
    let [first, last] = [from, to];
    if (this.#span !== undefined) {
      [first, last] = [Math.min(first, this.#span.from), Math.max(last, this.#span.to)];
      for (let year = first; year <= last; year++) if (!this.#rules.counts(year)) [first, last] = [from, to];
    }
    if (this.#span?.from === first && this.#span.to === last) return this.#span;
    this.#span = this.#join(first, last);
    return this.#span;
  }

  #later(span: Span, missing: number): Span {
    const reached = this.#reach(span, missing, (years) => span.to + years, 1);
    return this.#spanOfYears(span.from, reached);
  }

  #earlier(span: Span, missing: number): Span {
    const reached = this.#reach(span, missing, (years) => span.from - years, -1);
    return this.#spanOfYears(reached, span.to);
  }

  /** The year up to which to compile for `missing` more working milliseconds, never past an unknown year. */
  #reach(span: Span, missing: number, yearAt: (years: number) => number, step: 1 | -1): number {
    const next = yearAt(1);
    if (next < firstYear || next > lastYear) throw new NoWorkingTimeError(this.#rules.id);
    this.#rules.requireYear(next);
    const perYear = span.index.total / (span.to - span.from + 1);
    const wanted = perYear > 0 ? Math.ceil(missing / perYear) : span.to - span.from + 1;
    let year = next;
    for (let i = 1; i < wanted && year + step >= firstYear && year + step <= lastYear; i++) {
      if (!this.#rules.counts(year + step)) break;
      year += step;
    }
    return year;
  }

  #year(year: number): YearSegments {
    let segments = this.#years.get(year);
    if (segments === undefined) {
      this.#rules.requireYear(year);
      segments = yearSegments(year, this.#rules, this.#zone);
      this.#years.set(year, segments);
    }
    return segments;
  }

  #join(from: number, to: number): Span {
    const years: YearSegments[] = [];
    for (let year = from; year <= to; year++) years.push(this.#year(year));
    const firstDay = dayNumberOf(from, 1, 1);
    const days = dayNumberOf(to + 1, 1, 1) - firstDay;
    const opens = new Float64Array(days);
    const closes = new Float64Array(days);
    let offset = 0;
    for (const year of years) {
      opens.set(year.opens, offset);
      closes.set(year.closes, offset);
      offset += year.opens.length;
    }
    const workingBefore = new Int32Array(days + 1);
    const workingDays: number[] = [];
    for (let day = 0; day < days; day++) {
      if (!Number.isNaN(closes[day])) workingDays.push(firstDay + day);
      workingBefore[day + 1] = workingDays.length;
    }
    return {
      from,
      to,
      safeFrom: this.#zone.instantOf((firstDay + (this.#rules.overnight ? 1 : 0)) * millisecondsInDay),
      safeTo: this.#zone.instantOf((firstDay + days) * millisecondsInDay),
      index: indexSegments(
        years.flatMap((year) => year.starts),
        years.flatMap((year) => year.ends),
      ),
      firstDay,
      workingBefore,
      workingDays: Int32Array.from(workingDays),
      opens,
      closes,
    };
  }
}
