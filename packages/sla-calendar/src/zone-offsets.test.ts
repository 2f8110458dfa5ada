import { describe, expect, test } from 'vitest';
import { civilDateOf, isoInZone } from './local-time.js';
import { zoneOffsets } from './zone-offsets.js';

const hour = 3_600_000;

describe('offsets of a zone', () => {
  test.each([
    ['1600-06-01T00:00:00Z', 'Asia/Shanghai', '1600-06-01T08:06:00+08:06'],
    ['1696-12-31T23:59:59Z', 'UTC', '1696-12-31T23:59:59+00:00'],
    ['2026-07-01T00:00:00Z', 'Europe/London', '2026-07-01T01:00:00+01:00'],
    ['2243-07-01T00:00:00Z', 'Europe/London', '2243-07-01T01:00:00+01:00'],
    ['2243-01-01T00:00:00Z', 'Europe/London', '2243-01-01T00:00:00+00:00'],
    ['9999-12-31T20:00:00Z', 'Asia/Shanghai', '+010000-01-01T04:00:00+08:00'],
  ])('%s in %s is %s', (instant, zone, shown) => {
    expect(isoInZone(instant, zone)).toBe(shown);
  });

  test('are those of any instant, far ones and those of the same millisecond as a change included', () => {
    const { offsetAt } = zoneOffsets('Europe/London');
    const change = Date.parse('2026-03-29T01:00:00Z');
    expect([change - 1, change, change + 1].map(offsetAt)).toEqual([0, hour, hour]);
    for (const year of [1650, 1690, 1697, 1840, 1850, 1995, 2200, 2241, 2243, 2300])
      expect(offsetAt(Date.UTC(year, 0, 15))).toBe(year < 1847 ? -75_000 : 0);
  });

  test('are read anew for each stretch, so that one of them never stands for another', () => {
    const { offsetAt } = zoneOffsets('America/New_York');
    const found = Array.from({ length: 40 }, (_, n) => [Date.UTC(1990 + n, 0, 15), Date.UTC(1990 + n, 6, 15)])
      .flat()
      .map((at) => offsetAt(at) / hour);
    expect(new Set(found.filter((_, n) => n % 2 === 0))).toEqual(new Set([-5]));
    expect(new Set(found.filter((_, n) => n % 2 === 1))).toEqual(new Set([-4]));
  });
});

describe('the wall of a zone', () => {
  const shanghai = zoneOffsets('Asia/Shanghai');

  test('shows a date and the time since its midnight', () => {
    const at = Date.parse('2026-10-07T16:30:00Z');
    expect(shanghai.dayOf(at)).toBe(Date.parse('2026-10-08') / (24 * hour));
    expect(shanghai.wallClock(at)).toBe(hour / 2);
    expect(shanghai.atClock(shanghai.dayOf(at), hour / 2)).toBe(at);
    expect(civilDateOf(at, 'Asia/Shanghai')).toBe('2026-10-08');
    expect(zoneOffsets('Pacific/Apia').dayOf(-1)).toBe(-1);
  });
});
