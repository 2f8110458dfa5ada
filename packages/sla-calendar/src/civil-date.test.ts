import { addMonths, getDaysInMonth, getISODay } from 'date-fns';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addCivilMonths, dayNumberOf, daysInMonth, dayText, parseDay, weekdayOf } from './civil-date.js';

const days = fc.integer({ min: dayNumberOf(1901, 1, 1), max: dayNumberOf(2198, 12, 31) });

/** Noon of a date in the process time zone, which is how date-fns sees dates; no zone skips noon of these years. */
function localNoon(day: number): Date {
  const [year = 0, month = 0, date = 0] = dayText(day).split('-').map(Number);
  return new Date(year, month - 1, date, 12);
}

function localText(date: Date): string {
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}

describe('civil dates agree with date-fns', () => {
  test('addCivilMonths = addMonths, and clamped says that the day of the month changed', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -40, max: 40 }), (day, months) => {
        const { day: found, clamped } = addCivilMonths(day, months);
        expect(dayText(found)).toBe(localText(addMonths(localNoon(day), months)));
        expect(clamped).toBe(dayText(found).slice(8) !== dayText(day).slice(8));
      }),
    );
  });

  test('weekday and length of the month', () => {
    fc.assert(
      fc.property(days, (day) => {
        expect(weekdayOf(day) + 1).toBe(getISODay(localNoon(day)));
        const [year = 0, month = 0] = dayText(day).split('-').map(Number);
        expect(daysInMonth(year, month)).toBe(getDaysInMonth(localNoon(day)));
      }),
    );
  });
});

test('parseDay reads back what dayText writes, and nothing that does not exist', () => {
  fc.assert(
    fc.property(days, (day) => {
      expect(parseDay(dayText(day))).toBe(day);
    }),
  );
  for (const text of ['2026-02-29', '2026-00-10', '2026-13-01', '2026-1-1', '20260101', '2026-01-01T', '0000-01-01']) {
    expect(parseDay(text)).toBeUndefined();
  }
});
