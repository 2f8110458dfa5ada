/** Stands for the second slot of an index over one slot: it has always the same value, which is number 0. */
export const NO_SLOT = -1;

/** In the table, a pair takes four places: its two numbers, and where its postings begin and end. */
const WIDTH = 4;

/** More slots than any document has, so that two of them are one exact number. */
const MOST_SLOTS = 2 ** 26;

/**
 * Entries by the two slots whose values they are found by, as one number. One stands after the other: its two values, and
 * its posting.
 */
export type PairEntries = Map<number, number[]>;

/** The entries of two slots, or of one and `NO_SLOT`. */
export function entriesOf(all: PairEntries, first: number, second: number): number[] {
  const slots = first * MOST_SLOTS + second + 1;
  const entries = all.get(slots) ?? [];
  all.set(slots, entries);
  return entries;
}

/**
 * Postings by pairs of small integers: an open-addressed hash table, and the postings of each pair end to end. A posting is
 * twice the rank of a rule, and one more where a decision may come upon it again; and where its residual begins. A decision reads one line of the processor's cache of each, whatever the number of rules.
 */
export interface PairIndex {
  readonly slots: readonly [number, number];
  readonly postings: Int32Array;
  readonly table: Int32Array;
}

/** The index of the entries of two slots. */
export function pairIndex(slots: number, entries: readonly number[]): PairIndex {
  let length = 4 * WIDTH;
  while (length < entries.length * 1.3) length *= 2;
  const table = new Int32Array(length);
  // No posting begins at 0, so that a pair that is there can always be told from a free place.
  const postings = new Int32Array(2 + entries.length / 2);
  fill(table, postings, entries);
  return { slots: [Math.floor(slots / MOST_SLOTS), (slots % MOST_SLOTS) - 1], table, postings };
}

/** The place of a pair in a table, or the free place where it would stand: no postings are there. */
export function placeOf(left: number, right: number, table: Int32Array): number {
  const mask = table.length / WIDTH - 1;
  let at = (Math.imul(left, 0x9e3779b1) ^ Math.imul(right, 0x85ebca6b)) >>> 0;
  at = (at ^ (at >>> 15)) & mask;
  while (table[at * WIDTH + 3] !== 0 && (table[at * WIDTH] !== left || table[at * WIDTH + 1] !== right)) {
    at = (at + 1) & mask;
  }
  return at * WIDTH;
}

/** Counts the postings of each pair, makes room for them, and puts them there. */
function fill(table: Int32Array, postings: Int32Array, entries: readonly number[]): void {
  for (let entry = 0; entry < entries.length; entry += WIDTH) {
    const left = entries[entry] as number;
    const right = entries[entry + 1] as number;
    const at = placeOf(left, right, table);
    table[at] = left;
    table[at + 1] = right;
    table[at + 3] = (table[at + 3] as number) + 2;
  }
  let end = 2;
  for (let at = 3; at < table.length; at += WIDTH) {
    const length = table[at] as number;
    if (length === 0) continue;
    table[at - 1] = end;
    table[at] = end;
    end += length;
  }
  for (let entry = 0; entry < entries.length; entry += WIDTH) {
    const at = placeOf(entries[entry] as number, entries[entry + 1] as number, table) + 3;
    const place = table[at] as number;
    postings[place] = entries[entry + 2] as number;
    postings[place + 1] = entries[entry + 3] as number;
    table[at] = place + 2;
  }
}
