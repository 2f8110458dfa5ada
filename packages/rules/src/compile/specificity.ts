import { ConditionReader, combination, NOT } from './condition-code.js';
import { holdsLiteral, type PredicateTable } from './predicates.js';
import type { Run } from './run.js';

/** How deep in the tree of a fact the rules look that hold: what is said of a part goes before what is said of the whole. */
export class Specificity {
  readonly #reader: ConditionReader;
  readonly #predicates: PredicateTable;
  readonly #starts: ArrayLike<number>;

  /** `conditions` are those of `size` rules, one after the other. */
  constructor(conditions: Int32Array, size: number, predicates: PredicateTable, starts?: ArrayLike<number>) {
    this.#reader = new ConditionReader(conditions);
    this.#predicates = predicates;
    this.#starts =
      starts ??
      Array.from({ length: size }, () => {
        const start = this.#reader.at;
        this.#reader.read();
        return start;
      });
  }

  /** Whether the rule of a rank looks deeper than another one: the first of the slots in which they differ decides. */
  isDeeper(rank: number, other: number, slots: readonly number[], run: Run): boolean {
    for (const slot of slots) {
      const [own, others] = [rank, other].map((each) => {
        this.#reader.at = this.#starts[each] as number;
        return this.#depth(slot, run);
      }) as [number, number];
      if (own !== others) return own > others;
    }
    return false;
  }

  /** The depth to which the next condition looks in a slot; -1 where it does not hold. */
  #depth(slot: number, run: Run): number {
    const word = this.#reader.next();
    if (word >= 0) {
      const { tests, comparisons } = this.#predicates;
      if (!holdsLiteral(tests, word, run)) return -1;
      const { slot: own, list, value, depths } = comparisons[word >> 1] ?? { slot: -1 };
      if (own !== slot || depths === undefined || (word & 1) === 1) return 0;
      return depths[(list ?? [value].flat()).indexOf(run.values[slot])] ?? 0;
    }
    if (word === NOT) return this.#depth(slot, run) < 0 ? 0 : -1;
    const { count, isAny } = combination(word);
    let [most, least] = [-1, 0];
    for (let part = 0; part < count; part += 1) {
      const depth = this.#depth(slot, run);
      if (depth > most) most = depth;
      if (depth < least) least = depth;
    }
    // Without parts, "all" holds and looks nowhere.
    return isAny ? most : least < 0 ? -1 : Math.max(most, 0);
  }
}
