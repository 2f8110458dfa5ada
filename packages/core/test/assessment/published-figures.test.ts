import { readFileSync } from 'node:fs';
import type { NewEvent } from '@hotline-kit/core';
import { assess, FactRows, openFigure, spanOf } from '@hotline-kit/core/assessment';
import { cityFolder, loadCityPack, seedCities } from '@hotline-kit/rules/node';
import { expect, test } from 'vitest';
import { type LifeOptions, lifeOf } from './lives.js';

/** A figure that a city published with its parts, and the metric of the packs that has the same base. */
interface Published {
  readonly id: string;
  readonly source: string;
  readonly name: string;
  readonly numerator: number;
  readonly denominator: number;
  readonly published: string;
  readonly metric?: string;
}

const published = JSON.parse(
  readFileSync(new URL('published-figures.json', import.meta.url), 'utf8'),
) as readonly Published[];

const at = (day: number) => `2024-11-${String(day).padStart(2, '0')}T09:00:00+08:00`;
const november = spanOf('2024-11', 'Asia/Shanghai');
const inTime = { registeredAt: at(1), dueAt: at(20), repliedAt: at(10), closedAt: at(11) } as const;
const late = { ...inTime, repliedAt: at(21), closedAt: at(22) } as const;
const open = { registeredAt: at(1), dueAt: at(20) } as const;

type Life = Omit<LifeOptions, 'id'>;

/** By metric: a life of the numerator, one of the rest of the base, and some that must not count at all. */
const lives: Readonly<Record<string, { readonly hit: Life; readonly rest: Life; readonly outside: readonly Life[] }>> =
  {
    closureRate: { hit: late, rest: open, outside: [{ ...inTime, dueAt: '2024-12-05T09:00:00+08:00' }] },
    // Closed late is due and not on time: the base is what fell due, not what was closed.
    onTimeClosureRate: { hit: inTime, rest: late, outside: [{ ...open, dueAt: '2024-12-05T09:00:00+08:00' }] },
    solvedRate: {
      hit: { ...inTime, satisfaction: 4, solved: 'yes' },
      rest: { ...inTime, satisfaction: 2, solved: 'no' },
      outside: [inTime, open],
    },
    solvedOfDueRate: {
      hit: { ...inTime, satisfaction: 4, solved: 'yes' },
      rest: { ...inTime, satisfaction: 2, solved: 'partly' },
      // Due next month, still open, or answered online: not counted.
      outside: [
        { ...inTime, dueAt: '2024-12-05T09:00:00+08:00', satisfaction: 5 },
        open,
        { registeredAt: at(1), online: true },
      ],
    },
    dissatisfiedRate: {
      hit: { ...inTime, satisfaction: 1, solved: 'no' },
      rest: { ...inTime, satisfaction: 4 },
      // The twelve of 99 that came over no telephone, or were late.
      outside: [...Array.from({ length: 9 }, () => ({ ...inTime, channel: 'web' })), late, late, late],
    },
  };

/** So many tickets whose lives went alike: the events are made once, and told of each. */
function* alike(name: string, life: Life, count: number): Generator<NewEvent> {
  const events = lifeOf({ ...life, id: name });
  for (let n = 0; n < count; n += 1) for (const event of events) yield { ...event, ticket: `${name}-${n}` };
}

const measured = published.filter(({ metric }) => metric !== undefined);

test('all published figures but the share of the province have a metric in the packs', () => {
  expect(published.filter(({ metric }) => metric === undefined).map(({ id }) => id)).toEqual(['PM-11']);
});

test.each(measured)('$id $source $name: $numerator of $denominator is printed as $published', async (figure) => {
  const { numerator, denominator, metric = '' } = figure;
  const { hit, rest, outside } = lives[metric] ?? expect.fail(`no lives for ${metric}`);
  const logs = function* (): Generator<NewEvent> {
    yield* alike('hit', hit, numerator);
    yield* alike('rest', rest, denominator - numerator);
    for (const [n, life] of outside.entries()) yield* alike(`outside-${n}`, life, 1);
  };
  for (const city of seedCities()) {
    const pack = await loadCityPack(cityFolder(city));
    const rows = new FactRows(pack);
    rows.add(logs());
    const { total } = assess(rows, pack, { ...november, metrics: [metric] }).metrics[0] ?? expect.fail(city);
    expect(total, city).toMatchObject({ text: figure.published, hits: numerator, base: denominator });
    expect(openFigure(rows, pack, { ...november, metric, part: 'hits' })).toHaveLength(numerator);
    // The largest set once is enough: the metrics of the packs are the same data.
    if (denominator > 5000) break;
  }
});
