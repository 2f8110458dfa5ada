import { type DecidedPolicy, type RankedRules, RuleDecider } from '../decider.js';
import type { Period } from '../effective-period.js';
import { CandidateIndex, type RuleIndex } from './candidate-index.js';
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
  /** Where the condition of each rule begins, where that is known. */
  readonly starts?: Int32Array;
  readonly index?: RuleIndex;
}): RuleDecider {
  const { predicates, rules, starts, index, ...rest } = parts;
  return new RuleDecider({
    ...rest,
    slots: predicates.slots,
    index: index ?? new CandidateIndex(rules.names.length, rules.conditions, predicates),
    rules,
    specificity: [...parts.policies.values()].some(Array.isArray)
      ? new Specificity(rules.conditions, rules.names.length, predicates, starts)
      : undefined,
  });
}
