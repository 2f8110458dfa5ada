import { planAccess } from './access-path.js';
import { BLOCK, BroadIndex } from './broad-index.js';
import type { Conjunction } from './expression.js';
import { NO_SLOT, PairEntries, PairIndex } from './pair-index.js';
import type { PredicateTable } from './predicates.js';
import type { Run, Test } from './run.js';

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

/** More slots than any rule set has: two slots as one number. */
const SLOTS = 0x8000;

/** Finds the rules that hold without trying the others. */
export class CandidateIndex implements RuleIndex {
  readonly #predicates: PredicateTable;
  readonly #tests: readonly Test[];
  /** Of each conjunction the rank of its rule, denied bit by bit where it may be found twice, and where its residuals begin. */
  readonly #conjunctions: Int32Array;
  readonly #residuals: Int32Array;
  readonly #values: readonly PairIndex[];
  readonly #items: readonly PairIndex[];
  readonly #broad: BroadIndex;

  /** `next` gives the conjunctions of the rules, one rank after the other. */
  constructor(size: number, next: () => readonly Conjunction[], predicates: PredicateTable) {
    this.#predicates = predicates;
    const ranks: number[] = [];
    const residuals: Conjunction[] = [];
    const found = { values: new Map<number, PairEntries>(), items: new Map<number, PairEntries>() };
    const broad: number[] = [];
    for (let rank = 0; rank < size; rank += 1) {
      const ofRule = next();
      for (const conjunction of ofRule) {
        const { path, residual } = planAccess(conjunction, predicates);
        if (path.kind === 'broad') broad.push(ranks.length);
        else entriesOf(found[path.kind], path.slots).put(path.numbers, ranks.length);
        ranks.push(ofRule.length > 1 || path.kind === 'items' ? ~rank : rank);
        residuals.push(residual);
      }
    }
    this.#broad = new BroadIndex(broad, residuals, predicates);
    this.#tests = predicates.tests;
    const rest: number[] = [];
    this.#conjunctions = new Int32Array(2 * ranks.length + 2);
    for (let index = 0; index <= ranks.length; index += 1) {
      this.#conjunctions[2 * index] = ranks[index] ?? 0;
      this.#conjunctions[2 * index + 1] = rest.length;
      for (const literal of residuals[index] ?? []) rest.push(literal);
    }
    this.#residuals = new Int32Array(rest);
    this.#values = Array.from(found.values.values(), (entries) => new PairIndex(entries));
    this.#items = Array.from(found.items.values(), (entries) => new PairIndex(entries));
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
        this.#try(broad.conjunctions[block * BLOCK + 31 - Math.clz32(bits & -bits)] as number, run, matches);
      }
    }
  }

  #tryPair(index: PairIndex, left: number, right: number, run: Run, matches: Matches): void {
    // A value that no rule asks for has no number.
    if (left < 0 || right < 0) return;
    const { table, conjunctions } = index;
    const bounds = index.find(left, right);
    const end = table[bounds + 1] as number;
    for (let at = table[bounds] as number; at < end; at += 1) this.#try(conjunctions[at] as number, run, matches);
  }

  #try(conjunction: number, run: Run, matches: Matches): void {
    const conjunctions = this.#conjunctions;
    let rank = conjunctions[2 * conjunction] as number;
    if (rank < 0) {
      rank = ~rank;
      if (matches.seen[rank] === matches.stamp) return;
    }
    const end = conjunctions[2 * conjunction + 3] as number;
    for (let at = conjunctions[2 * conjunction + 1] as number; at < end; at += 1) {
      const literal = this.#residuals[at] as number;
      if ((this.#tests[literal >> 1] as Test)(run) !== ((literal & 1) === 0)) return;
    }
    if (conjunctions[2 * conjunction] !== rank) matches.seen[rank] = matches.stamp;
    matches.ranks[matches.count] = rank;
    matches.count += 1;
  }
}

function entriesOf(ways: Map<number, PairEntries>, slots: readonly [number, number]): PairEntries {
  const key = slots[0] * SLOTS + slots[1];
  const entries = ways.get(key) ?? new PairEntries(slots);
  ways.set(key, entries);
  return entries;
}
