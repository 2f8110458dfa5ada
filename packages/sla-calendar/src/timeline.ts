import type { DayNumber } from './civil-date.js';

/** First and last year that a calendar counts in; a term that leaves them is a mistake, not a deadline. */
export const firstYear = 1900;
export const lastYear = 2199;

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
  advance(from: number, delta: number, far: boolean): number;
  /** Working milliseconds from `a` to `b`, negative if `b` is earlier. */
  between(a: number, b: number): number;
  isOpen(at: number): boolean;
  /** Whether `at` lies in working time or just at its closing. */
  touches(at: number): boolean;
  /** `at` itself where it is open. */
  nextOpening(at: number): number;
  previousClosing(at: number): number;
  /** `undefined` where the calendar never closes any more. */
  nextClosing(at: number): number | undefined;
  dayOf(at: number): DayNumber;
  isWorkingDay(day: DayNumber): boolean;
  /**
   * The `n`-th working day after `day` (before it, if negative), where `included` lets `day` itself be the first;
   * for 0 the first working day from `day` on.
   */
  workingDay(day: DayNumber, n: number, included: boolean): DayNumber;
  /** Number of working days after `a` up to and including `b`; negative if `b` is earlier. */
  workingDaysBetween(a: DayNumber, b: DayNumber): number;
  openingOf(day: DayNumber): number | undefined;
  closingOf(day: DayNumber): number | undefined;
  /** The working periods that touch `from` to `to`, cut to it. */
  segments(from: number, to: number): readonly (readonly [from: number, to: number])[];
}
