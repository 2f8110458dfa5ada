import { compileRuleSet, lintRuleSet } from '@hotline-kit/rules';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ruleSets, typedFacts } from './oracle/typed-rules.js';
import { proofSize } from './proof-size.js';

it('what a lint says of a rule is true of every decision', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(ruleSets, fc.array(typedFacts, { minLength: 4, maxLength: 12 }), (generated, facts) => {
      const document = { ...generated, outcomes: { hit: { hit: 'first' } } };
      const collecting = compileRuleSet(generated);
      const first = compileRuleSet(document);
      const named = (list: readonly { readonly rule: string }[]): readonly string[] => list.map(({ rule }) => rule);
      for (const { code, value } of lintRuleSet(document)) {
        const rule = String(value);
        for (const given of facts) {
          const holding = named(collecting.decide(given).outcomes);
          if (code === 'neverHolds') expect(holding).not.toContain(rule);
          if (code === 'alwaysHolds') expect(holding).toContain(rule);
          if (code === 'unreachableRule') expect(named(first.decide(given).outcomes)).not.toContain(rule);
        }
        seen.add(code);
      }
    }),
    { numRuns: proofSize({ quick: 1_000, ci: 20_000, full: 200_000 }) },
  );
  expect([...seen]).toEqual(
    expect.arrayContaining(['neverHolds', 'alwaysHolds', 'unreachableRule', 'conflictingRules']),
  );
});

it('a rule that compares two facts covers no rule that compares one of them with a value', () => {
  const rule = (id: string, priority: number, conditions: object) => ({
    id,
    priority,
    conditions,
    event: { type: 'hit', params: { id } },
  });
  const document = {
    id: 'two-facts',
    version: '1',
    facts: { n: { type: 'number', default: 0 }, m: { type: 'number', default: 0 } },
    outcomes: { hit: { hit: 'first' } },
    rules: [
      rule('narrow', 1, { all: [{ fact: 'n', operator: 'in', value: [0] }] }),
      rule('differs', 2, { not: { fact: 'n', operator: 'equal', value: { fact: 'm' } } }),
    ],
  };
  expect(lintRuleSet(document).filter(({ code }) => code === 'unreachableRule')).toEqual([]);
  const [outcome] = compileRuleSet(document).decide({}).outcomes;
  expect(outcome?.rule).toBe('narrow');
});
