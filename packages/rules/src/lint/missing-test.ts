import { eachOnce, lacking } from './each-once.js';
import { type Lint, type LintedRules, named } from './lint.js';

/** `missingTest`: a rule without a test of its own, which nobody proved. Rows of a table are proved by the pack's tests. */
export function missingTestLints({ rules, pointer }: LintedRules): readonly Lint[] {
  const without = eachOnce(rules).filter(({ rule, row }) => row === undefined && (rule.tests ?? []).length === 0);
  const fix = 'Add "tests": [{ "facts": { … }, "expect": { … } }].';
  return lacking(without, pointer, { code: 'missingTest', severity: 'info', what: 'test', fix }, named);
}
