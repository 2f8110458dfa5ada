import { type RankedRules, RuleDecider } from '../decider.js';
import type { Period } from '../effective-period.js';
import type { HitPolicy } from '../rule-set-document.js';
import { CandidateIndex } from './candidate-index.js';
import { ConditionReader } from './condition-code.js';
import { lookUpsOf } from './expression.js';
import type { PredicateTable } from './predicates.js';

/** A decider over rules whose comparisons are numbered. */
export function assemble(parts: {
  readonly id: string;
  readonly version: string;
  readonly hash: string;
  readonly predicates: PredicateTable;
  readonly rules: RankedRules;
  readonly period: Period;
  readonly policies: ReadonlyMap<string, HitPolicy>;
}): RuleDecider {
  const { predicates, rules, ...rest } = parts;
  const reader = new ConditionReader(rules.conditions);
  const conjunctions = rules.names.map(() => lookUpsOf(reader.read(), predicates));
  return new RuleDecider({
    ...rest,
    slots: predicates.slots,
    index: new CandidateIndex(conjunctions, predicates),
    rules,
  });
}
