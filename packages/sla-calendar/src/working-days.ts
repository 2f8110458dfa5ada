import { millisecondsInDay, millisecondsInMinute } from 'date-fns/constants';
import type { DayNumber } from './civil-date.js';
import type { DayRules } from './day-kind.js';
import { InvalidTermError } from './errors.js';
import { minutesOf } from './minutes.js';
import type { Timeline } from './timeline.js';
import type { ZoneOffsets } from './zone-offsets.js';

/**
 * Whether the day on which a period begins is counted. `excluded` is the rule of 民法典 art. 201(1);
 * `excludedIfAfter: "HH:MM"` counts it unless the period begins after that time of day.
 */
export type StartDay = 'excluded' | 'included' | { readonly excludedIfAfter: string };

/**
 * When the last day ends: at `closing` (民法典 art. 203(2), where there are business hours), at `endOfDay` (24:00), at
 * the `sameClock` as it began (the next opening, where that is closed), or after as many usual working days' lengths of
 * working time as days are counted (`dayLengths`).
 */
export type DayEnd = 'closing' | 'endOfDay' | 'sameClock' | 'dayLengths';

/** Receipt at `from` (`HH:MM`) or later counts as received at `countsAt` on the next working day. */
export interface LateReceipt {
  readonly from: string;
  readonly countsAt: string;
}

/** Options of `addWorkingDays`. */
export interface WorkingDaysOptions {
  /** Default `excluded`. */
  readonly startDay?: StartDay;
  /** Default `closing`. */
  readonly end?: DayEnd;
}

/** The compiled parts of a calendar. */
export interface Engine {
  readonly timeline: Timeline;
  readonly rules: DayRules;
  readonly zone: ZoneOffsets;
}

/** Whether the day of `at` is counted as the first one. */
export function countsStartDay(engine: Engine, at: number, startDay: StartDay): boolean {
  if (startDay === 'excluded' || startDay === 'included') return startDay === 'included';
  return wallClock(engine, at) <= minutesOf(startDay.excludedIfAfter) * millisecondsInMinute;
}

/** The instant at which receipt counts: late in the day, at a stated time of the next working day. */
export function countedReceipt(engine: Engine, at: number, late: LateReceipt | undefined): number {
  if (late === undefined || wallClock(engine, at) < minutesOf(late.from) * millisecondsInMinute) return at;
  const day = engine.timeline.workingDay(engine.timeline.dayOf(at), 1, false);
  return engine.zone.instantOf(day * millisecondsInDay + minutesOf(late.countsAt) * millisecondsInMinute);
}

/** Milliseconds of the wall clock since midnight. */
export function wallClock(engine: Engine, at: number): number {
  const wall = at + engine.zone.offsetAt(at);
  return wall - Math.floor(wall / millisecondsInDay) * millisecondsInDay;
}

/** 24:00 of a day: the instant at which the next one begins. */
export function endOfDay(engine: Engine, day: DayNumber): number {
  return engine.zone.instantOf((day + 1) * millisecondsInDay);
}

/** The wall clock of `from` on another day, moved to the next opening (backwards: the previous closing) where closed. */
export function sameClockOn(engine: Engine, day: DayNumber, from: number, backwards = false): number {
  const at = engine.zone.instantOf(day * millisecondsInDay + wallClock(engine, from));
  if (engine.timeline.touches(at)) return at;
  return backwards ? engine.timeline.previousClosing(at) : engine.timeline.nextOpening(at);
}

/** Counts `days` working days from an instant; the engine of `calendar.addWorkingDays`. */
export function addWorkingDays(engine: Engine, from: number, days: number, options: WorkingDaysOptions): number {
  if (!Number.isSafeInteger(days))
    throw new InvalidTermError('/amount', days, 'working days are counted as a whole number');
  const { timeline, rules } = engine;
  const { startDay = 'excluded', end = 'closing' } = options;
  if (end === 'dayLengths') return timeline.advance(from, days * rules.usualLength * millisecondsInMinute, false);
  const day = timeline.workingDay(timeline.dayOf(from), days, countsStartDay(engine, from, startDay));
  if (end === 'endOfDay') return endOfDay(engine, day);
  if (end === 'sameClock') return sameClockOn(engine, day, from, days < 0);
  return timeline.closingOf(day) ?? endOfDay(engine, day);
}
