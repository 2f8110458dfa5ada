import type { Label } from './vocabulary/label.js';

/** Compares a fact's value with the value of the condition. */
export type OperatorTest = (factValue: unknown, value: unknown) => boolean;

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
  equal: { sides: 'sameScalar', title: { zh: '等于', en: 'is' }, test: (a, b) => a === b },
  notEqual: { sides: 'sameScalar', title: { zh: '不等于', en: 'is not' }, test: (a, b) => a !== b },
  in: { sides: 'scalarInList', title: { zh: '属于', en: 'is one of' }, test: (a, b) => indexIn(b, a) > -1 },
  notIn: { sides: 'scalarInList', title: { zh: '不属于', en: 'is none of' }, test: (a, b) => indexIn(b, a) === -1 },
  contains: {
    sides: 'listHasScalar',
    title: { zh: '包含', en: 'contains' },
    test: (a, b) => Array.isArray(a) && a.indexOf(b) > -1,
  },
  doesNotContain: {
    sides: 'listHasScalar',
    title: { zh: '不包含', en: 'does not contain' },
    test: (a, b) => Array.isArray(a) && a.indexOf(b) === -1,
  },
  lessThan: {
    sides: 'numbers',
    title: { zh: '小于', en: 'is less than' },
    test: (a, b) => isNumeric(a) && (a as number) < (b as number),
  },
  lessThanInclusive: {
    sides: 'numbers',
    title: { zh: '不大于', en: 'is at most' },
    test: (a, b) => isNumeric(a) && (a as number) <= (b as number),
  },
  greaterThan: {
    sides: 'numbers',
    title: { zh: '大于', en: 'is greater than' },
    test: (a, b) => isNumeric(a) && (a as number) > (b as number),
  },
  greaterThanInclusive: {
    sides: 'numbers',
    title: { zh: '不小于', en: 'is at least' },
    test: (a, b) => isNumeric(a) && (a as number) >= (b as number),
  },
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
    wrap: (next) => (a, b) => Array.isArray(a) && a.some((item) => next(item, b)),
  },
  everyFact: {
    title: { zh: '每一事实值', en: 'every value of the fact' },
    wrap: (next) => (a, b) => Array.isArray(a) && a.every((item) => next(item, b)),
  },
  someValue: {
    title: { zh: '任一比较值', en: 'some value of the list' },
    wrap: (next) => (a, b) => Array.isArray(b) && b.some((item) => next(a, item)),
  },
  everyValue: {
    title: { zh: '每一比较值', en: 'every value of the list' },
    wrap: (next) => (a, b) => Array.isArray(b) && b.every((item) => next(a, item)),
  },
  swap: { title: { zh: '左右互换', en: 'swapped' }, wrap: (next) => (a, b) => next(b, a) },
  not: { title: { zh: '非', en: 'not' }, wrap: (next) => (a, b) => !next(a, b) },
};

function indexIn(list: unknown, item: unknown): number {
  return Array.isArray(list) ? list.indexOf(item) : -1;
}

/** json-rules-engine takes for a number whatever `parseFloat` reads a number from. */
function isNumeric(value: unknown): boolean {
  if (typeof value === 'number') return !Number.isNaN(value);
  if (typeof value === 'string') return !Number.isNaN(Number.parseFloat(value));
  return Array.isArray(value) && !Number.isNaN(Number.parseFloat(value.join()));
}
