import type { AccessPath } from './access-path.js';
import { PairIndex, Postings } from './postings.js';
import type { SlotTable } from './slots.js';

/** Conjunctions found by the value of one slot. */
export interface SlotIndex {
  readonly slot: number;
  readonly postings: Postings;
}

/** Conjunctions found by a bound on the number in one slot. */
export interface BoundIndex {
  readonly slot: number;
  readonly kind: 'atLeast' | 'atMost';
  /** The loosest bound first, so that the look-up ends at the first that does not hold. */
  readonly bounds: Float64Array;
  readonly items: Int32Array;
}

/** What leads to conjunctions in one way: keys, and the conjunction of each. */
class Entries {
  readonly lefts: number[] = [];
  readonly rights: number[] = [];
  readonly items: number[] = [];

  put(left: number, right: number, item: number): void {
    this.lefts.push(left);
    this.rights.push(right);
    this.items.push(item);
  }
}

/** More slots than any rule set has: a pair of slots as one number. */
const SLOTS = 0x8000;

/** Gathers the ways to all conjunctions, and lays them out as indexes. */
export class GatheredPaths {
  /** Conjunctions that are tried in each run. */
  readonly scan: number[] = [];
  readonly #pairs = new Map<number, Entries>();
  readonly #singles = new Map<number, Entries>();
  readonly #lists = new Map<number, Entries>();
  readonly #atLeast = new Map<number, Entries>();
  readonly #atMost = new Map<number, Entries>();

  add(path: AccessPath, conjunction: number): void {
    switch (path.kind) {
      case 'pair': {
        const entries = entriesOf(this.#pairs, path.slots[0] * SLOTS + path.slots[1]);
        for (const left of path.numbers[0]) for (const right of path.numbers[1]) entries.put(left, right, conjunction);
        break;
      }
      case 'single':
        for (const number of path.numbers) entriesOf(this.#singles, path.slot).put(number, 0, conjunction);
        break;
      case 'contains':
        entriesOf(this.#lists, path.slot).put(path.number, 0, conjunction);
        break;
      case 'atLeast':
        entriesOf(this.#atLeast, path.slot).put(path.bound, 0, conjunction);
        break;
      case 'atMost':
        entriesOf(this.#atMost, path.slot).put(path.bound, 0, conjunction);
        break;
      case 'scan':
        this.scan.push(conjunction);
        break;
      case 'never':
        break;
    }
  }

  pairs(): PairIndex[] {
    return [...this.#pairs].map(
      ([key, { lefts, rights, items }]) => new PairIndex([Math.floor(key / SLOTS), key % SLOTS], lefts, rights, items),
    );
  }

  singles(slots: SlotTable): SlotIndex[] {
    return slotIndexes(this.#singles, slots);
  }

  lists(slots: SlotTable): SlotIndex[] {
    return slotIndexes(this.#lists, slots);
  }

  bounds(): BoundIndex[] {
    return [...boundIndexes(this.#atLeast, 'atLeast'), ...boundIndexes(this.#atMost, 'atMost')];
  }
}

function entriesOf(ways: Map<number, Entries>, key: number): Entries {
  const known = ways.get(key);
  if (known !== undefined) return known;
  const entries = new Entries();
  ways.set(key, entries);
  return entries;
}

function slotIndexes(ways: ReadonlyMap<number, Entries>, slots: SlotTable): SlotIndex[] {
  return [...ways].map(([slot, { lefts, items }]) => ({
    slot,
    postings: new Postings(slots.variety(slot), lefts, items),
  }));
}

function boundIndexes(ways: ReadonlyMap<number, Entries>, kind: 'atLeast' | 'atMost'): BoundIndex[] {
  const sign = kind === 'atLeast' ? 1 : -1;
  return [...ways].map(([slot, { lefts, items }]) => {
    const order = lefts.map((_, index) => index);
    order.sort((x, y) => sign * ((lefts[x] as number) - (lefts[y] as number)));
    return {
      slot,
      kind,
      bounds: Float64Array.from(order, (index) => lefts[index] as number),
      items: Int32Array.from(order, (index) => items[index] as number),
    };
  });
}
