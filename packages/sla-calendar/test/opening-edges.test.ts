import {
  type CalendarDefinition,
  chinaCalendar,
  createCalendar,
  dueBatch,
  InvalidTermError,
} from '@hotline-kit/sla-calendar';
import { describe, expect, test } from 'vitest';

const nine: [string, string][] = [['09:00', '17:00']];
const base: CalendarDefinition = { id: 'edges', zone: 'Asia/Shanghai', weekly: { mon: nine, tue: nine } };
const hoursOn = (change: Partial<CalendarDefinition>, date: string) =>
  createCalendar({ ...base, ...change }).dayInfo(date).hours;

describe('breaks are taken out of the hours', () => {
  test.each<[string, string, [string, string][]]>([
    [
      '12:00',
      '13:00',
      [
        ['09:00', '12:00'],
        ['13:00', '17:00'],
      ],
    ],
    ['08:00', '10:00', [['10:00', '17:00']]],
    ['16:00', '18:00', [['09:00', '16:00']]],
    ['08:00', '18:00', []],
    ['09:00', '17:00', []],
    ['17:00', '18:00', [['09:00', '17:00']]],
    ['18:00', '19:00', [['09:00', '17:00']]],
    ['06:00', '08:00', [['09:00', '17:00']]],
    ['07:00', '09:00', [['09:00', '17:00']]],
  ])('%s to %s', (from, to, left) => {
    expect(hoursOn({ breaks: { '2026-03-02': [[from, to]] } }, '2026-03-02')).toEqual(left);
  });
});

test('later seasons win, and a season may run over New Year', () => {
  const [winter, cold]: [[string, string][], [string, string][]] = [[['10:00', '15:00']], [['11:00', '12:00']]];
  const seasons = [
    { from: '11-15', to: '02-15', weekly: { mon: winter } },
    { from: '01-01', to: '01-31', weekly: { mon: cold } },
  ];
  expect(hoursOn({ seasons }, '2025-12-29')).toEqual(winter);
  expect(hoursOn({ seasons }, '2026-01-05')).toEqual(cold);
  expect(hoursOn({ seasons }, '2026-02-09')).toEqual(winter);
  expect(hoursOn({ seasons }, '2026-02-16')).toEqual(nine);
  expect(hoursOn({ seasons }, '2025-11-10')).toEqual(nine);
});

test('an amount of working time is the sum of its parts', () => {
  const at = chinaCalendar().addWorkingTime('2026-03-02T09:00:00+08:00', {
    hours: 1,
    minutes: 2,
    seconds: 3,
    milliseconds: 4,
  });
  expect(at.toISOString()).toBe('2026-03-02T02:02:03.004Z');
});

test('the periods of a stretch are cut to it, across New Year as well', () => {
  const calendar = createCalendar({ ...base, weekly: { wed: [['00:00', '24:00']], thu: [['00:00', '24:00']] } });
  const periods = calendar.periods('2025-12-31T20:00:00+08:00', '2026-01-01T03:00:00+08:00');
  expect(periods.map(({ from, to }) => [from.toISOString(), to.toISOString()])).toEqual([
    ['2025-12-31T12:00:00.000Z', '2025-12-31T19:00:00.000Z'],
  ]);
  expect(calendar.nextClosing('2025-12-31T20:00:00+08:00')?.toISOString()).toBe('2026-01-01T16:00:00.000Z');
});

test('columns of different lengths are refused', () => {
  const [one, two] = [Float64Array.of(0), Float64Array.of(0, 0)];
  for (const columns of [
    { startedAt: two, amount: one },
    { startedAt: one, amount: one, pausesPerClock: 1, pausedAt: two, resumedAt: one },
    { startedAt: one, amount: one, pausesPerClock: 1, pausedAt: one, resumedAt: two },
  ])
    expect(() => dueBatch(columns, chinaCalendar())).toThrow(InvalidTermError);
});
