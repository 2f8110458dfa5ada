import * as z from 'zod';
import { strictObject } from '../diagnostic/strict-object.js';
import { type Effective, effectiveSchema } from '../effective.js';

const text = z.string().min(1);
const label = z.union([text, strictObject({ zh: text, en: text.exactOptional() })]);

/** What a column may say of its row, beside conditions and parameters. */
const ROLES = ['id', 'title', 'article', 'priority', 'note'] as const;

const columnSchema = strictObject({
  header: text.exactOptional(),
  fact: text.exactOptional(),
  operator: text.exactOptional(),
  param: text.refine((name) => !(name in Object.prototype), 'Every object has this name already').exactOptional(),
  type: z.enum(['string', 'number', 'boolean']).exactOptional(),
  list: z.boolean().exactOptional(),
  is: z.enum(ROLES).exactOptional(),
}).refine(
  ({ fact, param, is }) => [fact, param, is].filter((each) => each !== undefined).length === 1,
  'A column has one of "fact", "param" and "is"',
);

const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** The shape of a decision table. */
export const tableSchema = strictObject({
  id: text,
  title: label.exactOptional(),
  article: text.exactOptional(),
  basis: z.enum(['text', 'sample']).exactOptional(),
  priority: z.int('A whole number from 1 is needed').positive('A whole number from 1 is needed').exactOptional(),
  effective: effectiveSchema.exactOptional(),
  enabled: z.boolean().exactOptional(),
  columns: z.array(columnSchema).min(1).max(64),
  event: strictObject({ type: text, params: z.record(z.string(), z.unknown()).exactOptional() }),
  file: text.exactOptional(),
  rows: z.array(z.array(cell)).max(200_000).exactOptional(),
}).refine(({ file, rows }) => (file === undefined) !== (rows === undefined), 'A table has either "file" or "rows"');

/** A cell as a spreadsheet or a document holds it. */
export type TableCell = string | number | boolean | null;

/**
 * One column of a decision table:
 *
 * - `fact`: a condition. The cell is what the fact is compared with, and an empty cell is no condition. Without
 *   `operator`, `a;b` is one of both; of a number, `3`, `>=3`, `<10` and `1..5` (both ends included) may stand there
 *   too; of a list, it holds one of the items.
 * - `param`: a parameter of the outcome. An empty cell leaves that of the table's `event`. With `list`, `a;b` is a list.
 * - `is`: the row's own `id`, `title`, `article` or `priority`; a `note` is for people only.
 */
export interface TableColumn {
  /** The column's name in the first line of the file; by default its fact, parameter or role. */
  readonly header?: string;
  readonly fact?: string;
  readonly operator?: string;
  readonly param?: string;
  /** What a parameter is; `string` unless given. */
  readonly type?: 'string' | 'number' | 'boolean';
  readonly list?: boolean;
  readonly is?: (typeof ROLES)[number];
}

/**
 * A decision table: each row is a rule, its conditions and parameters in columns. Its rows stand in a CSV or XLSX file of
 * the pack, or in the document.
 *
 * A row is named `<table>:<row>`, counted as a spreadsheet counts: the first row below the header of a file is 2, the
 * first of `rows` is 1. Rows come after the rules of the same priority, in the order of the tables, then of the rows.
 */
export interface RuleTable {
  readonly id: string;
  readonly title?: string | { readonly zh: string; readonly en?: string };
  /** The article that the rows carry out, where a row names none of its own. */
  readonly article?: string;
  readonly basis?: 'text' | 'sample';
  /** Of the rows that have none of their own; 1 unless given. */
  readonly priority?: number;
  readonly effective?: Effective;
  readonly enabled?: boolean;
  readonly columns: readonly TableColumn[];
  /** The outcome of each row; the columns add its parameters. */
  readonly event: { readonly type: string; readonly params?: Readonly<Record<string, unknown>> };
  readonly file?: string;
  readonly rows?: readonly (readonly TableCell[])[];
}
