import fc from 'fast-check';

type Json = Record<string, unknown>;

const texts = ['a', 'b', 'c', 'd'];
const text = fc.constantFrom(...texts);
const textList = fc.array(text, { minLength: 1, maxLength: 4 });
const number = fc.integer({ min: -2, max: 3 });
const textFact = fc.constantFrom('s1', 's2', 's3');
const numberFact = fc.constantFrom('n1', 'n2');
const orReference = <Value>(value: fc.Arbitrary<Value>, fact: fc.Arbitrary<string>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 5, arbitrary: value }, { weight: 1, arbitrary: fact.map((name) => ({ fact: name })) });
const nots = (operator: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(fc.constantFrom('', '', '', 'not:', 'not:not:'), operator).map(([not, name]) => `${not}${name}`);

const comparisons: fc.Arbitrary<Json>[] = [
  fc.record({
    fact: textFact,
    operator: nots(fc.constantFrom('equal', 'notEqual', 'swap:equal')),
    value: orReference(text, textFact),
  }),
  fc.record({
    fact: textFact,
    operator: nots(fc.constantFrom('in', 'notIn', 'someValue:equal', 'everyValue:notEqual', 'swap:contains')),
    value: fc.oneof(
      { weight: 4, arbitrary: textList as fc.Arbitrary<unknown> },
      { weight: 1, arbitrary: fc.constant({ fact: 'list' }) },
    ),
  }),
  fc.record({
    fact: numberFact,
    operator: nots(
      fc.constantFrom(
        'lessThan',
        'lessThanInclusive',
        'greaterThan',
        'greaterThanInclusive',
        'equal',
        'notEqual',
        'swap:lessThan',
      ),
    ),
    value: orReference(number, numberFact),
  }),
  fc.record({
    fact: numberFact,
    operator: fc.constantFrom('in', 'notIn'),
    value: fc.array(number, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({ fact: fc.constantFrom('b1', 'b2'), operator: fc.constantFrom('equal', 'notEqual'), value: fc.boolean() }),
  fc.record({
    fact: fc.constantFrom('list', 'loose'),
    operator: nots(
      fc.constantFrom('contains', 'doesNotContain', 'someFact:equal', 'everyFact:notEqual', 'someFact:not:equal'),
    ),
    value: orReference(text, textFact),
  }),
  fc.record({
    fact: fc.constantFrom('list', 'loose'),
    operator: fc.constantFrom('someFact:in', 'everyFact:in', 'everyFact:notIn'),
    value: textList,
  }),
  fc.record({
    fact: fc.constant('deep'),
    path: fc.constantFrom('$.p.q', '$.list[0]', '$.list[1]', '$.none'),
    operator: nots(fc.constantFrom('equal', 'notEqual')),
    value: orReference(text, textFact),
  }),
  fc.record({
    fact: fc.constant('deep'),
    path: fc.constantFrom('$.p.n', '$.none.n'),
    operator: nots(fc.constantFrom('lessThan', 'greaterThanInclusive')),
    value: number,
  }),
  fc.record({
    fact: fc.constant('deep'),
    path: fc.constantFrom('$.list', '$.p.q'),
    operator: fc.constantFrom('contains', 'doesNotContain', 'someFact:equal'),
    value: text,
  }),
];

const naming = { name: fc.constant('n'), priority: fc.integer({ min: 1, max: 4 }) };

/** Conditions of every kind, three levels deep; `names` are the named conditions that they may refer to. */
const conditions = (names: readonly string[]) =>
  fc.letrec<{ condition: Json; combination: Json; comparison: Json }>((tie) => ({
    comparison: fc
      .tuple(fc.oneof(...comparisons), fc.record(naming, { requiredKeys: [] }))
      .map(([comparison, named]) => ({ ...comparison, ...named })),
    combination: fc.oneof(
      { maxDepth: 3 },
      fc.record({ all: fc.array(tie('comparison'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 4 }) }),
      fc.record({ not: tie('condition') }),
      ...(names.length > 0 ? [fc.record({ condition: fc.constantFrom(...names) })] : []),
    ),
    condition: fc.oneof(
      { maxDepth: 3 },
      { weight: 3, arbitrary: tie('comparison') },
      { weight: 2, arbitrary: tie('combination') },
    ),
  }));

/** What the facts of the generated rules are. */
export const declarations = {
  s1: { type: 'string' },
  s2: { type: 'string' },
  s3: { type: 'string', default: 'a' },
  n1: { type: 'number' },
  n2: { type: 'number', default: 0 },
  b1: { type: 'boolean' },
  b2: { type: 'boolean', default: false },
  list: { type: 'array', default: [] },
  loose: { type: 'array' },
  deep: { type: 'object' },
} as const;

/** A well-typed rule set: some rules, named conditions, and priorities that often meet. */
export const ruleSets = fc
  .record({
    conditions: fc.record({ c1: conditions([]).combination, c2: conditions(['c1']).combination }),
    rules: fc.array(
      fc.record({ conditions: conditions(['c1', 'c2']).combination, priority: fc.integer({ min: 1, max: 3 }) }),
      { minLength: 1, maxLength: 5 },
    ),
  })
  .map((parts) => ({
    id: 'generated',
    version: '1',
    facts: declarations,
    outcomes: { hit: {} },
    conditions: parts.conditions,
    rules: parts.rules.map((rule, index) => ({ ...rule, id: `r${index}`, event: { type: 'hit', params: { index } } })),
  }));

/** Well-typed facts, any of which may be absent. */
export const typedFacts = fc.record(
  {
    s1: text,
    s2: text,
    s3: text,
    n1: number,
    n2: number,
    b1: fc.boolean(),
    b2: fc.boolean(),
    list: fc.array(text, { maxLength: 3 }),
    loose: fc.array(text, { maxLength: 3 }),
    deep: fc.record(
      { p: fc.record({ q: text, n: number }, { requiredKeys: [] }), list: fc.array(text, { maxLength: 2 }) },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
);
