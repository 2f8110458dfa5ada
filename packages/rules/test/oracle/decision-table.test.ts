import { compileRuleSet } from '@hotline-kit/rules';
import fc from 'fast-check';
import { Engine, type NestedCondition, type RuleProperties } from 'json-rules-engine';
import { describe, expect, it } from 'vitest';
import { proofSize } from '../proof-size.js';

/** A cell as people write it, and what it says, put into json-rules-engine's words by hand. */
interface Cell {
  readonly text: string;
  readonly says?: NestedCondition;
}

const EMPTY: Cell = { text: '' };
const test = (fact: string, operator: string, value: unknown): NestedCondition => ({ fact, operator, value });

const matter: readonly Cell[] = [
  EMPTY,
  { text: 'noise', says: test('matter', 'equal', 'noise') },
  { text: 'noise;dust', says: { any: [test('matter', 'equal', 'noise'), test('matter', 'equal', 'dust')] } },
  { text: 'noise；road', says: { any: [test('matter', 'equal', 'noise'), test('matter', 'equal', 'road')] } },
];
const notDistrict: readonly Cell[] = [
  EMPTY,
  { text: 'east', says: test('district', 'notEqual', 'east') },
  { text: 'west', says: test('district', 'notEqual', 'west') },
];
const repeats: readonly Cell[] = [
  EMPTY,
  { text: '2', says: test('repeatCount', 'equal', 2) },
  { text: '>=3', says: test('repeatCount', 'greaterThanInclusive', 3) },
  { text: '<2', says: test('repeatCount', 'lessThan', 2) },
  {
    text: '1..3',
    says: { all: [test('repeatCount', 'greaterThanInclusive', 1), test('repeatCount', 'lessThanInclusive', 3)] },
  },
  {
    text: '0;>3',
    says: { any: [test('repeatCount', 'equal', 0), test('repeatCount', 'greaterThan', 3)] },
  },
];
const urgent: readonly Cell[] = [
  EMPTY,
  { text: '是', says: test('urgent', 'equal', true) },
  { text: 'no', says: test('urgent', 'equal', false) },
];
const tags: readonly Cell[] = [
  EMPTY,
  { text: 'press', says: test('tags', 'contains', 'press') },
  { text: 'press;school', says: { any: [test('tags', 'contains', 'press'), test('tags', 'contains', 'school')] } },
];

const row = fc.record({
  cells: fc.tuple(
    ...[matter, notDistrict, repeats, urgent, tags].map((cells) =>
      fc.oneof(fc.constant(EMPTY), fc.constant(EMPTY), fc.constantFrom(...cells)),
    ),
  ),
  unit: fc.constantFrom('u1', 'u2'),
  assists: fc.constantFrom([], ['s1'], ['s1', 's2']),
  priority: fc.constantFrom(undefined, 1, 2, 9),
});

const facts = fc.record({
  matter: fc.constantFrom('noise', 'dust', 'road', 'lamp'),
  district: fc.constantFrom('east', 'west'),
  repeatCount: fc.nat(5),
  urgent: fc.boolean(),
  tags: fc.subarray(['press', 'school', 'park']),
});

const columns = [
  { fact: 'matter' },
  { fact: 'district', operator: 'notEqual' },
  { fact: 'repeatCount' },
  { fact: 'urgent' },
  { fact: 'tags' },
  { param: 'unit' },
  { param: 'assists', list: true },
  { is: 'priority' },
];

type Row = typeof row extends fc.Arbitrary<infer Value> ? Value : never;

/** json-rules-engine's own rules for the rows; a row without conditions holds always. */
function engineRules(rows: readonly Row[]): RuleProperties[] {
  return rows.map(({ cells, unit, assists, priority }, index) => ({
    name: `t:${index + 1}`,
    conditions: { all: cells.flatMap(({ says }) => says ?? []) },
    event: { type: 'route', params: { unit, ...(assists.length > 0 && { assists }) } },
    ...(priority !== undefined && { priority }),
  }));
}

async function fired(rules: readonly RuleProperties[], given: Record<string, unknown>) {
  const { results } = await new Engine([...rules]).run(given);
  const names = new Set(results.map(({ name }) => name));
  return rules
    .filter(({ name }) => names.has(name ?? ''))
    .sort((a, b) => (b.priority ?? 1) - (a.priority ?? 1))
    .map(({ name, event }) => ({ rule: name, ...event }));
}

describe('a decision table decides what json-rules-engine decides, its rows written as rules by hand', () => {
  it.each(['rows', 'csv'])(
    'given as %s',
    async (form) => {
      let decided = 0;
      await fc.assert(
        fc.asyncProperty(
          fc.array(row, { maxLength: 12 }),
          fc.array(facts, { minLength: 1, maxLength: 4 }),
          async (rows, cases) => {
            const texts = rows.map(({ cells, unit, assists, priority }) => [
              ...cells.map(({ text }) => text),
              unit,
              assists.join(';'),
              priority?.toString() ?? '',
            ]);
            const header = columns.map(({ fact, param, is }) => fact ?? param ?? is ?? '');
            const csv = [header, ...texts].map((line) => line.join(',')).join('\n');
            const table = { id: 't', columns, event: { type: 'route' } };
            const ruleSet = compileRuleSet(
              {
                id: 'd',
                version: '1',
                rules: [],
                tables: [form === 'rows' ? { ...table, rows: texts } : { ...table, file: 't.csv' }],
              },
              { tables: { 't.csv': csv } },
            );
            const rules = engineRules(rows);
            for (const given of cases) {
              const expected = await fired(rules, given);
              // The first row of a file stands in its line 2.
              const nameOf = (name = '') => (form === 'rows' ? name : `t:${Number(name.slice(2)) + 1}`);
              expect(ruleSet.decide(given).outcomes.map(({ rule, type, params }) => ({ rule, type, params }))).toEqual(
                expected.map(({ rule, ...event }) => ({ rule: nameOf(rule), ...event })),
              );
              decided += expected.length;
            }
          },
        ),
        { numRuns: proofSize({ quick: 60, ci: 500, full: 50_000 }) },
      );
      expect(decided).toBeGreaterThan(proofSize({ quick: 60, ci: 500, full: 50_000 }));
    },
    3_600_000,
  );
});
