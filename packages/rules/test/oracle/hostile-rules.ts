import fc from 'fast-check';

type Json = Record<string, unknown>;

const scalar = fc.oneof(fc.constantFrom('a', 'b', '9', '10', '1x', ''), fc.integer({ min: -1, max: 11 }), fc.boolean());
const fact = fc.constantFrom('x', 'y', 'z');
const not = fc.constantFrom('', '', 'not:');

const comparison: fc.Arbitrary<Json> = fc.oneof(
  fc.record({
    fact,
    operator: fc
      .tuple(not, fc.constantFrom('equal', 'notEqual', 'contains', 'doesNotContain'))
      .map((parts) => parts.join('')),
    value: scalar,
  }),
  fc.record({
    fact,
    operator: fc.constantFrom('in', 'notIn', 'someFact:in', 'everyFact:in'),
    value: fc.array(scalar, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    fact,
    operator: fc
      .tuple(
        not,
        fc.constantFrom('lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive', 'someFact:lessThan'),
      )
      .map((parts) => parts.join('')),
    value: fc.integer({ min: -1, max: 11 }),
  }),
  fc.record({
    fact,
    path: fc.constantFrom('$.a', '$.a.b', '$.a[0]', '$.length'),
    operator: fc.constantFrom('equal', 'notEqual', 'lessThan'),
    value: fc.integer({ min: 0, max: 3 }),
  }),
);

const condition = fc.letrec<{ condition: Json; combination: Json }>((tie) => ({
  combination: fc.oneof(
    fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('condition') }),
  ),
  condition: fc.oneof(
    { maxDepth: 2 },
    { weight: 3, arbitrary: comparison },
    { weight: 1, arbitrary: tie('combination') },
  ),
}));

/** A plain json-rules-engine array, whose facts are of no declared type. */
export const plainArrays = fc
  .array(fc.record({ conditions: condition.combination, priority: fc.integer({ min: 1, max: 3 }) }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((rules) => rules.map((rule, index) => ({ ...rule, name: `r${index}`, event: { type: 'hit' } })));

/** Facts of any type, each of which may be absent. */
export const anyFacts = fc.record(
  {
    x: fc.oneof(scalar, fc.array(scalar, { maxLength: 3 })),
    y: fc.oneof(
      scalar,
      fc.record({ a: fc.oneof(scalar, fc.record({ b: scalar }), fc.array(scalar, { maxLength: 2 })) }),
    ),
    z: scalar,
  },
  { requiredKeys: [] },
);
