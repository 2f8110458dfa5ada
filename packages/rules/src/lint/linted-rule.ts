import type { CheckedRule } from '../compile/checked-rule.js';
import { type Conjunction, conjunctionsOf } from '../compile/expression.js';
import type { RuleSink } from '../compile/rule-sink.js';
import { rulesOfRows } from '../table/table-rule.js';
import type { TableRules } from '../table/table-rules.js';

/** The condition of a rule as an "or" of "and"s; nothing where that would be too wide. */
export type Form = readonly Conjunction[] | undefined;

/** A rule as the lints look at it. */
export interface LintedRule extends Omit<CheckedRule, 'expression'> {
  readonly form: Form;
}

/** Keeps the rules of a document for the lints: of each condition its form only, which takes a tenth of the room. */
export class LintedRuleList implements RuleSink {
  readonly rules: LintedRule[] = [];

  addRule({ rule, index, list, row, params, place, name, priority, expression }: CheckedRule): void {
    const form = conjunctionsOf(expression);
    const linted = { rule, index, list, params, name, priority, form };
    this.rules.push(row || place ? { ...linted, ...(row && { row }), ...(place && { place }) } : linted);
  }

  addRows(rows: TableRules, index: number): void {
    for (const rule of rulesOfRows(rows, index)) this.addRule(rule);
  }
}
