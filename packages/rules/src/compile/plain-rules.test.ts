import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileRuleSet } from '../compile-rule-set.js';
import { openRuleSet } from '../open-rule-set.js';

const names = ['a', 'b', 'c', 'd'] as const;
const value = fc.integer({ min: 0, max: 20 });
const comparison = fc.oneof(
  { weight: 8, arbitrary: fc.record({ fact: fc.constantFrom(...names), operator: fc.constant('equal'), value }) },
  fc.record({ fact: fc.constantFrom(...names), operator: fc.constantFrom('notEqual', 'lessThan'), value }),
  fc.record({
    fact: fc.constantFrom(...names),
    operator: fc.constant('in'),
    value: fc.array(value, { minLength: 1, maxLength: 3 }),
  }),
);
const condition = fc.oneof(
  { weight: 4, arbitrary: fc.record({ all: fc.array(comparison, { minLength: 1, maxLength: 4 }) }) },
  fc.record({ any: fc.array(comparison, { minLength: 1, maxLength: 2 }) }),
  fc.record({ not: fc.record({ all: fc.array(comparison, { minLength: 1, maxLength: 2 }) }) }),
);
const facts = fc.record(Object.fromEntries(names.map((name) => [name, value])));

describe('rules of plain equalities, entered at once', () => {
  it('are found as they are when each is planned by itself, as a rule set from its portable form does', () => {
    fc.assert(
      fc.property(fc.array(condition, { maxLength: 40 }), fc.array(facts, { minLength: 1 }), (conditions, cases) => {
        const rules = conditions.map((each) => ({ conditions: each, event: { type: 'hit' } }));
        const compiled = compileRuleSet(rules);
        const opened = openRuleSet(JSON.parse(JSON.stringify(compiled)));
        for (const given of cases) expect(compiled.decide(given)).toEqual(opened.decide(given));
      }),
      { numRuns: 300 },
    );
  });

  it('hold where every comparison holds, of two values, of one, and of several slots', () => {
    const equal = (fact: string, of: number) => ({ fact, operator: 'equal', value: of });
    const rules = Array.from({ length: 400 }, (_, n) => ({
      id: `r${n}`,
      conditions: {
        all: [equal('a', n % 20), equal('b', Math.floor(n / 20)), ...(n % 2 === 0 ? [equal('c', 1)] : [])],
      },
      event: { type: 'hit' },
    }));
    const ruleSet = compileRuleSet([
      ...rules,
      { id: 'one', conditions: { all: [equal('a', 3)] }, event: { type: 'hit' } },
      { id: 'never', conditions: { all: [equal('a', 3), equal('a', 4)] }, event: { type: 'hit' } },
    ]);
    const hits = (given: Record<string, unknown>) => ruleSet.decide(given).outcomes.map(({ rule }) => rule);
    expect(hits({ a: 3, b: 7, c: 1 })).toEqual(['r143', 'one']);
    expect(hits({ a: 4, b: 7, c: 1 })).toEqual(['r144']);
    expect(hits({ a: 4, b: 7, c: 2 })).toEqual([]);
  });
});
