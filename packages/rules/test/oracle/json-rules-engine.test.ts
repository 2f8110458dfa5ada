import { compileRuleSet, toEngineRules } from '@hotline-kit/rules';
import fc from 'fast-check';
import { Engine } from 'json-rules-engine';
import { describe, expect, it } from 'vitest';
import { proofSize } from '../proof-size.js';
import { anyFacts, plainArrays } from './hostile-rules.js';
import { declarations, ruleSets, typedFacts } from './typed-rules.js';

const defaults = Object.fromEntries(
  Object.entries(declarations).flatMap(([name, fact]) => ('default' in fact ? [[name, fact.default]] : [])),
);

/** The rules that json-rules-engine fires, in our order: by falling priority, then as declared. */
async function oracle(document: unknown, facts: Record<string, unknown>): Promise<string[]> {
  const rules = toEngineRules(document);
  const result = await new Engine(rules, { allowUndefinedFacts: true }).run(structuredClone(facts));
  const fired = new Set(result.results.map(({ name }) => name));
  return rules
    .filter(({ name }) => fired.has(name ?? ''))
    .sort((a, b) => (b.priority ?? 1) - (a.priority ?? 1))
    .map(({ name }) => name ?? '');
}

/** `pnpm run prove:rules COUNT SEED` sets both; a failure prints the seed that repeats it. */
const { HOTLINE_RULE_SETS: asked, HOTLINE_SEED: seed } = process.env;
const runs = (sizes: { readonly quick: number; readonly ci: number; readonly full: number }) => ({
  numRuns: asked === undefined ? proofSize(sizes) : Number(asked),
  ...(seed !== undefined && { seed: Number(seed) }),
});
/** A proof of ten million rule sets takes hours, and ends. */
const NO_LIMIT = 2 ** 31 - 1;

describe('the compiled rules decide what json-rules-engine decides', () => {
  it(
    'on well-typed rule sets with nested, negated and named conditions, decorators, paths and references',
    async () => {
      let fired = 0;
      await fc.assert(
        fc.asyncProperty(ruleSets, typedFacts, async (document, facts) => {
          const decided = compileRuleSet(document)
            .decide(facts)
            .outcomes.map(({ rule }) => rule);
          expect(decided).toEqual(await oracle(document, { ...defaults, ...facts }));
          fired += decided.length;
        }),
        runs({ quick: 1_500, ci: 60_000, full: 200_000 }),
      );
      expect(fired).toBeGreaterThan(runs({ quick: 1_500, ci: 60_000, full: 200_000 }).numRuns / 2);
    },
    NO_LIMIT,
  );

  it(
    'on plain arrays whose facts are of any type',
    async () => {
      await fc.assert(
        fc.asyncProperty(plainArrays, anyFacts, async (rules, facts) => {
          const decided = compileRuleSet(rules)
            .decide(facts)
            .outcomes.map(({ rule }) => rule);
          expect(decided).toEqual(await oracle(rules, facts));
        }),
        runs({ quick: 500, ci: 10_000, full: 50_000 }),
      );
    },
    NO_LIMIT,
  );
});
