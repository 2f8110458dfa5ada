import type { Conjunction } from '../compile/expression.js';
import type { Literal } from '../compile/predicates.js';
import { periodOf } from '../effective.js';
import { ALWAYS } from '../effective-period.js';
import type { LintedRules } from './lint.js';
import type { LintedRule } from './linted-rule.js';

/** Two rules with the same type of outcome, of which the one holds whenever the other does. */
export interface Cover {
  /** The rule that holds at least as often. */
  readonly wide: LintedRule;
  readonly narrow: LintedRule;
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
export function coveredRules(linted: LintedRules): readonly Cover[] {
  const { rules, forms } = linted;
  const entered = enteredByRarest(linted);
  const widerThan = rules.map((rule, rank) => widerRanks(rule, rank, linted, entered));
  const covers: Cover[] = [];
  for (let rank = 0; rank < forms.length; rank += 1) {
    const ranks = widerThan[rank] as readonly number[];
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
}

/** The conjunctions entered under each comparison, each with the rank of its rule. */
type Entered = readonly (Entries | undefined)[];

interface Entries {
  readonly ranks: number[];
  readonly conjunctions: Conjunction[];
}

const NO_FORM: readonly Conjunction[] = [];
const NO_RANKS: readonly number[] = [];

function enteredByRarest({ forms, predicates }: LintedRules): Entered {
  const frequency = new Int32Array(predicates.comparisons.length * 2);
  for (const form of forms) countIn(form ?? NO_FORM, frequency);
  const entered = new Array<Entries | undefined>(frequency.length).fill(undefined);
  for (let rank = 0; rank < forms.length; rank += 1) enter(rank, forms[rank] ?? NO_FORM, frequency, entered);
  return entered;
}

function countIn(form: readonly Conjunction[], frequency: Int32Array): void {
  for (const conjunction of form) {
    for (const literal of conjunction) frequency[literal] = (frequency[literal] ?? 0) + 1;
  }
}

function enter(
  rank: number,
  form: readonly Conjunction[],
  frequency: Int32Array,
  entered: (Entries | undefined)[],
): void {
  for (const conjunction of form) {
    const rarest = rarestOf(conjunction, frequency);
    if (rarest === undefined) continue;
    const entries = entered[rarest] ?? { ranks: [], conjunctions: [] };
    entered[rarest] = entries;
    if (entries.ranks.length >= MOST_COMPARED) continue;
    entries.ranks.push(rank);
    entries.conjunctions.push(conjunction);
  }
}

/** The ranks of the rules that hold wherever a rule does. */
function widerRanks(
  { rule }: LintedRule,
  rank: number,
  { rules, forms, implications }: LintedRules,
  entered: Entered,
): readonly number[] {
  let wider: readonly number[] | undefined;
  for (const conjunction of forms[rank] ?? NO_FORM) {
    const closure = implications.closure(conjunction);
    let ofConjunction: number[] | undefined;
    for (const literal of closure) {
      const entries = entered[literal];
      if (entries === undefined) continue;
      for (let at = 0; at < entries.ranks.length; at += 1) {
        const other = entries.ranks[at] as number;
        if (other === rank || !isWithin(entries.conjunctions[at] as Conjunction, closure)) continue;
        const { rule: otherRule } = rules[other] as LintedRule;
        if (otherRule.event.type !== rule.event.type || !lastsAsLong(otherRule, rule)) continue;
        if (wider !== undefined && !wider.includes(other)) continue;
        ofConjunction ??= [];
        ofConjunction.push(other);
      }
    }
    if (ofConjunction === undefined) return NO_RANKS;
    wider = ofConjunction;
  }
  return wider ?? NO_RANKS;
}

/** Most conjunctions that are no part of another differ from it in their last comparison: it is looked for first. */
function isWithin(conjunction: Conjunction, closure: readonly Literal[]): boolean {
  for (let at = conjunction.length - 1; at >= 0; at -= 1) {
    if (!closure.includes(conjunction[at] as Literal)) return false;
  }
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

function lastsAsLong(wide: LintedRule['rule'], narrow: LintedRule['rule']): boolean {
  if (wide.effective === undefined) return true;
  const outer = periodOf(wide.effective);
  const inner = narrow.effective === undefined ? ALWAYS : periodOf(narrow.effective);
  return outer.from <= inner.from && inner.to <= outer.to;
}
