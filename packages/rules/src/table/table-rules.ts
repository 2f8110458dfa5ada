import type { RowSource } from '../compile/checked-rule.js';
import type { Expression } from '../compile/expression.js';
import type { Condition } from '../conditions.js';
import type { RuleTable } from './table-document.js';

/** What one cell says: as a document would write it, and compiled. */
export interface CellTest {
  readonly condition: Condition;
  readonly expression: Expression;
}

/** What the cells of a column mean: each different meaning once, and the number of its own by row of the table. */
export interface MeaningColumn<Meaning> {
  readonly meanings: readonly Meaning[];
  readonly numbers: Int32Array;
}

/** The rules that the rows of a table are, in columns. Rows are counted from 0, those without any text among them. */
export interface TableRules {
  readonly table: RuleTable;
  /** The number of row 0, as a spreadsheet counts. */
  readonly first: number;
  /** The rows that are rules. */
  readonly rows: Int32Array;
  /** The tests of a row; an empty cell has none. */
  readonly tests: readonly MeaningColumn<CellTest | undefined>[];
  readonly params: MeaningColumn<Readonly<Record<string, unknown>> | undefined>;
  readonly ids: MeaningColumn<string | undefined> | undefined;
  readonly titles: MeaningColumn<string | undefined> | undefined;
  readonly articles: MeaningColumn<string | undefined> | undefined;
  readonly priorities: MeaningColumn<number | undefined> | undefined;
  /** Where a cell stands. */
  place(row: number, column: number): RowSource;
}

/** What a row has in a column; nothing where there is no such column. */
export function meaningAt<Meaning>(column: MeaningColumn<Meaning> | undefined, row: number): Meaning | undefined {
  return column?.meanings[column.numbers[row] as number];
}

/** What each of some rows has in a column; `otherwise` stands for an empty cell, and for a column that is not there. */
export function spread<Meaning>(
  column: MeaningColumn<Meaning | undefined> | undefined,
  rows: Int32Array,
  otherwise: Meaning,
): Meaning[] {
  return column === undefined
    ? new Array<Meaning>(rows.length).fill(otherwise)
    : meaningsAt(column.meanings, column.numbers, rows, otherwise);
}

function meaningsAt<Meaning>(
  meanings: readonly (Meaning | undefined)[],
  numbers: Int32Array,
  rows: Int32Array,
  otherwise: Meaning,
): Meaning[] {
  const spreadOut = new Array<Meaning>(rows.length);
  for (let at = 0; at < rows.length; at += 1) {
    spreadOut[at] = meanings[numbers[rows[at] as number] as number] ?? otherwise;
  }
  return spreadOut;
}
