import { parseCityPack } from '@hotline-kit/rules';
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { batches, tryBatch } from './batches.js';
import { goodFiles, goodPack } from './good-pack.js';
import { hostileJson } from './hostile-json.js';
import { survives } from './survives.js';

/** Where the values of each file stand: texts, flat lists and objects, words and numbers. */
const values = new Map(
  Object.entries(goodPack).map(([file, text]) => [
    file,
    [...text.matchAll(/"[^"\n]*"(?=\s*[,}\]])|\[[^[\]]*\]|\{[^{}]*\}|\b(?:true|false|\d+)\b/g)].map(
      ({ 0: { length }, index }) => ({ index, length }),
    ),
  ]),
);

describe('a hostile part of a pack raises typed errors only', () => {
  it.each(batches)(
    'any JSON in place of a value, $batch of $of',
    () => {
      const property = fc.property(fc.constantFrom(...goodFiles), fc.nat(), hostileJson, (file, where, hostile) => {
        const text = goodPack[file] ?? '';
        const places = values.get(file) ?? [];
        const { index, length } = places[where % Math.max(1, places.length)] ?? { index: 0, length: 0 };
        const changed = text.slice(0, index) + hostile + text.slice(index + length);
        survives(() => parseCityPack({ ...goodPack, [file]: changed }));
      });
      tryBatch(property, 5_000);
    },
    3_600_000,
  );
});
