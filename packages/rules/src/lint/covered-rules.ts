import type { CheckedRule } from '../compile/checked-rule.js';
import type { Conjunction } from '../compile/expression.js';
import type { Literal } from '../compile/predicates.js';
import { periodOf } from '../effective.js';
import { ALWAYS } from '../effective-period.js';
import type { LintedRules } from './lint.js';

/** Two rules with the same type of outcome, of which the one holds whenever the other does. */
export interface Cover {
  /** The rule that holds at least as often. */
  readonly wide: CheckedRule;
  readonly narrow: CheckedRule;
  /** Whether both hold in exactly the same cases. */
  readonly isEqual: boolean;
  /** Whether the wide one decides before the narrow one. */
  readonly isFirst: boolean;
}

/** So many rules are entered under one comparison: a hostile document must not make the search quadratic. */
const MOST_COMPARED = 256;

/**
 * Finds the rules that hold only where another does. A conjunction is entered under its rarest comparison, and asked for
 * under all that follow from another: so each is compared with a handful, not with 39,000.
 */
export function coveredRules({ rules, forms, implications, predicates }: LintedRules): readonly Cover[] {
  const frequency = new Int32Array(predicates.comparisons.length * 2);
  for (const form of forms) {
    for (const conjunction of form ?? NO_FORM) {
      for (const literal of conjunction) frequency[literal] = (frequency[literal] ?? 0) + 1;
    }
  }
  const entered: (Entry[] | undefined)[] = Array.from({ length: frequency.length });
  for (const [rank, form] of forms.entries()) {
    for (const conjunction of form ?? NO_FORM) {
      const rarest = rarestOf(conjunction, frequency);
      if (rarest === undefined) continue;
      const entry = entered[rarest];
      if (entry === undefined) entered[rarest] = [[rank, conjunction]];
      else if (entry.length < MOST_COMPARED) entry.push([rank, conjunction]);
    }
  }
  const widerThan = rules.map((rule, rank) => widerRanks(rule, rank));
  const covers: Cover[] = [];
  for (const [rank, ranks] of widerThan.entries()) {
    if (ranks.length === 0) continue;
    for (const other of new Set(ranks)) {
      const [wide, narrow] = [rules[other], rules[rank]];
      const isEqual = widerThan[other]?.includes(rank) === true;
      // Of two equal rules, one pair is enough.
      if (wide === undefined || narrow === undefined || (isEqual && other > rank)) continue;
      covers.push({ wide, narrow, isEqual, isFirst: other < rank });
    }
  }
  return covers;

  function widerRanks({ rule }: CheckedRule, rank: number): readonly number[] {
    let wider: readonly number[] | undefined;
    for (const conjunction of forms[rank] ?? NO_FORM) {
      const closure = implications.closure(conjunction);
      const ofConjunction: number[] = [];
      for (const literal of closure) {
        for (const [other, candidate] of entered[literal] ?? NO_ENTRIES) {
          if (other === rank || !isWithin(candidate, closure)) continue;
          const { rule: otherRule } = rules[other] as CheckedRule;
          if (otherRule.event.type !== rule.event.type || !lastsAsLong(otherRule, rule)) continue;
          if (wider === undefined || wider.includes(other)) ofConjunction.push(other);
        }
      }
      wider = ofConjunction;
      if (wider.length === 0) break;
    }
    return wider ?? NO_RANKS;
  }
}

type Entry = readonly [rank: number, conjunction: Conjunction];

const NO_FORM: readonly Conjunction[] = [];
const NO_ENTRIES: readonly Entry[] = [];
const NO_RANKS: readonly number[] = [];

function isWithin(conjunction: Conjunction, closure: readonly Literal[]): boolean {
  for (const literal of conjunction) if (!closure.includes(literal)) return false;
  return true;
}

function rarestOf(conjunction: Conjunction, frequency: Int32Array): Literal | undefined {
  let rarest: Literal | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const literal of conjunction) {
    const count = frequency[literal] ?? 0;
    if (count < least) [rarest, least] = [literal, count];
  }
  return rarest;
}

function lastsAsLong(wide: CheckedRule['rule'], narrow: CheckedRule['rule']): boolean {
  if (wide.effective === undefined) return true;
  const outer = periodOf(wide.effective);
  const inner = narrow.effective === undefined ? ALWAYS : periodOf(narrow.effective);
  return outer.from <= inner.from && inner.to <= outer.to;
}
