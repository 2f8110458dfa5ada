import { compileRuleSet, lintRuleSet, toEngineRules } from '@hotline-kit/rules';
import { openRuleSet } from '@hotline-kit/rules/decide';
import fc from 'fast-check';
import { Engine, type NestedCondition } from 'json-rules-engine';
import { describe, expect, it } from 'vitest';
import { proofSize } from '../proof-size.js';

/** life > noise > night > site; life > road */
const parents: Readonly<Record<string, string | undefined>> = {
  life: undefined,
  noise: 'life',
  night: 'noise',
  site: 'night',
  road: 'life',
};
const matters = Object.keys(parents);
const options = {
  domains: {
    matters: new Set(matters),
    districts: new Set(['east', 'west']),
    trees: { matters: new Map(Object.entries(parents)) },
  },
};
const depthOf = (matter: string): number => {
  const parent = parents[matter];
  return parent === undefined ? 1 : 1 + depthOf(parent);
};
const isWithin = (matter: string | undefined, top: string): boolean =>
  matter !== undefined && (matter === top || isWithin(parents[matter], top));

type Facts = { readonly matter?: string; readonly district?: string; readonly urgent?: boolean };
type Node = Record<string, unknown>;

/** How deep a condition looks into a fact where it holds: read from the document, with no part of the compiler. */
function depth(condition: Node, fact: 'matter' | 'district', facts: Facts): number | undefined {
  const { all, any, not } = condition as { all?: Node[]; any?: Node[]; not?: Node };
  if (not) return depth(not, fact, facts) === undefined ? 0 : undefined;
  const parts = (all ?? any)?.map((part) => depth(part, fact, facts));
  if (parts) {
    const holding = parts.filter((each) => each !== undefined);
    return all
      ? holding.length === parts.length
        ? Math.max(0, ...holding)
        : undefined
      : holding.length > 0
        ? Math.max(...holding)
        : undefined;
  }
  const { operator, value } = condition as { operator: string; value: unknown };
  const read = facts[condition['fact'] as keyof Facts] ?? (condition['fact'] === 'urgent' ? false : undefined);
  const values = [value].flat();
  const tops = values.filter((top) => isWithin(read as string, top as string)) as string[];
  const holds = {
    equal: read === value,
    notEqual: read !== value,
    in: values.includes(read),
    within: tops.length > 0,
    'not:within': tops.length === 0,
  }[operator];
  if (holds !== true) return undefined;
  if (condition['fact'] !== fact || operator.startsWith('not')) return 0;
  if (fact === 'district') return 1;
  return operator === 'within' ? Math.max(...tops.map(depthOf)) : depthOf(read as string);
}

const matter = fc.constantFrom(...matters);
const test = fc.oneof(
  fc.record({ fact: fc.constant('matter'), operator: fc.constantFrom('within', 'not:within'), value: matter }),
  fc.record({
    fact: fc.constant('matter'),
    operator: fc.constantFrom('within', 'in'),
    value: fc.array(matter, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({ fact: fc.constant('matter'), operator: fc.constantFrom('equal', 'notEqual'), value: matter }),
  fc.record({
    fact: fc.constant('district'),
    operator: fc.constantFrom('equal', 'notEqual'),
    value: fc.constantFrom('east', 'west'),
  }),
  fc.record({ fact: fc.constant('urgent'), operator: fc.constant('equal'), value: fc.boolean() }),
);
const conditions = fc.oneof(
  fc.array(test, { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
  fc
    .array(
      fc.oneof(
        test,
        fc.array(test, { minLength: 1, maxLength: 2 }).map((all) => ({ all })),
      ),
      { minLength: 1, maxLength: 3 },
    )
    .map((any) => ({ any })),
  test.map((one) => ({ all: [{ not: one }] })),
);
const documents = fc
  .tuple(
    fc.array(fc.record({ conditions, priority: fc.integer({ min: 1, max: 2 }) }), { minLength: 1, maxLength: 6 }),
    fc.constantFrom(['matter'], ['matter', 'district'], ['district', 'matter'], undefined),
  )
  .map(([rules, by]) => ({
    id: 'specific',
    version: '1',
    outcomes: { route: { hit: 'mostSpecific', ...(by && { by }) } },
    rules: rules.map((rule, index) => ({
      ...rule,
      id: `r${index}`,
      event: { type: 'route', params: { unit: `u${index}` } },
    })),
  }));
const factsOf = fc.record(
  { matter, district: fc.constantFrom('east', 'west'), urgent: fc.boolean() },
  { requiredKeys: [] },
);

describe('the hit policy mostSpecific', () => {
  it('chooses, of the rules that json-rules-engine fires, the deepest; then the highest priority, then the first', async () => {
    await fc.assert(
      fc.asyncProperty(documents, factsOf, async (document, facts) => {
        const engine = new Engine(toEngineRules(document, options), { allowUndefinedFacts: true });
        const { results } = await engine.run({ urgent: false, ...structuredClone(facts) });
        const fired = new Set(results.map(({ name }) => name));
        const by = (document.outcomes.route as { by?: readonly string[] }).by ?? ['matter'];
        const ranked = document.rules
          .filter(({ id }) => fired.has(id))
          .map((rule, index) => ({
            rule,
            key: [...by.map((fact) => -(depth(rule.conditions, fact as 'matter', facts) ?? 0)), -rule.priority, index],
          }))
          .sort(
            (a, b) => a.key.map((value, at) => value - (b.key[at] ?? 0)).find((difference) => difference !== 0) ?? 0,
          );
        const ruleSet = compileRuleSet(document, options);
        expect(ruleSet.decide(facts).outcomes.map(({ rule }) => rule)).toEqual(
          ranked.slice(0, 1).map(({ rule }) => rule.id),
        );
        expect(openRuleSet(JSON.parse(JSON.stringify(ruleSet))).decide(facts)).toEqual(ruleSet.decide(facts));
      }),
      { numRuns: proofSize({ quick: 500, ci: 10_000, full: 100_000 }) },
    );
  }, 600_000);

  const rule = (id: string, all: readonly unknown[], more: object = {}) => ({
    id,
    article: '第一条',
    conditions: { all } as NestedCondition,
    event: { type: 'route', params: { unit: id } },
    ...more,
  });
  const within = (value: string) => ({ fact: 'matter', operator: 'within', value });
  const east = { fact: 'district', operator: 'equal', value: 'east' };
  const document = (rules: readonly unknown[], by = ['matter', 'district']) => ({
    id: 's',
    version: '1',
    effective: { from: '2026-01-01' },
    outcomes: { route: { hit: 'mostSpecific', by } },
    rules,
  });

  it('lets a rule on a part go before one on the whole, whatever their priorities', () => {
    const ruleSet = compileRuleSet(
      document([rule('wide', [within('life')], { priority: 9 }), rule('narrow', [within('night')])]),
      options,
    );
    const lead = (given: Facts) => ruleSet.decide(given).outcomes.map(({ rule: id }) => id);
    expect([lead({ matter: 'site' }), lead({ matter: 'noise' })]).toEqual([['narrow'], ['wide']]);
  });

  it('explains that another rule is more specific', () => {
    const ruleSet = compileRuleSet(
      document([rule('wide', [within('life')], { priority: 9 }), rule('narrow', [within('night')])]),
      options,
    );
    const { whyNot } = ruleSet.explain({ matter: 'site' }, { rule: 'wide' });
    expect(whyNot[0]).toMatchObject({ status: 'overruled', by: 'narrow' });
    expect(whyNot[0]?.text.zh).toBe('规则 wide《第一条》也符合，但规则 narrow 更具体。');
  });

  const codes = (rules: readonly unknown[]) =>
    lintRuleSet(document(rules), options)
      .filter(({ code }) => code !== 'missingTest')
      .map(({ code, value }) => `${code} ${value}`);

  it('is linted for ties: two rules as specific as one another, of which the order in the file decides', () => {
    const urgent = { fact: 'urgent', operator: 'equal', value: true };
    const tied = [
      rule('a', [within('noise'), urgent]),
      rule('b', [within('noise'), { fact: 'channel', operator: 'equal', value: 'web' }]),
    ];
    expect(codes(tied)).toEqual(['equallySpecific b']);
    expect(codes([tied[0], { ...tied[1], priority: 2 }])).toEqual([]);
    expect(codes([tied[0], rule('b', [within('noise'), { ...urgent, value: false }])])).toEqual([]);
    expect(codes([tied[0], rule('b', [within('noise'), east])])).toEqual([]);
    expect(codes([rule('wide', [within('life')]), rule('narrow', [within('noise')])])).toEqual([]);
  });
});
