import {
  affectedClocks,
  type CalendarDefinition,
  createCalendar,
  type DatedClock,
  diffCalendars,
  dueDate,
  type Term,
} from '@hotline-kit/sla-calendar';
import { describe, expect, test } from 'vitest';

type Hours = NonNullable<CalendarDefinition['weekly']['mon']>;

const nine: Hours = [['09:00', '17:00']];
const base: CalendarDefinition = { id: 'office', zone: 'Asia/Shanghai', weekly: { mon: nine, tue: nine } };
const diffOf = (before: Partial<CalendarDefinition>, after: Partial<CalendarDefinition>) =>
  diffCalendars(createCalendar({ ...base, ...before }), createCalendar({ ...base, ...after }));
const year = (number: number) => ({ year: number, source: 'own', statutoryDays: 0, off: [] });

describe('the dates that are compared', () => {
  test('run from the December before the first year to the last day of the last one', () => {
    expect(diffOf({ holidays: [year(2025)] }, { holidays: [year(2026)] })).toMatchObject({
      from: '2024-12-01',
      to: '2026-12-31',
      yearsAdded: [2026],
      yearsRemoved: [2025],
    });
  });

  test('run from the first to the last date that has hours or breaks of its own', () => {
    const diff = diffOf({ dates: { '2026-03-02': [] } }, { breaks: { '2026-05-05': [['10:00', '11:00']] } });
    expect(diff).toMatchObject({ from: '2026-03-02', to: '2026-05-05', yearsAdded: [], yearsRemoved: [] });
    expect(diff.days.map(({ date, before, after }) => [date, before.hours, after.hours])).toEqual([
      ['2026-03-02', [], nine],
      [
        '2026-05-05',
        nine,
        [
          ['09:00', '10:00'],
          ['11:00', '17:00'],
        ],
      ],
    ]);
  });

  test('are a single one where nothing is named', () => {
    expect(diffOf({}, {})).toMatchObject({ from: '2000-01-01', to: '2000-01-01', days: [], everyWeek: false });
  });
});

describe('the weeks of two calendars', () => {
  test.each<[string, Partial<CalendarDefinition>, boolean]>([
    ['a weekday without hours is left out', { weekly: { ...base.weekly, wed: [] } }, false],
    ['no seasons are none', { seasons: [] }, false],
    ['holidays of its own', { holidays: [year(2026)] }, false],
    ['the national holidays', { holidays: ['cn'], onMissingYear: 'provisional' }, true],
    ['other hours', { weekly: { ...base.weekly, wed: nine } }, true],
    ['another season', { seasons: [{ from: '06-01', to: '06-30', weekly: {} }] }, true],
    ['another zone', { zone: 'Asia/Tokyo' }, true],
  ])('%s', (_, change, everyWeek) => {
    expect(diffOf({}, change).everyWeek).toBe(everyWeek);
    expect(diffOf(change, {}).everyWeek).toBe(everyWeek);
  });

  test('a date begins at another instant in another zone, though it is closed in both', () => {
    const dates = { '2026-03-07': [] };
    const moved = diffOf({ dates }, { dates, zone: 'Asia/Tokyo' });
    expect(moved.days.map(({ date }) => date)).toEqual(['2026-03-07']);
    expect(diffOf({ dates }, { dates, zone: 'Asia/Chongqing' }).days).toEqual([]);
  });

  test('a date whose kind alone differs is named', () => {
    const diff = diffOf(
      { holidays: [year(2026)] },
      { holidays: [{ ...year(2026), statutoryDays: 0, off: [{ name: '周年', from: '2026-03-07' }] }] },
    );
    expect(diff.days).toEqual([
      {
        date: '2026-03-07',
        before: { kind: 'weekend', hours: [], certainty: 'official' },
        after: { kind: 'holiday', hours: [], name: '周年', source: 'own', certainty: 'official' },
      },
    ]);
  });
});

describe('the clocks that a change affects', () => {
  const isAffected = (clock: DatedClock, before: Partial<CalendarDefinition>, after: Partial<CalendarDefinition>) =>
    affectedClocks([clock], diffOf(before, after)).length === 1;
  const hour: Term = { kind: 'workingTime', amount: 1, unit: 'hour' };

  test('a date with hours of its own in both calendars follows no week, first, last or between', () => {
    const dates = { '2026-03-02': nine, '2026-03-09': nine, '2026-03-16': nine };
    const after = { dates, weekly: { ...base.weekly, mon: [['09:00', '12:00']] as Hours } };
    for (const date of Object.keys(dates)) {
      const clock = { startedAt: `${date}T09:00:00+08:00`, dueAt: `${date}T17:00:00+08:00` };
      expect(isAffected(clock, { dates }, after)).toBe(false);
    }
    for (const date of ['2026-02-23', '2026-03-23'])
      expect(
        isAffected({ startedAt: `${date}T09:00:00+08:00`, dueAt: `${date}T17:00:00+08:00` }, { dates }, after),
      ).toBe(true);
  });

  test('the date of a start is looked up in both zones', () => {
    // A night that began on 2 March in UTC runs at 00:00 of 4 March in China.
    const nightInUtc = { zone: 'UTC', weekly: {}, dates: { '2026-03-02': [['20:00', '41:00']] as Hours } };
    const clock = { startedAt: '2026-03-03T16:00:00Z', dueAt: '2026-03-03T16:30:00Z', term: hour };
    expect(isAffected(clock, nightInUtc, { weekly: {} })).toBe(true);
    expect(isAffected(clock, { ...nightInUtc, dates: {} }, { weekly: {} })).toBe(false);
  });

  test('the date of a due instant is looked up in both zones', () => {
    const inChina = { weekly: {}, dates: { '2026-03-04': [['00:00', '02:00']] as Hours } };
    const clock = { startedAt: '2026-03-03T16:00:00Z', dueAt: '2026-03-03T17:00:00Z', term: hour };
    expect(isAffected(clock, inChina, { zone: 'UTC', weekly: {} })).toBe(true);
    expect(isAffected(clock, { ...inChina, dates: {} }, { zone: 'UTC', weekly: {} })).toBe(false);
  });

  test('natural days on closed dates move with the zone', () => {
    const clock = { startedAt: '2026-03-07T10:00:00+08:00', dueAt: '2026-03-08T10:00:00+08:00' };
    expect(isAffected(clock, {}, { zone: 'Asia/Tokyo' })).toBe(true);
    expect(isAffected(clock, {}, { zone: 'Asia/Chongqing' })).toBe(false);
  });

  test('a change of the first day counts for days, though its hours ended before the start', () => {
    const before = { dates: { '2026-03-02': [['09:00', '12:00']] as Hours } };
    const after = { dates: { '2026-03-02': [['09:00', '11:00']] as Hours } };
    const clock = { startedAt: '2026-03-02T13:00:00+08:00', dueAt: '2026-03-03T17:00:00+08:00' };
    expect(isAffected(clock, before, after)).toBe(true);
    expect(isAffected({ ...clock, term: hour }, before, after)).toBe(false);
    expect(isAffected({ ...clock, startedAt: '2026-03-03T09:00:00+08:00' }, before, after)).toBe(false);
  });

  test('an hour that ends at a closing is affected by the opening that became its next instant, and by none later', () => {
    const clock = { startedAt: '2026-03-02T16:00:00+08:00', dueAt: '2026-03-02T17:00:00+08:00', term: hour };
    const open = (from: string, to: string) => ({ dates: { '2026-03-02': [...nine, [from, to]] as Hours } });
    const closed = { dates: { '2026-03-02': nine } };
    expect(isAffected(clock, closed, open('17:00', '18:00'))).toBe(true);
    expect(isAffected(clock, closed, open('17:01', '18:00'))).toBe(false);
  });

  test('the usual length of a day moves terms of day lengths alone', () => {
    const short = {
      weekly: { ...base.weekly, tue: [['09:00', '12:00']] as Hours, wed: [['09:00', '12:00']] as Hours },
    };
    const monday = { startedAt: '2026-03-02T09:00:00+08:00', dueAt: '2026-03-02T17:00:00+08:00' };
    const lengths: Term = { kind: 'workingDays', amount: 1, end: 'dayLengths' };
    expect(dueDate(lengths, monday.startedAt, createCalendar(base)).dueAt).toEqual(new Date(monday.dueAt));
    expect(isAffected({ ...monday, term: lengths }, {}, short)).toBe(true);
    expect(isAffected(monday, {}, short)).toBe(true);
    expect(isAffected({ ...monday, term: hour }, {}, short)).toBe(false);
    const elapsed: Term = { kind: 'elapsed', amount: 8, unit: 'hour' };
    expect(isAffected({ ...monday, term: elapsed }, {}, short)).toBe(false);
    const longer = { weekly: { ...base.weekly, wed: nine } };
    expect(isAffected({ ...monday, term: lengths }, {}, longer)).toBe(false);
  });

  test('start and due may stand in either order, as for a count that goes back', () => {
    const dates = { '2026-03-03': [] };
    const clock = { startedAt: '2026-03-09T09:00:00+08:00', dueAt: '2026-03-02T17:00:00+08:00' };
    expect(isAffected(clock, {}, { dates })).toBe(true);
    expect(isAffected({ ...clock, dueAt: '2026-03-04T17:00:00+08:00' }, {}, { dates })).toBe(false);
  });
});
