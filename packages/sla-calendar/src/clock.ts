import type { ClockPolicy } from './clock-policy.js';
import {
  dueMovedByExtension,
  dueMovedByPause,
  ownTimeBetween,
  runningTimeBetween,
  warningInstant,
} from './clock-time.js';
import type { Certainty } from './day-kind.js';
import { certaintyOfTerm } from './due-date.js';
import { dueInstant } from './due-instant.js';
import { InvalidTermError } from './errors.js';
import { type Instant, toEpochMilliseconds } from './instant.js';
import type { Term } from './term.js';
import { daysTouched, dueMovedByDays, type Pause } from './whole-day-pause.js';
import { engineOf, type WorkingCalendar } from './working-calendar.js';
import type { Engine } from './working-days.js';

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

type TimedEvent = { readonly event: ClockEvent; readonly at: number };

interface Extension {
  readonly term: Term;
  readonly at: number;
  readonly from: 'due' | 'at';
}

/** The facts that the events leave behind. */
interface ClockFacts {
  policy: ClockPolicy;
  startedAt: number;
  pausedAt: number | undefined;
  stopped: { readonly at: number; readonly as: 'met' | 'cancelled' } | undefined;
  /** Ended pauses and extensions, in the order in which they happened. */
  changes: (Pause | Extension)[];
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
  const past = events
    .map((event): TimedEvent => ({ event, at: toEpochMilliseconds(event.at) }))
    .filter(({ at }) => at <= until)
    .sort((a, b) => a.at - b.at);
  const facts = past.reduce<ClockFacts | undefined>((before, event) => evolve(before, event, policy), undefined);
  if (facts === undefined) {
    throw new InvalidTermError(
      '/events',
      events,
      `the clock has no event "start" up to ${new Date(until).toISOString()}`,
    );
  }
  return read(facts, until, engineOf(calendar));
}

function evolve(facts: ClockFacts | undefined, { event, at }: TimedEvent, policy: ClockPolicy): ClockFacts | undefined {
  if (event.type === 'reset') return begin(facts?.policy ?? policy, at);
  if (facts === undefined) return event.type === 'start' ? begin(policy, at) : undefined;
  if (event.type === 'policyChanged') return { ...facts, policy: event.policy };
  if (facts.stopped !== undefined) return facts;
  switch (event.type) {
    case 'pause':
      return { ...facts, pausedAt: facts.pausedAt ?? at };
    case 'resume':
      return resumed(facts, at);
    case 'extend':
      return { ...facts, changes: [...facts.changes, { term: event.term, at, from: event.from ?? 'due' }] };
    case 'satisfied':
      return { ...resumed(facts, at), stopped: { at, as: 'met' } };
    case 'cancel':
      return { ...resumed(facts, at), stopped: { at, as: 'cancelled' } };
    default:
      return facts;
  }
}

function begin(policy: ClockPolicy, startedAt: number): ClockFacts {
  return { policy, startedAt, pausedAt: undefined, stopped: undefined, changes: [] };
}

function resumed(facts: ClockFacts, at: number): ClockFacts {
  if (facts.pausedAt === undefined) return facts;
  return { ...facts, pausedAt: undefined, changes: [...facts.changes, { from: facts.pausedAt, to: at }] };
}

function read(facts: ClockFacts, now: number, engine: Engine): ClockReading {
  const { policy, startedAt, stopped } = facts;
  const { term } = policy;
  const end = stopped?.at ?? now;
  const { changes } = resumed(facts, end);
  const pauses = changes.filter(isPause);
  const due = dueAfter(changes, policy, dueInstant(term, startedAt, engine), engine);
  const late = end > due;
  const toDue = ownTimeBetween(end, due, term, engine);
  const pausedTotal = pauses.reduce((sum, pause) => sum + ownTimeBetween(pause.from, pause.to, term, engine), 0);
  return {
    state: stopped?.as ?? (facts.pausedAt !== undefined ? 'paused' : late ? 'breached' : 'running'),
    late,
    startedAt: new Date(startedAt),
    dueAt: new Date(due),
    elapsed: runningTimeBetween(startedAt, end, pauses, term, engine),
    remaining: Math.max(0, toDue),
    overdueBy: Math.max(0, -toDue),
    pausedTotal,
    ...(countsDays(term) ? { remainingWorkingDays: workingDaysLeft(end, due, engine) } : {}),
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
    if (!isPause(change)) return extended(due, change, engine);
    if (pauses !== 'wholeDays') return dueMovedByPause(due, change, term, engine);
    const fresh = daysTouched(change, term, engine).filter((day) => !counted.has(day));
    for (const day of fresh) counted.add(day);
    return dueMovedByDays(due, fresh.length, term, engine);
  }, first);
}

function isPause(change: Pause | Extension): change is Pause {
  return 'to' in change;
}

function extended(due: number, { term, at, from }: Extension, engine: Engine): number {
  return from === 'at' ? dueInstant(term, at, engine) : dueMovedByExtension(due, term, engine);
}

function countsDays(term: Term): boolean {
  return term.kind === 'workingDays' || term.kind === 'naturalDays' || term.kind === 'naturalMonths';
}

function workingDaysLeft(from: number, due: number, engine: Engine): number {
  const { timeline } = engine;
  return due <= from ? 0 : timeline.workingDaysBetween(timeline.dayOf(from), timeline.dayOf(due - 1));
}
