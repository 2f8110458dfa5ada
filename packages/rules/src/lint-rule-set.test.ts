import { lintRuleSet } from '@hotline-kit/rules';
import { describe, expect, it } from 'vitest';

const equal = (fact: string, value: unknown) => ({ fact, operator: 'equal', value });
const route = (unit: string) => ({ type: 'route', params: { unit } });
const tests = [{ facts: {}, expect: {} }];

/** A document of rules that lack nothing but what a test is about. */
function rules(...list: readonly Record<string, unknown>[]) {
  return {
    id: 'lint',
    version: '1',
    effective: { from: '2026-01-01' },
    rules: list.map((rule, index) => ({ id: `r${index}`, article: `第${index}条`, tests, ...rule })),
  };
}

function codes(document: unknown): readonly string[] {
  return lintRuleSet(document).map(({ code, pointer }) => `${code} ${pointer}`);
}

describe('a lint of a rule set', () => {
  it('finds nothing in rules that exclude one another', () => {
    const list = rules(
      { conditions: { all: [equal('district', 'east'), equal('matter', 'a')] }, event: route('x') },
      { conditions: { all: [equal('district', 'west'), equal('matter', 'a')] }, event: route('y') },
      { conditions: { all: [equal('matter', 'a')] }, event: route('z') },
    );
    expect(codes(list)).toEqual([]);
  });

  it('is that of loading where the document cannot be loaded', () => {
    expect(codes(rules({ conditions: { all: [equal('distrct', 'east')] }, event: route('x') }))).toEqual([
      'unknownFact /rules/0/conditions/all/0/fact',
    ]);
  });

  it.each([
    ['two values at once', [equal('matter', 'a'), equal('matter', 'b')]],
    ['a value outside the list', [equal('matter', 'a'), { fact: 'matter', operator: 'in', value: ['b', 'c'] }]],
    ['a value that is denied', [equal('matter', 'a'), { fact: 'matter', operator: 'notIn', value: ['a', 'c'] }]],
    [
      'above and below',
      [
        { fact: 'repeatCount', operator: 'greaterThan', value: 5 },
        { fact: 'repeatCount', operator: 'lessThan', value: 3 },
      ],
    ],
    [
      'just above and at most',
      [
        { fact: 'repeatCount', operator: 'greaterThan', value: 5 },
        { fact: 'repeatCount', operator: 'lessThanInclusive', value: 5 },
      ],
    ],
  ])('names a rule that never holds: %s', (_, all) => {
    expect(codes(rules({ conditions: { all }, event: route('x') }))).toContain('neverHolds /rules/0/conditions');
  });

  it('does not take "at least and at most the same" for a contradiction', () => {
    const all = [
      { fact: 'repeatCount', operator: 'greaterThanInclusive', value: 5 },
      { fact: 'repeatCount', operator: 'lessThanInclusive', value: 5 },
    ];
    expect(codes(rules({ conditions: { all }, event: route('x') }))).toEqual([]);
  });

  it.each([
    ['a flag or its denial', [equal('urgent', true), { not: equal('urgent', true) }]],
    ['both values of a flag', [equal('urgent', true), equal('urgent', false)]],
    ['a list of both values', [{ fact: 'urgent', operator: 'in', value: [true, false] }]],
  ])('names a rule that holds for every ticket: %s', (_, any) => {
    expect(codes(rules({ conditions: { any }, event: route('x') }))).toEqual(['alwaysHolds /rules/0/conditions']);
  });

  it('takes no fact that may be absent for one that is always true or false', () => {
    const any = [equal('contacted', true), equal('contacted', false)];
    expect(codes(rules({ conditions: { any }, event: route('x') }))).toEqual([]);
  });

  it('names a rule that says the same as another, in whatever order', () => {
    const list = rules(
      { conditions: { all: [equal('matter', 'a'), equal('urgent', true)] }, event: route('x') },
      { conditions: { all: [equal('urgent', true), equal('matter', 'a')] }, event: route('x') },
    );
    expect(codes(list)).toEqual(['duplicateRule /rules/1']);
  });

  it('names two rules that hold in the same cases and decide differently, with both articles', () => {
    const list = rules(
      { conditions: { all: [equal('matter', 'a')] }, event: route('x') },
      { conditions: { any: [equal('matter', 'a')] }, event: route('y') },
    );
    const [found, ...rest] = lintRuleSet(list);
    expect(found).toMatchObject({ code: 'conflictingRules', severity: 'error' });
    expect(found?.message).toContain('第0条');
    expect(found?.message).toContain('第1条');
    expect(rest).toEqual([]);
  });

  it('names a route that a wider one before it never lets decide', () => {
    const list = rules(
      { priority: 9, conditions: { all: [{ fact: 'matter', operator: 'in', value: ['a', 'b'] }] }, event: route('x') },
      { conditions: { all: [equal('matter', 'a'), equal('urgent', true)] }, event: route('y') },
    );
    expect(codes(list)).toEqual(['unreachableRule /rules/1']);
    const reversed = rules(
      { conditions: { all: [{ fact: 'matter', operator: 'in', value: ['a', 'b'] }] }, event: route('x') },
      { priority: 9, conditions: { all: [equal('matter', 'a'), equal('urgent', true)] }, event: route('y') },
    );
    expect(codes(reversed)).toEqual([]);
  });

  it('lets a wider rule be in the way only while it is in force', () => {
    const narrow = { conditions: { all: [equal('matter', 'a'), equal('urgent', true)] }, event: route('y') };
    const wide = { priority: 9, conditions: { all: [equal('matter', 'a')] }, event: route('x') };
    expect(codes(rules({ ...wide, effective: { from: '2026-01-01', to: '2026-06-30' } }, narrow))).toEqual([]);
  });

  it('names a rule that adds nothing where all outcomes count', () => {
    const tag = { type: 'tag', params: { tag: 'x' } };
    const list = rules(
      { conditions: { all: [{ fact: 'repeatCount', operator: 'greaterThan', value: 2 }] }, event: tag },
      { conditions: { all: [{ fact: 'repeatCount', operator: 'greaterThan', value: 5 }] }, event: tag },
    );
    expect(codes(list)).toEqual(['subsumedRule /rules/1']);
  });

  it('asks for the article, the test and the date', () => {
    const bare = {
      id: 'bare',
      version: '1',
      conditions: { spare: { all: [equal('urgent', true)] } },
      rules: [{ id: 'r', conditions: { all: [equal('matter', 'a')] }, event: route('x') }],
    };
    expect(codes(bare)).toEqual([
      'missingArticle /rules/0',
      'missingTest /rules/0',
      'unusedCondition /conditions/spare',
      'undated ',
    ]);
  });
});
