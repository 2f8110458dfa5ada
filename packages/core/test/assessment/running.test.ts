import type { NewEvent } from '@hotline-kit/core';
import { type Assessment, assess, FactRows, RunningAssessment, spanOf } from '@hotline-kit/core/assessment';
import { DIMENSIONS, wordsOf } from '@hotline-kit/rules';
import { cityFolder, loadCityPack, seedCities } from '@hotline-kit/rules/node';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type LifeOptions, lifeOf } from './lives.js';

const november = spanOf('2024-11', 'Asia/Shanghai');
const day = (from: number, days: number) => new Date(Date.parse('2024-10-28T09:00:00+08:00') + (from + days) * 864e5);

/** A life of any course, in this month, on its edges, or in the year before. */
const life = fc.record({
  unit: fc.constantFrom('tianhe-liede', 'tianhe', 'transport'),
  returnedBy: fc.option(fc.constantFrom('education', 'tianhe-shipai'), { nil: undefined }),
  handler: fc.constantFrom('h1', 'h2'),
  channel: fc.constantFrom('phone', 'web', 'leaderDay'),
  type: fc.constantFrom('consult', 'complaint', 'praise'),
  matter: fc.constantFrom('bus', 'litter', undefined),
  line: fc.constantFrom('12315', undefined),
  online: fc.boolean(),
  lastYear: fc.boolean(),
  registered: fc.integer({ min: 0, max: 36 }),
  due: fc.option(fc.integer({ min: 1, max: 20 }), { nil: undefined }),
  replied: fc.option(fc.integer({ min: 0, max: 25 }), { nil: undefined }),
  closed: fc.boolean(),
  satisfaction: fc.constantFrom(undefined, 1, 3, 5),
  supervised: fc.constantFrom(undefined, 2),
});

const numRuns = { quick: 12, ci: 40, full: 1000 }[process.env['HOTLINE_PROOF'] ?? 'quick'] ?? 12;

/** The events of such a life. */
function eventsOf(plan: Readonly<Record<string, unknown>>, index: number): readonly NewEvent[] {
  const { registered, due, replied, closed, lastYear, ...rest } = plan as Readonly<Record<string, number | undefined>>;
  const at = (days: number) => {
    const date = day(registered ?? 0, days);
    if (lastYear) date.setUTCFullYear(2023);
    return date.toISOString();
  };
  const known = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  return lifeOf({
    ...known,
    id: `t${index}`,
    registeredAt: at(0),
    ...(due !== undefined && { dueAt: at(due) }),
    ...(replied !== undefined && { repliedAt: at(replied + 1), ...(closed && { closedAt: at(replied + 2) }) }),
  } as LifeOptions);
}

const plain = (assessment: Assessment) => JSON.parse(JSON.stringify(assessment)) as Assessment;

test.each(seedCities())(
  '%s: an assessment that follows the events, in whatever pieces they come, is the one drawn anew',
  async (city) => {
    const pack = await loadCityPack(cityFolder(city));
    const scope = { ...november, previous: 'year', groupBy: wordsOf(DIMENSIONS) } as const;
    const pieces = fc.array(fc.tuple(fc.nat({ max: 11 }), fc.integer({ min: 1, max: 5 })), { maxLength: 40 });
    fc.assert(
      fc.property(fc.array(life, { maxLength: 12 }), pieces, (plans, order) => {
        const logs = plans.map(eventsOf);
        const running = new RunningAssessment(pack, scope);
        const left = logs.map((log) => [...log]);
        for (const [index, count] of order) running.add((left[index] ?? []).splice(0, count));
        for (const log of left) running.add(log);
        const rows = new FactRows(pack);
        rows.add(logs.flat());
        expect(plain(running.result())).toEqual(plain(assess(rows, pack, scope)));
      }),
      { numRuns },
    );
  },
);
