import type { Conjunction } from './expression.js';
import { NO_SLOT } from './pair-index.js';
import type { Literal, PredicateTable } from './predicates.js';

/**
 * How one conjunction is found: by the values of one or two slots, by a list's item, or among those that many meet. The
 * residual is what is still to be tried when it was found.
 */
export type PlannedAccess =
  | {
      /** A list is looked up item by item; any other value as it is. */
      readonly kind: 'values' | 'items';
      /** One slot stands with `NO_SLOT`. */
      readonly slots: readonly [number, number];
      readonly lefts: Numbers;
      readonly rights: Numbers;
      readonly residual: readonly Literal[];
    }
  | { readonly kind: 'broad'; readonly residual: readonly Literal[] };

type Numbers = readonly number[];

const ALONE: Numbers = [0];

/** A conjunction is entered under at most so many pairs of values; beyond that one slot must do. */
const MOST_PAIRS = 64;

/** What takes in this share of a slot's values, or more, is looked for among those that many meet. */
const BROAD_SHARE = 1 / 8;

/**
 * Chooses how a conjunction is looked up: by the two slots that the rule set compares with the most different values,
 * else by one, else by a list's item; where that would select too little, among all that are so.
 */
export function planAccess(conjunction: Conjunction, predicates: PredicateTable): PlannedAccess {
  let first: Keyed | undefined;
  let second: Keyed | undefined;
  for (let at = 0; at < conjunction.length; at += 1) {
    const literal = conjunction[at] as Literal;
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
  if (first.share * (pair?.share ?? 1) >= BROAD_SHARE) return { kind: 'broad', residual: conjunction };
  // In one order, so that all rules on two slots share an index.
  const isFirst = pair === undefined || pair.slot > first.slot;
  const a = isFirst ? first : pair;
  const b = isFirst ? pair : first;
  return {
    kind: 'values',
    slots: [a.slot, b?.slot ?? NO_SLOT],
    lefts: a.numbers,
    rights: b?.numbers ?? ALONE,
    residual: without(conjunction, a.literal, b?.literal),
  };
}

/** The literals but those by which a conjunction is found: mostly none. */
function without(conjunction: Conjunction, first: Literal, second: Literal = first): readonly Literal[] {
  return conjunction.length === (first === second ? 1 : 2)
    ? []
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
    const residual = without(conjunction, literal);
    return { kind: 'items', slots: [access.slot, NO_SLOT], lefts: [access.number], rights: ALONE, residual };
  }
  return { kind: 'broad', residual: conjunction };
}
