import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createTicker, epochOf } from './ticker.js';

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_400 });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('one second for everybody', () => {
  test('beats at the seconds of the server, not of the device', () => {
    const ticker = createTicker();
    const seen: number[] = [];
    ticker.sync(2_000_900);
    const stop = ticker.subscribe(() => seen.push(ticker.now() ?? 0));
    expect(ticker.now()).toBe(2_000_000);
    vi.advanceTimersByTime(99);
    expect(seen).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(seen).toEqual([2_001_000]);
    vi.advanceTimersByTime(2000);
    expect(seen).toEqual([2_001_000, 2_002_000, 2_003_000]);
    stop();
  });

  test('the reading furthest ahead is the truest: a view from a cache cannot set the time back', () => {
    const ticker = createTicker();
    ticker.sync(2_000_000);
    ticker.sync(1_400_000);
    expect(ticker.now()).toBe(2_000_000);
    ticker.sync(2_060_000);
    expect(ticker.now()).toBe(2_060_000);
  });

  test('until a reading comes, the device’s own clock counts', () => {
    const ticker = createTicker();
    expect(ticker.now()).toBeUndefined();
    const stop = ticker.subscribe(() => {});
    expect(ticker.now()).toBe(1_000_000);
    ticker.sync(500_000);
    expect(ticker.now()).toBe(500_000);
    stop();
  });

  test('one timer for a thousand listeners, none when the last has gone', () => {
    const ticker = createTicker();
    const stops = Array.from({ length: 1000 }, () => ticker.subscribe(() => {}));
    expect(vi.getTimerCount()).toBe(1);
    for (const stop of stops) stop();
    expect(vi.getTimerCount()).toBe(0);
  });

  test('a clock that jumps, as after sleep, is followed at the next beat', () => {
    const ticker = createTicker();
    const stop = ticker.subscribe(() => {});
    vi.setSystemTime(9_000_000);
    vi.advanceTimersByTime(1000);
    expect(ticker.now()).toBe(9_001_000);
    stop();
  });
});

test('an instant may be text, milliseconds or a Date; what is none counts as not given', () => {
  expect(epochOf('2023-07-10T10:12:00+08:00')).toBe(Date.UTC(2023, 6, 10, 2, 12));
  expect(epochOf(1_000)).toBe(1_000);
  expect(epochOf(new Date(1_000))).toBe(1_000);
  expect(epochOf('soon')).toBeUndefined();
  expect(epochOf(undefined)).toBeUndefined();
});
