import type { ClockPolicy, Warning } from './clock-policy.js';
import { dueInstant } from './due-instant.js';
import type { Engine } from './engine.js';
import { type Instant, toEpochMilliseconds } from './instant.js';
import { millisecondsInDay } from './milliseconds.js';
import { ownTimeOf, type Pause, pausedTime, runningFor } from './own-time.js';
import type { Term } from './term.js';
import { unitLength } from './unit-length.js';
import { daysTouched, dueMovedByDays, instantOfDay, instantOfDueDay } from './whole-day-pause.js';
import { engineOf, type WorkingCalendar } from './working-calendar.js';
import { addWorkingDays } from './working-days.js';

/** The instant at which a warning of a clock is given. */
export interface WarningInstant {
  readonly id: string;
  readonly at: Date;
}

/**
 * The new due instant after a pause: later by the clock's own time that the pause took, so that a pause outside working
 * hours moves nothing, and two pauses move as much as one of the same working time.
 *
 * @param options.pauses how a pause moves the clock, as in `ClockPolicy`
 * @param options.earlier the pauses before it, which have moved the due instant already: by `wholeDays` a day that one of
 * them touches does not count again. They are not asked for by `workingTime`.
 * @example
 * const office = chinaCalendar()
 * dueAfterPause('2026-03-09T17:30:00+08:00', '2026-03-06T16:30:00+08:00', '2026-03-09T10:00:00+08:00',
 *   { kind: 'workingDays', amount: 13 }, office).toISOString() // '2026-03-10T03:00:00.000Z', two working hours later
 */
export function dueAfterPause(
  dueAt: Instant,
  pausedAt: Instant,
  resumedAt: Instant,
  term: Term,
  calendar: WorkingCalendar,
  options: {
    readonly pauses?: ClockPolicy['pauses'];
    readonly earlier?: readonly { readonly from: Instant; readonly to: Instant }[];
  } = {},
): Date {
  const engine = engineOf(calendar);
  const pause = pauseOf(pausedAt, resumedAt);
  const due = toEpochMilliseconds(dueAt);
  if (options.pauses !== 'wholeDays') return new Date(dueMovedByPause(due, pause, term, engine));
  const counted = new Set(
    (options.earlier ?? []).flatMap(({ from, to }) => daysTouched(pauseOf(from, to), term, engine)),
  );
  const days = daysTouched(pause, term, engine).filter((day) => !counted.has(day));
  return new Date(dueMovedByDays(due, days.length, term, engine));
}

/** `dueAfterPause` in epoch milliseconds. */
export function dueMovedByPause(dueAt: number, { from, to }: Pause, term: Term, engine: Engine): number {
  const time = ownTimeOf(term, engine);
  return from < to ? time.advance(dueAt, time.between(from, to)) : dueAt;
}

/**
 * The new due instant after an extension, counted from the old one (or from any other instant). An extension is a term
 * of its own, in any unit.
 *
 * @example
 * dueAfterExtension('2026-03-09T17:30:00+08:00', { kind: 'workingDays', amount: 2 }, chinaCalendar()).toISOString()
 * // '2026-03-11T09:30:00.000Z'
 */
export function dueAfterExtension(dueAt: Instant, extension: Term, calendar: WorkingCalendar): Date {
  return new Date(dueMovedByExtension(toEpochMilliseconds(dueAt), extension, engineOf(calendar)));
}

/** `dueAfterExtension` in epoch milliseconds. */
export function dueMovedByExtension(dueAt: number, extension: Term, engine: Engine): number {
  if ('unit' in extension) return dueInstant(extension, dueAt, engine);
  // 24:00 is the end of a day, though the same instant begins the next one: days are counted from the day that ended.
  const sameClock = 'end' in extension && extension.end === 'sameClock';
  return dueInstant(extension, sameClock ? instantOfDay(dueAt, engine) : instantOfDueDay(dueAt, engine), engine);
}

/**
 * When the warnings of a clock are given. Percentages are shares of the clock's own time between start and due, pauses
 * left out; `before` goes back from due in the clock's own time, so that one working hour before Monday 09:30 is Friday
 * afternoon.
 *
 * @param pauses the pauses so far, in order, each ended.
 * @example
 * warningInstants({ kind: 'elapsed', amount: 30, unit: 'minute' }, '2026-03-02T09:00:00+08:00',
 *   '2026-03-02T09:30:00+08:00', [{ id: 'half', percent: 50 }], alwaysCalendar())[0].at.toISOString()
 * // '2026-03-02T01:15:00.000Z'
 */
export function warningInstants(
  term: Term,
  startedAt: Instant,
  dueAt: Instant,
  warn: readonly Warning[],
  calendar: WorkingCalendar,
  pauses: readonly { readonly from: Instant; readonly to: Instant }[] = [],
): readonly WarningInstant[] {
  const stops = pauses.map(({ from, to }) => pauseOf(from, to));
  const [start, due] = [toEpochMilliseconds(startedAt), toEpochMilliseconds(dueAt)];
  return warn.map((warning) => ({
    id: warning.id,
    at: new Date(warningInstant(warning, term, start, due, stops, engineOf(calendar))),
  }));
}

/** When one warning is given, in epoch milliseconds. */
export function warningInstant(
  warning: Warning,
  term: Term,
  start: number,
  due: number,
  pauses: readonly Pause[],
  engine: Engine,
): number {
  const time = ownTimeOf(term, engine);
  if ('percent' in warning) {
    const total = time.between(start, due) - pausedTime(pauses, time);
    return runningFor(start, Math.round((total * warning.percent) / 100), pauses, time);
  }
  const { amount, unit } = warning.before;
  if (unit === 'day') return due - Math.round(amount * millisecondsInDay);
  if (unit !== 'workingDay') return runningFor(due, -Math.round(amount * unitLength[unit]), pauses, time);
  const inside = instantOfDay(due, engine);
  return addWorkingDays(engine, inside, -Math.ceil(amount), { end: inside === due ? 'sameClock' : 'endOfDay' });
}

function pauseOf(from: Instant, to: Instant): Pause {
  return { from: toEpochMilliseconds(from), to: toEpochMilliseconds(to) };
}
