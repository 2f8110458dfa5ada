/** Lists of conjunctions, one per entry, laid out end to end. */
export class Postings {
  readonly #starts: Int32Array;
  readonly #items: Int32Array;

  /** `entries[i]` and `items[i]` belong together; entries count from 0. */
  constructor(entryCount: number, entries: readonly number[], items: readonly number[]) {
    this.#starts = new Int32Array(entryCount + 1);
    for (const entry of entries) this.#starts[entry + 1] = (this.#starts[entry + 1] as number) + 1;
    for (let entry = 0; entry < entryCount; entry += 1) {
      this.#starts[entry + 1] = (this.#starts[entry + 1] as number) + (this.#starts[entry] as number);
    }
    const next = this.#starts.slice();
    this.#items = new Int32Array(items.length);
    for (let index = 0; index < items.length; index += 1) {
      const entry = entries[index] as number;
      const at = next[entry] as number;
      this.#items[at] = items[index] as number;
      next[entry] = at + 1;
    }
  }

  start(entry: number): number {
    return this.#starts[entry] as number;
  }

  end(entry: number): number {
    return this.#starts[entry + 1] as number;
  }

  at(position: number): number {
    return this.#items[position] as number;
  }
}

/** Conjunctions found by the values of two slots: an open-addressed hash table over pairs of small integers. */
export class PairIndex {
  readonly slots: readonly [number, number];
  readonly postings: Postings;
  readonly #keys: Int32Array;
  readonly #entries: Int32Array;
  readonly #mask: number;

  constructor(
    slots: readonly [number, number],
    lefts: readonly number[],
    rights: readonly number[],
    items: readonly number[],
  ) {
    this.slots = slots;
    let capacity = 4;
    while (capacity < lefts.length * 1.3) capacity *= 2;
    this.#mask = capacity - 1;
    this.#keys = new Int32Array(capacity * 2).fill(-1);
    this.#entries = new Int32Array(capacity).fill(-1);
    let count = 0;
    const entries = lefts.map((left, index) => {
      const at = this.#locate(left, rights[index] as number);
      const known = this.#entries[at] as number;
      if (known !== -1) return known;
      this.#keys[at * 2] = left;
      this.#keys[at * 2 + 1] = rights[index] as number;
      this.#entries[at] = count;
      count += 1;
      return count - 1;
    });
    this.postings = new Postings(count, entries, items);
  }

  /** The entry of a pair of value numbers, or -1. */
  find(left: number, right: number): number {
    return this.#entries[this.#locate(left, right)] as number;
  }

  /** The place of a pair, or the free place where it would stand. */
  #locate(left: number, right: number): number {
    const keys = this.#keys;
    let at = (Math.imul(left, 0x9e3779b1) ^ Math.imul(right, 0x85ebca6b)) >>> 0;
    at = (at ^ (at >>> 15)) & this.#mask;
    while (keys[at * 2] !== -1 && (keys[at * 2] !== left || keys[at * 2 + 1] !== right)) at = (at + 1) & this.#mask;
    return at;
  }
}
