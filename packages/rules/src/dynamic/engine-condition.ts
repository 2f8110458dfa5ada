import type { NestedCondition, TopLevelCondition } from 'json-rules-engine';
import type { Expression } from '../compile/expression.js';
import { pathOf } from '../compile/path.js';
import type { PredicateTable } from '../compile/predicates.js';
import { termOperatorName } from './engine-operators.js';

/** A compiled condition as json-rules-engine wants it: the comparisons as the document had them, names written out. */
export function engineCondition(expression: Expression, predicates: PredicateTable): TopLevelCondition {
  const written = write(expression, predicates);
  return 'fact' in written ? { all: [written] } : (written as TopLevelCondition);
}

function write(expression: Expression, predicates: PredicateTable): NestedCondition {
  if (expression.kind === 'not') return { not: write(expression.part, predicates) };
  if (expression.kind !== 'literal') {
    const parts = expression.parts.map((part) => write(part, predicates));
    return expression.kind === 'all' ? { all: parts } : { any: parts };
  }
  const { literal } = expression;
  const comparison = predicates.comparisons[literal >> 1];
  if (comparison === undefined) throw new RangeError(`No comparison ${literal}.`);
  const { slot, operator, value, list, other } = comparison;
  const test: NestedCondition = {
    ...reference(slot, predicates),
    // A term has no place in a condition of json-rules-engine but in the operator's name.
    operator:
      list !== undefined
        ? 'in'
        : other !== undefined && value !== undefined
          ? termOperatorName(operator, value)
          : operator,
    value: other === undefined ? (list ?? value) : reference(other, predicates),
  };
  return (literal & 1) === 1 ? { not: test } : test;
}

function reference(slot: number, { slots }: PredicateTable): { readonly fact: string; readonly path?: string } {
  const { fact, steps } = slots.describe(slot);
  return { fact, ...(steps.length > 0 && { path: pathOf(steps) }) };
}
