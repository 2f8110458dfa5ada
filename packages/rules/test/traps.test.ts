import { compileRuleSet, RuleFactError, RuleSetError } from '@hotline-kit/rules';
import { describe, expect, it } from 'vitest';

const always = { all: [{ fact: 'urgent', operator: 'in', value: [true, false] }] };
const tag = { type: 'tag', params: { tag: 'x' } };
const envelope = (parts: Record<string, unknown>) => ({ id: 'traps', version: '1', rules: [], ...parts });
const ruled = (conditions: unknown, more: Record<string, unknown> = {}) =>
  envelope({ rules: [{ conditions, event: tag, ...more }] });

/** Codes and pointers of a document's faults. */
function faults(document: unknown): string[] {
  try {
    compileRuleSet(document);
    return [];
  } catch (error) {
    if (!(error instanceof RuleSetError)) throw error;
    return error.diagnostics.map(({ code, pointer }) => `${code} ${pointer}`);
  }
}

const leaf = (fact: string, operator: string, value: unknown, more: Record<string, unknown> = {}) => ({
  all: [{ fact, operator, value, ...more }],
});

describe('what json-rules-engine lets pass, or does wrong, is refused or defined', () => {
  it('trap 1: two runs at once lose rules. Here a decision may be taken inside another one', () => {
    const rules = [1, 2, 3].map((level) => ({ conditions: leaf('x', 'nested', level), event: { type: 'hit' } }));
    const inner = compileRuleSet([{ conditions: leaf('x', 'equal', 1), event: { type: 'in' } }]);
    const outer = compileRuleSet(rules, {
      operators: { nested: (value) => inner.decide({ x: value }).outcomes.length + outer.size === 4 },
    });
    expect(outer.decide({ x: 1 }).outcomes.map(({ rule }) => rule)).toEqual(['#0', '#1', '#2']);
  });

  it('trap 2: circular named conditions hang the process', () => {
    const conditions = {
      a: { all: [leaf('urgent', 'equal', true), { condition: 'b' }] },
      b: { any: [{ condition: 'a' }] },
    };
    expect(faults(envelope({ conditions, rules: [{ conditions: { condition: 'a' }, event: tag }] }))).toEqual([
      'conditionCycle /conditions/b/any/0/condition',
    ]);
  });

  it('trap 2b: named conditions that double at each step grow without bound', () => {
    const conditions = Object.fromEntries(
      Array.from({ length: 30 }, (_, n) => [
        `c${n}`,
        n === 0 ? always : { all: [{ condition: `c${n - 1}` }, { condition: `c${n - 1}` }] },
      ]),
    );
    expect(faults(envelope({ conditions }))[0]).toMatch(/^tooLarge/);
  });

  it.each(['error', 'success', 'failure'])('trap 3: an event of type "%s" is one of the emitter itself', (type) => {
    expect(faults([{ conditions: always, event: { type } }])).toEqual(['reservedOutcome /0/event/type']);
  });

  it('trap 4: "__proto__" swaps the prototype of parameters and breaks conditions', () => {
    const text = '{"all":[{"fact":"urgent","operator":"equal","value":true,"__proto__":{"x":1}}]}';
    expect(faults(ruled(JSON.parse(text)))).toEqual(['forbiddenKey /rules/0/conditions/all/0/__proto__']);
    const event = JSON.parse('{"type":"hit","params":{"deep":{"__proto__":{"admin":true}}}}');
    expect(faults([{ conditions: always, event }])).toEqual(['forbiddenKey /0/event/params/deep/__proto__']);
    expect(faults(ruled({ ...always, priority: '__proto__' }))).toEqual(['wrongType /rules/0/conditions/priority']);
  });

  it('trap 5: empty lists pass, one of all and any is dropped, misspelt keys and operators are accepted', () => {
    expect(faults(ruled({ any: [] }))).toEqual(['emptyCondition /rules/0/conditions/any']);
    expect(faults(ruled({ all: [] }))).toEqual(['emptyCondition /rules/0/conditions/all']);
    expect(faults(ruled({ ...always, any: always.all }))).toEqual(['ambiguousCondition /rules/0/conditions/any']);
    expect(faults(ruled(leaf('tags', 'contains', 'x', { paht: '$.a' })))).toEqual([
      'unknownKey /rules/0/conditions/all/0/paht',
    ]);
    expect(faults(ruled(leaf('urgent', 'equals', true)))).toEqual([
      'unknownOperator /rules/0/conditions/all/0/operator',
    ]);
    expect(faults(ruled(always, { priority: 'high' }))).toEqual(['wrongType /rules/0/priority']);
    expect(faults(ruled(always, { priority: 0 }))).toEqual(['wrongValue /rules/0/priority']);
  });

  it('trap 6: "in" a text searches for a part of it; texts compare as texts; null is less than 5', () => {
    expect(faults(ruled(leaf('matter', 'in', 'noise')))).toEqual(['operatorType /rules/0/conditions/all/0/value']);
    expect(faults(ruled(leaf('matter', 'doesNotContain', 'x')))).toEqual([
      'operatorType /rules/0/conditions/all/0/operator',
    ]);
    expect(faults(ruled(leaf('repeatCount', 'lessThan', '10')))).toEqual([
      'operatorType /rules/0/conditions/all/0/value',
    ]);
    expect(faults(ruled(leaf('matter', 'lessThan', 10)))).toEqual(['operatorType /rules/0/conditions/all/0/operator']);
    expect(faults(ruled(leaf('repeatCount', 'greaterThan', null)))).toEqual([
      'wrongValue /rules/0/conditions/all/0/value',
    ]);
    expect(faults(ruled(leaf('matter', 'equal', 'x', { path: '$.a' })))).toEqual([
      'pathOnScalar /rules/0/conditions/all/0/path',
    ]);
  });

  it('trap 6b: a fact of a wrong type makes conditions false in silence', () => {
    const ruleSet = compileRuleSet(ruled(leaf('repeatCount', 'greaterThan', 2)));
    expect(() => ruleSet.decide({ repeatCount: '3' })).toThrow(RuleFactError);
    expect(() => ruleSet.decide({ repeatCount: Number.NaN })).toThrow('NaN');
    expect(ruleSet.decide({ repeatCount: 3 }).outcomes).toHaveLength(1);
  });

  it('trap 7: an absent fact rejects the whole run. Here it has its default, else compares as undefined', () => {
    const decide = (operator: string, value: unknown) =>
      compileRuleSet(ruled(leaf('matter', operator, value))).decide({}).outcomes.length;
    expect([decide('equal', 'x'), decide('in', ['x']), decide('notEqual', 'x'), decide('notIn', ['x'])]).toEqual([
      0, 0, 1, 1,
    ]);
    expect(compileRuleSet(ruled(leaf('repeatCount', 'lessThan', 1))).decide({}).outcomes).toHaveLength(1);
    expect(compileRuleSet(ruled(leaf('handlingHours', 'lessThan', 1))).decide({}).outcomes).toHaveLength(0);
    expect(compileRuleSet(ruled(leaf('urgent', 'equal', false))).decide({ urgent: null }).outcomes).toHaveLength(1);
  });

  it('trap 7b: a list that may be absent cannot be looked into', () => {
    const reference = leaf('matter', 'in', { fact: 'codes' });
    const rules = [{ conditions: reference, event: tag }];
    expect(faults(envelope({ facts: { codes: { type: 'array' } }, rules }))).toEqual([
      'listMayBeAbsent /rules/0/conditions/all/0/operator',
    ]);
    expect(faults(envelope({ facts: { codes: { type: 'array', default: [] } }, rules }))).toEqual([]);
  });

  it('trap 8: an operator that returns 1 passes alone and fails with a sibling. Here only true is true', () => {
    const odd = { odd: () => 1 as unknown as boolean };
    const alone = compileRuleSet([{ conditions: leaf('x', 'odd', 1), event: { type: 'hit' } }], { operators: odd });
    expect(alone.decide({ x: 1 }).outcomes).toEqual([]);
  });

  it('trap 9: the order of one priority is that of promises. Here it is that of declaration', () => {
    const deep = { all: [{ any: [{ not: { not: always } }] }] };
    const rules = [deep, always, { not: { not: deep } }, always].map((conditions, index) => ({
      name: `r${index}`,
      conditions,
      event: { type: 'hit' },
      priority: index === 3 ? 2 : 1,
    }));
    const names = compileRuleSet(rules)
      .decide({ urgent: true })
      .outcomes.map(({ rule }) => rule);
    expect(names).toEqual(['r3', 'r0', 'r1', 'r2']);
  });

  it('trap 10: facts without a prototype make comparisons throw', () => {
    const facts = Object.assign(Object.create(null), { repeatCount: 3 });
    expect(compileRuleSet(ruled(leaf('repeatCount', 'greaterThan', 2))).decide(facts).outcomes).toHaveLength(1);
  });

  it.each(['$..a', '$.a[?(@.b)]', '$.*', '$.a[0:2]', 'a.b', '$.a.__proto__', '$'])(
    'trap 11: the path %s runs code or searches, and is refused',
    (path) => {
      const rules = [{ conditions: leaf('o', 'equal', 1, { path }), event: tag }];
      expect(faults(envelope({ facts: { o: { type: 'object' } }, rules }))).toEqual([
        'pathNotAllowed /rules/0/conditions/all/0/path',
      ]);
    },
  );

  it.each(['toString', 'constructor', '__proto__', 'hasOwnProperty'])(
    'trap 12: "%s" is no fact, for every object has it',
    (fact) => {
      expect(faults([{ conditions: leaf(fact, 'equal', 1), event: { type: 'hit' } }])).toEqual([
        'unknownFact /0/conditions/all/0/fact',
      ]);
    },
  );

  it('facts that the almanac would compute, and their parameters, are refused', () => {
    expect(faults(ruled(leaf('urgent', 'equal', true, { params: { a: 1 } })))).toEqual([
      'paramsNotSupported /rules/0/conditions/all/0/params',
    ]);
  });
});
