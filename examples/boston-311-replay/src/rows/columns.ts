import { ReplayError } from '../replay-error.js';

/** Without these columns there is nothing to replay. */
const required = ['case_enquiry_id', 'open_dt', 'target_dt', 'closed_dt', 'ontime', 'type', 'department'] as const;
/** These only enrich the ticket. */
const optional = ['reason', 'queue', 'neighborhood', 'source'] as const;

/** A column that is read; a file may hold others, in any order. */
export type Column = (typeof required)[number] | (typeof optional)[number];

/** Where each column stands in the file at hand. */
export interface Columns {
  /** Number of fields of a row. */
  readonly count: number;
  /** Place of a column from 0; undefined for an optional one that the file does not have. */
  at(column: Column): number | undefined;
  /** Places of the columns that are read. */
  readonly places: readonly number[];
}

/**
 * Finds the columns in the header of a file.
 * @throws ReplayError `missingColumns`, `doubledColumns`
 */
export function columnsOf(header: readonly string[], where: string): Columns {
  const names = header.map((name) => name.trim());
  const missing = required.filter((column) => !names.includes(column));
  if (missing.length > 0) throw new ReplayError({ code: 'missingColumns', where, columns: missing });
  const read: readonly Column[] = [...required, ...optional];
  const doubled = read.filter((column) => names.indexOf(column) !== names.lastIndexOf(column));
  if (doubled.length > 0) throw new ReplayError({ code: 'doubledColumns', where, columns: doubled });
  const places = new Map(
    read.filter((column) => names.includes(column)).map((column) => [column, names.indexOf(column)]),
  );
  return { count: names.length, at: (column) => places.get(column), places: [...places.values()] };
}
