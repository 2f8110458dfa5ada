import { planAccess } from './access-path.js';
import type { Conjunction } from './expression.js';
import { type BoundIndex, GatheredPaths, type SlotIndex } from './gathered-paths.js';
import type { PairIndex, Postings } from './postings.js';
import type { PredicateTable } from './predicates.js';
import type { Run, Test } from './run.js';

/** Gathers the rules that hold. Each rule is tried at most once a run, though several conjunctions lead to it. */
export interface Matches {
  /** Ranks of the rules that hold, unordered; the first `count` of them are of this run. */
  readonly ranks: Int32Array;
  count: number;
  /** The stamp of the run in which each rule was last found to hold. */
  readonly seen: Int32Array;
  stamp: number;
}

/** Finds the rules that hold without trying the others. */
export class CandidateIndex {
  readonly #predicates: PredicateTable;
  readonly #tests: readonly Test[];
  readonly #ranks: Int32Array;
  readonly #residualStarts: Int32Array;
  readonly #residuals: Int32Array;
  readonly #pairs: readonly PairIndex[];
  readonly #singles: readonly SlotIndex[];
  readonly #lists: readonly SlotIndex[];
  readonly #bounds: readonly BoundIndex[];
  readonly #scan: Int32Array;

  /** `next` gives the conjunctions of the rules, one rank after the other. */
  constructor(size: number, next: () => readonly Conjunction[], predicates: PredicateTable) {
    this.#predicates = predicates;
    const ranks: number[] = [];
    const starts: number[] = [0];
    const residuals: number[] = [];
    const gathered = new GatheredPaths();
    for (let rank = 0; rank < size; rank += 1) {
      for (const conjunction of next()) {
        const { path, residual } = planAccess(conjunction, predicates);
        if (path.kind === 'never') continue;
        gathered.add(path, ranks.length);
        ranks.push(rank);
        for (const literal of residual) residuals.push(literal);
        starts.push(residuals.length);
      }
    }
    this.#tests = predicates.tests;
    this.#ranks = Int32Array.from(ranks);
    this.#residualStarts = Int32Array.from(starts);
    this.#residuals = Int32Array.from(residuals);
    this.#pairs = gathered.pairs();
    this.#singles = gathered.singles(predicates.slots);
    this.#lists = gathered.lists(predicates.slots);
    this.#bounds = gathered.bounds();
    this.#scan = Int32Array.from(gathered.scan);
  }

  /** Adds the ranks of all rules that hold to `matches.ranks`. */
  collect(run: Run, matches: Matches): void {
    const { ids, values } = run;
    for (const index of this.#pairs) {
      const left = ids[index.slots[0]] as number;
      if (left < 0) continue;
      const right = ids[index.slots[1]] as number;
      if (right < 0) continue;
      const entry = index.find(left, right);
      if (entry >= 0) this.#tryEntry(index.postings, entry, run, matches);
    }
    for (const index of this.#singles) {
      const id = ids[index.slot] as number;
      if (id >= 0) this.#tryEntry(index.postings, id, run, matches);
    }
    for (const index of this.#lists) {
      const list = values[index.slot];
      if (!Array.isArray(list)) continue;
      for (const item of list) {
        const id = this.#predicates.slots.numberOf(index.slot, item);
        if (id >= 0) this.#tryEntry(index.postings, id, run, matches);
      }
    }
    for (const index of this.#bounds) this.#tryBounds(index, values[index.slot], run, matches);
    const scan = this.#scan;
    for (let at = 0; at < scan.length; at += 1) this.#try(scan[at] as number, run, matches);
  }

  #tryEntry(postings: Postings, entry: number, run: Run, matches: Matches): void {
    const end = postings.end(entry);
    for (let at = postings.start(entry); at < end; at += 1) this.#try(postings.at(at), run, matches);
  }

  #tryBounds(index: BoundIndex, value: unknown, run: Run, matches: Matches): void {
    if (typeof value !== 'number') return;
    const { bounds, items } = index;
    if (index.kind === 'atLeast') {
      for (let at = 0; at < bounds.length && value >= (bounds[at] as number); at += 1) {
        this.#try(items[at] as number, run, matches);
      }
    } else {
      for (let at = 0; at < bounds.length && value <= (bounds[at] as number); at += 1) {
        this.#try(items[at] as number, run, matches);
      }
    }
  }

  #try(conjunction: number, run: Run, matches: Matches): void {
    const rank = this.#ranks[conjunction] as number;
    if (matches.seen[rank] === matches.stamp) return;
    const end = this.#residualStarts[conjunction + 1] as number;
    for (let at = this.#residualStarts[conjunction] as number; at < end; at += 1) {
      const literal = this.#residuals[at] as number;
      if ((this.#tests[literal >> 1] as Test)(run) !== ((literal & 1) === 0)) return;
    }
    matches.seen[rank] = matches.stamp;
    matches.ranks[matches.count] = rank;
    matches.count += 1;
  }
}
