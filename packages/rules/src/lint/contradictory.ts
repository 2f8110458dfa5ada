import { type Lint, type LintedRules, named, placeOf } from './lint.js';
import type { LintedRule } from './linted-rule.js';

/** `neverHolds`: conditions that contradict one another, such as a number above 5 and below 3. */
export function contradictoryLints({ rules, forms }: LintedRules): readonly Lint[] {
  const lints: Lint[] = [];
  for (let rank = 0; rank < rules.length; rank += 1) {
    if (forms[rank]?.length === 0) lints.push(lintOf(rules[rank] as LintedRule));
  }
  return lints;
}

function lintOf(rule: LintedRule): Lint {
  const message = `The conditions of ${named(rule)} contradict one another: it never holds.`;
  const place = placeOf(rule, '/conditions');
  const fix = 'Mend or remove the rule.';
  return { code: 'neverHolds', severity: 'error', ...place, value: rule.name, message, fix };
}
