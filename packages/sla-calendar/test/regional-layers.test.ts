import { chinaCalendar, civilDateOf, diffCalendars, type HolidayYear } from '@hotline-kit/sla-calendar';
import { describe, expect, test } from 'vitest';
import guangxi from './regions/guangxi.json' with { type: 'json' };
import liangshan from './regions/liangshan.json' with { type: 'json' };

const national = chinaCalendar();

function regional(id: string, tables: unknown) {
  return chinaCalendar({ id, holidays: ['cn', tables as HolidayYear[]] });
}

function kinds(calendar: ReturnType<typeof chinaCalendar>, ...dates: string[]): string[] {
  return dates.map((date) => `${date} ${calendar.dayInfo(date).kind}`);
}

describe('广西 壮族三月三 2021: 14 to 16 April off, Sunday 18 April worked', () => {
  const region = regional('guangxi', guangxi);

  test('the region is off where the country works, and makes the Friday up on Sunday', () => {
    expect(
      diffCalendars(national, region)
        .days.filter(({ date }) => date > '2021')
        .map(({ date, after }) => [date, after.kind]),
    ).toEqual([
      ['2021-04-14', 'holiday'],
      ['2021-04-15', 'holiday'],
      ['2021-04-16', 'holiday'],
      ['2021-04-18', 'makeupWorkday'],
    ]);
    expect(region.dayInfo('2021-04-14')).toMatchObject({ name: '壮族三月三', certainty: 'official' });
  });

  test('received on 13 April, 3 working days: 16 April in the country, 20 April in Guangxi', () => {
    const due = (calendar: typeof region) =>
      civilDateOf(calendar.addWorkingDays('2021-04-13T10:00:00+08:00', 3), 'Asia/Shanghai');
    expect([due(national), due(region)]).toEqual(['2021-04-16', '2021-04-20']);
  });

  test('2017: the region takes a national make-up Saturday off and works the next one instead', () => {
    expect(kinds(national, '2017-03-30', '2017-04-01', '2017-04-08')).toEqual([
      '2017-03-30 workday',
      '2017-04-01 makeupWorkday',
      '2017-04-08 weekend',
    ]);
    expect(kinds(region, '2017-03-30', '2017-04-01', '2017-04-08')).toEqual([
      '2017-03-30 holiday',
      '2017-04-01 holiday',
      '2017-04-08 makeupWorkday',
    ]);
    expect(region.dayInfo('2017-04-01').source).toMatch(/广西/);
  });
});

describe('凉山州 2011 (凉府办发〔2010〕31号): 火把节, 州庆, 彝族年 with make-up Sundays of their own', () => {
  const region = regional('liangshan', liangshan);

  test('seven days of 火把节 and of 彝族年, each with a Sunday worked after it', () => {
    const off = (from: number, to: number, month: string) =>
      Array.from({ length: to - from + 1 }, (_, n) => region.dayInfo(`2011-${month}-${from + n}`).kind);
    expect(new Set(off(24, 30, '07'))).toEqual(new Set(['holiday']));
    expect(new Set(off(20, 26, '11'))).toEqual(new Set(['holiday']));
    expect(kinds(region, '2011-07-31', '2011-11-27')).toEqual(['2011-07-31 makeupWorkday', '2011-11-27 makeupWorkday']);
  });

  test('州庆 on 8 October: a make-up Saturday of the country is a day off here, Sunday 9 October works in both', () => {
    expect(kinds(national, '2011-10-08', '2011-10-09')).toEqual([
      '2011-10-08 makeupWorkday',
      '2011-10-09 makeupWorkday',
    ]);
    expect(kinds(region, '2011-10-08', '2011-10-09')).toEqual(['2011-10-08 holiday', '2011-10-09 makeupWorkday']);
  });

  test('received on 22 July, 5 working days: 29 July in the country, 4 August in Liangshan', () => {
    const due = (calendar: typeof region) =>
      civilDateOf(calendar.addWorkingDays('2011-07-22T10:00:00+08:00', 5), 'Asia/Shanghai');
    expect([due(national), due(region)]).toEqual(['2011-07-29', '2011-08-04']);
  });

  test('the unit comes last: its own hours of one date win over region and country', () => {
    const unit = chinaCalendar({
      id: 'xichang-window',
      holidays: ['cn', liangshan as HolidayYear[]],
      dates: { '2011-07-25': [['09:00', '12:00']] },
    });
    expect(unit.dayInfo('2011-07-25')).toMatchObject({ kind: 'ownHours', working: true, name: '火把节' });
    expect(unit.dayInfo('2011-07-26').kind).toBe('holiday');
  });

  test('the order of the layers decides: a national layer after the regional one wins', () => {
    const turned = chinaCalendar({ id: 'turned', holidays: [liangshan as HolidayYear[], 'cn'] });
    expect(turned.dayInfo('2011-10-08').kind).toBe('makeupWorkday');
    expect(turned.dayInfo('2011-07-26').kind).toBe('holiday');
    expect(turned.hash).not.toBe(region.hash);
  });
});
