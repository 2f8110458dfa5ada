import { type Lint, type LintedRules, named, placeOf } from './lint.js';

const NONE: readonly Lint[] = [];

/** `neverHolds`: conditions that contradict one another, such as a number above 5 and below 3. */
export function contradictoryLints({ rules, forms }: LintedRules): readonly Lint[] {
  return rules.flatMap((rule, rank): readonly Lint[] => {
    if (forms[rank]?.length !== 0) return NONE;
    const message = `The conditions of ${named(rule)} contradict one another: it never holds.`;
    const place = placeOf(rule, '/conditions');
    return [
      {
        code: 'neverHolds',
        severity: 'error',
        ...place,
        value: rule.name,
        message,
        fix: 'Mend or remove the rule.',
      },
    ];
  });
}
