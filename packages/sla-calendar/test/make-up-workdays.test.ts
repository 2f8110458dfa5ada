import {
  alwaysCalendar,
  chinaCalendar,
  civilDateOf,
  createCalendar,
  dueDate,
  type HolidayYear,
  isoInZone,
  publishedYears,
  UnknownYearError,
} from '@hotline-kit/sla-calendar';
import { describe, expect, test } from 'vitest';

const office = chinaCalendar();
const { weekly } = office.definition;

function lastDay(due: Date): string {
  return civilDateOf(due.getTime() - 1, 'Asia/Shanghai');
}

describe('收到转办件工单的次日起13个工作日内, received 2026-02-12', () => {
  test('ends on 2026-03-09 at closing', () => {
    const { dueAt, certainty, calendar } = dueDate(
      { kind: 'workingDays', amount: 13 },
      '2026-02-12T10:00:00+08:00',
      office,
    );
    expect(isoInZone(dueAt, 'Asia/Shanghai')).toBe('2026-03-09T17:30:00+08:00');
    expect(certainty).toBe('official');
    expect(calendar).toEqual({ id: 'cn-office', version: '2007-2026', hash: office.hash });
  });

  test('a plain Monday-to-Friday count would say 03-03, holidays without make-up days 03-11', () => {
    const plain = createCalendar({ id: 'plain', zone: 'Asia/Shanghai', weekly });
    expect(lastDay(plain.addWorkingDays('2026-02-12T10:00:00+08:00', 13))).toBe('2026-03-03');
    const festival = { year: 2026, off: [{ name: '春节', from: '2026-02-15', to: '2026-02-23' }] };
    const noMakeup = createCalendar({ id: 'no-make-up', zone: 'Asia/Shanghai', weekly, holidays: [festival] });
    expect(lastDay(noMakeup.addWorkingDays('2026-02-12T10:00:00+08:00', 13))).toBe('2026-03-11');
  });
});

describe('a notice that was amended after publication moves deadlines', () => {
  const yearOf = (year: number) => publishedYears.find((table) => table.year === year) as HolidayYear;
  const withoutAmendment = (year: number, change: Partial<HolidayYear>) => {
    const { amends: _, ...table } = yearOf(year);
    return chinaCalendar({ years: [{ ...table, ...change }] });
  };

  test('2020-01-26: received 2020-01-23 + 5 working days, 02-05 before, 02-07 after', () => {
    const { off, work = [] } = yearOf(2020);
    const before = withoutAmendment(2020, {
      off: off.map((range) => (range.to === '2020-02-02' ? { ...range, to: '2020-01-30' } : range)),
      work: [...work, { name: '春节', date: '2020-02-01' }],
    });
    expect(lastDay(before.addWorkingDays('2020-01-23T10:00:00+08:00', 5))).toBe('2020-02-05');
    expect(lastDay(office.addWorkingDays('2020-01-23T10:00:00+08:00', 5))).toBe('2020-02-07');
  });

  test('2019-03-22: received 2019-04-30 + 2 working days, 05-03 before, 05-06 after', () => {
    const { off, work = [] } = yearOf(2019);
    const before = withoutAmendment(2019, {
      off: off.map((range) => (range.from === '2019-05-01' ? { ...range, to: '2019-05-01' } : range)),
      work: work.filter(({ date }) => date !== '2019-04-28' && date !== '2019-05-05'),
    });
    expect(lastDay(before.addWorkingDays('2019-04-30T10:00:00+08:00', 2))).toBe('2019-05-03');
    expect(lastDay(office.addWorkingDays('2019-04-30T10:00:00+08:00', 2))).toBe('2019-05-06');
  });
});

describe('a year whose notice nobody has seen is never guessed', () => {
  test('counting into 2027 throws, and says what to do', () => {
    expect(() => office.addWorkingDays('2026-12-31T10:00:00+08:00', 1)).toThrow(UnknownYearError);
    expect(() => office.isWorkingDay('2027-02-08')).toThrow(/holds no holidays for 2027.*onMissingYear/s);
    expect(() => office.dayInfo('2006-12-29')).toThrow(UnknownYearError);
  });

  test('a count that ends in 2026 does not need 2027', () => {
    expect(lastDay(office.addWorkingDays('2026-12-01T10:00:00+08:00', 22))).toBe('2026-12-31');
    expect(office.addWorkingTime('2026-12-31T16:30:00+08:00', { hours: 1 }).toISOString()).toBe(
      '2026-12-31T09:30:00.000Z',
    );
    expect(() => office.addWorkingTime('2026-12-31T16:30:00+08:00', { hours: 1 }, { boundary: 'nextStart' })).toThrow(
      UnknownYearError,
    );
  });

  test('what was asked before never changes an answer', () => {
    const tables = publishedYears.filter(({ year }) => year === 2015 || year === 2020);
    const gap = createCalendar({ id: 'gap', zone: 'Asia/Shanghai', weekly, holidays: [tables] });
    const first = gap.addWorkingDays('2020-03-02T10:00:00+08:00', 5).toISOString();
    expect(gap.isWorkingDay('2015-09-03')).toBe(false);
    expect(gap.addWorkingDays('2020-03-02T10:00:00+08:00', 5).toISOString()).toBe(first);
    expect(() => gap.workingDaysBetween('2015-09-03', '2020-03-02')).toThrow(/2016/);
  });

  test('provisional counts with weekends and the solar holidays of the decree, and says so', () => {
    const desk = chinaCalendar({ onMissingYear: 'provisional' });
    expect(desk.dayInfo('2027-10-01')).toMatchObject({ kind: 'holiday', name: '国庆节', certainty: 'provisional' });
    expect(desk.dayInfo('2027-05-02')).toMatchObject({ kind: 'holiday', name: '劳动节' });
    const result = dueDate({ kind: 'workingDays', amount: 1 }, '2026-12-31T10:00:00+08:00', desk);
    expect(lastDay(result.dueAt)).toBe('2027-01-04');
    expect(result.certainty).toBe('provisional');
  });

  test('the notice of a new year is passed in and makes it official', () => {
    // An arrangement invented for this test; the notice of 2027 was not published when it was written.
    const invented: HolidayYear = {
      year: 2027,
      source: 'invented for a test',
      statutoryDays: 1,
      off: [{ name: '元旦', from: '2027-01-01', to: '2027-01-03' }],
      work: [],
    };
    const desk = chinaCalendar({ years: [invented] });
    expect(desk.coverage()).toMatchObject({ from: '2007-01-01', to: '2027-12-31' });
    expect(desk.certainty('2026-12-25', '2027-12-24')).toBe('official');
    expect(desk.certainty('2027-12-24', '2027-12-25')).toBe('provisional');
    expect(desk.hash).not.toBe(office.hash);
  });

  test('the last week of December waits for the next notice: 2011-12-31 was a make-up workday of 2012', () => {
    expect(office.dayInfo('2011-12-31')).toMatchObject({ kind: 'makeupWorkday', source: '国办发明电〔2011〕45号' });
    expect(office.certainty('2026-12-24', '2026-12-24')).toBe('official');
    expect(office.certainty('2026-12-24', '2026-12-31')).toBe('provisional');
    expect(office.certainty('2025-12-24', '2025-12-31')).toBe('official');
  });

  test('elapsed time and the calendar "always" need no notice', () => {
    const always = alwaysCalendar();
    expect(dueDate({ kind: 'elapsed', amount: 30, unit: 'minute' }, '2030-01-01T00:00:00+08:00', office)).toMatchObject(
      {
        dueAt: new Date('2029-12-31T16:30:00Z'),
        certainty: 'official',
      },
    );
    expect(always.isWorkingDay('2199-12-31')).toBe(true);
    expect(always.certainty('2000-01-01', '2100-01-01')).toBe('official');
    expect(always.nextClosing('2030-01-01T00:00:00Z')).toBeUndefined();
    expect(isoInZone(always.addWorkingDays('2030-01-01T08:00:00+08:00', 1), 'Asia/Shanghai')).toBe(
      '2030-01-03T00:00:00+08:00',
    );
  });
});

describe('layers: nation, region, unit; later layers win', () => {
  const guangxi: HolidayYear = {
    year: 2021,
    source: 'Guangxi, 三月三 of 2021',
    off: [{ name: '壮族三月三', from: '2021-04-14', to: '2021-04-16' }],
    work: [{ name: '壮族三月三', date: '2021-04-18' }],
  };
  const region = createCalendar({ id: 'guangxi', zone: 'Asia/Shanghai', weekly, holidays: ['cn', guangxi] });

  test('Guangxi 2021: 14 to 16 April off, Sunday 18 April worked', () => {
    expect(['2021-04-13', '2021-04-14', '2021-04-16', '2021-04-18'].map((day) => region.dayInfo(day).kind)).toEqual([
      'workday',
      'holiday',
      'holiday',
      'makeupWorkday',
    ]);
    expect(office.isWorkingDay('2021-04-14')).toBe(true);
  });

  test('a regional table makes no year known, and leaves the other years of the nation as they are', () => {
    expect(region.isWorkingDay('2026-02-14')).toBe(true);
    expect(region.coverage()).toEqual(office.coverage());
  });

  test('Liangshan 2011: the national make-up Saturday 8 October is off there', () => {
    const liangshan = { year: 2011, off: [{ name: '彝族年', from: '2011-10-08' }] };
    const prefecture = createCalendar({ id: 'liangshan', zone: 'Asia/Shanghai', weekly, holidays: ['cn', liangshan] });
    expect(office.isWorkingDay('2011-10-08')).toBe(true);
    expect(prefecture.isWorkingDay('2011-10-08')).toBe(false);
  });

  test('own hours of a date beat every layer, and breaks come last', () => {
    const unit = chinaCalendar({
      dates: { '2026-02-16': [['09:00', '12:00']], '2026-05-06': [] },
      breaks: { '2026-02-16': [['10:00', '10:30']] },
    });
    expect(unit.dayInfo('2026-02-16')).toMatchObject({ kind: 'ownHours', working: true, name: '春节' });
    const [from, to] = ['2026-02-16T00:00:00+08:00', '2026-02-17T00:00:00+08:00'];
    expect(unit.workingTimeBetween(from, to)).toBe(2.5 * 3_600_000);
    expect(unit.periods(from, to).map((period) => isoInZone(period.from, unit.zone).slice(11, 16))).toEqual([
      '09:00',
      '10:30',
    ]);
    expect(unit.dayInfo('2026-05-06')).toMatchObject({ kind: 'closed', working: false, hours: [] });
  });

  test('make-up workdays have the hours of a weekday, of the season, or their own', () => {
    const seasonal = chinaCalendar({
      seasons: [{ from: '10-01', to: '05-31', weekly: { mon: [['09:00', '16:00']], tue: [['09:00', '15:00']] } }],
    });
    expect(seasonal.dayInfo('2026-02-14').hours).toEqual([['09:00', '16:00']]);
    expect(chinaCalendar({ makeupAs: [['09:00', '12:00']] }).dayInfo('2026-02-14').hours).toEqual([['09:00', '12:00']]);
    expect(seasonal.dayInfo('2026-07-01').hours).toHaveLength(2);
  });
});
