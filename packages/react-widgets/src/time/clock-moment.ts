import type { ClockView } from '@hotline-kit/core/view';
import { civilTime } from './civil-time.js';

/** A clock as it stands at an instant. */
export interface ClockMoment {
  /** A clock that ran when the view was made is `breached` from the first millisecond after its due instant. */
  readonly state: ClockView['state'];
  /** Milliseconds that are left, or by which it is late. */
  readonly time: number;
  /** Whether they are milliseconds of open periods, not of the wall clock. */
  readonly working: boolean;
  /** Working days left after today, or begun after the due day; 0 for a clock of other units. */
  readonly days: number;
  /** Running, and the instant of a warning has come. */
  readonly warned: boolean;
  /** Share of the term that is used, 0 to 1. */
  readonly used: number;
}

/**
 * Prepares a clock for being read each second, without a calendar: a working clock's time is counted over
 * `clock.open`.
 *
 * Past the end of the periods given, a working clock's overdue time goes on by the wall clock: the view does not say
 * when the office closes, and an overdue clock that stands still would deceive. The next view mends it.
 *
 * @param asOf The instant of the view, epoch milliseconds.
 * @example
 * // 2 h of opening left on Monday, 1 h on Tuesday, read on Monday at closing
 * clockReader(clock, 'Asia/Shanghai', undefined)(Date.parse('2023-07-10T17:30:00+08:00')).time // 3600000
 */
export function clockReader(
  clock: ClockView,
  timeZone: string,
  asOf: number | undefined,
): (now: number | undefined) => ClockMoment {
  const { state, late, remaining, remainingWorkingDays } = clock;
  const due = Date.parse(clock.dueAt);
  const byWork = clock.counts === 'working';
  const open = clock.open.map(([from, to]) => [Date.parse(from), Date.parse(to)] as const);
  const knownUntil = Math.max(due, asOf ?? due, ...open.flat());
  const dayOf = (at: number) => civilTime(at, timeZone).dayNumber;
  // Only a clock of days is told in days.
  const openDays = byWork && remainingWorkingDays !== undefined ? [...new Set(open.map(([from]) => dayOf(from)))] : [];
  const used = (left: number) => Math.min(1, Math.max(0, 1 - left / (clock.elapsed + remaining || 1)));

  return (now) => {
    if (now === undefined || (state !== 'running' && state !== 'breached')) {
      return {
        state,
        time: late ? clock.overdueBy : remaining,
        working: byWork,
        days: late ? 0 : (byWork && remainingWorkingDays) || 0,
        warned: state === 'running' && clock.warnings.some(({ fired }) => fired),
        used: used(remaining),
      };
    }
    const overdue = now > due;
    const [from, to] = overdue ? [due, now] : [now, due];
    const own = byWork
      ? open.reduce(
          (sum, [start, end]) => sum + Math.max(0, Math.min(end, to) - Math.max(start, from)),
          Math.max(0, to - knownUntil),
        )
      : to - from;
    return {
      state: overdue ? 'breached' : 'running',
      // Between the last closing and the end of the due day no working time is left, but the wall clock still runs.
      time: own || to - from,
      working: byWork && own > 0,
      days: openDays.filter((day) => day > dayOf(from) && day <= dayOf(to)).length,
      warned: !overdue && clock.warnings.some(({ at }) => Date.parse(at) <= now),
      used: used(overdue ? 0 : own),
    };
  };
}
