import { expect, test } from 'vitest';
import { chinaCalendar } from './china-calendar.js';
import { dueDate } from './due-date.js';
import { InvalidTermError } from './errors.js';
import { isoInZone } from './local-time.js';

const office = chinaCalendar();

function shown(date: Date): string {
  return isoInZone(date, 'Asia/Shanghai').slice(5, 16).replace('T', ' ');
}

test('the same clock inside the lunch break is the next opening, going back the previous closing', () => {
  const lunch = '2026-03-02T12:30:00+08:00';
  expect(shown(office.addWorkingDays(lunch, 1, { end: 'sameClock' }))).toBe('03-03 13:30');
  expect(shown(office.addWorkingDays(lunch, -1, { end: 'sameClock' }))).toBe('02-28 12:00');
  expect(shown(office.addWorkingDays(lunch, 0, { end: 'sameClock' }))).toBe('03-02 13:30');
  expect(shown(dueDate({ kind: 'naturalDays', amount: 1, end: 'sameClock' }, lunch, office).dueAt)).toBe('03-03 13:30');
});

test('natural days at the same clock stay on a day off only where they do not roll', () => {
  const friday = '2026-03-06T10:00:00+08:00';
  const term = { kind: 'naturalDays', amount: 1, end: 'sameClock' } as const;
  expect(shown(dueDate(term, friday, office).dueAt)).toBe('03-09 10:00');
  expect(shown(dueDate({ ...term, roll: 'none' }, friday, office).dueAt)).toBe('03-07 10:00');
  expect(shown(dueDate({ kind: 'naturalDays', amount: 3, startDay: 'included' }, friday, office).dueAt)).toBe(
    '03-09 17:30',
  );
  expect(shown(dueDate({ kind: 'naturalDays', amount: 4, startDay: 'included' }, friday, office).dueAt)).toBe(
    '03-09 17:30',
  );
  expect(shown(dueDate({ kind: 'naturalDays', amount: 5, startDay: 'included' }, friday, office).dueAt)).toBe(
    '03-10 17:30',
  );
});

test('received exactly at closing, a term of the same day is the next working day’s', () => {
  expect(shown(dueDate({ kind: 'sameDay' }, '2026-03-06T17:29:59+08:00', office).dueAt)).toBe('03-06 17:30');
  expect(shown(dueDate({ kind: 'sameDay' }, '2026-03-06T17:30:00+08:00', office).dueAt)).toBe('03-09 17:30');
});

test('amounts that no document could hold are refused, too', () => {
  const start = '2026-03-06T10:00:00+08:00';
  const unit = 'hour' as const;
  for (const amount of [0, -1, Number.NaN, 1e13])
    expect(() => dueDate({ kind: 'elapsed', amount, unit }, start, office)).toThrow(InvalidTermError);
  for (const amount of [0, -1, 0.5])
    expect(() => dueDate({ kind: 'naturalDays', amount }, start, office)).toThrow(InvalidTermError);
});

test('day lengths that are used up at closing end at closing', () => {
  const lengths = (from: string, days: number) => shown(office.addWorkingDays(from, days, { end: 'dayLengths' }));
  expect(lengths('2026-03-02T09:00:00+08:00', 1)).toBe('03-02 17:30');
  expect(lengths('2026-03-02T11:00:00+08:00', 2)).toBe('03-04 11:00');
});

test('half a working day and no number are refused', () => {
  for (const days of [1.5, Number.NaN, Number.POSITIVE_INFINITY])
    expect(() => office.addWorkingDays('2026-03-02T09:00:00+08:00', days)).toThrow(InvalidTermError);
});

test('a start that is excluded only after a time of day', () => {
  const after = (from: string) => shown(office.addWorkingDays(from, 1, { startDay: { excludedIfAfter: '16:00' } }));
  expect(after('2026-03-02T16:00:00+08:00')).toBe('03-02 17:30');
  expect(after('2026-03-02T16:00:00.001+08:00')).toBe('03-03 17:30');
});
