import type { Facts } from '@hotline-kit/rules';
import { cityFolder, loadCityPack } from '@hotline-kit/rules/node';
import { describe, expect, it } from 'vitest';

const pack = await loadCityPack(cityFolder('dongguan'));

describe('DG4 接通率、满意度、按时办结率', () => {
  const rate = (id: string, rows: readonly Facts[]) => {
    const metric = pack.assessment.metrics.findIndex((each) => each.id === id);
    const reader = pack.assessment.reader();
    const places = rows.map((row) => {
      reader.read(row);
      return reader.place(metric);
    });
    const hits = places.filter((place) => place === 'hit').length;
    return (100 * hits) / (hits + places.filter((place) => place === 'in').length);
  };
  const times = (count: number, row: Facts) => Array.from({ length: count }, () => row);

  it('has 99.6 % closed on time where 4 of 1,000 ended late; what still runs does not count', () => {
    const rows = [
      ...times(996, { 'clock.handle.state': 'met', 'clock.handle.late': false }),
      ...times(3, { 'clock.handle.state': 'met', 'clock.handle.late': true }),
      ...times(1, { 'clock.handle.state': 'breached', 'clock.handle.late': true }),
      ...times(50, { 'clock.handle.state': 'running', 'clock.handle.late': false }),
    ];
    expect(rate('closedOnTime', rows)).toBeCloseTo(99.6, 10);
  });

  it('has 95 % satisfied where 5 of 100 who rated were not; 基本满意 is satisfied', () => {
    const rows = [
      ...times(80, { satisfaction: 5 }),
      ...times(15, { satisfaction: 3 }),
      ...times(5, { satisfaction: 2 }),
      {},
    ];
    expect(rate('satisfaction', rows)).toBe(95);
  });

  it('counts calls answered of those offered to a person', () => {
    const rows = [...times(19, { callOffered: true, callAnswered: true }), { callOffered: true }, {}];
    expect(rate('answerRate', rows)).toBe(95);
  });
});
