import { parseCityPack } from '@hotline-kit/rules';
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { batches, tryBatch } from './batches.js';
import { goodFiles, goodPack } from './good-pack.js';
import { survives } from './survives.js';

describe('a hostile text in a pack raises typed errors only', () => {
  it.each(batches)(
    'any text in place of a part of a file, $batch of $of',
    () => {
      const text = fc.string({ unit: 'binary', maxLength: 20 });
      const file = fc.constantFrom(...goodFiles);
      const property = fc.property(file, fc.nat(), fc.nat(40), text, (name, where, length, other) => {
        const whole = goodPack[name] ?? '';
        const at = where % (whole.length + 1);
        survives(() => parseCityPack({ ...goodPack, [name]: whole.slice(0, at) + other + whole.slice(at + length) }));
      });
      tryBatch(property, 3_000);
    },
    3_600_000,
  );

  it.each([
    ['lists', '['.repeat(200_000)],
    ['closed lists', '['.repeat(100_000) + ']'.repeat(100_000)],
    ['objects', '{"a":'.repeat(100_000)],
    ['closed objects', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
    ['a text of ten million letters', `{"id":"${'a'.repeat(10_000_000)}"}`],
    ['a key of a million letters', `{"${'a'.repeat(1_000_000)}":1}`],
    ['quotes in a table', '"'.repeat(100_001)],
    ['a million line breaks', '\n'.repeat(1_000_000)],
  ])('very deep or long: %s, in each file', (_, text) => {
    for (const file of goodFiles) survives(() => parseCityPack({ ...goodPack, [file]: text }));
  });
});
