import type { TableRowName } from '../compile/rank-rules.js';
import type { Decision, Outcome } from '../decisions.js';
import type { Label } from '../vocabulary/label.js';

/** One comparison of a rule, with the value that was read. */
export interface TestExplanation {
  readonly kind: 'test';
  readonly fact: string;
  /** The way into the fact, where the comparison has one. */
  readonly path?: string;
  /** The operator, decorators before it: `equal`, `not:within`. */
  readonly operator: string;
  /** What it is compared with; `{ fact }` where that is another fact. */
  readonly value: unknown;
  /** What the fact was; absent where it was absent and has no default. */
  readonly read?: unknown;
  readonly holds: boolean;
  readonly text: Label;
}

/** A combination of conditions. */
export interface CombinationExplanation {
  readonly kind: 'all' | 'any' | 'not';
  readonly holds: boolean;
  readonly parts: readonly ConditionExplanation[];
}

/** A condition, named ones written out. */
export type ConditionExplanation = TestExplanation | CombinationExplanation;

/**
 * What became of a rule: it `decided`; it held but was `overruled` by another under a hit policy; it is `notInForce` at
 * the instant asked; or it `failed`.
 */
export type RuleStatus = 'decided' | 'overruled' | 'notInForce' | 'failed';

/** One rule against the facts. */
export interface RuleExplanation {
  /** The rule's id, else its name, else `#` and its index. */
  readonly rule: string;
  readonly title?: Label;
  /** The row of a table that it is, as a spreadsheet counts. */
  readonly row?: TableRowName;
  readonly outcome: { readonly type: string; readonly params: Readonly<Record<string, unknown>> };
  readonly priority: number;
  readonly article?: string;
  readonly status: RuleStatus;
  /** The rule that overruled it. */
  readonly by?: string;
  /** How many of its comparisons would have to come out otherwise for it to hold. */
  readonly missing: number;
  readonly conditions: ConditionExplanation;
  readonly text: Label;
}

/** A change of one fact that changes the decision; tried, not guessed. */
export interface Change {
  readonly fact: string;
  /** The value now; absent where the fact is absent. */
  readonly from?: unknown;
  readonly to: unknown;
  /** Outcomes that would come, and those that would go. */
  readonly gained: readonly Outcome[];
  readonly lost: readonly Outcome[];
  readonly text: Label;
}

/** Why a rule set decides as it does. Plain JSON. */
export interface Explanation {
  readonly outcomes: readonly Outcome[];
  readonly ruleSet: Decision['ruleSet'];
  /** The rules that decided, in the order of their outcomes. */
  readonly why: readonly RuleExplanation[];
  /** The rule that was asked for, or the rules for the unit that was: those that did not decide, the nearest first. */
  readonly whyNot: readonly RuleExplanation[];
  /** The rules that did not hold and came nearest, the nearest first. */
  readonly nearest: readonly RuleExplanation[];
  /** Single changes that would change the decision. */
  readonly changes: readonly Change[];
  /** All of it in words, a line each. */
  readonly text: Label;
}
