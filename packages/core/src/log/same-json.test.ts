import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalHash } from './canonical.js';
import { sameJson } from './same-json.js';

const runs = { quick: 500, ci: 5_000, full: 100_000 }[process.env['HOTLINE_PROOF'] ?? 'quick'] ?? 500;

/** Few keys and values, so that pairs are often the same and often nearly so. */
const { json } = fc.letrec((tie) => ({
  json: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(null, true, 0, 1, '', 'a'),
    fc.array(tie('json'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', '1', '__proto__'), tie('json'), { maxKeys: 3, noNullPrototype: true }),
  ),
}));

const shuffled = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(shuffled);
  const entries = Object.entries(value).map(([key, inner]) => [key, shuffled(inner)] as const);
  return Object.fromEntries(entries.reverse());
};

test('two values are the same JSON exactly where their canonical texts have one hash', () => {
  fc.assert(
    fc.property(json, json, (a, b) => {
      expect(sameJson(a, b)).toBe(canonicalHash(a) === canonicalHash(b));
      expect(sameJson(a, shuffled(a))).toBe(true);
    }),
    { numRuns: runs },
  );
});

test('what is undefined is not there', () => {
  expect(sameJson({ a: 1, b: undefined }, { a: 1 })).toBe(true);
  expect(sameJson({ a: 1 }, { a: 1, b: undefined })).toBe(true);
  expect(sameJson({ a: undefined }, { b: 1 })).toBe(false);
});

test('a key that every object inherits is one of its own, or not there', () => {
  expect(sameJson({}, JSON.parse('{ "__proto__": {} }'))).toBe(false);
  expect(sameJson({ toString: 1 }, {})).toBe(false);
});
