import {
  alwaysCalendar,
  type CalendarDefinition,
  chinaCalendar,
  createCalendar,
  InvalidInstantError,
  NoWorkingTimeError,
  UnknownYearError,
} from '@hotline-kit/sla-calendar';
import { describe, expect, test } from 'vitest';

const nine: [string, string][] = [['09:00', '17:00']];
const everyDay = (hours: [string, string][]): CalendarDefinition['weekly'] => ({
  mon: hours,
  tue: hours,
  wed: hours,
  thu: hours,
  fri: hours,
  sat: hours,
  sun: hours,
});
const daily = createCalendar({ id: 'daily', zone: 'UTC', weekly: everyDay(nine) });
// Around the ends, and around centuries with and without a leap day.
const years = [
  1900, 1901, 1903, 1904, 1905, 1999, 2000, 2001, 2003, 2026, 2099, 2100, 2101, 2104, 2196, 2197, 2198, 2199,
];
const days = years.flatMap((year) => [`${year}-01-01`, `${year}-12-31`]);

describe('calendars count in the years 1900 to 2199', () => {
  test('each first and last day of a year has its own hours', () => {
    const found = days.map((date) => [daily.dayInfo(date).opensAt, daily.nextClosing(`${date}T10:00:00Z`)]);
    expect(found).toEqual(days.map((date) => [new Date(`${date}T09:00:00Z`), new Date(`${date}T17:00:00Z`)]));
  });

  test.each(['1899-12-31', '2200-01-01', '1600-06-01', '9999-12-31'])('%s lies outside', (date) => {
    const years = /1900 to 2199/;
    expect(() => daily.isWorkingDay(date)).toThrow(years);
    expect(() => daily.isOpen(`${date}T10:00:00Z`)).toThrow(InvalidInstantError);
    expect(() => daily.workingDaysBetween(date, '2026-01-01')).toThrow(InvalidInstantError);
    expect(() => daily.workingDaysBetween('2026-01-01', date)).toThrow(InvalidInstantError);
  });

  test('a count that leaves them, or finds no hours in them, ends with NoWorkingTimeError', () => {
    const end = '2199-12-31T17:00:00Z';
    expect(daily.addWorkingTime('2199-12-31T09:00:00Z', { hours: 8 }).toISOString()).toBe('2199-12-31T17:00:00.000Z');
    expect(() => daily.addWorkingTime('2199-12-31T09:00:00Z', { hours: 8, milliseconds: 1 })).toThrow(
      NoWorkingTimeError,
    );
    expect(() => daily.nextOpening(end)).toThrow(NoWorkingTimeError);
    expect(daily.addWorkingTime('1900-01-01T17:00:00Z', { hours: -7 }).toISOString()).toBe('1900-01-01T10:00:00.000Z');
    expect(() => daily.addWorkingTime('1900-01-01T17:00:00Z', { hours: -9 })).toThrow(NoWorkingTimeError);
    expect(() => daily.addWorkingDays(end, 1)).toThrow(NoWorkingTimeError);
    expect(daily.nextClosing(end)).toBeUndefined();
    expect(alwaysCalendar().nextClosing('2195-01-01T00:00:00Z')).toBeUndefined();
    const never = createCalendar({ id: 'never', zone: 'UTC', weekly: {} });
    expect(() => never.nextOpening('2195-03-02T00:00:00Z')).toThrow(/"never"/);
  });
});

describe('a clock that is put back over New Year shows the old year again after the new one has begun', () => {
  // 1952-01-01 00:00 in Tripoli was 1951-12-31 23:00 once more.
  const tripoli = createCalendar({ id: 'tripoli', zone: 'Africa/Tripoli', weekly: everyDay([['00:00', '24:00']]) });
  const again = '1951-12-31T22:30:00Z';

  test('and its time counts once for each passage', () => {
    expect(tripoli.isOpen(again)).toBe(true);
    expect(tripoli.workingTimeBetween('1951-12-31T21:00:00Z', '1951-12-31T23:30:00Z')).toBe(2.5 * 3_600_000);
    expect(tripoli.workingTimeBetween(again, '1951-12-31T23:00:00Z')).toBe(30 * 60_000);
    expect(tripoli.addWorkingTime(again, { hours: 1 }).toISOString()).toBe('1951-12-31T23:30:00.000Z');
    expect(tripoli.addWorkingTime(again, { hours: -1 }).toISOString()).toBe('1951-12-31T21:30:00.000Z');
    expect(tripoli.dayInfo(again).date).toBe('1951-12-31');
  });
});

describe('hours of an unknown 31 December that could reach into the year', () => {
  const layer = [{ year: 2026, off: [], statutoryDays: 0, source: 'own' }];
  const nights = createCalendar({
    id: 'nights',
    zone: 'UTC',
    weekly: everyDay([['20:00', '29:00']]),
    holidays: [layer],
  });

  test('make its first day unknown, and no later one', () => {
    for (const ask of [
      () => nights.isOpen('2026-01-01T00:00:00Z'),
      () => nights.isOpen('2026-01-01T23:59:59Z'),
      () => nights.nextOpening('2026-01-01T12:00:00Z'),
      () => nights.workingTimeBetween('2026-01-01T12:00:00Z', '2026-01-05T00:00:00Z'),
      () => nights.addWorkingTime('2026-01-02T01:00:00Z', { hours: -2 }),
    ])
      expect(ask).toThrow(new UnknownYearError('nights', 2025, [2026]));
    expect(nights.isOpen('2026-01-02T00:00:00Z')).toBe(true);
    expect(nights.addWorkingTime('2026-01-02T01:00:00Z', { hours: -1 }).toISOString()).toBe('2026-01-02T00:00:00.000Z');
    expect(nights.isWorkingDay('2026-01-01')).toBe(true);
  });

  test('are no question for hours that end by midnight', () => {
    const late = createCalendar({ ...nights.definition, weekly: everyDay([['20:00', '24:00']]) });
    expect(late.isOpen('2026-01-01T00:00:00Z')).toBe(false);
    expect(late.isOpen('2026-01-01T23:00:00Z')).toBe(true);
    expect(late.addWorkingTime('2026-01-01T23:00:00Z', { hours: -3 }).toISOString()).toBe('2026-01-01T20:00:00.000Z');
    expect(() => late.addWorkingTime('2026-01-01T23:00:00Z', { hours: -4 })).toThrow(UnknownYearError);
  });
});

describe('counting back is counting forward with the sign changed', () => {
  const office = chinaCalendar();

  test.each([
    ['2024-12-30', '2025-01-02', 2],
    ['2020-03-02', '2026-03-02', 1496],
    ['2026-03-02', '2026-03-06', 4],
  ])('%s and %s', (a, b, between) => {
    expect(office.workingDaysBetween(a, b)).toBe(between);
    expect(office.workingDaysBetween(b, a)).toBe(-between);
    const time = office.workingTimeBetween(`${a}T09:00:00+08:00`, `${b}T09:00:00+08:00`);
    expect(time).toBe(between * 7 * 3_600_000);
    expect(office.workingTimeBetween(`${b}T09:00:00+08:00`, `${a}T09:00:00+08:00`)).toBe(-time);
  });

  test('nothing lies between a date and itself, and it is no negative zero', () => {
    expect(Object.is(office.workingDaysBetween('2026-03-02', '2026-03-02'), 0)).toBe(true);
    expect(Object.is(office.workingTimeBetween('2026-03-08T00:00:00Z', '2026-03-07T20:00:00Z'), 0)).toBe(true);
  });
});
