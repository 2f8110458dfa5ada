import type { Conjunction } from './expression.js';
import { NO_SLOT } from './pair-index.js';
import type { Literal, PredicateTable } from './predicates.js';

/** How one conjunction is found: by the values of one or two slots, by a list's item, or among those that many meet. */
type AccessPath =
  | {
      /** A list is looked up item by item; any other value as it is. */
      readonly kind: 'values' | 'items';
      /** One slot stands with `NO_SLOT`. */
      readonly slots: readonly [number, number];
      readonly numbers: readonly [Numbers, Numbers];
    }
  | { readonly kind: 'broad' };

type Numbers = readonly number[];

const ALONE: Numbers = [0];

/** A conjunction is entered under at most so many pairs of values; beyond that one slot must do. */
const MOST_PAIRS = 64;

/** What takes in this share of a slot's values, or more, is looked for among those that many meet. */
const BROAD_SHARE = 1 / 8;

/** The path of a conjunction, and the literals that are still to be tried when it was found by it. */
export interface PlannedAccess {
  readonly path: AccessPath;
  readonly residual: readonly Literal[];
}

/**
 * Chooses how a conjunction is looked up: by the two slots that the rule set compares with the most different values,
 * else by one, else by a list's item; where that would select too little, among all that are so.
 */
export function planAccess(conjunction: Conjunction, predicates: PredicateTable): PlannedAccess {
  let first: Keyed | undefined;
  let second: Keyed | undefined;
  for (const literal of conjunction) {
    const access = predicates.access(literal);
    if (access?.kind !== 'equal') continue;
    const { slot, numbers } = access;
    const keyed = { literal, slot, numbers, share: numbers.length / predicates.slots.variety(slot) };
    if (first === undefined || isBetter(keyed, first)) {
      if (first?.slot !== slot) second = first;
      first = keyed;
    } else if (slot !== first.slot && (second === undefined || isBetter(keyed, second))) {
      second = keyed;
    }
  }
  if (first === undefined) return byItem(conjunction, predicates);
  const pair = second !== undefined && first.numbers.length * second.numbers.length <= MOST_PAIRS ? second : undefined;
  if (first.share * (pair?.share ?? 1) >= BROAD_SHARE) return { path: { kind: 'broad' }, residual: conjunction };
  // In one order, so that all rules on two slots share an index.
  const [a, b] = pair === undefined || pair.slot > first.slot ? [first, pair] : [pair, first];
  return {
    path: { kind: 'values', slots: [a.slot, b?.slot ?? NO_SLOT], numbers: [a.numbers, b?.numbers ?? ALONE] },
    residual: without(conjunction, a.literal, b?.literal),
  };
}

const NOTHING: readonly Literal[] = [];

/** The literals but those by which a conjunction is found: mostly none, and then no list is made. */
function without(conjunction: Conjunction, first: Literal, second: Literal = first): readonly Literal[] {
  const taken = first === second ? 1 : 2;
  return conjunction.length === taken
    ? NOTHING
    : conjunction.filter((literal) => literal !== first && literal !== second);
}

/** A slot by which a conjunction can be found, and the share of the slot's values that it takes in. */
interface Keyed {
  readonly literal: Literal;
  readonly slot: number;
  readonly numbers: Numbers;
  readonly share: number;
}

function isBetter(a: Keyed, b: Keyed): boolean {
  return a.share < b.share || (a.share === b.share && a.slot < b.slot);
}

function byItem(conjunction: Conjunction, predicates: PredicateTable): PlannedAccess {
  for (const literal of conjunction) {
    const access = predicates.access(literal);
    if (access?.kind !== 'contains') continue;
    const path = { kind: 'items', slots: [access.slot, NO_SLOT], numbers: [[access.number], ALONE] } as const;
    return { path, residual: without(conjunction, literal) };
  }
  return { path: { kind: 'broad' }, residual: conjunction };
}
