import { civilDateOf, createCalendar } from '@hotline-kit/sla-calendar';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MinuteOracle } from './minute-oracle.js';
import { proofSize } from './proof-size.js';
import { definitionOf, schedules } from './schedules.js';

const minute = 60_000;
const runs = Math.ceil(proofSize({ quick: 540, ci: 100_800, full: 1_800_000 }) / schedules.length);

describe('the engine agrees with a clock on the wall that is read minute by minute', () => {
  for (const schedule of schedules) {
    test(schedule.title, () => {
      const oracle = new MinuteOracle(schedule);
      const calendar = createCalendar(definitionOf(schedule));
      // Two days at each end are left out, where hours may reach over the edge of what the oracle has written out.
      const [first, last] = [2 * 1440, oracle.minutes - 3 * 1440];
      const prefix = new Int32Array(oracle.minutes + 1);
      oracle.open.forEach((open, at) => {
        prefix[at + 1] = (prefix[at] as number) + open;
      });
      const instant = (at: number) => oracle.origin + at * minute;

      fc.assert(
        fc.property(
          fc.integer({ min: first, max: last - 1 }),
          fc.integer({ min: 0, max: 2 ** 30 }),
          fc.boolean(),
          fc.constantFrom('end' as const, 'nextStart' as const),
          (from, raw, backwards, boundary) => {
            // The amount stays inside what is written out; the last working minute would need the next opening.
            const ahead = (prefix[last] as number) - (prefix[from] as number);
            const behind = (prefix[from] as number) - (prefix[first] as number);
            const room = (backwards ? behind : ahead) - 1;
            if (room >= 0) {
              const amount = room === 0 ? 0 : raw % room;
              const minutes = backwards && amount > 0 ? -amount : amount;
              const expected = oracle.add(from, minutes, boundary);
              const found = calendar.addWorkingTime(instant(from), { minutes }, { boundary }).getTime();
              expect((found - oracle.origin) / minute).toBe(expected);
              const other = first + (raw % (last - first));
              const [a, b] = from <= other ? [from, other] : [other, from];
              expect(calendar.workingTimeBetween(instant(a), instant(b)) / minute).toBe(oracle.between(a, b));
            }
            expect(calendar.isOpen(instant(from))).toBe(oracle.open[from] === 1);

            const day = oracle.days[oracle.dayOf(from)];
            expect(civilDateOf(instant(from), schedule.zone)).toBe(day?.date);
            const sign = backwards ? -1 : 1;
            const reachable = oracle.workingDaysFrom(from, sign) - 2;
            if (reachable > 0) {
              const days = sign * (1 + (raw % reachable));
              const expected = oracle.days[oracle.workingDay(from, days)];
              const found = calendar.addWorkingDays(instant(from), days).getTime();
              expect((found - oracle.origin) / minute).toBe(expected?.last);
            }
          },
        ),
        { numRuns: runs },
      );
    });
  }
});
