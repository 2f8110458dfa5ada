import type { Fault } from '../diagnostic/diagnostic.js';
import { type CsvTable, readCsv } from '../pack/csv.js';
import { type TextColumn, textColumn } from '../pack/text-column.js';
import type { RuleTable, TableCell } from './table-document.js';

/** The content of a table's file: the text of a CSV, or the rows of a spreadsheet, the header first. */
export type TableSource = string | readonly (readonly TableCell[])[];

/** The rows of a table as texts, without the header. */
export interface TableRows {
  /** The number of the first row, as a spreadsheet counts. */
  readonly first: number;
  readonly count: number;
  /** The cells of one row, counted from 0. */
  cells(row: number): readonly string[];
  /** A column as a whole. */
  column(index: number): TextColumn;
  /** Where a cell stands. */
  place(row: number, column: number): Pick<Fault, 'pointer' | 'elsewhere'>;
}

const NO_FAULTS: readonly Fault[] = [];

type Opened =
  | { readonly ok: true; readonly table: TableRows }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** Finds the rows of a table: its own, or those of its file among `sources`. */
export function openRows(
  table: RuleTable,
  pointer: string,
  sources: Readonly<Record<string, TableSource>>,
  nameOf: (file: string) => string,
): Opened {
  const headers = table.columns.map(({ header, fact, param, is }) => header ?? fact ?? param ?? is ?? '');
  const { file } = table;
  if (file === undefined) return inlineRows(table.rows ?? [], headers, pointer);
  const source = Object.hasOwn(sources, file) ? sources[file] : undefined;
  if (source === undefined) {
    const message = `The file "${file}" of the table is not there.`;
    const fix = 'Put it beside this document, or hand it over in "tables".';
    return { ok: false, faults: [{ code: 'missingFile', pointer: `${pointer}/file`, value: file, message, fix }] };
  }
  return typeof source === 'string' ? csvRows(source, nameOf(file), headers) : sheetRows(source, nameOf(file), headers);
}

function csvRows(text: string, file: string, headers: readonly string[]): Opened {
  const csv = readCsv(text, file, headers);
  if (csv.ok) {
    const { count, fields, column } = csv.table;
    return { ok: true, table: { first: 2, count, cells: fields, column, place: placesIn(csv.table, file) } };
  }
  const faults = csv.diagnostics.map(
    ({ line, column, file: _, severity: __, fix = '', ...fault }): Fault => ({
      ...fault,
      fix,
      elsewhere: { file, line, column },
    }),
  );
  return { ok: false, faults };
}

function placesIn(csv: CsvTable, file: string): TableRows['place'] {
  return (row, column) => {
    const { pointer, line, column: at } = csv.fault(row, column, { code: '', message: '', fix: '' });
    return { pointer, elsewhere: { file, line, column: at } };
  };
}

function sheetRows(source: readonly (readonly TableCell[])[], file: string, headers: readonly string[]): Opened {
  const [header = [], ...rest] = source;
  const place = (row: number, column: number): Pick<Fault, 'pointer' | 'elsewhere'> => ({
    pointer: `/${row}/${headers[column] ?? column}`,
    elsewhere: { file, line: row + 2, column: column + 1 },
  });
  const faults = headers.flatMap((name, column): readonly Fault[] => {
    const found = textOf(header[column]).trim();
    if (found === name) return NO_FAULTS;
    const message = `Column ${column + 1} should be "${name}", not "${found}".`;
    return [
      { code: 'csvHeader', ...place(-1, column), pointer: '', message, fix: `The first line is ${headers.join(',')}.` },
    ];
  });
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, table: { first: 2, ...cellsOf(rest, headers.length), place } };
}

function inlineRows(rows: readonly (readonly TableCell[])[], headers: readonly string[], pointer: string): Opened {
  const faults = rows.flatMap((cells: unknown, row): readonly Fault[] => {
    if (!Array.isArray(cells)) {
      return [
        {
          code: 'wrongType',
          pointer: `${pointer}/rows/${row}`,
          value: cells,
          message: 'A row is a list of cells.',
          fix: 'Write a list: [ … ].',
        },
      ];
    }
    const odd = cells.findIndex((cell: unknown) => typeof cell === 'object' && cell !== null);
    if (odd >= 0) {
      const message = 'A cell is a text, a number, true, false or null.';
      return [
        {
          code: 'wrongType',
          pointer: `${pointer}/rows/${row}/${odd}`,
          value: cells[odd],
          message,
          fix: 'Write one value, without brackets.',
        },
      ];
    }
    if (cells.length <= headers.length) return NO_FAULTS;
    const message = `The row has ${cells.length} cells; the table has ${headers.length} columns.`;
    return [
      { code: 'csvFields', pointer: `${pointer}/rows/${row}`, message, fix: `The columns are ${headers.join(', ')}.` },
    ];
  });
  if (faults.length > 0) return { ok: false, faults };
  return {
    ok: true,
    table: {
      first: 1,
      ...cellsOf(rows, headers.length),
      place: (row, column) => ({ pointer: `${pointer}/rows/${row}/${column}` }),
    },
  };
}

/** Rows of cells, of which the last ones may be left out. */
function cellsOf(
  rows: readonly (readonly TableCell[])[],
  length: number,
): Pick<TableRows, 'count' | 'cells' | 'column'> {
  return {
    count: rows.length,
    cells: (row) => Array.from({ length }, (_, column) => textOf(rows[row]?.[column])),
    column: (index) => textColumn(rows.map((cells) => textOf(cells[index]))),
  };
}

function textOf(cell: TableCell | undefined): string {
  return cell === undefined || cell === null ? '' : String(cell);
}

/** A file's content as one text: the same for the same cells, whatever the line ends. */
export function sourceText(source: TableSource | undefined): string {
  if (typeof source === 'string') return source.replaceAll('\r\n', '\n').replace(/^\ufeff/, '');
  return (source ?? []).map((cells) => cells.map(textOf).join('\t')).join('\n');
}
