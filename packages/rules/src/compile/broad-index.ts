import type { Conjunction } from './expression.js';
import { holdsLiteral, type Literal, type PredicateTable } from './predicates.js';
import type { Run } from './run.js';

/** Conjunctions of one block: as many as an integer has bits. */
export const BLOCK = 32;

/** A slot with more values than this is not told apart by a table; its comparisons are tried one by one. */
const MOST_VALUES = 1024;

/** What the value of one slot leaves open of a block. */
interface Dimension {
  readonly slot: number;
  /** Ascending bounds of a number; without them the slot's value counts by its number. */
  readonly bounds: Float64Array | undefined;
  /**
   * The conjunctions that each class of values leaves open, as bits. By number: none of the values, then each. By bounds:
   * below the first, the first itself, up to the next, and so on; no number at all comes last.
   */
  readonly rows: Int32Array;
}

/**
 * Conjunctions that many tickets meet, such as those on counters and states, in blocks. Each slot leaves some of a block
 * open; those that all slots leave open hold, but for what no class of values can tell.
 */
export class BroadIndex {
  readonly #size: number;
  readonly #blocks: readonly (readonly Dimension[])[];

  /** Of each conjunction only the literals that are still to be tried are left in `conjunctions`. */
  constructor(conjunctions: Conjunction[], predicates: PredicateTable) {
    this.#size = conjunctions.length;
    const blocks: (readonly Dimension[])[] = [];
    for (let start = 0; start < conjunctions.length; start += BLOCK) {
      blocks.push(dimensionsOf(conjunctions, start, predicates));
    }
    this.#blocks = blocks;
  }

  get blockCount(): number {
    return this.#blocks.length;
  }

  /** The conjunctions of a block that every slot leaves open, as bits. */
  open(block: number, run: Run): number {
    const dimensions = this.#blocks[block] as readonly Dimension[];
    const rest = this.#size - block * BLOCK;
    let bits = rest < BLOCK ? 2 ** rest - 1 : -1;
    for (let index = 0; index < dimensions.length && bits !== 0; index += 1) {
      const { slot, bounds, rows } = dimensions[index] as Dimension;
      const row = bounds === undefined ? (run.ids[slot] as number) + 1 : rowOf(run.values[slot], bounds);
      bits &= rows[row] as number;
    }
    return bits;
  }
}

function rowOf(value: unknown, bounds: Float64Array): number {
  if (typeof value !== 'number') return 2 * bounds.length + 1;
  let low = 0;
  let high = bounds.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((bounds[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return 2 * low + Number(bounds[low] === value);
}

interface SlotLiteral {
  readonly literal: Literal;
  readonly bit: number;
}

function dimensionsOf(conjunctions: Conjunction[], start: number, predicates: PredicateTable): readonly Dimension[] {
  const { slots, tests } = predicates;
  const byValue = new Map<number, SlotLiteral[]>();
  const byBound = new Map<number, SlotLiteral[]>();
  const boundsOf = new Map<number, Set<number>>();
  const end = Math.min(start + BLOCK, conjunctions.length);
  for (let index = start; index < end; index += 1) {
    const place = index - start;
    conjunctions[index] = (conjunctions[index] as Conjunction).filter((literal) => {
      // What denies a comparison can be told from the same classes.
      const access = predicates.access(literal & ~1);
      if (access === undefined || access.kind === 'contains') return true;
      const { kind, slot } = access;
      if (kind === 'equal' && slots.variety(slot) > MOST_VALUES) return true;
      const lists = kind === 'equal' ? byValue : byBound;
      lists.set(slot, [...(lists.get(slot) ?? []), { literal, bit: 1 << place }]);
      if (kind !== 'equal') boundsOf.set(slot, (boundsOf.get(slot) ?? new Set()).add(access.bound));
      return false;
    });
  }
  const run = slots.newRun();
  const rowsOf = (literals: readonly SlotLiteral[], samples: readonly unknown[], setSample: (sample: never) => void) =>
    Int32Array.from(samples, (sample) => {
      setSample(sample as never);
      let bits = -1;
      for (const { literal, bit } of literals) if (!holdsLiteral(tests, literal, run)) bits &= ~bit;
      return bits;
    });
  return [
    ...[...byValue].map(([slot, literals]): Dimension => {
      const numbers = Array.from({ length: slots.variety(slot) + 1 }, (_, row) => row - 1);
      const rows = rowsOf(literals, numbers, (number) => {
        run.ids[slot] = number;
      });
      return { slot, bounds: undefined, rows };
    }),
    ...[...byBound].map(([slot, literals]): Dimension => {
      const bounds = Float64Array.from(boundsOf.get(slot) ?? []).sort();
      const rows = rowsOf(literals, samplesOf(bounds), (value) => {
        run.values[slot] = value;
      });
      return { slot, bounds, rows };
    }),
  ];
}

/** A number of each class that bounds make, and none. */
function samplesOf(bounds: Float64Array): readonly unknown[] {
  const samples: unknown[] = [-Infinity];
  for (const [index, bound] of bounds.entries()) {
    samples.push(bound, bound / 2 + (bounds[index + 1] ?? Infinity) / 2);
  }
  return [...samples, undefined];
}
