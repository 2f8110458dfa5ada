/** Stands for the second slot of an index over one slot: it has always the same value, which is number 0. */
export const NO_SLOT = -1;

/** Gathers the conjunctions that are found by the values of two slots, or of one. */
export class PairEntries {
  readonly slots: readonly [number, number];
  readonly lefts: number[] = [];
  readonly rights: number[] = [];
  readonly conjunctions: number[] = [];

  constructor(slots: readonly [number, number]) {
    this.slots = slots;
  }

  /** A conjunction is found by each of some values together with each of some others. */
  put([lefts, rights]: readonly [readonly number[], readonly number[]], conjunction: number): void {
    for (const left of lefts) {
      for (const right of rights) {
        this.lefts.push(left);
        this.rights.push(right);
        this.conjunctions.push(conjunction);
      }
    }
  }
}

/** In the table, a pair takes four places: its two numbers, and where its conjunctions begin and end. */
const WIDTH = 4;

/** Conjunctions by pairs of small integers: an open-addressed hash table, and the conjunctions of each pair end to end. */
export class PairIndex {
  readonly slots: readonly [number, number];
  readonly conjunctions: Int32Array;
  readonly table: Int32Array;
  readonly #mask: number;

  constructor({ slots, lefts, rights, conjunctions }: PairEntries) {
    this.slots = slots;
    let capacity = 4;
    while (capacity < lefts.length * 1.3) capacity *= 2;
    this.#mask = capacity - 1;
    const table = new Int32Array(capacity * WIDTH);
    this.table = table;
    const places = lefts.map((left, index) => {
      const right = rights[index] as number;
      const at = this.#locate(left, right);
      table[at] = left;
      table[at + 1] = right;
      table[at + 3] = (table[at + 3] as number) + 1;
      return at;
    });
    let end = 0;
    for (let at = 0; at < table.length; at += WIDTH) {
      const count = table[at + 3] as number;
      if (count === 0) continue;
      table[at + 2] = end;
      table[at + 3] = end;
      end += count;
    }
    this.conjunctions = new Int32Array(places.length);
    for (const [index, at] of places.entries()) {
      const place = table[at + 3] as number;
      this.conjunctions[place] = conjunctions[index] as number;
      table[at + 3] = place + 1;
    }
  }

  /** Where the two bounds of a pair's conjunctions stand in `table`; where there is no such pair, they are equal. */
  find(left: number, right: number): number {
    return this.#locate(left, right) + 2;
  }

  /** The place of a pair, or the free place where it would stand. */
  #locate(left: number, right: number): number {
    const { table } = this;
    let at = (Math.imul(left, 0x9e3779b1) ^ Math.imul(right, 0x85ebca6b)) >>> 0;
    at = (at ^ (at >>> 15)) & this.#mask;
    // A pair that is there has a conjunction: its end is beyond 0.
    while (table[at * WIDTH + 3] !== 0 && (table[at * WIDTH] !== left || table[at * WIDTH + 1] !== right)) {
      at = (at + 1) & this.#mask;
    }
    return at * WIDTH;
  }
}
