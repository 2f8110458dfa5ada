import { createCalendar } from '@hotline-kit/sla-calendar';
import { describe, expect, test } from 'vitest';
import { MinuteOracle, type Schedule } from './minute-oracle.js';
import { definitionOf } from './schedules.js';

const minute = 60_000;
const night = '19:00-30:00';
const nights: Schedule = {
  title: 'Shanghai nights over New Year',
  zone: 'Asia/Shanghai',
  from: '2025-12-20',
  to: '2026-01-12',
  week: ['', night, night, night, night, night, '10:00-12:00'],
};

describe('a night that begins in one year and ends in the next', () => {
  const oracle = new MinuteOracle(nights);
  const newYear = (Date.parse('2026-01-01T00:00:00+08:00') - oracle.origin) / minute;

  // A fresh calendar for each question: what is compiled depends on the question alone.
  const fresh = () => createCalendar(definitionOf(nights));

  test('is the same night for every question that starts or ends around midnight', () => {
    for (let from = newYear - 2000; from < newYear + 2000; from += 37) {
      const at = oracle.origin + from * minute;
      expect(fresh().isOpen(at)).toBe(oracle.open[from] === 1);
      for (const [minutes, boundary] of [
        [-700, 'end'],
        [-700, 'nextStart'],
        [-90, 'end'],
        [-1, 'nextStart'],
        [90, 'end'],
        [700, 'nextStart'],
      ] as const) {
        const found = fresh().addWorkingTime(at, { minutes }, { boundary }).getTime();
        expect((found - oracle.origin) / minute).toBe(oracle.add(from, minutes, boundary));
      }
      const back = fresh().addWorkingDays(at, -2, { end: 'sameClock' });
      const again = fresh();
      again.workingDaysBetween('2024-01-01', '2027-12-31');
      expect(again.addWorkingDays(at, -2, { end: 'sameClock' })).toEqual(back);
    }
  });

  test('going back to a same clock that is closed finds the closing of the night before, across the year', () => {
    // Friday 2 January 03:30 is open; two working days before it is Wednesday 31 December 03:30, in the night of Tuesday.
    expect(fresh().addWorkingDays('2026-01-02T03:30:00+08:00', -2, { end: 'sameClock' }).toISOString()).toBe(
      '2025-12-30T19:30:00.000Z',
    );
    // Thursday 1 January 10:00 lies after the night that ended at 06:00.
    expect(fresh().addWorkingDays('2026-01-02T10:00:00+08:00', -1, { end: 'sameClock' }).toISOString()).toBe(
      '2025-12-31T22:00:00.000Z',
    );
    expect(fresh().addWorkingDays('2026-01-02T03:00:00+08:00', -1, { end: 'sameClock' }).toISOString()).toBe(
      '2025-12-31T19:00:00.000Z',
    );
  });
});
