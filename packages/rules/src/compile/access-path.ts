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
  const keyed = new Map<number, Numbers>();
  for (const literal of conjunction) {
    const access = predicates.access(literal);
    if (access?.kind !== 'equal') continue;
    const known = keyed.get(access.slot);
    const numbers = known === undefined ? access.numbers : known.filter((number) => access.numbers.includes(number));
    if (numbers.length === 0) return { path: { kind: 'never' }, residual: [] };
    keyed.set(access.slot, numbers);
  }
  if (keyed.size > 0) return byValues(conjunction, keyed, predicates);
  return byItemOrBound(conjunction, predicates);
}

function byValues(conjunction: Conjunction, keyed: ReadonlyMap<number, Numbers>, predicates: PredicateTable): PlannedAccess {
  const { slots } = predicates;
  const selectivity = ([slot, numbers]: readonly [number, Numbers]): number => numbers.length / slots.variety(slot);
  const [first, second] = [...keyed].sort((a, b) => selectivity(a) - selectivity(b) || a[0] - b[0]);
  if (first === undefined) return { path: { kind: 'scan' }, residual: conjunction };
  const usesPair = second !== undefined && first[1].length * second[1].length <= MOST_PAIRS;
  const used = new Set(usesPair ? [first[0], second[0]] : [first[0]]);
  const residual = conjunction.filter((literal) => {
    const access = predicates.access(literal);
    return access?.kind !== 'equal' || !used.has(access.slot);
  });
  if (!usesPair) return { path: { kind: 'single', slot: first[0], numbers: first[1] }, residual };
  const [a, b] = first[0] < second[0] ? [first, second] : [second, first];
  return { path: { kind: 'pair', slots: [a[0], b[0]], numbers: [a[1], b[1]] }, residual };
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
