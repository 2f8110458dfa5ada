import type { OperatorTest } from '../operators.js';
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
  | { readonly kind: 'atLeast' | 'atMost'; readonly slot: number; readonly bound: number; readonly strict: boolean };

/** Up to this many values, comparing one after the other is quicker than asking a set. */
const FEW = 8;

/** All comparisons of a rule set, each once. */
export class PredicateTable {
  readonly slots: SlotTable;
  readonly tests: Test[] = [];
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
    const literal = this.#add((run) => run.ids[slot] === number, { kind: 'equal', slot, numbers: [number] });
    ofSlot[number] = literal;
    return literal;
  }

  /** `slot` is one of `values`. */
  oneOf(slot: number, values: readonly unknown[]): Literal {
    const numbers = [...new Set(values.map((value) => this.slots.number(slot, value)))].sort((a, b) => a - b);
    if (numbers.length === 1) return this.equal(slot, values[0]);
    return this.#once(`in ${slot} ${numbers.join()}`, () => {
      const set = new Set(numbers);
      const test: Test =
        numbers.length <= FEW
          ? (run) => numbers.includes(run.ids[slot] as number)
          : (run) => set.has(run.ids[slot] as number);
      return [test, { kind: 'equal', slot, numbers }];
    });
  }

  /** The list in `slot` holds `value`. */
  contains(slot: number, value: unknown): Literal {
    return this.#once(`contains ${slot} ${typeof value} ${String(value)}`, () => {
      const number = this.slots.number(slot, value);
      return [(run) => holds(run.values[slot], value), { kind: 'contains', slot, number }];
    });
  }

  /** The number in `slot` lies beyond a bound. */
  bound(slot: number, kind: 'atLeast' | 'atMost', bound: number, strict: boolean): Literal {
    return this.#once(`${kind} ${slot} ${bound} ${strict}`, () => {
      const test: Test =
        kind === 'atLeast'
          ? strict
            ? (run) => (run.values[slot] as number) > bound
            : (run) => (run.values[slot] as number) >= bound
          : strict
            ? (run) => (run.values[slot] as number) < bound
            : (run) => (run.values[slot] as number) <= bound;
      return [test, { kind, slot, bound, strict }];
    });
  }

  /** Any other comparison of a slot with a fixed value. */
  compare(key: string, slot: number, test: OperatorTest, value: unknown): Literal {
    return this.#once(`${key} ${slot} ${JSON.stringify(value)}`, () => [
      (run) => test(run.values[slot], value) === true,
      undefined,
    ]);
  }

  /** A comparison of two slots. */
  compareSlots(key: string, slot: number, test: OperatorTest, other: number): Literal {
    return this.#once(`${key} ${slot} with ${other}`, () => [
      (run) => test(run.values[slot], run.values[other]) === true,
      undefined,
    ]);
  }

  /** A whole combination as one predicate, where it cannot be taken apart. */
  opaque(test: Test): Literal {
    return this.#add(test, undefined);
  }

  #once(key: string, make: () => readonly [Test, Access | undefined]): Literal {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const literal = this.#add(...make());
    this.#known.set(key, literal);
    return literal;
  }

  #add(test: Test, access: Access | undefined): Literal {
    this.tests.push(test);
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
