import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, hashDocument } from './canonical-json.js';

/** The same by the plainest means: sort keys recursively, then JSON.stringify. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, sorted(item)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Keys that are numbers stand first in every object, whatever their order of entry: JSON.stringify cannot sort them. */
const key = fc.string({ unit: 'binary' }).filter((text) => !/^\d+$/.test(text) && text !== '__proto__');
const json = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
      fc.constant(null),
    ),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(key, tie('value'), { maxKeys: 4 }),
  ),
})).value;

describe('canonical JSON', () => {
  it('is JSON with sorted keys, for any value', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(canonicalJson(value)).toBe(JSON.stringify(sorted(value)));
      }),
      { numRuns: 500 },
    );
  });

  it('is hashed as SHA-256 over its UTF-8, the same as every other program', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(hashDocument(value)).toBe(
          createHash('sha256')
            .update(JSON.stringify(sorted(value)))
            .digest('hex'),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('does not depend on the order of keys, and holds documents larger than its buffer', () => {
    const rows = Array.from({ length: 5_000 }, (_, index) => ({
      unit: `单位${index}`,
      article: '第八条',
      'a\nb': 1,
      c: 2,
    }));
    const turned = rows.map(({ unit, article, c, ...rest }) => ({ c, ...rest, article, unit }));
    expect(hashDocument(turned)).toBe(hashDocument(rows));
    expect(hashDocument('长'.repeat(100_000))).toBe(
      createHash('sha256')
        .update(`"${'长'.repeat(100_000)}"`)
        .digest('hex'),
    );
  });

  it('keeps objects apart whose keys hold line breaks', () => {
    const values = [
      { b: 0, 'a\nc': 1 },
      { b: 0, a: 1, c: 2 },
      { 'b\na': 3, c: 4 },
    ];
    expect(canonicalJson(values)).toBe('[{"a\\nc":1,"b":0},{"a":1,"b":0,"c":2},{"b\\na":3,"c":4}]');
  });
});
