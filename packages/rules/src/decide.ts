export type { DecidedPolicy, Decider } from './decider.js';
export { NotUniqueError } from './not-unique-error.js';
export { openRuleSet, PortableRuleSetError } from './open-rule-set.js';
export type { PortableComparison, PortablePeriod, PortableRuleSet } from './portable-rule-set.js';
export { RuleFactError } from './rule-fact-error.js';
