import type { Fault } from '../diagnostic/diagnostic.js';
import type { Rule } from '../rule.js';
import type { RuleTable } from '../table/table-document.js';
import type { Expression } from './expression.js';
import type { PlacedParams } from './unit-relation.js';

/** Where a row stands: in the document, or in the file of a table. */
export type RowSource = Pick<Fault, 'pointer' | 'elsewhere'>;

/** A rule that was found without fault. */
export interface CheckedRule {
  readonly rule: Rule;
  /** Its place among the rules and rows of the document. Several stem from one where a unit is found by relation. */
  readonly index: number;
  /** JSON pointer of the list of rules in which it stands by its index; nothing in a plain array. */
  readonly list: string;
  /** The row that it is, where it stands in a table. */
  readonly row?: { readonly table: RuleTable; readonly number: number; readonly source: RowSource };
  /** The parameters of its outcome, units by id. */
  readonly params: Readonly<Record<string, unknown>>;
  /** The district that it was written out for. */
  readonly place?: PlacedParams['where'];
  /** The rule's id, else its name, else `#` and its index. */
  readonly name: string;
  readonly priority: number;
  readonly expression: Expression;
}
