import { compileRuleSet, engineOperators, type ShadowDifference, toEngineRules } from '@hotline-kit/rules';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ruleSets, typedFacts } from './oracle/typed-rules.js';

const document = (unit: string, hit = 'first') => ({
  id: 'live',
  version: '1',
  outcomes: { route: { hit } },
  rules: [1, 2].map((priority) => ({
    id: `r${priority}`,
    priority,
    conditions: { all: [{ fact: 'returnCount', operator: 'greaterThanInclusive', value: priority }] },
    event: { type: 'route', params: { unit: `${unit}${priority}` } },
  })),
});
const settled = () => new Promise((resolve) => setTimeout(resolve, 20));
/** A generator of the host: each run gives the same numbers. */
const samples = (...numbers: readonly number[]) => {
  let at = 0;
  return () => numbers[at++ % numbers.length] ?? 0;
};

describe('shadow mode', () => {
  const ruleSet = compileRuleSet(document('u'));
  const options = { rules: toEngineRules(document('u')), operators: engineOperators(document('u')), rate: 1 };

  it('finds no difference to json-rules-engine', async () => {
    await fc.assert(
      fc.asyncProperty(ruleSets, typedFacts, async (generated, facts) => {
        const differences: ShadowDifference[] = [];
        const live = compileRuleSet(generated).shadowed({
          rules: toEngineRules(generated),
          rate: 1,
          sample: () => 0,
          onDifference: (difference) => differences.push(difference),
          onError: (error) => expect.unreachable(String(error)),
        });
        live.decide(facts);
        await new Promise((resolve) => setTimeout(resolve));
        expect(differences).toEqual([]);
      }),
      { numRuns: 100 },
    );
    await settled();
  }, 60_000);

  it('compares the share that it was told, by the numbers of the host', async () => {
    let compared = 0;
    const live = ruleSet.shadowed({
      ...options,
      // Other rules than those that decide: each comparison is a difference.
      rules: [],
      rate: 0.5,
      sample: samples(0.1, 0.7, 0.49, 0.5),
      onDifference: () => {
        compared += 1;
      },
    });
    for (let n = 0; n < 8; n += 1) live.decide({ returnCount: 1 });
    await settled();
    expect(compared).toBe(4);
  });

  it('tells what was decided and what json-rules-engine decides, hit policies included', async () => {
    const differences: ShadowDifference[] = [];
    const live = ruleSet.shadowed({
      ...options,
      rules: toEngineRules(document('u')).map((rule, index) =>
        index === 1 ? { ...rule, conditions: { all: [{ fact: 'returnCount', operator: 'equal', value: 9 }] } } : rule,
      ),
      sample: () => 0,
      onDifference: (difference) => differences.push(difference),
    });
    live.decide({ returnCount: 2 });
    live.decide({ returnCount: 1 });
    await settled();
    expect(differences).toMatchObject([
      { facts: { returnCount: 2 }, decided: [{ rule: 'r2' }], expected: [{ rule: 'r1' }] },
    ]);
  });

  it('never changes a decision and never throws, whatever its hooks do', async () => {
    const broken = (): never => {
      throw new Error('broken');
    };
    const errors: unknown[] = [];
    for (const hooks of [
      { sample: broken, onDifference: broken, onError: broken },
      { sample: () => 0, rules: [], onDifference: broken, onError: (error: unknown) => errors.push(error) },
      { sample: () => 0, rules: [{} as never], onDifference: broken, onError: (error: unknown) => errors.push(error) },
    ]) {
      const live = ruleSet.shadowed({ ...options, ...hooks });
      expect(live.decide({ returnCount: 2 })).toEqual(ruleSet.decide({ returnCount: 2 }));
      expect(live.hash).toBe(ruleSet.hash);
    }
    await settled();
    expect(errors).toHaveLength(2);
  });
});
