import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InvalidInstantError, UnknownZoneError } from './errors.js';
import { toEpochMilliseconds } from './instant.js';
import { civilDateOf, instantOf, isoInZone } from './local-time.js';

const zones = [
  'Asia/Shanghai',
  'Europe/London',
  'America/New_York',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Africa/Casablanca',
  'UTC',
];

/** The wall time through Intl alone, `2026-03-09T17:30:00`. */
function wallByIntl(at: number, zone: string): string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
  return format.format(at).replace(' ', 'T');
}

describe('an instant and its wall time', () => {
  const instants = fc
    .integer({ min: Date.UTC(1901, 0, 1) / 1000, max: Date.UTC(2199, 0, 1) / 1000 })
    .map((second) => second * 1000);

  test.each(zones)('isoInZone shows what Intl shows and names the same instant, %s', (zone) => {
    fc.assert(
      fc.property(instants, (at) => {
        const iso = isoInZone(at, zone);
        expect(toEpochMilliseconds(iso)).toBe(at);
        // Newfoundland kept 52 seconds in its offset until 1935, which ISO text cannot say.
        if (at >= Date.UTC(1936, 0, 1)) {
          expect([iso.slice(0, 16), civilDateOf(at, zone)]).toEqual([
            wallByIntl(at, zone).slice(0, 16),
            iso.slice(0, 10),
          ]);
        }
      }),
      { numRuns: 60 },
    );
  });

  test.each(zones)('instantOf reads a wall time back to an instant that shows it, %s', (zone) => {
    fc.assert(
      fc.property(instants, (at) => {
        const wall = wallByIntl(at, zone);
        const [first, second] = [instantOf(wall, zone), instantOf(wall, zone, { ambiguous: 'second' })];
        expect([first.getTime(), second.getTime()]).toContain(at);
        expect(wallByIntl(first.getTime(), zone)).toBe(wall);
        expect(first.getTime()).toBeLessThanOrEqual(second.getTime());
      }),
      { numRuns: 60 },
    );
  });
});

describe('wall times around a change of the clock', () => {
  const read = (text: string, zone: string, ambiguous: 'first' | 'second' = 'first') =>
    instantOf(text, zone, { ambiguous }).toISOString();

  test('a time that is skipped moves forward by the gap', () => {
    expect(read('2026-03-08 02:30:00', 'America/New_York')).toBe('2026-03-08T07:30:00.000Z');
    expect(read('2025-10-05 02:10:00', 'Australia/Lord_Howe')).toBe('2025-10-04T15:40:00.000Z');
    expect(read('2011-12-30 12:00:00', 'Pacific/Apia')).toBe('2011-12-30T22:00:00.000Z');
  });

  test('a time that occurs twice means the first, unless the second is asked for', () => {
    expect(read('2026-11-01 01:30', 'America/New_York')).toBe('2026-11-01T05:30:00.000Z');
    expect(read('2026-11-01 01:30', 'America/New_York', 'second')).toBe('2026-11-01T06:30:00.000Z');
    expect(read('1988-09-11T01:30:00', 'Asia/Shanghai')).toBe('1988-09-10T16:30:00.000Z');
    expect(read('1988-09-11T01:30:00', 'Asia/Shanghai', 'second')).toBe('1988-09-10T17:30:00.000Z');
  });

  test('fractions of a second are kept to the millisecond', () => {
    expect(read('2026-03-02 09:00:00.1239', 'UTC')).toBe('2026-03-02T09:00:00.123Z');
    expect(isoInZone('2026-03-02T09:00:00.05Z', 'Asia/Shanghai')).toBe('2026-03-02T17:00:00.050+08:00');
  });

  test.each([
    '2026-02-30 09:00',
    '2026-03-02',
    '2026-03-02 24:00',
    '2026-03-02 09:60',
    '2026-03-02 09:00Z',
    '02/03/2026 09:00',
    '',
  ])('refuses %j', (text) => {
    expect(() => instantOf(text, 'UTC')).toThrow(InvalidInstantError);
  });

  test('names an unknown zone', () => {
    expect(() => instantOf('2026-03-02 09:00', 'Asia/Peking')).toThrow(UnknownZoneError);
    expect(() => civilDateOf(0, '')).toThrow(UnknownZoneError);
  });
});

describe('instants from outside', () => {
  test('a Date, epoch milliseconds, and ISO text with any offset', () => {
    const at = Date.UTC(2026, 1, 12, 1, 30);
    for (const value of [
      new Date(at),
      at,
      '2026-02-12T09:30:00+08:00',
      '2026-02-12T09:30+0800',
      '2026-02-12T01:30:00.000Z',
      '2026-02-11T22:00:00-03:30',
    ]) {
      expect(toEpochMilliseconds(value)).toBe(at);
    }
  });

  test('text without an offset is refused with the way to mend it', () => {
    for (const text of ['2026-02-12T09:30:00', '2026-02-12'])
      expect(() => toEpochMilliseconds(text)).toThrow(
        `"${text}" is no instant. Give a Date, epoch milliseconds, ISO text with an offset (2026-02-12T09:30:00+08:00), or use instantOf(text, zone).`,
      );
  });

  test.each([
    '2026-02-29T09:30:00Z',
    '2026-02-12 09:30:00+08:00',
    '2026-02-12T09:30:00+24:00',
    '2026-02-12T09:30:00z',
    '2026-02-12T09:30:00Z ',
    '2026-13-12T09:30:00Z',
    'tomorrow',
    Number.NaN,
    Number.POSITIVE_INFINITY,
    8.64e15 + 1,
    new Date(Number.NaN),
    null,
    undefined,
    {},
  ])('refuses %j', (value) => {
    expect(() => toEpochMilliseconds(value as never)).toThrow(InvalidInstantError);
  });
});
