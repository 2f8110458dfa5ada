import { type KnownKeys, planAccess } from './access-path.js';
import { BLOCK, BroadIndex } from './broad-index.js';
import { ConditionReader } from './condition-code.js';
import type { Conjunction } from './expression.js';
import { nextLookUps } from './look-ups.js';
import { entriesOf, NO_SLOT, type PairEntries, type PairIndex, pairIndex, placeOf } from './pair-index.js';
import { holdsLiteral, type Literal, type PredicateTable } from './predicates.js';
import { END, keep } from './residuals.js';
import type { Run } from './run.js';

/** Gathers the rules that hold. */
export interface Matches {
  /** Ranks of the rules that hold, unordered; the first `count` of them are of this run. */
  readonly ranks: Int32Array;
  count: number;
  /** The stamp of the run in which a rule that several conjunctions lead to was last found to hold; no run of a process is so late that it is not exact. */
  readonly seen: Float64Array;
  stamp: number;
}

/** Finds the rules that hold. */
export interface RuleIndex {
  collect(run: Run, matches: Matches): void;
}

/** Finds the rules that hold without trying the others. */
export class CandidateIndex implements RuleIndex {
  readonly #predicates: PredicateTable;
  /** What is still to be tried of rules when they were found; nothing at the start. */
  readonly #residuals: Int32Array;
  readonly #values: readonly PairIndex[];
  readonly #items: readonly PairIndex[];
  readonly #broad: BroadIndex;
  /** Those of the broad index, by its bits. */
  readonly #postings: Int32Array;

  /**
   * Reads the conditions of `size` rules, one rank after the other. `enter` does the usual ones at once, and gives where
   * the conditions of the others begin: for tens of thousands of rules, where its own size does not matter.
   */
  constructor(
    size: number,
    conditions: Int32Array,
    predicates: PredicateTable,
    enter?: (found: PairEntries, rest: Literal[]) => Int32Array,
  ) {
    this.#predicates = predicates;
    const keys: KnownKeys = new Array(2 * predicates.comparisons.length);
    const rest = [END];
    const found: Record<'equal' | 'contains', PairEntries> = { equal: new Map(), contains: new Map() };
    const broad: number[] = [];
    const open: Conjunction[] = [];
    const starts = enter?.(found.equal, rest);
    const reader = new ConditionReader(conditions);
    for (let rank = 0; rank < size; rank += 1) {
      reader.at = starts?.[rank] ?? reader.at;
      if (reader.at < 0) continue;
      const ofRule = nextLookUps(reader, predicates);
      for (let at = 0; at < ofRule.length; at += 1) {
        const conjunction = ofRule[at] as Conjunction;
        const path = planAccess(conjunction, keys, predicates);
        if (path === undefined) {
          broad.push(2 * rank + Number(ofRule.length > 1));
          open.push(conjunction);
          continue;
        }
        const [first, second] = path;
        const rule = 2 * rank + Number(ofRule.length > 1 || first.kind === 'contains');
        const residual = keep(conjunction, rest, first.literal, second.literal);
        const entries = entriesOf(found[first.kind], first.slot, second.slot);
        for (const left of first.numbers) for (const right of second.numbers) entries.push(left, right, rule, residual);
      }
    }
    this.#broad = new BroadIndex(open, predicates);
    this.#postings = new Int32Array(broad.flatMap((rule, bit) => [rule, keep(open[bit] as Conjunction, rest)]));
    this.#residuals = new Int32Array(rest);
    this.#values = Array.from(found.equal, ([slots, entries]) => pairIndex(slots, entries));
    this.#items = Array.from(found.contains, ([slots, entries]) => pairIndex(slots, entries));
  }

  /** Adds the ranks of all rules that hold to `matches.ranks`. */
  collect(run: Run, matches: Matches): void {
    const { ids, values } = run;
    for (const index of this.#values) {
      const [first, second] = index.slots;
      this.#tryPair(index, ids[first] as number, second === NO_SLOT ? 0 : (ids[second] as number), run, matches);
    }
    for (const index of this.#items) {
      const [slot] = index.slots;
      const list = values[slot];
      if (!Array.isArray(list)) continue;
      for (const item of list) this.#tryPair(index, this.#predicates.slots.numberOf(slot, item), 0, run, matches);
    }
    const broad = this.#broad;
    for (let block = 0; block < broad.blockCount; block += 1) {
      for (let bits = broad.open(block, run); bits !== 0; bits &= bits - 1) {
        this.#try(this.#postings, 2 * (block * BLOCK + 31 - Math.clz32(bits & -bits)), run, matches);
      }
    }
  }

  #tryPair(index: PairIndex, left: number, right: number, run: Run, matches: Matches): void {
    // A value that no rule asks for has no number.
    if (left < 0 || right < 0) return;
    const { table, postings } = index;
    const pair = placeOf(left, right, table);
    const end = table[pair + 3] as number;
    for (let at = table[pair + 2] as number; at < end; at += 2) this.#try(postings, at, run, matches);
  }

  #try(postings: Int32Array, posting: number, run: Run, matches: Matches): void {
    const rule = postings[posting] as number;
    const rank = rule >> 1;
    const isRepeated = (rule & 1) === 1;
    if (isRepeated && matches.seen[rank] === matches.stamp) return;
    let at = postings[posting + 1] as number;
    while (this.#residuals[at] !== END) {
      if (!holdsLiteral(this.#predicates.tests, this.#residuals[at] as number, run)) return;
      at += 1;
    }
    if (isRepeated) matches.seen[rank] = matches.stamp;
    matches.ranks[matches.count] = rank;
    matches.count += 1;
  }
}
