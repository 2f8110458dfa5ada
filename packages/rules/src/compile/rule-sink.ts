import type { TableRow } from '../table/read-table.js';
import type { RuleTable } from '../table/table-document.js';
import { ruleOfRow } from '../table/table-rule.js';
import type { CheckedRule } from './checked-rule.js';

/** Takes in the rules of a document as they are found without fault: its rules, then the rows of its tables. */
export interface RuleSink {
  addRule(rule: CheckedRule): void;
  /** The row is used again for the next one. `index` counts rules and rows, `source` says where the row stands. */
  addRow(row: TableRow, table: RuleTable, index: number, source: () => CheckedRule['source']): void;
}

/** Keeps each rule as an object, rows written out as rules: for lints, and for json-rules-engine. */
export class RuleList implements RuleSink {
  readonly rules: CheckedRule[] = [];

  addRule(rule: CheckedRule): void {
    this.rules.push(rule);
  }

  addRow(row: TableRow, table: RuleTable, index: number, source: () => CheckedRule['source']): void {
    this.rules.push(ruleOfRow(row, table, index, source()));
  }
}
