import { type OperatorTest, TESTS } from '../operator-tests.js';
import { frozenCopy } from './frozen.js';
import { type Literal, PredicateTable } from './predicates.js';
import { SlotTable } from './slots.js';

/** The operators whose value is a bound. */
export type BoundOperator = 'lessThan' | 'lessThanInclusive' | 'greaterThan' | 'greaterThanInclusive';

/** The comparisons of a document, each once, however many rules make it. */
export class ComparisonTable extends PredicateTable {
  readonly #known = new Map<string, Literal>();
  /** Equalities by slot and number of the value: what nearly every rule asks for is found without making a key. */
  readonly #equalities: Literal[][] = [];

  /**
   * A table of the same numbers, to which comparisons can be added without changing this one; nothing where it cannot be
   * copied, for it holds a combination as a whole.
   */
  copy(): ComparisonTable | undefined {
    const { tests, comparisons, accesses } = this;
    if (tests.length !== comparisons.length) return undefined;
    const copy = new ComparisonTable(copyOf(this.slots));
    for (const test of tests) copy.tests.push(test);
    for (const comparison of comparisons) copy.comparisons.push(comparison);
    for (const access of accesses) copy.accesses.push(access);
    for (const [key, literal] of this.#known) copy.#known.set(key, literal);
    for (const [slot, literals] of this.#equalities.entries()) if (literals) copy.#equalities[slot] = literals.slice();
    return copy;
  }

  /** `slot` equals `value`. */
  equal(slot: number, value: unknown): Literal {
    const number = this.slots.number(slot, value);
    const ofSlot = this.#equalities[slot] ?? [];
    this.#equalities[slot] = ofSlot;
    const known = ofSlot[number];
    if (known !== undefined) return known;
    const literal = this.add({ slot, operator: 'equal', value }, TESTS.equal);
    ofSlot[number] = literal;
    return literal;
  }

  /**
   * `slot` is one of `values`. Lists in another order are other comparisons, so that a rule is worded as it is written
   * whatever rules stand beside it; a value that stands twice counts once.
   */
  oneOf(slot: number, values: readonly unknown[]): Literal {
    const different = new Map<number, unknown>();
    for (const value of values) {
      const number = this.slots.number(slot, value);
      if (!different.has(number)) different.set(number, value);
    }
    if (different.size === 1) return this.equal(slot, values[0]);
    const key = `in ${slot} ${[...different.keys()].join()}`;
    return this.#once(key, () =>
      this.add({ slot, operator: 'in', value: frozenCopy([...different.values()]) }, TESTS.in),
    );
  }

  /** `slot` lies at or below one of `tops`, which `values` are all of. */
  within(slot: number, tops: unknown, values: readonly unknown[]): Literal {
    return this.#once(`within ${slot} ${JSON.stringify(tops)}`, () => {
      const comparison = { slot, operator: 'within', value: frozenCopy(tops), list: Object.freeze([...values]) };
      // The list is looked up; no operator is asked.
      return this.add(comparison, TESTS.notIn);
    });
  }

  /** The list in `slot` holds `value`. */
  contains(slot: number, value: unknown): Literal {
    return this.compare('contains', slot, TESTS.contains, value);
  }

  /** The number in `slot` lies on one side of a bound. */
  bound(slot: number, operator: BoundOperator, bound: number): Literal {
    return this.compare(operator, slot, TESTS[operator], bound);
  }

  /** A comparison of a slot with a fixed value. */
  compare(operator: string, slot: number, test: OperatorTest, value: unknown): Literal {
    const key = `${operator} ${slot} ${JSON.stringify(value)}`;
    return this.#once(key, () => this.add({ slot, operator, value: frozenCopy(value) }, test));
  }

  /** A comparison of two slots; `setting` is what the operator needs beside them. */
  compareSlots(operator: string, slot: number, test: OperatorTest, other: number, setting?: unknown): Literal {
    const key = `${operator} ${slot} with ${other} ${JSON.stringify(setting)}`;
    return this.#once(key, () =>
      this.add({ slot, operator, other, ...(setting !== undefined && { value: frozenCopy(setting) }) }, test),
    );
  }

  #once(key: string, make: () => Literal): Literal {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const literal = make();
    this.#known.set(key, literal);
    return literal;
  }
}

/** Slots of the same numbers, with values of the same numbers. */
function copyOf(slots: SlotTable): SlotTable {
  const copy = new SlotTable();
  for (let slot = 0; slot < slots.size; slot += 1) {
    const { fact, definition, steps } = slots.describe(slot);
    copy.slot(fact, definition, steps);
    for (const value of slots.values(slot)) copy.number(slot, value);
  }
  return copy;
}
