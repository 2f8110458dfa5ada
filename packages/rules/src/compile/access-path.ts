import type { Conjunction } from './expression.js';
import { NO_SLOT } from './pair-index.js';
import type { Literal, PredicateTable } from './predicates.js';

/** A slot by whose values, or by the items of whose list, a conjunction can be found. */
interface Key {
  /** A list that `contains` a value is looked up item by item; any other value as it is. */
  readonly kind: 'equal' | 'contains';
  /** What need not be tried any more when it was found so. */
  readonly literal: Literal;
  readonly slot: number;
  readonly numbers: readonly number[];
  /** The share of the slot's values that it takes in. */
  readonly share: number;
}

/** The keys by which a conjunction is found, the lower slot first; the second is `ALONE` where one is enough. */
export type PlannedAccess = readonly [first: Key, second: Key];

/** Stands for the second of two keys, where there is one only: no literal, and a slot with one value. */
const ALONE: Key = { kind: 'equal', literal: -1, slot: NO_SLOT, numbers: [0], share: 1 };

/** A conjunction is entered under at most so many pairs of values; beyond that one slot must do. */
const MOST_PAIRS = 64;

/** What takes in this share of a slot's values, or more, is looked for among those that many meet. */
export const BROAD_SHARE = 1 / 8;

/** The keys by literal, each from when it was first asked for: a change of one rule asks for few. */
export type KnownKeys = (Key | undefined)[];

/**
 * Chooses how a conjunction is looked up: by the two slots that the rule set compares with the most different values, else
 * by one, else by a list's item; by nothing where that would select too little.
 */
export function planAccess(
  conjunction: Conjunction,
  keys: KnownKeys,
  predicates: PredicateTable,
): PlannedAccess | undefined {
  let first: Key | undefined;
  let second = ALONE;
  let item: Key | undefined;
  for (let at = 0; at < conjunction.length; at += 1) {
    const literal = conjunction[at] as Literal;
    const key = keys[literal] ?? keyOf(literal, predicates);
    if (key === undefined) continue;
    keys[literal] = key;
    if (key.kind === 'contains') {
      item ??= key;
    } else if (first === undefined || isBetter(key, first)) {
      if (first !== undefined && first.slot !== key.slot) second = first;
      first = key;
    } else if (key.slot !== first.slot && (second === ALONE || isBetter(key, second))) {
      second = key;
    }
  }
  if (first === undefined) return item && [item, ALONE];
  if (first.numbers.length * second.numbers.length > MOST_PAIRS) second = ALONE;
  if (first.share * second.share >= BROAD_SHARE) return undefined;
  // In one order, so that all rules on two slots share an index.
  return second === ALONE || second.slot > first.slot ? [first, second] : [second, first];
}

function keyOf(literal: Literal, predicates: PredicateTable): Key | undefined {
  const access = predicates.access(literal);
  if (access === undefined || access.kind === 'bound') return undefined;
  const { kind, slot } = access;
  const numbers = kind === 'contains' ? [access.number] : access.numbers;
  return { kind, literal, slot, numbers, share: numbers.length / predicates.slots.variety(slot) };
}

function isBetter(a: Key, b: Key): boolean {
  return a.share < b.share || (a.share === b.share && a.slot < b.slot);
}
