import { compileRuleSet, RuleFactError } from '@hotline-kit/rules';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const document = {
  id: 'explained',
  version: '1',
  effective: { from: '2026-01-01' },
  outcomes: { route: { hit: 'first' } },
  rules: [
    {
      id: 'night',
      title: '夜间噪声',
      article: '第十条',
      priority: 10,
      conditions: {
        all: [
          { fact: 'matter', operator: 'equal', value: 'noise' },
          { fact: 'urgent', operator: 'equal', value: true },
        ],
      },
      event: { type: 'route', params: { unit: 'police' } },
    },
    {
      id: 'noise',
      priority: 5,
      conditions: { all: [{ fact: 'matter', operator: 'equal', value: 'noise' }] },
      event: { type: 'route', params: { unit: 'ecology', assists: ['street'] } },
    },
    {
      id: 'repeated',
      conditions: { all: [{ fact: 'repeatCount', operator: 'greaterThanInclusive', value: 3 }] },
      event: { type: 'supervise', params: { level: 1 } },
    },
    {
      id: 'later',
      effective: { from: '2027-01-01' },
      conditions: { any: [{ fact: 'matter', operator: 'in', value: ['noise', 'road'] }] },
      event: { type: 'tag', params: { tag: 'later' } },
    },
  ],
};
const ruleSet = compileRuleSet(document);
const at = '2026-03-02T09:00:00+08:00';

describe('an explanation', () => {
  it('says of which clock it speaks', () => {
    const breached = { fact: 'clock.sign.state', operator: 'equal', value: 'breached' };
    const rules = [{ conditions: { all: [breached] }, event: { type: 'supervise', params: { level: 1 } } }];
    const { why } = compileRuleSet({ id: 'late', version: '1', rules }).explain({ 'clock.sign.state': 'breached' });
    expect(why[0]?.text.zh).toContain('“签收”时限状态等于“已超时”');
    expect(why[0]?.text.en).toContain('State of the clock (Sign) is "Breached"');
  });

  it('names the rule that decided, its article, and the values that it read', () => {
    const { why, outcomes } = ruleSet.explain({ matter: 'noise', urgent: true }, { at });
    expect(outcomes.map(({ rule }) => rule)).toEqual(['night']);
    expect(why).toMatchObject([
      {
        rule: 'night',
        title: { zh: '夜间噪声' },
        article: '第十条',
        status: 'decided',
        missing: 0,
        conditions: {
          kind: 'all',
          parts: [
            { fact: 'matter', operator: 'equal', value: 'noise', read: 'noise', holds: true },
            { fact: 'urgent', read: true, holds: true },
          ],
        },
      },
    ]);
    expect(why[0]?.text).toEqual({
      zh: '规则 night《第十条》命中：事项等于“noise”，紧急为是。',
      en: 'Rule "night" [第十条] holds: Matter is "noise", Urgent is yes.',
    });
  });

  it('says why a rule did not hold, was overruled, or is not in force', () => {
    const asked = (rule: string, facts: Record<string, unknown>) => ruleSet.explain(facts, { rule, at }).whyNot[0];
    expect(asked('night', { matter: 'noise' })).toMatchObject({ status: 'failed', missing: 1 });
    expect(asked('night', { matter: 'noise' })?.text.zh).toBe('规则 night《第十条》未命中，还缺：紧急为是（现为否）。');
    expect(asked('noise', { matter: 'noise', urgent: true })).toMatchObject({ status: 'overruled', by: 'night' });
    expect(asked('later', { matter: 'road' })).toMatchObject({ status: 'notInForce' });
    expect(asked('night', { matter: 'noise', urgent: true })).toBeUndefined();
  });

  it('says why a unit was not chosen, assisting units too', () => {
    expect(ruleSet.explain({ matter: 'noise' }, { unit: 'police', at }).whyNot.map(({ rule }) => rule)).toEqual([
      'night',
    ]);
    expect(ruleSet.explain({}, { unit: 'street', at }).whyNot.map(({ rule }) => rule)).toEqual(['noise']);
  });

  it('throws on a rule that there is not, and knows the one that was meant', () => {
    expect(() => ruleSet.explain({}, { rule: 'nigt' })).toThrow(/Did you mean "night"/);
    expect(() => ruleSet.explain({ urgent: 'yes' as unknown as boolean })).toThrow(RuleFactError);
  });

  it('lists the nearest misses, the nearest first', () => {
    const { nearest } = ruleSet.explain({ matter: 'noise' }, { at });
    expect(nearest.map(({ rule, missing }) => [rule, missing])).toEqual([
      ['night', 1],
      ['repeated', 1],
    ]);
    expect(ruleSet.explain({ matter: 'noise' }, { at, most: 0 })).toMatchObject({ nearest: [], changes: [] });
  });

  it('tells which change of one fact would change the decision', () => {
    const { changes } = ruleSet.explain({ matter: 'noise', repeatCount: 2 }, { at });
    expect(changes.map(({ fact, from, to }) => [fact, from, to])).toEqual([
      ['urgent', false, true],
      ['repeatCount', 2, 3],
    ]);
    expect(changes[0]?.text.zh).toBe('若紧急为是，将派给police（规则 night），不再派给ecology（规则 noise）。');
  });

  it('is plain JSON', () => {
    const explanation = ruleSet.explain({ matter: 'noise', repeatCount: 2 }, { at, unit: 'police' });
    expect(JSON.parse(JSON.stringify(explanation))).toEqual(explanation);
  });

  it('agrees with the decision: who decided holds, who came near does not, and each change changes it', () => {
    const facts = fc.record(
      {
        matter: fc.constantFrom('noise', 'road', 'other'),
        urgent: fc.boolean(),
        repeatCount: fc.integer({ min: 0, max: 5 }),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(facts, (given) => {
        const { outcomes, why, nearest, changes } = ruleSet.explain(given, { at });
        expect(outcomes).toEqual(ruleSet.decide(given, { at }).outcomes);
        expect(why.map(({ rule }) => rule)).toEqual(outcomes.map(({ rule }) => rule));
        expect(why.every(({ conditions }) => conditions.holds)).toBe(true);
        expect(nearest.every(({ conditions, missing }) => !conditions.holds && missing > 0)).toBe(true);
        for (const { fact, to } of changes) {
          expect(ruleSet.decide({ ...given, [fact]: to }, { at }).outcomes).not.toEqual(outcomes);
        }
      }),
    );
  });
});
