import type { Conjunction } from './expression.js';
import type { Literal, PredicateTable } from './predicates.js';

/** How one conjunction is found: by the values of one or two slots, by a bound, or by trying it each time. */
export type AccessPath =
  | { readonly kind: 'pair'; readonly slots: readonly [number, number]; readonly numbers: readonly [Numbers, Numbers] }
  | { readonly kind: 'single'; readonly slot: number; readonly numbers: Numbers }
  | { readonly kind: 'contains'; readonly slot: number; readonly number: number }
  | { readonly kind: 'atLeast' | 'atMost'; readonly slot: number; readonly bound: number }
  | { readonly kind: 'never' }
  | { readonly kind: 'scan' };

type Numbers = readonly number[];

/** A conjunction is entered under at most so many pairs of values; beyond that one slot must do. */
const MOST_PAIRS = 64;

/** The path of a conjunction, and the literals that are still to be tried when it was found by it. */
export interface PlannedAccess {
  readonly path: AccessPath;
  readonly residual: readonly Literal[];
}

/**
 * Chooses how a conjunction is looked up: by the two slots that the rule set compares with the most different values,
 * else by one, else by a list's item, else by a bound, else not at all.
 */
export function planAccess(conjunction: Conjunction, predicates: PredicateTable): PlannedAccess {
  const keyed: Keyed[] = [];
  for (const literal of conjunction) {
    const access = predicates.access(literal);
    if (access?.kind !== 'equal') continue;
    const { slot, numbers } = access;
    const known = keyed.find((each) => each.slot === slot);
    if (known === undefined) {
      keyed.push({ slot, numbers, share: numbers.length / predicates.slots.variety(slot) });
      continue;
    }
    known.numbers = intersection(known.numbers, numbers);
    known.share = known.numbers.length / predicates.slots.variety(slot);
    if (known.numbers.length === 0) return { path: { kind: 'never' }, residual: [] };
  }
  return byValues(conjunction, keyed, predicates) ?? byItemOrBound(conjunction, predicates);
}

function intersection(left: Numbers, right: Numbers): Numbers {
  const both = new Set(right);
  return left.filter((number) => both.has(number));
}

function byValues(
  conjunction: Conjunction,
  keyed: readonly Keyed[],
  predicates: PredicateTable,
): PlannedAccess | undefined {
  let first: Keyed | undefined;
  let second: Keyed | undefined;
  for (const candidate of keyed) {
    if (first === undefined || isBetter(candidate, first)) {
      second = first;
      first = candidate;
    } else if (second === undefined || isBetter(candidate, second)) {
      second = candidate;
    }
  }
  if (first === undefined) return undefined;
  const pair = second !== undefined && first.numbers.length * second.numbers.length <= MOST_PAIRS ? second : undefined;
  const residual: Literal[] = [];
  for (const literal of conjunction) {
    const access = predicates.access(literal);
    const isUsed = access?.kind === 'equal' && (access.slot === first.slot || access.slot === pair?.slot);
    if (!isUsed) residual.push(literal);
  }
  if (pair === undefined) return { path: { kind: 'single', slot: first.slot, numbers: first.numbers }, residual };
  const [a, b] = first.slot < pair.slot ? [first, pair] : [pair, first];
  return { path: { kind: 'pair', slots: [a.slot, b.slot], numbers: [a.numbers, b.numbers] }, residual };
}

/** A slot by which a conjunction can be found, and the share of the slot's values that it takes in. */
interface Keyed {
  readonly slot: number;
  numbers: Numbers;
  share: number;
}

function isBetter(a: Keyed, b: Keyed): boolean {
  return a.share < b.share || (a.share === b.share && a.slot < b.slot);
}

function byItemOrBound(conjunction: Conjunction, predicates: PredicateTable): PlannedAccess {
  const without = (literal: Literal): readonly Literal[] => conjunction.filter((other) => other !== literal);
  for (const literal of conjunction) {
    const access = predicates.access(literal);
    if (access?.kind === 'contains') {
      return { path: { kind: 'contains', slot: access.slot, number: access.number }, residual: without(literal) };
    }
  }
  for (const literal of conjunction) {
    const access = predicates.access(literal);
    if (access?.kind === 'atLeast' || access?.kind === 'atMost') {
      const { kind, slot, bound, strict } = access;
      return { path: { kind, slot, bound }, residual: strict ? conjunction : without(literal) };
    }
  }
  return { path: { kind: 'scan' }, residual: conjunction };
}
