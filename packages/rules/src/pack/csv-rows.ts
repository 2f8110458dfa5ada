import Papa from 'papaparse';
import { type CsvLines, lineEndOf, readLines } from './csv-lines.js';
import { type TextColumn, textColumn } from './text-column.js';

/** The rows of a CSV text below its header, counted from 0. They are cut out when they are asked for. */
export interface CsvRows {
  readonly header: readonly string[];
  readonly count: number;
  /** What is malformed, by row; the header is row 0. */
  readonly errors: readonly { readonly row: number; readonly message: string }[];
  fields(row: number): readonly string[];
  /** A column as a whole: 39,000 lists of fields cost more than reading. */
  column(index: number): TextColumn;
  /** Rows that have another number of fields than the header. */
  uneven(): readonly number[];
  /** Rows with a cell that has more characters than these. */
  overlong(most: number): readonly number[];
  /** At which offset of the text each row starts, that of the header first. */
  starts(): readonly number[];
}

/** Opens a CSV text with commas. Without quotes a row is a line. */
export function openCsv(text: string): CsvRows {
  return plainRows(text) ?? parsedRows(text);
}

function parsedRows(text: string): CsvRows {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: ',' });
  const [header = [], ...rows] = data;
  return {
    header,
    count: rows.length,
    errors: errors.map(({ row, message }) => ({ row: row ?? 0, message })),
    fields: (row) => rows[row] ?? [],
    column: (index) => textColumn(rows.map((fields) => fields[index] ?? '')),
    uneven: () => rows.flatMap(({ length }, row) => (length === header.length ? [] : [row])),
    overlong: (most) => rows.flatMap((fields, row) => (fields.some(({ length }) => length > most) ? [row] : [])),
    starts: () => {
      const starts = [0];
      Papa.parse<string[]>(text, { delimiter: ',', step: ({ meta }) => starts.push(meta.cursor) });
      return starts.slice(0, data.length);
    },
  };
}

function plainRows(text: string): CsvRows | undefined {
  const end = text.includes('"') ? undefined : lineEndOf(text);
  if (end === undefined) return undefined;
  const first = text.indexOf(end);
  const header = text.slice(0, first < 0 ? text.length : first).split(',');
  let count = 0;
  for (let at = first; at >= 0; at = text.indexOf(end, at + end.length)) count += 1;
  let known: CsvLines | undefined;
  const lines = (): CsvLines => {
    known ??= readLines(text, first + end.length, end, count, header.length);
    return known;
  };
  const fields = (row: number): readonly string[] => {
    const { starts } = lines();
    return text.slice(starts[row], (starts[row + 1] as number) - end.length).split(',');
  };
  return {
    header,
    count,
    errors: [],
    fields,
    column: (index) =>
      lines().columns[index] ?? textColumn(Array.from({ length: count }, (_, row) => fields(row)[index] ?? '')),
    uneven: () => lines().uneven,
    overlong: (most) => {
      const { starts, longest } = lines();
      const found: number[] = [];
      if (longest <= most) return found;
      for (let row = 0; row < count; row += 1) {
        if ((starts[row + 1] as number) - (starts[row] as number) <= most) continue;
        if (fields(row).some(({ length }) => length > most)) found.push(row);
      }
      return found;
    },
    starts: () => [0, ...lines().starts.subarray(0, count)],
  };
}
