import { compileRuleSet, RuleSetError, toEngineRules } from '@hotline-kit/rules';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batches, tryBatch } from './batches.js';
import { hostileJson } from './hostile-json.js';
import { survives } from './survives.js';

describe('a hostile rule set raises typed errors only', () => {
  // Five documents a run: with those of packs 100,000 at `ci` and 1,000,000 at `full`.
  it.each(batches)(
    'any JSON as a rule set, $batch of $of',
    () => {
      const property = fc.property(hostileJson, hostileJson, (rule, rest) => {
        survives(() => compileRuleSet(JSON.parse(rule)));
        survives(() => compileRuleSet(JSON.parse(`[${rule}]`)));
        survives(() => toEngineRules(JSON.parse(`{"id":"x","version":"1","rules":[${rule}],"facts":${rest}}`)));
        survives(() => compileRuleSet(JSON.parse(`[{"conditions":${rule},"event":${rest}}]`)));
        survives(() =>
          compileRuleSet(JSON.parse(`[{"conditions":{"all":[${rule}]},"event":{"type":"x","params":${rest}}}]`)),
        );
      });
      tryBatch(property, 18_400);
    },
    3_600_000,
  );

  it('conditions nested beyond all measure', () => {
    let deep: unknown = { fact: 'urgent', operator: 'equal', value: true };
    for (let level = 0; level < 50_000; level += 1) deep = { not: deep };
    survives(() => compileRuleSet([{ conditions: deep, event: { type: 'x' } }]));
    const tests = [{ facts: {}, expect: deep }];
    const conditions = { all: [{ fact: 'x', operator: 'equal', value: 1 }] };
    expect(() => compileRuleSet([{ conditions, event: { type: 'x' }, tests }])).toThrow(RuleSetError);
    let params: unknown = 1;
    for (let level = 0; level < 50_000; level += 1) params = [params];
    survives(() =>
      compileRuleSet([
        { conditions: { all: [{ fact: 'x', operator: 'equal', value: 1 }] }, event: { type: 'x', params: { params } } },
      ]),
    );
  });
});
