import type { Fault } from '../diagnostic/diagnostic.js';
import { readCsv } from '../pack/csv.js';
import type { RuleTable, TableCell } from './table-document.js';

/** The content of a table's file: the text of a CSV, or the rows of a spreadsheet, the header first. */
export type TableSource = string | readonly (readonly TableCell[])[];

/** The rows of a table as texts, without the header. */
export interface TableRows {
  /** The number of the first row, as a spreadsheet counts. */
  readonly first: number;
  /** Hands over each row, counted from 0. Rows need not be kept: 39,000 lists at once would cost more than reading. */
  forEach(visit: (cells: readonly string[], row: number) => void): void;
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
  const plain = plainLines(text, headers);
  if (plain !== undefined) return { ok: true, table: { ...plain, first: 2, place: placesOf(text, file, headers) } };
  const csv = readCsv(text, file, headers);
  if (!csv.ok) {
    const faults = csv.diagnostics.map(
      ({ line, column, file: _, severity: __, fix = '', ...fault }): Fault => ({
        ...fault,
        fix,
        elsewhere: { file, line, column },
      }),
    );
    return { ok: false, faults };
  }
  const { rows } = csv.table;
  return {
    ok: true,
    table: { forEach: (visit) => rows.forEach(visit), first: 2, place: placesOf(text, file, headers) },
  };
}

/** The rows of a CSV without quotes and without faults, cut line by line; nothing for any other. */
function plainLines(text: string, headers: readonly string[]): Pick<TableRows, 'forEach'> | undefined {
  if (text.includes('"')) return undefined;
  const body = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  const lines = body.split(/\r?\n/);
  const [header = ''] = lines;
  if (header !== headers.join(',') || lines.length > MOST_LINES) return undefined;
  const commas = headers.length - 1;
  for (let line = 1; line < lines.length; line += 1) {
    const cells = lines[line] as string;
    let count = 0;
    for (let at = cells.indexOf(','); at >= 0; at = cells.indexOf(',', at + 1)) count += 1;
    if (count !== commas && cells.trim() !== '') return undefined;
  }
  return {
    forEach: (visit) => {
      for (let line = 1; line < lines.length; line += 1) visit((lines[line] as string).split(','), line - 1);
    },
  };
}

/** More lines are left to the reader of all other files, which refuses them. */
const MOST_LINES = 200_000;

/** The places of cells. The file is read again for the first of them, for only faulty files need any. */
function placesOf(text: string, file: string, headers: readonly string[]): TableRows['place'] {
  let csv: ReturnType<typeof readCsv> | undefined;
  return (row, column) => {
    csv ??= readCsv(text, file, headers);
    if (!csv.ok) return { pointer: `/${row}`, elsewhere: { file, line: row + 2, column: 1 } };
    const { pointer, line, column: at } = csv.table.fault(row, column, { code: '', message: '', fix: '' });
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
  return { ok: true, table: { forEach: eachPadded(rest, headers.length), first: 2, place } };
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
      forEach: eachPadded(rows, headers.length),
      first: 1,
      place: (row, column) => ({ pointer: `${pointer}/rows/${row}/${column}` }),
    },
  };
}

function eachPadded(rows: readonly (readonly TableCell[])[], length: number): TableRows['forEach'] {
  return (visit) => {
    for (const [row, cells] of rows.entries()) {
      visit(
        Array.from({ length }, (_, column) => textOf(cells[column])),
        row,
      );
    }
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
