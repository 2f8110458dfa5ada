import { type ClockEvent, type ClockPolicy, chinaCalendar, evaluateClock } from '@hotline-kit/sla-calendar';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { proofSize } from './proof-size.js';

const office = chinaCalendar();
const numRuns = proofSize({ quick: 200, ci: 5_000, full: 100_000 });
const hour = 3_600_000;
const first = Date.UTC(2024, 0, 2);

const policies = fc.constantFrom<ClockPolicy>(
  { term: { kind: 'workingTime', amount: 30, unit: 'hour' }, warn: [{ id: 'half', percent: 50 }] },
  { term: { kind: 'workingDays', amount: 5 } },
  { term: { kind: 'workingDays', amount: 5 }, pauses: 'wholeDays' },
  { term: { kind: 'naturalDays', amount: 9, roll: 'none' }, pauses: 'wholeDays' },
  { term: { kind: 'elapsed', amount: 90, unit: 'hour' }, warn: [{ id: 'h', before: { amount: 1, unit: 'hour' } }] },
);
const starts = fc.integer({ min: 0, max: 500 * 24 }).map((hours) => first + hours * hour);
/** Three instants in order, as minutes after the start. */
const cuts = fc
  .tuple(fc.nat(20_000), fc.nat(20_000), fc.nat(20_000))
  .map((minutes) => minutes.sort((a, b) => a - b).map((minute) => minute * 60_000) as [number, number, number]);

function read(policy: ClockPolicy, start: number, pauses: readonly (readonly [number, number])[], now: number) {
  const stops = pauses.flatMap(([from, to]): ClockEvent[] => [
    { type: 'pause', at: start + from },
    { type: 'resume', at: start + to },
  ]);
  return evaluateClock(policy, [{ type: 'start', at: start }, ...stops], start + now, office);
}

describe('laws of pauses, under every policy', () => {
  const later = 60 * 24 * hour;

  test('splitting a pause changes nothing', () => {
    fc.assert(
      fc.property(policies, starts, cuts, (policy, start, [from, middle, to]) => {
        const whole = read(policy, start, [[from, to]], later);
        expect(
          read(
            policy,
            start,
            [
              [from, middle],
              [middle, to],
            ],
            later,
          ),
        ).toEqual(whole);
      }),
      { numRuns },
    );
  });

  test('a pause never makes a deadline earlier, and a longer one never less late', () => {
    fc.assert(
      fc.property(policies, starts, cuts, (policy, start, [from, middle, to]) => {
        const none = read(policy, start, [], later).dueAt.getTime();
        const short = read(policy, start, [[from, middle]], later).dueAt.getTime();
        expect(short).toBeGreaterThanOrEqual(none);
        expect(read(policy, start, [[from, to]], later).dueAt.getTime()).toBeGreaterThanOrEqual(short);
      }),
      { numRuns },
    );
  });

  test('a pause without working time moves no working clock', () => {
    fc.assert(
      fc.property(starts, cuts, (start, [from, , to]) => {
        const opening = office.nextOpening(start + from).getTime() - start;
        const end = Math.min(to, opening);
        fc.pre(from < end);
        for (const pauses of ['workingTime', 'wholeDays'] as const) {
          const policy: ClockPolicy = { term: { kind: 'workingDays', amount: 5 }, pauses };
          expect(read(policy, start, [[from, end]], later)).toEqual({
            ...read(policy, start, [], later),
            pausedTotal: 0,
          });
        }
      }),
      { numRuns },
    );
  });

  test('running time and paused time make up the clock’s own time since the start', () => {
    fc.assert(
      fc.property(starts, cuts, fc.nat(30_000), (start, [from, , to], minutes) => {
        const now = minutes * 60_000;
        const policy: ClockPolicy = { term: { kind: 'workingTime', amount: 30, unit: 'hour' } };
        const { elapsed, pausedTotal } = read(policy, start, [[from, to]], now);
        expect(elapsed + pausedTotal).toBe(office.workingTimeBetween(start, start + now));
      }),
      { numRuns },
    );
  });
});
