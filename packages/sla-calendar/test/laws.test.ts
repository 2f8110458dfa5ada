import {
  alwaysCalendar,
  chinaCalendar,
  createCalendar,
  dueAfterPause,
  dueBatch,
  dueDate,
  type WorkingCalendar,
} from '@hotline-kit/sla-calendar';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { proofSize } from './proof-size.js';
import { definitionOf, schedules } from './schedules.js';

const numRuns = proofSize({ quick: 200, ci: 5_000, full: 100_000 });
const hour = 3_600_000;
const nights = schedules.find(({ title }) => title.startsWith('Shanghai, three shifts'));

/** Calendars with the years in which they are asked. */
const calendars: readonly (readonly [string, WorkingCalendar, number, number])[] = [
  ['the office of China', chinaCalendar(), Date.UTC(2008, 0, 2), Date.UTC(2025, 11, 30)],
  ['24x7', alwaysCalendar('Europe/London'), Date.UTC(1990, 0, 1), Date.UTC(2100, 0, 1)],
  ...(nights === undefined
    ? []
    : [['three shifts', createCalendar(definitionOf(nights)), Date.UTC(1995, 0, 1), Date.UTC(2060, 0, 1)] as const]),
];

describe.each(calendars)('laws of working time: %s', (_, calendar, first, last) => {
  const instants = fc.integer({ min: first, max: last - 200 * 24 * hour });
  const amounts = fc.integer({ min: 0, max: 500 * hour });
  const add = (at: number, milliseconds: number) => calendar.addWorkingTime(at, { milliseconds }).getTime();

  test('between(t, add(t, x)) = x, forwards and backwards, under both boundaries', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: first + 200 * 24 * hour, max: last - 200 * 24 * hour }),
        fc.integer({ min: -500 * hour, max: 500 * hour }),
        (at, amount) => {
          for (const boundary of ['end', 'nextStart'] as const) {
            const reached = calendar.addWorkingTime(at, { milliseconds: amount }, { boundary });
            expect(calendar.workingTimeBetween(at, reached)).toBe(amount);
          }
        },
      ),
      { numRuns },
    );
  });

  test('add(add(t, x), y) = add(t, x + y)', () => {
    fc.assert(
      fc.property(instants, amounts, amounts, (at, x, y) => {
        expect(add(add(at, x), y)).toBe(add(at, x + y));
      }),
      { numRuns },
    );
  });

  test('a later start and a longer term are never due earlier', () => {
    fc.assert(
      fc.property(instants, fc.nat(50 * hour), amounts, fc.nat(hour), (at, later, amount, more) => {
        expect(add(at + later, amount)).toBeGreaterThanOrEqual(add(at, amount));
        expect(add(at, amount + more)).toBeGreaterThanOrEqual(add(at, amount));
      }),
      { numRuns },
    );
  });

  test('going back what was added returns to the start, up to closed time', () => {
    fc.assert(
      fc.property(instants, amounts, (at, amount) => {
        const back = add(add(at, amount), -amount);
        expect(calendar.workingTimeBetween(back, at)).toBe(0);
        if (calendar.isOpen(at)) expect(back === at || amount === 0 || !calendar.isOpen(at - 1)).toBe(true);
      }),
      { numRuns },
    );
  });

  test('working time is signed and adds up over any point between', () => {
    fc.assert(
      fc.property(instants, instants, instants, (a, b, c) => {
        const between = calendar.workingTimeBetween(a, c);
        expect(between).toBe(calendar.workingTimeBetween(a, b) + calendar.workingTimeBetween(b, c));
        expect(between + calendar.workingTimeBetween(c, a)).toBe(0);
      }),
      { numRuns },
    );
  });

  test('periods are exactly the open time', () => {
    fc.assert(
      fc.property(instants, fc.nat(40 * 24 * hour), (at, length) => {
        const periods = calendar.periods(at, at + length);
        const sum = periods.reduce((time, { from, to }) => time + to.getTime() - from.getTime(), 0);
        expect(sum).toBe(calendar.workingTimeBetween(at, at + length));
        for (const { from, to } of periods) {
          expect(calendar.isOpen(from) && calendar.isOpen(to.getTime() - 1)).toBe(true);
          if (to.getTime() < at + length) expect(calendar.isOpen(to)).toBe(false);
        }
      }),
      { numRuns: Math.ceil(numRuns / 4) },
    );
  });

  test('the next opening is open, the next closing is not, and nothing lies between', () => {
    fc.assert(
      fc.property(instants, (at) => {
        const opening = calendar.nextOpening(at);
        expect(calendar.isOpen(opening)).toBe(true);
        expect(calendar.workingTimeBetween(at, opening)).toBe(0);
        const closing = calendar.nextClosing(at);
        if (closing === undefined) return;
        expect(calendar.isOpen(closing)).toBe(false);
        expect(calendar.workingTimeBetween(opening, closing)).toBe(closing.getTime() - opening.getTime());
      }),
      { numRuns },
    );
  });

  test('n working days after a day end on a working day, n days later by count', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 60 }), (at, days) => {
        const due = calendar.addWorkingDays(at, days);
        // A closing after midnight belongs to the day before.
        const reached = [due.getTime() - 1, due.getTime() - 1 - 24 * hour].map((day) =>
          calendar.workingDaysBetween(at, day),
        );
        expect(reached).toContain(days);
      }),
      { numRuns },
    );
  });

  test('a batch gives the same due instants as one clock after the other', () => {
    const clock = fc.tuple(
      instants,
      fc.integer({ min: 1, max: 100 * hour }),
      fc.nat(9 * 24 * hour),
      fc.nat(9 * 24 * hour),
    );
    fc.assert(
      fc.property(fc.array(clock, { maxLength: 5 }), (clocks) => {
        const due = dueBatch(
          {
            startedAt: Float64Array.from(clocks, ([at]) => at),
            amount: Float64Array.from(clocks, ([, amount]) => amount),
            pausesPerClock: 2,
            pausedAt: Float64Array.from(clocks.flatMap(([at, , wait]) => [at + wait, Number.NaN])),
            resumedAt: Float64Array.from(clocks.flatMap(([at, , wait, length]) => [at + wait + length, Number.NaN])),
          },
          calendar,
        );
        const term = { kind: 'workingTime', amount: 1, unit: 'hour' } as const;
        const single = clocks.map(([at, amount, wait, length]) =>
          dueAfterPause(add(at, amount), at + wait, at + wait + length, term, calendar).getTime(),
        );
        expect([...due]).toEqual(single);
      }),
      { numRuns: Math.ceil(numRuns / 4) },
    );
  });
});

describe('what a notice may do to a deadline', () => {
  const starts = fc.integer({ min: Date.UTC(2024, 0, 2), max: Date.UTC(2025, 8, 1) });
  const daysOf2025 = fc
    .integer({ min: 0, max: 364 })
    .map((day) => new Date(Date.UTC(2025, 0, 1 + day)).toISOString().slice(0, 10));
  const office = chinaCalendar();

  test('one more day off never makes a working deadline earlier, one more workday never later', () => {
    fc.assert(
      fc.property(starts, fc.integer({ min: 1, max: 30 }), daysOf2025, (start, amount, date) => {
        const term = { kind: 'workingDays', amount } as const;
        const due = dueDate(term, start, office).dueAt.getTime();
        const off = chinaCalendar({ dates: { [date]: [] } });
        const work = chinaCalendar({ dates: { [date]: office.definition.weekly.mon ?? [] } });
        expect(dueDate(term, start, off).dueAt.getTime()).toBeGreaterThanOrEqual(due);
        expect(dueDate(term, start, work).dueAt.getTime()).toBeLessThanOrEqual(due);
      }),
      { numRuns: Math.ceil(Math.min(numRuns, 1000) / 4) },
    );
  });
});
