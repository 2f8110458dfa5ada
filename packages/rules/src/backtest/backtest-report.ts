import type { Decision, Outcome } from '../decisions.js';
import type { Facts } from '../facts.js';

/** What one rule set made of a case: its outcomes, or the error with which it refused to decide. */
export type CaseDecision =
  | { readonly outcomes: readonly Outcome[] }
  | { readonly error: { readonly code: string; readonly message: string } };

/** A case that two rule sets decide differently. */
export interface CaseDifference {
  /** Its place among the cases, from 0. */
  readonly index: number;
  /** The case's own id, where it has one: the number of the ticket, for example. */
  readonly id?: string;
  readonly facts: Facts;
  readonly before: CaseDecision;
  readonly after: CaseDecision;
}

/** What a change means for one unit: the cases whose outcomes name it, as lead, assist, office or recipient. */
export interface UnitBalance {
  readonly unit: string;
  readonly before: number;
  readonly after: number;
  /** Cases that name it only after the change, and only before it. */
  readonly gained: number;
  readonly lost: number;
}

/** What a change means for one matter. */
export interface MatterBalance {
  /** Empty for cases without a matter. */
  readonly matter: string;
  readonly cases: number;
  readonly different: number;
}

/** Cases whose lead unit changes from one to another; a side is absent where no rule routes the case. */
export interface LeadMove {
  readonly from?: string;
  readonly to?: string;
  readonly cases: number;
}

/** What a change of the rules would have meant for past cases. Plain JSON. */
export interface BacktestReport {
  readonly before: Decision['ruleSet'];
  readonly after: Decision['ruleSet'];
  readonly cases: number;
  /** Cases with the same outcomes in the same order. */
  readonly same: number;
  /** Cases with other outcomes, or refused by one of the two only. */
  readonly different: number;
  /** Cases with the same outcomes for another reason: another rule, priority or article. They count as `same`. */
  readonly otherReason: number;
  /** Cases that a rule set refused to decide, for a fact of the wrong type or two rules at once on a unique outcome. */
  readonly refused: { readonly before: number; readonly after: number };
  /** Units that some outcome names, the most changed first. */
  readonly byUnit: readonly UnitBalance[];
  /** Matters of the cases, the most changed first. */
  readonly byMatter: readonly MatterBalance[];
  /** Changes of the lead unit, the most frequent first. */
  readonly moves: readonly LeadMove[];
  /** The first differences, as many as were asked for. */
  readonly differences: readonly CaseDifference[];
}
