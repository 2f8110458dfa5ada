import type { PredicateTable } from '../compile/predicates.js';
import type { DecidedPolicy } from '../decider.js';
import type { Diagnostic, Fault } from '../diagnostic/diagnostic.js';
import type { Implications } from './implications.js';
import type { Form, LintedRule } from './linted-rule.js';

/** Something that is lawful to write, and probably not meant. */
export interface Lint extends Fault {
  readonly severity: Diagnostic['severity'];
}

/** What the lints look at: the rules in the order in which they decide, and their comparisons. */
export interface LintedRules {
  readonly rules: readonly LintedRule[];
  /** The form of each, without conjunctions that can never hold. */
  readonly forms: readonly Form[];
  readonly predicates: PredicateTable;
  readonly implications: Implications;
  readonly policies: ReadonlyMap<string, DecidedPolicy>;
  /** JSON pointer of the list of rules: `/rules`, or nothing in a plain array. */
  readonly pointer: string;
}

/** Whether only one outcome of a type counts. Of routes it always is: a ticket has one lead. */
export function isFirstOnly(type: string, policies: LintedRules['policies']): boolean {
  const policy = policies.get(type);
  return type === 'route' || policy === 'first' || Array.isArray(policy);
}

/** Whether the most specific rule of a type decides, whatever its priority. */
export function isBySpecificity(type: string, policies: LintedRules['policies']): boolean {
  return Array.isArray(policies.get(type));
}

/** Where a rule stands, or a part of it; of a row of a table, the row. */
export function placeOf({ list, index, row }: LintedRule, part = ''): Pick<Lint, 'pointer' | 'elsewhere'> {
  return row === undefined ? { pointer: `${list}/${index}${part}` } : row.source;
}

/** A rule and its article, for messages. */
export function named({ name, rule }: LintedRule): string {
  return `"${name}"${rule.article === undefined ? '' : ` (${rule.article})`}`;
}
