import type { NewEvent } from '@hotline-kit/core';
import { assess, compareCities, type FactRow, FactRows, spanOf } from '@hotline-kit/core/assessment';
import { type CityPack, parseCityPack } from '@hotline-kit/rules';
import { describe, expect, test } from 'vitest';
import { type LifeOptions, lifeOf } from '../assessment/lives.js';
import { at, bad, figure, good, november, rowsOf, tickets } from './city-assessment.js';

const published = {
  metrics: [
    { id: 'items', title: { zh: '受理量', en: 'Items' }, kind: 'count', article: '省样例第一条' },
    {
      id: 'onTime',
      title: { zh: '按期办结率', en: 'On time' },
      period: 'dueAt',
      denominator: {},
      numerator: {
        all: [
          { fact: 'isClosed', operator: 'equal', value: true },
          { fact: 'isLate', operator: 'equal', value: false },
        ],
      },
      round: { digits: 0, mode: 'halfUp' },
      article: '省样例第二条',
    },
    {
      id: 'meanHandling',
      title: { zh: '平均办理时长', en: 'Mean handling' },
      kind: 'statistic',
      of: 'totalSeconds',
      statistic: 'mean',
      unit: 'day',
      period: 'closedAt',
      better: 'lower',
      article: '省样例第二条',
    },
  ],
};

const unit = (id: string, kind: string, parent?: string) => ({
  id,
  name: { zh: id, en: id },
  kind,
  ...(parent && { parent }),
});
const named = (id: string) => ({ format: 1, id, version: '1', title: { zh: id, en: id } });

/** A province that says what its cities are compared by, and does not let them say otherwise. */
const province = parseCityPack({
  'pack.json': JSON.stringify({ ...named('province'), calendar: 'always', fixed: ['metrics'] }),
  'units.json': JSON.stringify({ units: [unit('province', 'province')] }),
  'clocks.json': '{}',
  'procedure.json': '{}',
  'assessment.json': JSON.stringify(published),
  'SOURCES.md': 'sample',
});

const cityFiles = (id: string, more: Readonly<Record<string, string>> = {}) => ({
  'pack.json': JSON.stringify({ ...named(id), parent: '../province' }),
  'units.json': JSON.stringify({ units: [unit(id, 'city', 'province'), unit('unit', 'department', id)] }),
  'SOURCES.md': 'sample',
  ...more,
});

const cityOf = (id: string): CityPack => parseCityPack(cityFiles(id), { parent: province });

const compared = (id: string, lives: readonly LifeOptions[], span: object = november) => {
  const pack = cityOf(id);
  const rows = new FactRows(pack);
  for (const life of lives) rows.add(lifeOf(life));
  return { id, name: pack.title, assessment: assess(rows, pack, { ...november, ...span }) };
};

describe('YF22: 在“粤省心”的通报中 — the province compares its cities on published indicators', () => {
  test('by the parts of each figure: rounding decides no rank', () => {
    const cities = [
      compared('one', [...tickets(995, good), ...tickets(5, bad)]),
      compared('two', [...tickets(996, good), ...tickets(4, bad)]),
      compared('three', [...tickets(1, { ...good, closedAt: at(20) })]),
    ];
    const [items, onTime, mean] = compareCities(province.assessment, cities);
    expect(items?.standings.map(({ id, rank, share }) => [id, rank, share])).toEqual([
      ['one', 1, '50.0%'],
      ['two', 1, '50.0%'],
      ['three', 3, '0.0%'],
    ]);
    expect(onTime?.standings.map(({ id, rank, figure }) => [id, rank, figure.text])).toEqual([
      ['three', 1, '100%'],
      ['two', 2, '100%'],
      ['one', 3, '100%'],
    ]);
    expect(mean?.standings.map(({ id, rank }) => [id, rank])).toEqual([
      ['two', 1],
      ['one', 2],
      ['three', 3],
    ]);
  });

  test('a city without a figure is named last, and has no rank', () => {
    const [, onTime] = compareCities(province.assessment, [compared('idle', []), compared('one', tickets(2, good))]);
    expect(onTime?.standings.map(({ id, rank, figure }) => [id, rank, figure.text])).toEqual([
      ['one', 1, '100%'],
      ['idle', undefined, '–'],
    ]);
  });

  test('all over the same span, and by the indicators of the province, which no city changes', () => {
    const later = compared('late', [], spanOf('2024-12', 'Asia/Shanghai'));
    expect(() => compareCities(province.assessment, [compared('one', []), later])).toThrow(/span of "late"/);
    const other = { ...compared('other', []), assessment: { ...later.assessment, metrics: [], ...isoOf(november) } };
    expect(() => compareCities(province.assessment, [compared('one', []), other])).toThrow(/has no indicator "items"/);
    const own = { metrics: [{ ...published.metrics[1], numerator: {} }] };
    const files = cityFiles('own', { 'assessment.json': JSON.stringify(own) });
    expect(() => parseCityPack(files, { parent: province })).toThrow(/metrics/);
  });
});

function isoOf({ from, to }: { readonly from: Date; readonly to: Date }) {
  return { from: from.toISOString(), to: to.toISOString() };
}

/** By the size of the proof, one of so many tickets: the whole half year, or a part of it. */
const part = { quick: 1000, ci: 10, full: 1 }[process.env['HOTLINE_PROOF'] ?? 'quick'] ?? 1000;

test(`CS1: 144.6万件,占全省总受理量315.1万件的45.9%;日均办理9000件 — the share of the half year, ${part === 1 ? 'every ticket of it' : `one ticket in ${part}`}, and a whole day`, () => {
  const half = spanOf('2021-H1', 'Asia/Shanghai');
  const days = (half.to.getTime() - half.from.getTime()) / 86_400_000;
  /** A thousand tickets at a time, so that a half year needs no more room than a day. */
  function* received(pack: CityPack, count: number): Generator<FactRow> {
    for (let first = 0; first < count; first += 1000) {
      const rows = new FactRows(pack);
      for (let n = first; n < Math.min(first + 1000, count); n += 1) {
        const day = Math.floor((n / count) * days);
        rows.add(eventsOfDay(day).map((event) => ({ ...event, ticket: `t-${n}` })));
      }
      yield* rows;
    }
  }
  const made = new Map<number, readonly NewEvent[]>();
  const eventsOfDay = (day: number): readonly NewEvent[] => {
    const registeredAt = new Date(half.from.getTime() + day * 86_400_000).toISOString();
    const events = made.get(day) ?? lifeOf({ id: 'any', registeredAt, online: true });
    made.set(day, events);
    return events;
  };
  const [own, others] = [1_446_000 / part, (3_151_000 - 1_446_000) / part];
  const cities = [
    ['changsha', own],
    ['others', others],
  ] as const;
  const [items] = compareCities(
    province.assessment,
    cities.map(([id, count]) => {
      const pack = cityOf(id);
      return { id, name: pack.title, assessment: assess(received(pack, count), pack, half) };
    }),
  );
  expect(items?.standings.find(({ id }) => id === 'changsha')).toMatchObject({ share: '45.9%', figure: { base: own } });
  const day = assess(rowsOf(cityOf('one'), tickets(9000, good)), cityOf('one'), { ...november, groupBy: ['day'] });
  expect(figure(day, 'items', 'day', '2024-11-01').base).toBe(9000);
}, 600_000);
