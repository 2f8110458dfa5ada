import { type Lint, placeOf } from './lint.js';
import type { LintedRule } from './linted-rule.js';

/** The rules as they stand in the document: those written out per district once. */
export function eachOnce(rules: readonly LintedRule[]): readonly LintedRule[] {
  if (rules.every(({ place }) => place === undefined)) return rules;
  const seen = new Set<number>();
  return rules.filter(({ index }) => !seen.has(index) && seen.add(index));
}

/** So many rules with the same want are named one by one; of more, only the number is told. */
const MOST_NAMED = 100;

/** What rules lack: a lint for each, or one for all where there are many. */
export function lacking(
  rules: readonly LintedRule[],
  pointer: string,
  lint: Omit<Lint, 'pointer' | 'message'> & { readonly what: string },
  name: (rule: LintedRule) => string,
): readonly Lint[] {
  const { what, ...rest } = lint;
  if (rules.length > MOST_NAMED) {
    return [{ ...rest, pointer, message: `${rules.length} rules have no ${what}.` }];
  }
  return rules.map((rule) => ({
    ...rest,
    ...placeOf(rule),
    value: rule.name,
    message: `The rule ${name(rule)} has no ${what}.`,
  }));
}
