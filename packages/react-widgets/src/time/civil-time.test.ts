import fc from 'fast-check';
import { expect, test } from 'vitest';
import { civilTime } from './civil-time.js';

test('an instant is told in the zone asked for, whatever zone was asked for before', () => {
  const at = Date.parse('2023-12-31T16:30:00Z');
  expect(civilTime(at, 'Asia/Shanghai')).toEqual({ date: '2024-01-01', time: '00:30', dayNumber: 19_723 });
  expect(civilTime(at, 'America/New_York')).toEqual({ date: '2023-12-31', time: '11:30', dayNumber: 19_722 });
  expect(civilTime(at, 'Asia/Shanghai').time).toBe('00:30');
});

test('in Shanghai, which has one offset since 1991, it is eight hours after UTC at every instant', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('1992-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }), (date) => {
      const [day, time] = new Date(date.getTime() + 8 * 3_600_000).toISOString().split('T');
      expect(civilTime(date.getTime(), 'Asia/Shanghai')).toMatchObject({ date: day, time: time?.slice(0, 5) });
    }),
  );
});

test('an unknown zone is an error, not a guess', () => {
  expect(() => civilTime(0, 'Asia/Dongguan')).toThrow(RangeError);
});
