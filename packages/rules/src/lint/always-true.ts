import type { Conjunction } from '../compile/expression.js';
import type { PredicateTable } from '../compile/predicates.js';
import { type Lint, type LintedRules, named, placeOf } from './lint.js';
import type { LintedRule } from './linted-rule.js';

/** `alwaysHolds`: conditions that are true for every ticket, so that the rule decides always. */
export function alwaysTrueLints({ rules, forms, predicates }: LintedRules): readonly Lint[] {
  const lints: Lint[] = [];
  for (let rank = 0; rank < rules.length; rank += 1) {
    if (isAlwaysTrue(forms[rank], predicates)) lints.push(lintOf(rules[rank] as LintedRule));
  }
  return lints;
}

function lintOf(rule: LintedRule): Lint {
  const message = `The conditions of ${named(rule)} hold for every ticket.`;
  const place = placeOf(rule, '/conditions');
  const fix = 'If that is meant, use "fallbackUnit" in pack.json for routing; else narrow the conditions.';
  return { code: 'alwaysHolds', severity: 'warning', ...place, value: rule.name, message, fix };
}

function isAlwaysTrue(form: readonly Conjunction[] | undefined, predicates: PredicateTable): boolean {
  if (form === undefined || !form.some(({ length }) => length === 1)) return false;
  const single = new Set(form.filter(({ length }) => length === 1).map(([literal]) => literal as number));
  for (const literal of single) {
    if (single.has(literal ^ 1)) return true;
    const comparison = predicates.comparisons[literal >> 1];
    if (comparison === undefined || comparison.other !== undefined || (literal & 1) === 1) continue;
    const { definition, steps } = predicates.slots.describe(comparison.slot);
    // A flag with a default is never absent.
    if (definition.type !== 'boolean' || definition.default === undefined || steps.length > 0) continue;
    const values = comparison.operator === 'in' ? (comparison.value as readonly unknown[]) : [];
    if (values.includes(true) && values.includes(false)) return true;
    if (comparison.operator !== 'equal') continue;
    const opposite = [...single].some((other) => {
      const it = predicates.comparisons[other >> 1];
      return (
        (other & 1) === 0 && it?.slot === comparison.slot && it.operator === 'equal' && it.value !== comparison.value
      );
    });
    if (opposite) return true;
  }
  return false;
}
