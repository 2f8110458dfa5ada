import { type OperatorTest, TESTS } from '../operator-tests.js';
import { frozenCopy } from './frozen.js';
import type { Run, Test } from './run.js';
import type { SlotTable } from './slots.js';

/**
 * A comparison or its negation as one integer: `2 × predicate` for the comparison, `2 × predicate + 1` for its negation.
 * A rule set holds each comparison once, however many rules make it.
 */
export type Literal = number;

/** How a comparison can be looked up instead of tried. */
export type Access =
  | { readonly kind: 'equal'; readonly slot: number; readonly numbers: readonly number[] }
  | { readonly kind: 'contains'; readonly slot: number; readonly number: number }
  | { readonly kind: 'bound'; readonly slot: number; readonly bound: number };

/** The operators whose value is a bound. */
export type BoundOperator = 'lessThan' | 'lessThanInclusive' | 'greaterThan' | 'greaterThanInclusive';

/** What a comparison says: to word it, to write it down, and to reason about it. */
export interface Comparison {
  readonly slot: number;
  /** The operator's name, decorators before it. */
  readonly operator: string;
  /** What the document compares with. */
  readonly value?: unknown;
  /** The values that `within` stands for. */
  readonly list?: readonly unknown[];
  /** The slot that it is compared with, instead of a value. */
  readonly other?: number;
  /** How deep in the tree of the fact each of its values stands, where a hit policy asks for it. */
  readonly depths?: readonly number[];
}

/** All comparisons of a rule set, each once. */
export class PredicateTable {
  readonly slots: SlotTable;
  readonly tests: Test[] = [];
  /** The comparison of each predicate; those of whole combinations, which come last, have none. */
  readonly comparisons: Comparison[] = [];
  readonly #accesses: (Access | undefined)[] = [];
  readonly #known = new Map<string, number>();
  /** Equalities by slot and number of the value. */
  readonly #equalities: Literal[][] = [];

  constructor(slots: SlotTable) {
    this.slots = slots;
  }

  /** How the comparison of a literal can be looked up; a negation never can. */
  access(literal: Literal): Access | undefined {
    return (literal & 1) === 0 ? this.#accesses[literal >> 1] : undefined;
  }

  /** `slot` equals `value`. */
  equal(slot: number, value: unknown): Literal {
    const number = this.slots.number(slot, value);
    const ofSlot = this.#equalities[slot] ?? [];
    this.#equalities[slot] = ofSlot;
    const known = ofSlot[number];
    if (known !== undefined) return known;
    const literal = this.#add(
      (run) => run.ids[slot] === number,
      { kind: 'equal', slot, numbers: [number] },
      { slot, operator: 'equal', value },
    );
    ofSlot[number] = literal;
    return literal;
  }

  /** `slot` is one of `values`. */
  oneOf(slot: number, values: readonly unknown[]): Literal {
    const numbers = this.#numbersOf(slot, values);
    if (numbers.length === 1) return this.equal(slot, values[0]);
    return this.#among(`in ${slot} ${numbers.join()}`, numbers, { slot, operator: 'in', value: frozenCopy(values) });
  }

  /** `slot` lies at or below one of `tops`, which `values` are all of. */
  within(slot: number, tops: unknown, values: readonly unknown[]): Literal {
    const comparison = { slot, operator: 'within', value: frozenCopy(tops), list: Object.freeze([...values]) };
    return this.#among(`within ${slot} ${JSON.stringify(tops)}`, this.#numbersOf(slot, values), comparison);
  }

  #numbersOf(slot: number, values: readonly unknown[]): number[] {
    return [...new Set(values.map((value) => this.slots.number(slot, value)))].sort((a, b) => a - b);
  }

  #among(key: string, numbers: readonly number[], comparison: Comparison): Literal {
    const { slot } = comparison;
    return this.#once(key, () => {
      const set = new Set(numbers);
      return [(run) => set.has(run.ids[slot] as number), { kind: 'equal', slot, numbers }, comparison];
    });
  }

  /** The list in `slot` holds `value`. */
  contains(slot: number, value: unknown): Literal {
    return this.#once(`contains ${slot} ${typeof value} ${String(value)}`, () => {
      const number = this.slots.number(slot, value);
      const comparison = { slot, operator: 'contains', value };
      return [(run) => holds(run.values[slot], value), { kind: 'contains', slot, number }, comparison];
    });
  }

  /** The number in `slot` lies on one side of a bound. */
  bound(slot: number, operator: BoundOperator, bound: number): Literal {
    return this.#once(`${operator} ${slot} ${bound}`, () => {
      const test = TESTS[operator];
      return [(run) => test(run.values[slot], bound), { kind: 'bound', slot, bound }, { slot, operator, value: bound }];
    });
  }

  /** Any other comparison of a slot with a fixed value. */
  compare(key: string, slot: number, test: OperatorTest, value: unknown): Literal {
    return this.#once(`${key} ${slot} ${JSON.stringify(value)}`, () => [
      (run) => test(run.values[slot], value) === true,
      undefined,
      { slot, operator: key, value: frozenCopy(value) },
    ]);
  }

  /** A comparison of two slots. */
  compareSlots(key: string, slot: number, test: OperatorTest, other: number): Literal {
    return this.#once(`${key} ${slot} with ${other}`, () => [
      (run) => test(run.values[slot], run.values[other]) === true,
      undefined,
      { slot, operator: key, other },
    ]);
  }

  /** A whole combination as one predicate, where it cannot be taken apart. */
  opaque(test: Test): Literal {
    return this.#add(test, undefined);
  }

  #once(key: string, make: () => readonly [Test, Access | undefined, Comparison]): Literal {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const literal = this.#add(...make());
    this.#known.set(key, literal);
    return literal;
  }

  #add(test: Test, access: Access | undefined, comparison?: Comparison): Literal {
    this.tests.push(test);
    if (comparison !== undefined) this.comparisons.push(comparison);
    this.#accesses.push(access);
    return (this.tests.length - 1) * 2;
  }
}

/** Whether a literal holds. */
export function holdsLiteral(tests: readonly Test[], literal: Literal, run: Run): boolean {
  return (tests[literal >> 1] as Test)(run) === ((literal & 1) === 0);
}

function holds(list: unknown, value: unknown): boolean {
  return Array.isArray(list) && list.indexOf(value) > -1;
}
