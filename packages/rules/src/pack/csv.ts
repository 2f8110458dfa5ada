import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { LONGEST_TEXT } from '../diagnostic/json-limits.js';
import { headerFaults } from './csv-header.js';
import { csvPlaces } from './csv-places.js';
import { openCsv } from './csv-rows.js';
import type { TextColumn } from './text-column.js';

/** A CSV file that was read: its rows without the header, each with one text per column or without any text. */
export interface CsvTable {
  /** The columns that there are, in their order. */
  readonly columns: readonly string[];
  readonly count: number;
  /** All rows at once. */
  rows(): readonly (readonly string[])[];
  /** The fields of one row, counted from 0. */
  fields(row: number): readonly string[];
  /** A column as a whole: for long tables, whose rows need not be lists. */
  column(index: number): TextColumn;
  /** A fault of one field, with its line and column. */
  fault(row: number, column: number, fault: CsvFault): Diagnostic;
}

/** A fault before its place is known. */
interface CsvFault {
  readonly code: string;
  readonly message: string;
  readonly fix: string;
  readonly allowed?: readonly string[];
}

/** Most rows of one file. */
const MOST_ROWS = 500_000;

/**
 * Reads a CSV file (RFC 4180, UTF-8, comma) whose first line names the given columns, and after them any of the optional
 * ones. Lines without any text are skipped.
 */
export function readCsv(
  text: string,
  file: string,
  required: readonly string[],
  optional: readonly string[] = [],
):
  | { readonly ok: true; readonly table: CsvTable }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] } {
  const body = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  const { header, count, errors, fields, column, uneven, overlong, starts } = openCsv(body);
  const placeOf = csvPlaces(body, starts);
  const further = header.slice(required.length).map((name) => name.trim());
  const columns = [...required, ...further];
  const diagnosticAt = (row: number, at: number, { code, message, fix, allowed }: CsvFault): Diagnostic => ({
    code,
    severity: 'error',
    file,
    pointer: row === 0 ? '' : `/${row - 1}${columns[at] === undefined ? '' : `/${columns[at]}`}`,
    ...placeOf(row, at),
    value: (row === 0 ? header : fields(row - 1))[at],
    message,
    ...(allowed !== undefined && { allowed: [...allowed] }),
    fix,
  });
  const diagnostics: Diagnostic[] = [];
  for (const { row, message } of errors) {
    const fix = 'Write a quote inside a quoted field twice.';
    diagnostics.push(diagnosticAt(row, 0, { code: 'malformedCsv', message: `${message}.`, fix }));
  }
  for (const { column, ...fault } of headerFaults(header, required, optional)) {
    diagnostics.push(diagnosticAt(0, column, fault));
  }
  if (count > MOST_ROWS) {
    const message = `${count} rows; at most ${MOST_ROWS} are allowed.`;
    diagnostics.push(
      diagnosticAt(0, 0, { code: 'tooManyRows', message, fix: 'Keep only the rows that are in force.' }),
    );
  }
  if (diagnostics.length > 0) return { ok: false, diagnostics };
  for (const row of uneven()) {
    const cells = fields(row);
    const { length } = cells;
    if (isBlank(cells)) continue;
    diagnostics.push(
      diagnosticAt(row + 1, Math.min(length, columns.length) - 1, {
        code: 'csvFields',
        message: `The row has ${length} fields; ${columns.length} are needed: ${columns.join(', ')}.`,
        fix: cells.some((field) => field.includes('，'))
          ? 'Write , instead of ，.'
          : 'Write a comma for each empty field, and quotes around a field with a comma.',
      }),
    );
  }
  for (const row of overlong(LONGEST_TEXT)) {
    const cells = fields(row);
    const at = cells.findIndex(({ length }) => length > LONGEST_TEXT);
    const message = `The text has ${cells[at]?.length ?? 0} characters; at most ${LONGEST_TEXT} are allowed.`;
    const { value: _, ...place } = diagnosticAt(row + 1, at, { code: 'textTooLong', message, fix: 'Shorten it.' });
    diagnostics.push(place);
  }
  if (diagnostics.length > 0) return { ok: false, diagnostics };
  return {
    ok: true,
    table: {
      columns,
      count,
      rows: () => Array.from({ length: count }, (_, row) => fields(row)),
      fields,
      column,
      fault: (row, at, fault) => diagnosticAt(row + 1, at, fault),
    },
  };
}

/** Whether a row has no text at all: an empty line. */
export function isBlank(fields: readonly string[]): boolean {
  return fields.every((field) => field.trim() === '');
}
