import type { DayNumber } from './civil-date.js';
import type { Engine } from './engine.js';
import { InvalidTermError } from './errors.js';
import { millisecondsInMinute } from './milliseconds.js';
import { clock } from './minutes.js';

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

/** Options of `addWorkingDays`. */
export interface WorkingDaysOptions {
  /** Default `excluded`. */
  readonly startDay?: StartDay;
  /** Default `closing`. */
  readonly end?: DayEnd;
}

/** Whether the day of `at` is counted as the first one. */
export function countsStartDay(engine: Engine, at: number, startDay: StartDay = 'excluded'): boolean {
  return typeof startDay === 'string'
    ? startDay === 'included'
    : engine.wallClock(at) <= clock(startDay.excludedIfAfter);
}

/** 24:00 of a day: the instant at which the next one begins. */
export function endOfDay(engine: Engine, day: DayNumber): number {
  return engine.atClock(day + 1, 0);
}

/**
 * When a last day ends. The wall clock of `from` moves to the next opening (backwards: the previous closing) where that
 * is closed; a day without hours closes at 24:00.
 */
export function endOn(
  engine: Engine,
  day: DayNumber,
  end: DayEnd = 'closing',
  from: number,
  backwards = false,
): number {
  if (end === 'closing') return engine.hoursOf(day)?.[1] ?? endOfDay(engine, day);
  if (end === 'endOfDay') return endOfDay(engine, day);
  const at = engine.atClock(day, engine.wallClock(from));
  // A closing is still in time.
  if (engine.isOpen(at) || engine.isOpen(at - 1)) return at;
  return backwards ? engine.previousClosing(at) : engine.nextOpening(at);
}

/** Counts `days` working days from an instant; the engine of `calendar.addWorkingDays`. */
export function addWorkingDays(engine: Engine, from: number, days: number, options: WorkingDaysOptions): number {
  if (!Number.isSafeInteger(days))
    throw new InvalidTermError('/amount', days, 'working days are counted as a whole number');
  const { startDay, end } = options;
  if (end === 'dayLengths') return engine.advance(from, days * engine.usualLength * millisecondsInMinute);
  const day = engine.workingDay(engine.dayOf(from), days, countsStartDay(engine, from, startDay));
  return endOn(engine, day, end, from, days < 0);
}
