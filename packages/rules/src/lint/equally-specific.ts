import { canonicalJson } from '../compile/canonical-json.js';
import type { Conjunction } from '../compile/expression.js';
import type { PredicateTable } from '../compile/predicates.js';
import { type Lint, type LintedRules, named, placeOf } from './lint.js';
import type { LintedRule } from './linted-rule.js';

/** So many rules of one place are compared with each other: a hostile document must not make the search quadratic. */
const MOST_COMPARED = 64;

/**
 * `equallySpecific`: two rules of a `mostSpecific` outcome that look at the same place of the tree, have the same
 * priority, can hold at once and decide differently: the order in the file decides, not the law.
 */
export function equallySpecificLints(linted: LintedRules): readonly Lint[] {
  const { rules, forms, policies, predicates, implications } = linted;
  const lints: Lint[] = [];
  if (![...policies.values()].some(Array.isArray)) return lints;
  const places = new Map<string, { readonly rule: LintedRule; readonly conjunction: Conjunction }[]>();
  const found = new Set<LintedRule>();
  for (const [rank, rule] of rules.entries()) {
    const { type } = rule.rule.event;
    const slots = policies.get(type);
    if (!Array.isArray(slots)) continue;
    for (const conjunction of forms[rank] ?? []) {
      const key = `${type} ${rule.priority} ${placeIn(conjunction, slots, predicates)}`;
      const others = places.get(key) ?? [];
      places.set(key, others);
      const tied = others.find(
        (other) =>
          other.rule !== rule &&
          !isSame(other.conjunction, conjunction) &&
          canHoldAtOnce(other.conjunction, conjunction, implications) &&
          canonicalJson(other.rule.params) !== canonicalJson(rule.params),
      );
      if (tied !== undefined && !found.has(rule)) {
        found.add(rule);
        const message = `The rules ${named(tied.rule)} and ${named(rule)} are equally specific and can hold at once.`;
        const fix = 'Give one of them a higher priority, or name a further fact under "by".';
        lints.push({ code: 'equallySpecific', severity: 'warning', ...placeOf(rule), value: rule.name, message, fix });
      }
      if (others.length < MOST_COMPARED) others.push({ rule, conjunction });
    }
  }
  return lints;
}

/** What a conjunction says of the facts that are compared: only rules that say the same can be equally specific. */
function placeIn(conjunction: Conjunction, slots: readonly number[], { comparisons }: PredicateTable): string {
  return slots
    .map((slot) =>
      conjunction
        .filter((literal) => (literal & 1) === 0 && comparisons[literal >> 1]?.depths !== undefined)
        .filter((literal) => comparisons[literal >> 1]?.slot === slot)
        .sort((a, b) => a - b)
        .join('&'),
    )
    .join(' ');
}

/** Conditions that are the same are the business of another lint. */
function isSame(a: Conjunction, b: Conjunction): boolean {
  return a.length === b.length && a.every((literal) => b.includes(literal));
}

function canHoldAtOnce(a: Conjunction, b: Conjunction, implications: LintedRules['implications']): boolean {
  return !a.some((literal) => b.includes(literal ^ 1)) && !implications.isContradictory([...a, ...b]);
}
