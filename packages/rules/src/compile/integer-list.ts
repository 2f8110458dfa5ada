/** So many consecutive integers. */
export function countFrom(first: number, count: number): Int32Array {
  const integers = new Int32Array(count);
  for (let at = 0; at < count; at += 1) integers[at] = first + at;
  return integers;
}

/** The same integers, each greater by `by`. */
export function shifted(integers: Int32Array, by: number): Int32Array {
  const others = new Int32Array(integers.length);
  for (let at = 0; at < integers.length; at += 1) others[at] = (integers[at] as number) + by;
  return others;
}

/** A list of integers of 32 bits that grows. An array of numbers would be copied into a typed one in the end. */
export class IntegerList {
  #items = new Int32Array(64);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(item: number): void {
    if (this.#length === this.#items.length) this.#makeRoom(1);
    this.#items[this.#length] = item;
    this.#length += 1;
  }

  /** Adds many items at once. */
  append(items: Int32Array): void {
    this.#makeRoom(items.length);
    this.#items.set(items, this.#length);
    this.#length += items.length;
  }

  /** Puts another item in the place of one. */
  set(at: number, item: number): void {
    this.#items[at] = item;
  }

  /** Leaves out all items from the one of a number on. */
  truncate(length: number): void {
    this.#length = Math.min(length, this.#length);
  }

  /** The items, in room of their own. */
  toArray(): Int32Array {
    return this.#items.slice(0, this.#length);
  }

  #makeRoom(count: number): void {
    const needed = this.#length + count;
    if (needed <= this.#items.length) return;
    const larger = new Int32Array(Math.max(needed, 2 * this.#items.length));
    larger.set(this.#items);
    this.#items = larger;
  }
}
