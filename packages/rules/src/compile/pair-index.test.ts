import { expect, test } from 'vitest';
import { entriesOf, NO_SLOT, type PairEntries, pairIndex } from './pair-index.js';

test('every two slots have entries of their own, however many facts a document declares', () => {
  const numbers = [0, 1, 32_766, 32_767, 32_768, 65_535, 65_536, 1_000_000];
  const pairs = numbers.flatMap((first) => [NO_SLOT, ...numbers].map((second) => [first, second] as const));
  const all: PairEntries = new Map();
  for (const [first, second] of pairs) entriesOf(all, first, second).push(0, 0, 0, 0);
  expect(Array.from(all, ([slots, entries]) => pairIndex(slots, entries).slots)).toEqual(pairs);
});
