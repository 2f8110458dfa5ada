import { countFrom } from '../compile/integer-list.js';

/** Where the rules come from: from the base, a whole compilation, or from changes since. */
export interface RuleOrigins {
  /** The number in the base of the rule of each rank; -1 where it is newer. */
  readonly baseOf: Int32Array;
  /** The rank of each rule of the base; -1 where it is gone. */
  readonly rankOf: Int32Array;
  /** The ranks of the newer ones. */
  readonly topRanks: readonly number[];
}

/** The origins of the rules of a base itself. */
export function ownOrigins(size: number): RuleOrigins {
  const numbers = countFrom(0, size);
  return { baseOf: numbers, rankOf: numbers, topRanks: [] };
}

/** The origins after rules of some ranks were changed where they stand. */
export function originsInPlace({ baseOf, rankOf, topRanks }: RuleOrigins, ranks: readonly number[]): RuleOrigins {
  const changed = ranks.filter((rank) => baseOf[rank] !== -1);
  if (changed.length === 0) return { baseOf, rankOf, topRanks };
  const after = { baseOf: baseOf.slice(), rankOf: rankOf.slice(), topRanks: [...topRanks, ...changed] };
  for (const rank of changed) {
    after.rankOf[baseOf[rank] as number] = -1;
    after.baseOf[rank] = -1;
  }
  return after;
}

/** The origins after a merge: `order` gives for each rank the one that the rule had, and less than 0 for a changed one. */
export function originsInOrder(before: RuleOrigins, order: Int32Array): RuleOrigins {
  const baseOf = new Int32Array(order.length);
  const rankOf = new Int32Array(before.rankOf.length).fill(-1);
  const topRanks: number[] = [];
  for (let rank = 0; rank < order.length; rank += 1) {
    const at = order[rank] as number;
    const number = at < 0 ? -1 : (before.baseOf[at] as number);
    baseOf[rank] = number;
    if (number < 0) topRanks.push(rank);
    else rankOf[number] = rank;
  }
  return { baseOf, rankOf, topRanks };
}
