import fc from 'fast-check';
import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import { describe, expect, it } from 'vitest';
import { join } from './pointer.js';
import { findPositions, positionAt } from './positions.js';

/** Every place of a value, as keys. */
function places(value: unknown, keys: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [keys];
  const inner = Array.isArray(value)
    ? value.flatMap((item, index) => places(item, [...keys, index]))
    : Object.entries(value).flatMap(([key, item]) => places(item, [...keys, key]));
  return [keys, ...inner];
}

describe('the place of a JSON pointer', () => {
  it('is where the syntax tree has it, for any document', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(0, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        const all = places(value);
        const found = findPositions(text, new Set(all.map((keys) => join('', ...keys))));
        const tree = parseTree(text);
        for (const keys of all) {
          const node = tree && findNodeAtLocation(tree, keys);
          expect(found.get(join('', ...keys))).toEqual(node && positionAt(text, node.offset));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('of a key is that of its name', () => {
    const text = '{\n  "a/b": {\n    "c~d": 1 } }';
    expect(findPositions(text, new Set(['key:/a~1b/c~0d'])).get('key:/a~1b/c~0d')).toEqual({ line: 3, column: 5 });
  });
});
