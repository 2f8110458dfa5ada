import { type AccessPath, planAccess } from './access-path.js';
import type { Conjunction } from './expression.js';
import type { PredicateTable } from './predicates.js';
import { PairIndex, Postings } from './postings.js';
import type { Run, Test } from './run.js';

interface SingleIndex {
  readonly slot: number;
  readonly postings: Postings;
}

interface BoundIndex {
  readonly slot: number;
  readonly kind: 'atLeast' | 'atMost';
  /** The loosest bound first, so that the look-up ends at the first that does not hold. */
  readonly bounds: Float64Array;
  readonly items: Int32Array;
}

/** What is gathered of one way of looking up before it is laid out. */
interface Gathered {
  readonly lefts: number[];
  readonly rights: number[];
  readonly items: number[];
}

/** Gathers the rules that hold. Each rule is tried at most once a run, though several conjunctions lead to it. */
export interface Matches {
  /** Ranks of the rules that hold, unordered. */
  readonly ranks: number[];
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
  readonly #singles: readonly SingleIndex[];
  readonly #lists: readonly SingleIndex[];
  readonly #bounds: readonly BoundIndex[];
  readonly #scan: Int32Array;

  /** `conjunctions[rank]` are those of the rule of that rank. */
  constructor(conjunctions: readonly (readonly Conjunction[])[], predicates: PredicateTable) {
    this.#predicates = predicates;
    const ranks: number[] = [];
    const starts: number[] = [0];
    const residuals: number[] = [];
    const gathered = new GatheredPaths();
    for (const [rank, ofRule] of conjunctions.entries()) {
      for (const conjunction of ofRule) {
        const { path, residual } = planAccess(conjunction, predicates);
        if (path.kind === 'never') continue;
        gathered.add(path, ranks.length);
        ranks.push(rank);
        residuals.push(...residual);
        starts.push(residuals.length);
      }
    }
    this.#tests = predicates.tests;
    this.#ranks = Int32Array.from(ranks);
    this.#residualStarts = Int32Array.from(starts);
    this.#residuals = Int32Array.from(residuals);
    this.#pairs = gathered.pairs();
    this.#singles = gathered.singles('single', predicates);
    this.#lists = gathered.singles('contains', predicates);
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
    matches.ranks.push(rank);
  }
}

class GatheredPaths {
  readonly scan: number[] = [];
  readonly #ways = new Map<string, Gathered>();

  add(path: AccessPath, conjunction: number): void {
    switch (path.kind) {
      case 'pair':
        for (const left of path.numbers[0]) {
          for (const right of path.numbers[1]) this.#put(`pair ${path.slots.join(' ')}`, left, right, conjunction);
        }
        break;
      case 'single':
        for (const number of path.numbers) this.#put(`single ${path.slot}`, number, 0, conjunction);
        break;
      case 'contains':
        this.#put(`contains ${path.slot}`, path.number, 0, conjunction);
        break;
      case 'atLeast':
      case 'atMost':
        this.#put(`${path.kind} ${path.slot}`, path.bound, 0, conjunction);
        break;
      case 'scan':
        this.scan.push(conjunction);
        break;
      case 'never':
        break;
    }
  }

  pairs(): PairIndex[] {
    return this.#of('pair').map(([slots, { lefts, rights, items }]) => {
      const [a, b] = slots;
      return new PairIndex([a ?? 0, b ?? 0], lefts, rights, items);
    });
  }

  singles(kind: 'single' | 'contains', predicates: PredicateTable): SingleIndex[] {
    return this.#of(kind).map(([[slot = 0], { lefts, items }]) => ({
      slot,
      postings: new Postings(predicates.slots.variety(slot), lefts, items),
    }));
  }

  bounds(): BoundIndex[] {
    return (['atLeast', 'atMost'] as const).flatMap((kind) =>
      this.#of(kind).map(([[slot = 0], { lefts, items }]) => {
        const order = lefts.map((_, index) => index);
        const sign = kind === 'atLeast' ? 1 : -1;
        order.sort((x, y) => sign * ((lefts[x] as number) - (lefts[y] as number)));
        return {
          slot,
          kind,
          bounds: Float64Array.from(order, (index) => lefts[index] as number),
          items: Int32Array.from(order, (index) => items[index] as number),
        };
      }),
    );
  }

  #of(kind: string): (readonly [readonly number[], Gathered])[] {
    return [...this.#ways]
      .filter(([key]) => key.startsWith(`${kind} `))
      .map(([key, gathered]) => [key.split(' ').slice(1).map(Number), gathered] as const);
  }

  #put(key: string, left: number, right: number, conjunction: number): void {
    let gathered = this.#ways.get(key);
    if (gathered === undefined) {
      gathered = { lefts: [], rights: [], items: [] };
      this.#ways.set(key, gathered);
    }
    gathered.lefts.push(left);
    gathered.rights.push(right);
    gathered.items.push(conjunction);
  }
}
