import type { ClockPolicy } from './clock-policy.js';
import { dueMovedByExtension, dueMovedByPause, warningInstant } from './clock-time.js';
import type { Certainty } from './day-kind.js';
import { certaintyOfTerm } from './due-date.js';
import { dueInstant } from './due-instant.js';
import type { Engine } from './engine.js';
import { InvalidTermError } from './errors.js';
import { type Instant, toEpochMilliseconds } from './instant.js';
import { ownTimeOf, type Pause, pausedTime } from './own-time.js';
import type { Term } from './term.js';
import { daysTouched, dueMovedByDays } from './whole-day-pause.js';
import { engineOf, type WorkingCalendar } from './working-calendar.js';

/**
 * What happened to a clock.
 * - `extend` moves the due instant by a term, counted from the due instant (default) or from `at`, the approval;
 * - `policyChanged` counts the new term from the old start; pauses and extensions stay;
 * - `satisfied` and `cancel` stop the clock;
 * - `reset` starts it anew at `at`, as a re-dispatch does: pauses, extensions and the stop are forgotten.
 */
export type ClockEvent =
  | { readonly type: 'start' | 'pause' | 'resume' | 'satisfied' | 'reset' | 'cancel'; readonly at: Instant }
  | { readonly type: 'extend'; readonly at: Instant; readonly term: Term; readonly from?: 'due' | 'at' }
  | { readonly type: 'policyChanged'; readonly at: Instant; readonly policy: ClockPolicy };

/** A warning of a clock as it stands. */
export interface ClockWarning {
  readonly id: string;
  readonly at: Date;
  /** Whether its instant has come while the clock was not stopped. */
  readonly fired: boolean;
}

/** A clock as it stands at an instant. Durations are milliseconds of the clock's own time. */
export interface ClockReading {
  /** `paused` wins; `breached`: past due and not stopped; stopped after due is `met` with `late`. */
  readonly state: 'running' | 'paused' | 'met' | 'breached' | 'cancelled';
  /** Whether the due instant had passed when the clock stopped, or has passed now. Exactly at due is not late. */
  readonly late: boolean;
  readonly startedAt: Date;
  /** During a pause: where it would lie if the clock were resumed now. */
  readonly dueAt: Date;
  /** Time that has run, pauses left out. */
  readonly elapsed: number;
  readonly remaining: number;
  readonly overdueBy: number;
  readonly pausedTotal: number;
  /** For clocks of days: working days after today up to the due day. */
  readonly remainingWorkingDays?: number;
  readonly warnings: readonly ClockWarning[];
  readonly certainty: Certainty;
}

interface Extension {
  readonly term: Term;
  /** The approval, where the extension counts from it. */
  readonly at: number | undefined;
}

/** What the events leave behind. */
interface ClockFacts {
  policy: ClockPolicy;
  readonly startedAt: number;
  pausedAt: number | undefined;
  stopped: { readonly at: number; readonly as: 'met' | 'cancelled' } | undefined;
  /** Ended pauses and extensions, in the order in which they happened. */
  readonly changes: (Pause | Extension)[];
}

/**
 * Reads a clock: a pure fold of its events up to `now`. The order of the events in the list does not matter, their
 * instants do; events after `now` have not happened yet.
 *
 * @throws InvalidTermError where no event starts the clock by `now`.
 * @example
 * const policy = { term: { kind: 'workingTime', amount: 4, unit: 'hour' } } as const
 * evaluateClock(policy, [{ type: 'start', at: '2026-03-02T09:00:00+08:00' }], '2026-03-02T11:00:00+08:00',
 *   chinaCalendar()).remaining // 7200000
 */
export function evaluateClock(
  policy: ClockPolicy,
  events: readonly ClockEvent[],
  now: Instant,
  calendar: WorkingCalendar,
): ClockReading {
  const until = toEpochMilliseconds(now);
  const happened = events
    .map((event) => ({ event, at: toEpochMilliseconds(event.at) }))
    .filter(({ at }) => at <= until)
    .sort((a, b) => a.at - b.at);
  let facts: ClockFacts | undefined;
  for (const { event, at } of happened) {
    const { type } = event;
    if (type === 'reset' || (type === 'start' && facts === undefined)) facts = started(facts?.policy ?? policy, at);
    else if (facts !== undefined) note(facts, event, at);
  }
  if (facts === undefined) {
    const message = `the clock has no event "start" up to ${new Date(until).toISOString()}`;
    throw new InvalidTermError('/events', events, message);
  }
  return read(facts, until, engineOf(calendar));
}

function started(policy: ClockPolicy, startedAt: number): ClockFacts {
  return { policy, startedAt, pausedAt: undefined, stopped: undefined, changes: [] };
}

/** A clock that has stopped hears of nothing but a change of its policy. */
function note(facts: ClockFacts, event: ClockEvent, at: number): void {
  const { type } = event;
  if (type === 'policyChanged') facts.policy = event.policy;
  if (facts.stopped !== undefined) return;
  if (type === 'pause') facts.pausedAt ??= at;
  if (type === 'resume') endPause(facts, at);
  if (type === 'extend') facts.changes.push({ term: event.term, at: event.from === 'at' ? at : undefined });
  if (type === 'satisfied' || type === 'cancel') {
    endPause(facts, at);
    facts.stopped = { at, as: type === 'cancel' ? 'cancelled' : 'met' };
  }
}

function endPause(facts: ClockFacts, at: number): void {
  if (facts.pausedAt !== undefined) facts.changes.push({ from: facts.pausedAt, to: at });
  facts.pausedAt = undefined;
}

/** The reading of the facts, which are used up by it. */
function read(facts: ClockFacts, now: number, engine: Engine): ClockReading {
  const { policy, startedAt, stopped, changes } = facts;
  const { term } = policy;
  const end = stopped?.at ?? now;
  const paused = facts.pausedAt !== undefined;
  endPause(facts, end);
  const pauses = changes.filter(isPause);
  const due = dueAfter(changes, policy, dueInstant(term, startedAt, engine), engine);
  const late = end > due;
  const time = ownTimeOf(term, engine);
  const toDue = time.between(end, due);
  const pausedTotal = pausedTime(pauses, time);
  return {
    state: stopped?.as ?? (paused ? 'paused' : late ? 'breached' : 'running'),
    late,
    startedAt: new Date(startedAt),
    dueAt: new Date(due),
    elapsed: time.between(startedAt, end) - pausedTotal,
    remaining: Math.max(0, toDue),
    overdueBy: Math.max(0, -toDue),
    pausedTotal,
    // Terms of days alone have an amount without a unit of time.
    ...('amount' in term && !('unit' in term) ? { remainingWorkingDays: workingDaysLeft(end, due, engine) } : {}),
    warnings: (policy.warn ?? []).map((warning) => {
      const at = warningInstant(warning, term, startedAt, due, pauses, engine);
      return { id: warning.id, at: new Date(at), fired: at <= end };
    }),
    certainty: certaintyOfTerm(term, startedAt, due, engine),
  };
}

/** Moves the due instant by pauses and extensions in the order in which they happened. */
function dueAfter(changes: readonly (Pause | Extension)[], policy: ClockPolicy, first: number, engine: Engine): number {
  const { term, pauses } = policy;
  const counted = new Set<number>();
  return changes.reduce((due, change) => {
    if (!isPause(change)) {
      const { term: extension, at } = change;
      return at === undefined ? dueMovedByExtension(due, extension, engine) : dueInstant(extension, at, engine);
    }
    if (pauses !== 'wholeDays') return dueMovedByPause(due, change, term, engine);
    const fresh = daysTouched(change, term, engine).filter((day) => !counted.has(day));
    for (const day of fresh) counted.add(day);
    return dueMovedByDays(due, fresh.length, term, engine);
  }, first);
}

function isPause(change: Pause | Extension): change is Pause {
  return 'to' in change;
}

function workingDaysLeft(from: number, due: number, engine: Engine): number {
  return due <= from ? 0 : engine.workingDaysBetween(engine.dayOf(from), engine.dayOf(due - 1));
}
