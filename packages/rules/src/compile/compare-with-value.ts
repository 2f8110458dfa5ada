import type { OperatorTest } from '../operator-tests.js';
import { OPERATORS, type RuleOperator } from '../operators.js';
import type { FactSide } from './comparison-sides.js';
import type { BoundOperator, ComparisonTable } from './comparison-table.js';
import type { Literal } from './predicates.js';

/** A comparison with a value of the document. */
export interface ValueComparison {
  /** The operator as the document has it, decorators before it. */
  readonly name: string;
  /** The operator, where it stands without decorators: then the index can look it up. */
  readonly operator: RuleOperator | undefined;
  readonly test: OperatorTest;
  readonly value: unknown;
}

/** Numbers a comparison with a written value: as a look-up where there is one, as a test otherwise. */
export function compareWithValue(
  predicates: ComparisonTable,
  { slot, operand }: FactSide,
  { name, operator, test, value }: ValueComparison,
): Literal {
  switch (operator) {
    case OPERATORS.equal:
      return predicates.equal(slot, value);
    case OPERATORS.notEqual:
      return predicates.equal(slot, value) ^ 1;
    case OPERATORS.in:
      return predicates.oneOf(slot, value as readonly unknown[]);
    case OPERATORS.notIn:
      return predicates.oneOf(slot, value as readonly unknown[]) ^ 1;
    case OPERATORS.contains:
      return predicates.contains(slot, value);
    case OPERATORS.lessThan:
    case OPERATORS.lessThanInclusive:
    case OPERATORS.greaterThan:
    case OPERATORS.greaterThanInclusive:
      if (operand.type === 'number') return predicates.bound(slot, name as BoundOperator, value as number);
  }
  return predicates.compare(name, slot, test, value);
}

/** A range is two comparisons, so that the index and the lints see its bounds. */
export function compareWithRange(
  predicates: ComparisonTable,
  left: FactSide,
  [low, high]: readonly [number, number],
): readonly [Literal, Literal] {
  const bound = (name: 'greaterThanInclusive' | 'lessThanInclusive', value: number): Literal =>
    compareWithValue(predicates, left, { name, operator: OPERATORS[name], test: OPERATORS[name].test, value });
  return [bound('greaterThanInclusive', low), bound('lessThanInclusive', high)];
}
