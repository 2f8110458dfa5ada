import { CompiledRuleSet, type RuleSet } from './rule-set.js';

/** The rules of a rule set as people wrote them: one that finds units by relation is one, in however many districts. */
export function ruleNames(ruleSet: RuleSet): ReadonlySet<string> {
  return new Set(CompiledRuleSet.namesOf(ruleSet) ?? ruleSet.toJSON().rules.names);
}
