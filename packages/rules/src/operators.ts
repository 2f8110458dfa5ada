import { indexIn, type OperatorTest, TESTS, WRAPS } from './operator-tests.js';
import type { Label } from './vocabulary/label.js';

/** What an operator expects on its two sides; the compiler checks it when a document is loaded. */
export type OperatorSides = 'sameScalar' | 'scalarInList' | 'listHasScalar' | 'numbers' | 'unchecked';

/** An operator: what it expects, what it does, and how it reads. */
export interface RuleOperator {
  readonly sides: OperatorSides;
  readonly title: Label;
  /** Whether it holds. */
  readonly test: OperatorTest;
}

/** The names of json-rules-engine's operators. */
export type OperatorName =
  | 'equal'
  | 'notEqual'
  | 'in'
  | 'notIn'
  | 'contains'
  | 'doesNotContain'
  | 'lessThan'
  | 'lessThanInclusive'
  | 'greaterThan'
  | 'greaterThanInclusive';

/**
 * The ten operators of json-rules-engine, with exactly its meaning.
 *
 * @example
 * OPERATORS.in.test('DG', ['DG', 'GZ']); // true
 * OPERATORS.lessThan.test(undefined, 3); // false: an absent number is not less than anything
 */
export const OPERATORS: Readonly<Record<OperatorName, RuleOperator>> = {
  equal: { sides: 'sameScalar', title: { zh: '等于', en: 'is' }, test: TESTS.equal },
  notEqual: { sides: 'sameScalar', title: { zh: '不等于', en: 'is not' }, test: TESTS.notEqual },
  in: { sides: 'scalarInList', title: { zh: '属于', en: 'is one of' }, test: TESTS.in },
  notIn: { sides: 'scalarInList', title: { zh: '不属于', en: 'is none of' }, test: TESTS.notIn },
  contains: {
    sides: 'listHasScalar',
    title: { zh: '包含', en: 'contains' },
    test: TESTS.contains,
  },
  doesNotContain: {
    sides: 'listHasScalar',
    title: { zh: '不包含', en: 'does not contain' },
    test: TESTS.doesNotContain,
  },
  lessThan: {
    sides: 'numbers',
    title: { zh: '小于', en: 'is less than' },
    test: TESTS.lessThan,
  },
  lessThanInclusive: {
    sides: 'numbers',
    title: { zh: '不大于', en: 'is at most' },
    test: TESTS.lessThanInclusive,
  },
  greaterThan: {
    sides: 'numbers',
    title: { zh: '大于', en: 'is greater than' },
    test: TESTS.greaterThan,
  },
  greaterThanInclusive: {
    sides: 'numbers',
    title: { zh: '不小于', en: 'is at least' },
    test: TESTS.greaterThanInclusive,
  },
};

/**
 * The operators that this package adds: `within` holds for a matter at or below a wider one, and for a unit at or below
 * another. Its value is one name, or a list of them; of the decorators it takes `not`. It needs a pack, whose tree says
 * what lies below; `toEngineRules` writes it as `in` with the whole branch.
 */
export const TREE_OPERATORS: Readonly<Record<'within', RuleOperator>> = {
  within: { sides: 'unchecked', title: { zh: '归属于', en: 'lies within' }, test: (a, b) => indexIn(b, a) > -1 },
};

/** Wraps an operator: `someFact:equal`, `not:swap:in`. The outermost stands first. */
export interface OperatorDecorator {
  readonly title: Label;
  /** The operator that it makes of another. */
  readonly wrap: (next: OperatorTest) => OperatorTest;
}

/** The names of json-rules-engine's decorators. */
export type DecoratorName = 'someFact' | 'everyFact' | 'someValue' | 'everyValue' | 'swap' | 'not';

/** The six decorators of json-rules-engine. `someFact` and `everyFact` are false where the fact is no list. */
export const DECORATORS: Readonly<Record<DecoratorName, OperatorDecorator>> = {
  someFact: {
    title: { zh: '任一事实值', en: 'some value of the fact' },
    wrap: WRAPS.someFact,
  },
  everyFact: {
    title: { zh: '每一事实值', en: 'every value of the fact' },
    wrap: WRAPS.everyFact,
  },
  someValue: {
    title: { zh: '任一比较值', en: 'some value of the list' },
    wrap: WRAPS.someValue,
  },
  everyValue: {
    title: { zh: '每一比较值', en: 'every value of the list' },
    wrap: WRAPS.everyValue,
  },
  swap: { title: { zh: '左右互换', en: 'swapped' }, wrap: WRAPS.swap },
  not: { title: { zh: '非', en: 'not' }, wrap: WRAPS.not },
};
