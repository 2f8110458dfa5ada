import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { configure } from 'safe-stable-stringify';
import { expect, test } from 'vitest';
import { canonicalHash } from './canonical.js';

test("Node's own SHA-256 gives the same as the portable one, whatever the text", () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => {
      expect(canonicalHash(text)).toBe(bytesToHex(sha256(utf8ToBytes(JSON.stringify(text)))));
    }),
  );
});

test('a value has the hash of its canonical text, in whatever order its keys stand', () => {
  const canonical = configure({ deterministic: true, strict: true });
  const key = fc.oneof(fc.constantFrom('a', 'b', 'B', '10', '9', 'ä', '__proto__', 'toJSON'), fc.string());
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.jsonValue({ maxDepth: 0 }),
      fc.date({ noInvalidDate: true }),
      tie('list'),
      tie('record'),
    ),
    list: fc.array(tie('value'), { maxLength: 4 }),
    record: fc.array(fc.tuple(key, tie('value')), { maxLength: 5 }).map((entries) => Object.fromEntries(entries)),
  }));
  fc.assert(
    fc.property(value, (any) => {
      const text = canonical(any) ?? 'null';
      expect(canonicalHash(any)).toBe(bytesToHex(sha256(utf8ToBytes(text))));
    }),
    { numRuns: 2_000 },
  );
});

test('what JSON has no words for is refused, in order or not', () => {
  for (const value of [1n, { a: Number.NaN }, { a: () => 1 }, [Symbol('s')]])
    expect(() => canonicalHash(value)).toThrow();
  const circle: Record<string, unknown> = {};
  circle.self = circle;
  expect(() => canonicalHash(circle)).toThrow();
});
