import { InvalidTermError } from './errors.js';
import { engineOf, type WorkingCalendar } from './working-calendar.js';

/** Many clocks of working time as columns of numbers. All instants are epoch milliseconds. */
export interface ClockColumns {
  readonly startedAt: Float64Array;
  /** Working milliseconds that each clock may run. */
  readonly amount: Float64Array;
  /** How many pauses each clock has room for; default 0. */
  readonly pausesPerClock?: number;
  /** Pause `p` of clock `c` stands at `c * pausesPerClock + p`; NaN where there is none. */
  readonly pausedAt?: Float64Array;
  readonly resumedAt?: Float64Array;
}

/**
 * Due instants of many clocks of working time at once, in epoch milliseconds: the same results as `dueDate` followed by
 * `dueAfterPause` for each pause, without an object per clock. For recomputing a whole city when a notice changes.
 *
 * @throws InvalidTermError where the columns differ in length.
 * @example
 * dueBatch({ startedAt: Float64Array.of(1772413200000), amount: Float64Array.of(3600000) }, chinaCalendar())[0]
 * // 1772416800000
 */
export function dueBatch(clocks: ClockColumns, calendar: WorkingCalendar): Float64Array {
  const {
    startedAt,
    amount,
    pausesPerClock = 0,
    pausedAt = new Float64Array(),
    resumedAt = new Float64Array(),
  } = clocks;
  const wanted = startedAt.length * pausesPerClock;
  if (amount.length !== startedAt.length || pausedAt.length !== wanted || resumedAt.length !== wanted) {
    throw new InvalidTermError(
      '',
      clocks,
      'the columns need one start and amount for each clock, and pausesPerClock pauses',
    );
  }
  const { advance, between } = engineOf(calendar);
  const due = new Float64Array(startedAt.length);
  for (let clock = 0, pause = 0; clock < due.length; clock++) {
    let time = amount[clock] as number;
    for (const end = pause + pausesPerClock; pause < end; pause++) {
      const [from, to] = [pausedAt[pause] as number, resumedAt[pause] as number];
      if (from < to) time += between(from, to);
    }
    due[clock] = advance(startedAt[clock] as number, time);
  }
  return due;
}
