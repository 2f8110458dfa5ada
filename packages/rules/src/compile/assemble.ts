import { type DecidedPolicy, type RankedRules, RuleDecider } from '../decider.js';
import type { Period } from '../effective-period.js';
import { CandidateIndex } from './candidate-index.js';
import { ConditionReader } from './condition-code.js';
import { type Conjunction, conjunctionOf, lookUpsOf } from './expression.js';
import type { PredicateTable } from './predicates.js';
import { Specificity } from './specificity.js';

/** A decider over rules whose comparisons are numbered. */
export function assemble(parts: {
  readonly id: string;
  readonly version: string;
  readonly hash: string;
  readonly predicates: PredicateTable;
  readonly rules: RankedRules;
  readonly period: Period;
  readonly policies: ReadonlyMap<string, DecidedPolicy>;
}): RuleDecider {
  const { predicates, rules, ...rest } = parts;
  const reader = new ConditionReader(rules.conditions);
  return new RuleDecider({
    ...rest,
    slots: predicates.slots,
    index: new CandidateIndex(rules.names.length, () => nextLookUps(reader, predicates), predicates),
    rules,
    specificity: [...parts.policies.values()].some(Array.isArray)
      ? new Specificity(rules.conditions, rules.names.length, predicates)
      : undefined,
  });
}

/** The look-ups of the next condition; the usual one, of plain comparisons, without making an expression first. */
function nextLookUps(reader: ConditionReader, predicates: PredicateTable): readonly Conjunction[] {
  const literals = reader.conjunction();
  return literals === undefined ? lookUpsOf(reader.read(), predicates) : conjunctionOf(literals);
}
