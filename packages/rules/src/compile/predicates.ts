import { type OperatorTest, TESTS } from '../operator-tests.js';
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

/** The comparisons of a rule set, by number. */
export class PredicateTable {
  readonly slots: SlotTable;
  readonly tests: Test[] = [];
  /** The comparison of each predicate; those of whole combinations, which come last, have none. */
  readonly comparisons: Comparison[] = [];
  protected readonly accesses: (Access | undefined)[] = [];

  constructor(slots: SlotTable) {
    this.slots = slots;
  }

  /** How the comparison of a literal can be looked up; a negation never can. */
  access(literal: Literal): Access | undefined {
    return (literal & 1) === 0 ? this.accesses[literal >> 1] : undefined;
  }

  /** Numbers a comparison; `test` is that of its operator. */
  add(comparison: Comparison, test: OperatorTest): Literal {
    this.comparisons.push(comparison);
    const { slot, value, other } = comparison;
    if (other !== undefined) return this.#push((run) => test(run.values[slot], run.values[other], value) === true);
    const list = test === TESTS.equal ? [value] : test === TESTS.in ? (value as readonly unknown[]) : comparison.list;
    if (list === undefined)
      return this.#push((run) => test(run.values[slot], value) === true, this.#accessTo(comparison, test));
    const numbers = [...new Set(list.map((each) => this.slots.number(slot, each)))].sort((a, b) => a - b);
    const access: Access = { kind: 'equal', slot, numbers };
    const [only] = numbers;
    if (numbers.length === 1) return this.#push((run) => run.ids[slot] === only, access);
    const set = new Set(numbers);
    return this.#push((run) => set.has(run.ids[slot] as number), access);
  }

  /** A whole combination as one predicate, where it cannot be taken apart. */
  opaque(test: Test): Literal {
    return this.#push(test);
  }

  #accessTo({ slot, value }: Comparison, test: OperatorTest): Access | undefined {
    if (test === TESTS.contains) return { kind: 'contains', slot, number: this.slots.number(slot, value) };
    // What is no number for sure may be a text that json-rules-engine reads a number from.
    const isNumber = this.slots.describe(slot).definition.type === 'number';
    return isNumber && BOUNDS.has(test) && typeof value === 'number'
      ? { kind: 'bound', slot, bound: value }
      : undefined;
  }

  #push(test: Test, access?: Access): Literal {
    this.accesses.push(access);
    return (this.tests.push(test) - 1) * 2;
  }
}

const BOUNDS: ReadonlySet<OperatorTest> = new Set([
  TESTS.lessThan,
  TESTS.lessThanInclusive,
  TESTS.greaterThan,
  TESTS.greaterThanInclusive,
]);

/** Whether a literal holds. */
export function holdsLiteral(tests: readonly Test[], literal: Literal, run: Run): boolean {
  return (tests[literal >> 1] as Test)(run) === ((literal & 1) === 0);
}
