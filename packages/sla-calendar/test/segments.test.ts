import { type CalendarDefinition, chinaCalendar, createCalendar } from '@hotline-kit/sla-calendar';
import { describe, expect, test } from 'vitest';

const office = chinaCalendar();
const at = (time: string) => `2026-03-02T${time}:00+08:00`;
const shown = (calendar: typeof office, from: string, to: string) =>
  calendar.periods(from, to).map((period) => `${period.from.toISOString()} ${period.to.toISOString()}`);

describe('the amount zero', () => {
  test.each(['12:30', '08:00', '20:00', '10:00'])('leaves %s as it is', (time) => {
    expect(office.addWorkingTime(at(time), {})).toEqual(new Date(at(time)));
  });

  test('moves to the next opening with "nextStart", and leaves what is open', () => {
    expect(office.addWorkingTime(at('12:30'), {}, { boundary: 'nextStart' })).toEqual(new Date(at('13:30')));
    expect(office.addWorkingTime(at('12:00'), {}, { boundary: 'nextStart' })).toEqual(new Date(at('13:30')));
    expect(office.addWorkingTime(at('10:00'), {}, { boundary: 'nextStart' })).toEqual(new Date(at('10:00')));
  });
});

describe('what is used up exactly at a closing or an opening', () => {
  test.each([
    ['09:00', 3, 'end', '12:00'],
    ['09:00', 3, 'nextStart', '13:30'],
    ['14:30', -1, 'end', '13:30'],
    ['14:30', -1, 'nextStart', '12:00'],
    ['12:30', 1, 'end', '14:30'],
    ['12:30', -1, 'end', '11:00'],
  ] as const)('%s and %i hours, %s: %s', (from, hours, boundary, due) => {
    expect(office.addWorkingTime(at(from), { hours }, { boundary })).toEqual(new Date(at(due)));
  });
});

describe('New Year between', () => {
  // Sunday 2026-01-04 makes up for the holiday.
  const [lastClosing, firstOpening] = [new Date('2025-12-31T17:30:00+08:00'), new Date('2026-01-04T09:00:00+08:00')];

  test('what is used up exactly at the last closing or the first opening of a year ends on either side', () => {
    const hour = (from: string, hours: number, boundary: 'end' | 'nextStart') =>
      office.addWorkingTime(from, { hours }, { boundary });
    expect(hour('2025-12-31T16:30:00+08:00', 1, 'end')).toEqual(lastClosing);
    expect(hour('2025-12-31T16:30:00+08:00', 1, 'nextStart')).toEqual(firstOpening);
    expect(hour('2026-01-04T10:00:00+08:00', -1, 'end')).toEqual(firstOpening);
    expect(hour('2026-01-04T10:00:00+08:00', -1, 'nextStart')).toEqual(lastClosing);
  });

  test('a stretch up to its midnight asks nothing of the year that begins then', () => {
    expect(shown(office, '2026-12-31T14:00:00+08:00', '2027-01-01T00:00:00+08:00')).toEqual([
      '2026-12-31T06:00:00.000Z 2026-12-31T09:30:00.000Z',
    ]);
    expect(() => office.periods('2026-12-31T14:00:00+08:00', '2027-01-01T00:00:00.001+08:00')).toThrow(/2027/);
  });
});

test('no working days from a working day are that day, whether its start counts or not', () => {
  for (const startDay of ['excluded', 'included'] as const)
    expect(office.addWorkingDays(at('10:00'), 0, { startDay })).toEqual(new Date(at('17:30')));
});

describe('the periods of a stretch', () => {
  test('hold no time outside it, and none of no length', () => {
    expect(shown(office, at('12:00'), at('13:30'))).toEqual([]);
    expect(shown(office, at('10:00'), at('10:00'))).toEqual([]);
    expect(shown(office, at('11:00'), at('10:00'))).toEqual([]);
    expect(shown(office, at('09:00'), at('12:00'))).toEqual(['2026-03-02T01:00:00.000Z 2026-03-02T04:00:00.000Z']);
    expect(shown(office, at('11:00'), at('13:30'))).toEqual(['2026-03-02T03:00:00.000Z 2026-03-02T04:00:00.000Z']);
    expect(shown(office, at('11:59'), at('13:31'))).toEqual([
      '2026-03-02T03:59:00.000Z 2026-03-02T04:00:00.000Z',
      '2026-03-02T05:30:00.000Z 2026-03-02T05:31:00.000Z',
    ]);
  });
});

describe('intervals that touch are one period', () => {
  const shifts: [string, string][] = [
    ['06:00', '14:00'],
    ['14:00', '22:00'],
  ];
  const works = createCalendar({ id: 'works', zone: 'Asia/Shanghai', weekly: { mon: shifts, tue: shifts } });

  test('that closes once', () => {
    expect(works.nextClosing(at('07:00'))).toEqual(new Date(at('22:00')));
    expect(works.nextClosing(at('14:00'))).toEqual(new Date(at('22:00')));
    expect(works.addWorkingTime(at('06:00'), { hours: 8 }, { boundary: 'nextStart' })).toEqual(new Date(at('14:00')));
    expect(shown(works, at('00:00'), at('23:00'))).toEqual(['2026-03-01T22:00:00.000Z 2026-03-02T14:00:00.000Z']);
  });
});

describe('changes of the clock', () => {
  const sundays = (zone: string, sun: [string, string][]): CalendarDefinition => ({
    id: 'sundays',
    zone,
    weekly: { sun },
  });

  test('intervals of the skipped hour move behind it, and stay in the order of time', () => {
    const newYork = createCalendar(
      sundays('America/New_York', [
        ['02:30', '02:45'],
        ['03:00', '03:10'],
      ]),
    );
    // 02:30 is read as 03:30.
    expect(shown(newYork, '2026-03-08T00:00:00-05:00', '2026-03-08T23:00:00-04:00')).toEqual([
      '2026-03-08T07:00:00.000Z 2026-03-08T07:10:00.000Z',
      '2026-03-08T07:30:00.000Z 2026-03-08T07:45:00.000Z',
    ]);
    expect(newYork.dayInfo('2026-03-08')).toMatchObject({
      opensAt: new Date('2026-03-08T07:00:00Z'),
      closesAt: new Date('2026-03-08T07:45:00Z'),
    });
  });

  test('a day whose only hour is skipped is no working day', () => {
    const london = createCalendar(sundays('Europe/London', [['01:00', '02:00']]));
    expect(london.isWorkingDay('2026-03-29')).toBe(false);
    expect(london.isWorkingDay('2026-03-22')).toBe(true);
    expect(london.workingDaysBetween('2026-03-22', '2026-04-05')).toBe(1);
  });

  test('a date that was skipped altogether is no working day, and its hours are not those of the next', () => {
    const apia = createCalendar({
      id: 'apia',
      zone: 'Pacific/Apia',
      weekly: { thu: [['09:00', '17:00']], fri: [['09:00', '17:00']] },
    });
    expect(apia.isWorkingDay('2011-12-30')).toBe(false);
    expect(apia.workingDaysBetween('2011-12-29', '2012-01-06')).toBe(2);
    expect(shown(apia, '2011-12-29T00:00:00-10:00', '2012-01-01T00:00:00+14:00')).toEqual([
      '2011-12-29T19:00:00.000Z 2011-12-30T03:00:00.000Z',
    ]);
  });
});

test('New Year’s Day is closed where nothing opens it', () => {
  expect(office.isWorkingDay('2026-01-01')).toBe(false);
  expect(office.dayInfo('2026-01-01')).not.toHaveProperty('opensAt');
  expect(office.dayInfo('2026-01-01').working).toBe(false);
});
