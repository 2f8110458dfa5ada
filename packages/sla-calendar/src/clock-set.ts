import { type ClockEvent, type ClockReading, evaluateClock } from './clock.js';
import type { ClockPolicy } from './clock-policy.js';
import { type Instant, toEpochMilliseconds } from './instant.js';
import type { WorkingCalendar } from './working-calendar.js';

/** One of several clocks of a ticket, on a calendar of its own. */
export interface TicketClock {
  readonly policy: ClockPolicy;
  readonly events: readonly ClockEvent[];
  readonly calendar: WorkingCalendar;
}

/** What happens at an instant: a warning is given, or a clock is breached (the first millisecond after due). */
export interface ClockHappening {
  readonly at: Date;
  /** Name of the clock. */
  readonly clock: string;
  readonly what: 'warning' | 'breach';
  /** Id of the warning. */
  readonly warning?: string;
}

/**
 * Reads the clocks of a ticket side by side. Each is read on its own calendar and knows nothing of the others; clocks
 * that have not started by `now` are left out.
 *
 * @example
 * const start = { type: 'start', at: '2026-03-06T17:20:00+08:00' } as const
 * const readings = evaluateClocks({
 *   contact: { policy: { term: { kind: 'elapsed', amount: 30, unit: 'minute' } }, events: [start], calendar: alwaysCalendar() },
 *   handle: { policy: { term: { kind: 'workingDays', amount: 2 } }, events: [start], calendar: chinaCalendar() },
 * }, '2026-03-06T18:00:00+08:00')
 * readings.contact?.state // 'breached', while readings.handle?.state is 'running'
 */
export function evaluateClocks<N extends string>(
  clocks: Readonly<Record<N, TicketClock>>,
  now: Instant,
): Readonly<Partial<Record<N, ClockReading>>> {
  const until = toEpochMilliseconds(now);
  const started = (Object.entries(clocks) as [N, TicketClock][]).filter(([, { events }]) =>
    events.some(({ type, at }) => (type === 'start' || type === 'reset') && toEpochMilliseconds(at) <= until),
  );
  return Object.fromEntries(
    started.map(([name, { policy, events, calendar }]) => [name, evaluateClock(policy, events, until, calendar)]),
  ) as Partial<Record<N, ClockReading>>;
}

/**
 * What happens next on the clocks of a ticket, all that falls on the same instant together; empty where nothing will.
 * Paused, stopped and breached clocks wait for an event and are silent. Set any timer to `at` and read the clocks again then.
 *
 * @example
 * const start = { type: 'start', at: '2026-03-02T09:00:00+08:00' } as const
 * const policy = { term: { kind: 'elapsed', amount: 30, unit: 'minute' }, warn: [{ id: 'half', percent: 50 }] } as const
 * const contact = evaluateClock(policy, [start], start.at, alwaysCalendar())
 * nextInstant({ contact }, start.at) // [{ at: 2026-03-02T01:15:00.000Z, clock: 'contact', what: 'warning', warning: 'half' }]
 */
export function nextInstant(
  readings: Readonly<Record<string, ClockReading | undefined>>,
  after: Instant,
): readonly ClockHappening[] {
  const from = toEpochMilliseconds(after);
  const coming = Object.entries(readings).flatMap(([clock, reading]): ClockHappening[] => {
    if (reading?.state !== 'running') return [];
    return [
      ...reading.warnings.map(({ id, at }): ClockHappening => ({ at, clock, what: 'warning', warning: id })),
      { at: new Date(reading.dueAt.getTime() + 1), clock, what: 'breach' },
    ];
  });
  const later = coming.filter(({ at }) => at.getTime() > from);
  const first = Math.min(...later.map(({ at }) => at.getTime()));
  return later.filter(({ at }) => at.getTime() === first);
}
