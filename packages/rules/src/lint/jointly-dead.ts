import type { Conjunction } from '../compile/expression.js';
import type { Literal, PredicateTable } from '../compile/predicates.js';
import type { Implications } from './implications.js';
import { isBySpecificity, isFirstOnly, type Lint, type LintedRules, named, placeOf } from './lint.js';
import type { LintedRule } from './linted-rule.js';

/** So many earlier rules are looked at together, and so deep are cases told apart: the search stays linear. */
const MOST_TOGETHER = 32;
const MOST_CASES = 5;
/** In larger rule sets only rules of one comparison are looked at together: those of a list never cover one another. */
const LARGE = 2_000;

/** What the cases of a rule are told apart with. */
interface Cases {
  readonly implications: Implications;
  /** What follows where a comparison of a yes-or-no fact fails: that the fact has the other value. */
  readonly complements: ReadonlyMap<Literal, Literal>;
}

interface Earlier {
  readonly rule: LintedRule;
  readonly conjunction: Conjunction;
}

/**
 * `unreachableRule`, of a rule that several others leave no case: one decides where a fact is true and another where it
 * is false, so that a third, after both, never does. A rule that a single other one covers is found by `coveredLints`.
 */
export function jointlyDeadLints({ rules, forms, implications, policies, predicates }: LintedRules): readonly Lint[] {
  const cases: Cases = { implications, complements: complementsOf(predicates) };
  const earlier = new Map<string, Earlier[]>();
  const longest = rules.length > LARGE ? 1 : 3;
  const lints: Lint[] = [];
  for (let rank = 0; rank < rules.length; rank += 1) {
    const rule = rules[rank] as LintedRule;
    const { type } = rule.rule.event;
    const form = forms[rank];
    if (form === undefined || form.length === 0 || !isFirstOnly(type, policies)) continue;
    if (isBySpecificity(type, policies)) continue;
    const before = earlier.get(type) ?? [];
    const together = coveringRules(form, before, cases);
    if (together.length > 1) lints.push(lintOf(rule, together));
    // A rule with dates of its own, or of a row among others, may be absent when the later one decides.
    if (rule.rule.effective !== undefined || before.length >= MOST_TOGETHER) continue;
    for (const conjunction of form) if (conjunction.length <= longest) before.push({ rule, conjunction });
    earlier.set(type, before);
  }
  return lints;
}

/** The rules that together hold in every case of a form; none where some case is left. */
function coveringRules(
  form: readonly Conjunction[],
  before: readonly Earlier[],
  { implications, complements }: Cases,
): readonly LintedRule[] {
  if (before.length < 2) return [];
  const used = new Set<LintedRule>();
  const covers = (conjunction: Conjunction, cases: number): boolean => {
    if (implications.isContradictory(conjunction)) return true;
    const closure = implications.closure(conjunction);
    const whole = before.find((each) => each.conjunction.every((literal) => closure.includes(literal)));
    if (whole !== undefined) {
      used.add(whole.rule);
      return true;
    }
    if (cases === 0) return false;
    for (const { conjunction: other } of before) {
      const open = other.filter((literal) => !closure.includes(literal));
      const [literal] = open;
      if (literal === undefined || open.length > 2 || open.some((each) => closure.includes(each ^ 1))) continue;
      return [literal, literal ^ 1].every((each) => {
        const follows = complements.get(each);
        return covers([...conjunction, each, ...(follows === undefined ? [] : [follows])], cases - 1);
      });
    }
    return false;
  };
  return form.every((conjunction) => covers(conjunction, MOST_CASES)) ? [...used] : [];
}

function complementsOf({ comparisons, slots }: PredicateTable): ReadonlyMap<Literal, Literal> {
  const equalities = new Map<string, number>();
  for (const [predicate, { slot, operator, value, other }] of comparisons.entries()) {
    if (operator !== 'equal' || typeof value !== 'boolean' || other !== undefined) continue;
    const { definition, steps } = slots.describe(slot);
    // One that may be absent has a third case.
    if (definition.type !== 'boolean' || definition.default === undefined || steps.length > 0) continue;
    equalities.set(`${slot} ${value}`, predicate);
  }
  const complements = new Map<Literal, Literal>();
  for (const [key, predicate] of equalities) {
    const [slot, value] = key.split(' ');
    const opposite = equalities.get(`${slot} ${value !== 'true'}`);
    if (opposite !== undefined) complements.set(predicate * 2 + 1, opposite * 2);
  }
  return complements;
}

function lintOf(rule: LintedRule, together: readonly LintedRule[]): Lint {
  const message = `The rule ${named(rule)} never decides: in every case one of these does before it: ${together.map(named).join(', ')}.`;
  const fix = 'Give it a higher priority, or remove it.';
  return { code: 'unreachableRule', severity: 'warning', ...placeOf(rule), value: rule.name, message, fix };
}
