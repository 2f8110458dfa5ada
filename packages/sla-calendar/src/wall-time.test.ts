import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTime } from './wall-time.js';

describe('a text of date and time', () => {
  test.each([
    ['2026-02-12T09:30:00Z', '2026-02-12T09:30:00.000Z', '2026-02-12T09:30:00.000Z'],
    ['2026-02-12 09:30', '2026-02-12T09:30:00.000Z', undefined],
    ['2026-02-12T09:30:15', '2026-02-12T09:30:15.000Z', undefined],
    ['2026-02-12T09:30+08:00', '2026-02-12T09:30:00.000Z', '2026-02-12T01:30:00.000Z'],
    ['2026-02-12T09:30:15+0800', '2026-02-12T09:30:15.000Z', '2026-02-12T01:30:15.000Z'],
    ['2026-02-12T09:30:15.5-03:30', '2026-02-12T09:30:15.500Z', '2026-02-12T13:00:15.500Z'],
    ['2026-02-12T09:30:15.12', '2026-02-12T09:30:15.120Z', undefined],
    ['2026-02-12T09:30:15.1234567Z', '2026-02-12T09:30:15.123Z', '2026-02-12T09:30:15.123Z'],
    ['2024-02-29T23:59:59.999+23:59', '2024-02-29T23:59:59.999Z', '2024-02-29T00:00:59.999Z'],
    ['2026-02-28T00:00Z', '2026-02-28T00:00:00.000Z', '2026-02-28T00:00:00.000Z'],
    ['1000-12-31T00:00Z', '1000-12-31T00:00:00.000Z', '1000-12-31T00:00:00.000Z'],
    ['2026-01-01T00:00-00:01', '2026-01-01T00:00:00.000Z', '2026-01-01T00:01:00.000Z'],
  ])('%s', (text, wall, instant) => {
    const read = readTime(text);
    expect(new Date(read?.wall ?? Number.NaN).toISOString()).toBe(wall);
    expect(read?.instant === undefined ? undefined : new Date(read.instant).toISOString()).toBe(instant);
  });

  test.each([
    '',
    '2026-02-12',
    '2026-02-12T09',
    '2026-02-12T24:00Z',
    '2026-02-12T09:60Z',
    '2026-02-12T09:30:60Z',
    '2026-02-12T09:30:00.Z',
    '2026-02-12T09:30:00z',
    '2026-02-12t09:30:00Z',
    '2026-02-12T09:30:00+24:00',
    '2026-02-12T09:30:00+08:60',
    '2026-02-12T09:30:00+8:00',
    '2026-02-12T09:30:00 +08:00',
    '2026-00-12T09:30Z',
    '2026-13-12T09:30Z',
    '2026-02-00T09:30Z',
    '2026-02-29T09:30Z',
    '2100-02-29T09:30Z',
    '2026-04-31T09:30Z',
    '2026-12-32T09:30Z',
    '0999-12-31T09:30Z',
    '12026-02-12T09:30Z',
    'x2026-02-12T09:30Z',
    '2026-02-12T09:30Zx',
    '2026-02-12T09:30:00+08:00x',
    '2026/02/12T09:30Z',
  ])('"%s" is none', (text) => {
    expect(readTime(text)).toBeUndefined();
  });

  test('is read as the platform reads it', () => {
    const limits = { min: Date.UTC(1001, 0, 1), max: Date.UTC(9998, 11, 31) };
    fc.assert(
      fc.property(fc.integer(limits), fc.integer({ min: -1439, max: 1439 }), (at, minutes) => {
        const wall = new Date(at + minutes * 60_000).toISOString().slice(0, -1);
        const [hour, minute] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
        const offset = `${minutes < 0 ? '-' : '+'}${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
        expect(readTime(`${wall}${offset}`)?.instant).toBe(at);
        expect(readTime(`${new Date(at).toISOString().slice(0, 16)}Z`)?.instant).toBe(
          at - (((at % 60_000) + 60_000) % 60_000),
        );
      }),
    );
  });
});
