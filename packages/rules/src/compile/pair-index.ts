/** Stands for the second slot of an index over one slot: it has always the same value, which is number 0. */
export const NO_SLOT = -1;

/** In the table, a pair takes four places: its two numbers, and where its postings begin and end. */
const WIDTH = 4;

/** Gathers the postings that are found by the values of two slots, or of one. */
export class PairEntries {
  readonly slots: readonly [number, number];
  /** One entry after the other: its two values, and its posting. */
  readonly entries: number[] = [];

  constructor(slots: readonly [number, number]) {
    this.slots = slots;
  }

  /** A rule, and what is still to be tried of it, is found by each of some values together with each of some others. */
  put(lefts: readonly number[], rights: readonly number[], rule: number, residual: number): void {
    for (let left = 0; left < lefts.length; left += 1) {
      for (let right = 0; right < rights.length; right += 1) {
        this.entries.push(lefts[left] as number, rights[right] as number, rule, residual);
      }
    }
  }
}

/**
 * Postings by pairs of small integers: an open-addressed hash table, and the postings of each pair end to end. A posting is
 * twice the rank of a rule, and one more where a decision may come upon it again; and where its residual begins. A decision reads one line of the processor's cache of each, whatever the number of rules.
 */
export class PairIndex {
  readonly slots: readonly [number, number];
  readonly postings: Int32Array;
  readonly table: Int32Array;
  readonly #mask: number;

  constructor({ slots, entries }: PairEntries) {
    this.slots = slots;
    let capacity = 4;
    while (WIDTH * capacity < entries.length * 1.3) capacity *= 2;
    this.#mask = capacity - 1;
    const table = new Int32Array(capacity * WIDTH);
    this.table = table;
    for (let entry = 0; entry < entries.length; entry += WIDTH) {
      const left = entries[entry] as number;
      const right = entries[entry + 1] as number;
      const at = this.find(left, right);
      table[at] = left;
      table[at + 1] = right;
      table[at + 3] = (table[at + 3] as number) + 2;
    }
    // No posting begins at 0, so that a pair that is there can always be told from a free place.
    let end = 2;
    for (let at = 0; at < table.length; at += WIDTH) {
      const length = table[at + 3] as number;
      if (length === 0) continue;
      table[at + 2] = end;
      table[at + 3] = end;
      end += length;
    }
    this.postings = new Int32Array(end);
    for (let entry = 0; entry < entries.length; entry += WIDTH) {
      const at = this.find(entries[entry] as number, entries[entry + 1] as number) + 3;
      const place = table[at] as number;
      this.postings[place] = entries[entry + 2] as number;
      this.postings[place + 1] = entries[entry + 3] as number;
      table[at] = place + 2;
    }
  }

  /** The place of a pair in `table`, or the free place where it would stand: no postings are there. */
  find(left: number, right: number): number {
    const { table } = this;
    let at = (Math.imul(left, 0x9e3779b1) ^ Math.imul(right, 0x85ebca6b)) >>> 0;
    at = (at ^ (at >>> 15)) & this.#mask;
    while (table[at * WIDTH + 3] !== 0 && (table[at * WIDTH] !== left || table[at * WIDTH + 1] !== right)) {
      at = (at + 1) & this.#mask;
    }
    return at * WIDTH;
  }
}
