import { rulesOfRows } from '../table/table-rule.js';
import type { TableRules } from '../table/table-rules.js';
import type { CheckedRule } from './checked-rule.js';

/** Takes in the rules of a document as they are found without fault: its rules, then the rows of its tables. */
export interface RuleSink {
  addRule(rule: CheckedRule): void;
  /** `index` is the place of the first row among the rules, then the rows, of the document. */
  addRows(rows: TableRules, index: number): void;
}

/** Hands the rules to two others: what is compiled and linted is read once. */
export class BothSinks implements RuleSink {
  readonly #one: RuleSink;
  readonly #other: RuleSink;

  constructor(one: RuleSink, other: RuleSink) {
    this.#one = one;
    this.#other = other;
  }

  addRule(rule: CheckedRule): void {
    this.#one.addRule(rule);
    this.#other.addRule(rule);
  }

  addRows(rows: TableRules, index: number): void {
    this.#one.addRows(rows, index);
    this.#other.addRows(rows, index);
  }
}

/** Keeps each rule as an object, rows written out as rules: for lints, and for json-rules-engine. */
export class RuleList implements RuleSink {
  readonly rules: CheckedRule[] = [];

  addRule(rule: CheckedRule): void {
    this.rules.push(rule);
  }

  addRows(rows: TableRules, index: number): void {
    for (const rule of rulesOfRows(rows, index)) this.rules.push(rule);
  }
}
