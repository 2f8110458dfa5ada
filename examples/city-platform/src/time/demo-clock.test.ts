import { expect, test } from 'vitest';
import { DemoClock } from './demo-clock.js';

test('demo time starts where the story says, runs with real time, and is moved by the visitor', () => {
  let real = 500;
  const clock = new DemoClock(Date.parse('2023-07-10T10:12:00+08:00'), () => real);
  expect(new Date(clock.now())).toEqual(new Date('2023-07-10T10:12:00+08:00'));
  real += 1_000;
  clock.advance(30 * 60_000);
  expect(new Date(clock.now())).toEqual(new Date('2023-07-10T10:42:01+08:00'));
});

test('time does not go back', () => {
  expect(() => new DemoClock(0).advance(-1)).toThrow('time moves forward only');
});
