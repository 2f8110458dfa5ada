import { ADDED_TESTS } from './added-tests.js';
import { indexIn, type OperatorTest, TESTS, WRAPS } from './operator-tests.js';
import type { Label } from './vocabulary/label.js';

/** What an operator expects on its two sides; the compiler checks it when a document is loaded. */
export type OperatorSides =
  | 'sameScalar'
  | 'scalarInList'
  | 'listHasScalar'
  | 'numbers'
  | 'tree'
  | 'range'
  | 'texts'
  | 'dates'
  | 'term'
  | 'unchecked';

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

/** The names of the operators that this package adds. */
export type AddedOperatorName = 'within' | 'between' | keyof typeof ADDED_TESTS | 'withinTerm' | 'beyondTerm';

/**
 * The operators that this package adds. An absent fact makes each of them false.
 *
 * - `within`: a matter or a unit at or below another one, or one of a list; it needs a pack, whose tree says what lies
 *   below. `toEngineRules` writes it as `in` with the whole branch.
 * - `between`: a number from the first to the second, both included. `toEngineRules` writes it as two comparisons.
 * - `containsText`, `startsWith`, `endsWith`, `matchesGlob`: a text; in a glob, `*` stands for any text. They look at the
 *   text once, and know no regular expressions, which a hostile pattern could make run for years.
 * - `dateBefore`, `dateAfter`, `sameDate`: a date (the whole day in China, +08:00) or an instant with offset. A date is
 *   before another when it is over before that one begins.
 * - `withinTerm`, `beyondTerm`: a date at the latest, or later than, the end of a term that begins at another date. Of a
 *   date without a time, its first instant counts. The term is counted by a calendar of the pack.
 */
export const ADDED_OPERATORS: Readonly<Record<AddedOperatorName, RuleOperator>> = {
  within: { sides: 'tree', title: { zh: '归属于', en: 'lies within' }, test: (a, b) => indexIn(b, a) > -1 },
  between: {
    sides: 'range',
    title: { zh: '介于', en: 'lies between' },
    test: (a, b) => Array.isArray(b) && TESTS.greaterThanInclusive(a, b[0]) && TESTS.lessThanInclusive(a, b[1]),
  },
  containsText: { sides: 'texts', title: { zh: '含有文字', en: 'contains the text' }, test: ADDED_TESTS.containsText },
  startsWith: { sides: 'texts', title: { zh: '开头是', en: 'starts with' }, test: ADDED_TESTS.startsWith },
  endsWith: { sides: 'texts', title: { zh: '结尾是', en: 'ends with' }, test: ADDED_TESTS.endsWith },
  matchesGlob: { sides: 'texts', title: { zh: '形如', en: 'looks like' }, test: ADDED_TESTS.matchesGlob },
  dateBefore: { sides: 'dates', title: { zh: '早于', en: 'is before' }, test: ADDED_TESTS.dateBefore },
  dateAfter: { sides: 'dates', title: { zh: '晚于', en: 'is after' }, test: ADDED_TESTS.dateAfter },
  sameDate: { sides: 'dates', title: { zh: '同日于', en: 'is on the same day as' }, test: ADDED_TESTS.sameDate },
  withinTerm: { sides: 'term', title: { zh: '未超过期限，起算于', en: 'is within the term from' }, test: () => false },
  beyondTerm: { sides: 'term', title: { zh: '已超过期限，起算于', en: 'is beyond the term from' }, test: () => false },
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
