import { describe, expect, test } from 'vitest';
import type { CalendarDefinition } from './calendar-definition.js';
import { parseDay } from './civil-date.js';
import { type DayRules, dayRules } from './day-kind.js';
import type { HolidayYear } from './holiday-year.js';

const nine: [string, string][] = [['09:00', '17:00']];
const morning: [string, string][] = [['09:00', '12:00']];
const night: [string, string][] = [['20:00', '29:00']];

function rules(change: Partial<CalendarDefinition>, ...layers: readonly (readonly HolidayYear[])[]): DayRules {
  return dayRules({ id: 'rules', zone: 'Asia/Shanghai', weekly: { mon: nine }, ...change }, layers);
}

const on = (of: DayRules, date: string) => of.resolve(parseDay(date) as number);
const table = (year: number, whole = true): HolidayYear => ({
  year,
  off: [{ name: '元旦', from: `${year}-01-01` }],
  ...(whole ? { statutoryDays: 1 } : {}),
});

describe('which years a calendar knows', () => {
  test('those of its whole tables, in order and once, whatever else names single days', () => {
    const known = rules({}, [table(2026), table(2024)], [table(2026), table(2025), table(2031, false)]);
    expect(known.knownYears).toEqual([2024, 2025, 2026]);
    expect([...known.namedYears].sort()).toEqual([2024, 2025, 2026, 2026, 2031]);
    expect([2024, 2025, 2026, 2031].map(known.counts)).toEqual([true, true, true, false]);
  });

  test('where no table is whole, those that are named', () => {
    expect(rules({}, [table(2026, false), table(2025, false)]).knownYears).toEqual([2025, 2026]);
  });

  test('all, where there is no layer of holidays', () => {
    const all = rules({});
    expect(all.knownYears).toEqual([]);
    expect(all.counts(2031)).toBe(true);
    expect(all.certaintyOf(parseDay('2031-01-01') as number, parseDay('2031-12-31') as number)).toBe('official');
  });

  test('a stretch is provisional from 25 December on where the next year is unknown, and where any year of it is', () => {
    const known = rules({}, [table(2025)]);
    const certainty = (from: string, to: string) => known.certaintyOf(parseDay(from) as number, parseDay(to) as number);
    expect(certainty('2025-01-01', '2025-12-24')).toBe('official');
    expect(certainty('2025-01-01', '2025-12-25')).toBe('provisional');
    expect(certainty('2024-12-31', '2025-01-02')).toBe('provisional');
  });
});

describe('what a date without a name is', () => {
  test('a workday where the week has hours, else closed from Monday to Friday and a weekend after it', () => {
    const week = rules({ weekly: { mon: nine, sun: morning } });
    expect(on(week, '2026-03-02')).toEqual({ kind: 'workday', hours: nine });
    expect(on(week, '2026-03-06')).toEqual({ kind: 'closed', hours: [] });
    expect(on(week, '2026-03-07')).toEqual({ kind: 'weekend', hours: [] });
    expect(on(week, '2026-03-08')).toEqual({ kind: 'workday', hours: morning });
  });

  test('only the layer "cn" promises the solar holidays of a year without a notice', () => {
    const layer = [{ year: 2026, off: [], statutoryDays: 0 }];
    expect(on(rules({ holidays: ['cn'] }, layer), '2029-10-01').kind).toBe('holiday');
    expect(on(rules({ holidays: [layer] }, layer), '2029-10-01').kind).toBe('workday');
    expect(on(rules({}), '2029-10-01').kind).toBe('workday');
  });
});

describe('seasons', () => {
  const hours = (from: string, to: string, date: string) =>
    on(rules({ seasons: [{ from, to, weekly: { mon: morning } }] }), date).hours;

  test('hold on their first and on their last day, and not on the days around them', () => {
    // Mondays.
    expect(hours('06-01', '06-29', '2026-05-25')).toEqual(nine);
    expect(hours('06-01', '06-29', '2026-06-01')).toEqual(morning);
    expect(hours('06-01', '06-29', '2026-06-29')).toEqual(morning);
    expect(hours('06-01', '06-29', '2026-07-06')).toEqual(nine);
  });

  test('of a single day hold on that day alone', () => {
    expect(hours('06-01', '06-01', '2026-06-01')).toEqual(morning);
    expect(hours('06-01', '06-01', '2026-06-08')).toEqual(nine);
    expect(hours('06-01', '06-01', '2026-05-25')).toEqual(nine);
  });

  test('over New Year hold on their first and on their last day', () => {
    expect(hours('12-07', '01-12', '2026-11-30')).toEqual(nine);
    expect(hours('12-07', '01-12', '2026-12-07')).toEqual(morning);
    expect(hours('12-07', '01-12', '2026-01-12')).toEqual(morning);
    expect(hours('12-07', '01-12', '2026-01-19')).toEqual(nine);
  });
});

describe('hours of a make-up workday', () => {
  const layer = [{ year: 2026, off: [], work: [{ date: '2026-03-07' }] }];
  const makeup = (change: Partial<CalendarDefinition>) => on(rules(change, layer), '2026-03-07').hours;

  test('are those of the first open weekday', () => {
    expect(makeup({ weekly: { mon: [], wed: morning, fri: nine } })).toEqual(morning);
    expect(makeup({ weekly: {} })).toEqual([]);
  });

  test('are those of the weekday that is named, even where it is closed', () => {
    expect(makeup({ weekly: { mon: nine, fri: morning }, makeupAs: 'fri' })).toEqual(morning);
    expect(makeup({ weekly: { mon: nine }, makeupAs: 'fri' })).toEqual([]);
  });

  test('are their own, and those of the season', () => {
    expect(makeup({ makeupAs: morning })).toEqual(morning);
    expect(makeup({ seasons: [{ from: '03-01', to: '03-31', weekly: { tue: morning } }] })).toEqual(morning);
  });
});

describe('the length of a usual day', () => {
  const usual = (weekly: CalendarDefinition['weekly']) => rules({ weekly }).usualLength;

  test('is the most frequent one, and closed days are no days', () => {
    expect(usual({ mon: nine, tue: morning, wed: morning })).toBe(180);
    expect(usual({ mon: morning, tue: morning, wed: nine })).toBe(180);
    expect(usual({ mon: [], tue: [], wed: nine })).toBe(480);
    expect(usual({})).toBe(0);
  });

  test('is the longer one among equals', () => {
    expect(usual({ mon: nine, tue: morning })).toBe(480);
    expect(usual({ mon: morning, tue: nine })).toBe(480);
    expect(usual({ mon: morning, tue: nine, wed: nine, thu: morning, fri: [['09:00', '10:00']] })).toBe(480);
  });
});

describe('hours may reach into the next date', () => {
  test.each<[string, Partial<CalendarDefinition>, boolean]>([
    ['until 24:00', { weekly: { mon: [['00:00', '24:00']] } }, false],
    ['on one weekday', { weekly: { mon: nine, fri: night } }, true],
    ['in one of several intervals', { weekly: { mon: [...nine, ['20:00', '26:00']] } }, true],
    ['in a season', { seasons: [{ from: '06-01', to: '06-30', weekly: { fri: night } }] }, true],
    ['on a single date', { dates: { '2026-03-02': night, '2026-03-03': nine } }, true],
    ['on make-up workdays', { makeupAs: night }, true],
    ['nowhere', { makeupAs: nine, dates: { '2026-03-02': nine } }, false],
  ])('%s', (_, change, expected) => {
    expect(rules(change).overnight).toBe(expected);
  });
});
