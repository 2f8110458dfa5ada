import type { ConditionReader } from './condition-code.js';
import { type Conjunction, conjunctionOf, lookUpsOf } from './expression.js';
import type { PredicateTable } from './predicates.js';

/** The look-ups of the next condition; the usual one, of plain comparisons, without making an expression first. */
export function nextLookUps(reader: ConditionReader, predicates: PredicateTable): readonly Conjunction[] {
  const literals = reader.conjunction();
  return literals === undefined ? lookUpsOf(reader.read(), predicates) : conjunctionOf(literals);
}
