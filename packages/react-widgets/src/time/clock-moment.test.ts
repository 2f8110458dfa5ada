import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clocks } from '../../test/dongguan-views.js';
import { clockReader } from './clock-moment.js';

const zone = 'Asia/Shanghai';
const at = (text: string) => Date.parse(`${text}+08:00`);
const asOf = at('2023-07-10T10:12:00');
const MINUTE = 60_000;

describe('a clock of elapsed time', () => {
  const read = clockReader(clocks.arrive, zone, asOf);

  test('counts every minute until due', () => {
    expect(read(asOf)).toMatchObject({ state: 'running', time: 20 * MINUTE, working: false, days: 0 });
    expect(read(asOf).used).toBeCloseTo(2 / 3);
  });

  test('exactly at due it is not late; a millisecond later it is', () => {
    const due = at('2023-07-10T10:32:00');
    expect(read(due)).toMatchObject({ state: 'running', time: 0 });
    expect(read(due + 1)).toMatchObject({ state: 'breached', time: 1, used: 1 });
  });

  test('without a now it stands as the view told it', () => {
    expect(read(undefined)).toMatchObject({ state: 'running', time: 20 * MINUTE });
  });
});

describe('a warning', () => {
  test('comes when its instant has come, though the view did not know it yet', () => {
    const clock = { ...clocks.warned, warnings: [{ id: 'w', at: '2023-07-10T10:15:00+08:00', fired: false }] };
    const read = clockReader(clock, zone, asOf);
    expect(read(asOf).warned).toBe(false);
    expect(read(at('2023-07-10T10:15:00')).warned).toBe(true);
  });

  test('has nothing to say about an overdue clock', () => {
    expect(clockReader(clocks.warned, zone, asOf)(at('2023-07-10T10:19:00')).warned).toBe(false);
  });
});

describe('a clock of working days', () => {
  const read = clockReader(clocks.promise, zone, asOf);

  test('counts the working days after today up to the due day', () => {
    expect(read(asOf).days).toBe(2);
    expect(read(at('2023-07-10T23:59:00')).days).toBe(2);
    expect(read(at('2023-07-11T00:00:00')).days).toBe(1);
  });

  test('on its last day it counts working time', () => {
    expect(read(at('2023-07-12T09:00:00'))).toMatchObject({ days: 0, time: 420 * MINUTE, working: true });
  });

  test('does not count at noon or at night', () => {
    expect(read(at('2023-07-12T12:00:00')).time).toBe(240 * MINUTE);
    expect(read(at('2023-07-12T13:30:00')).time).toBe(240 * MINUTE);
    expect(read(at('2023-07-12T03:00:00')).time).toBe(420 * MINUTE);
  });

  test('after the last closing of a due day that ends at 24:00 the wall clock still runs', () => {
    const read = clockReader({ ...clocks.promise, dueAt: '2023-07-13T00:00:00+08:00' }, zone, asOf);
    expect(read(at('2023-07-12T20:00:00'))).toMatchObject({ state: 'running', time: 240 * MINUTE, working: false });
  });

  test('agrees with a count minute by minute', () => {
    const open = clocks.promise.open.map(([from, to]) => [Date.parse(from), Date.parse(to)] as const);
    const due = Date.parse(clocks.promise.dueAt);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: (due - asOf) / MINUTE - 1 }), (later) => {
        const now = asOf + later * MINUTE;
        let minutes = 0;
        for (let each = now; each < due; each += MINUTE) {
          if (open.some(([from, to]) => each >= from && each < to)) minutes += 1;
        }
        expect(read(now).time).toBe(minutes * MINUTE);
      }),
    );
  });
});

describe('an overdue working clock', () => {
  const overdue = {
    ...clocks.approval,
    state: 'breached' as const,
    late: true,
    dueAt: '2023-07-07T17:00:00+08:00',
    open: [
      ['2023-07-07T17:00:00+08:00', '2023-07-07T17:30:00+08:00'],
      ['2023-07-10T09:00:00+08:00', '2023-07-10T10:12:00+08:00'],
    ] as const,
  };

  test('counts the open periods since due: the weekend does not count', () => {
    expect(clockReader(overdue, zone, asOf)(asOf)).toMatchObject({ time: 102 * MINUTE, working: true });
  });

  test('goes on by the wall clock past what the view knows', () => {
    expect(clockReader(overdue, zone, asOf)(asOf + 5 * MINUTE).time).toBe(107 * MINUTE);
  });

  test('stands still at night where the view tells the periods to come', () => {
    const open = [
      ...overdue.open.slice(0, 1),
      ['2023-07-10T09:00:00+08:00', '2023-07-10T12:00:00+08:00'],
      ['2023-07-10T13:30:00+08:00', '2023-07-10T17:30:00+08:00'],
    ] as const;
    const read = clockReader({ ...overdue, open }, zone, asOf);
    expect(read(at('2023-07-10T12:00:00')).time).toBe(210 * MINUTE);
    expect(read(at('2023-07-10T13:00:00')).time).toBe(210 * MINUTE);
  });
});

test.each(['paused', 'late', 'cancelled', 'contact'] as const)('a %s clock stands, whatever the hour', (name) => {
  const read = clockReader(clocks[name], zone, asOf);
  expect(read(at('2030-01-01T00:00:00'))).toEqual(read(asOf));
});
