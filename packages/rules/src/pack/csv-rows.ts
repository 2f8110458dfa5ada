import Papa from 'papaparse';

/** The rows of a CSV text, the header first. */
export interface CsvRows {
  readonly header: readonly string[];
  /** How many rows follow the header. */
  readonly count: number;
  /** What is malformed, by row; the header is row 0. */
  readonly errors: readonly { readonly row: number; readonly message: string }[];
  /** Hands over each row below the header, counted from 0. They need not be kept: 39,000 lists at once cost more than reading. */
  forEach(visit: (fields: readonly string[], row: number) => void): void;
  /** At which offset of the text each row starts, that of the header first. */
  starts(): readonly number[];
  /** Hands over the rows that have another number of fields. */
  forEachUneven(fields: number, visit: (fields: readonly string[], row: number) => void): void;
}

/** Opens a CSV text with commas. Without quotes a row is a line, which is cut when it is asked for. */
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
    forEach: (visit) => rows.forEach(visit),
    starts: () => {
      const starts = [0];
      Papa.parse<string[]>(text, { delimiter: ',', step: ({ meta }) => starts.push(meta.cursor) });
      return starts.slice(0, data.length);
    },
    forEachUneven: (count, visit) => {
      for (const [row, fields] of rows.entries()) if (fields.length !== count) visit(fields, row);
    },
  };
}

/** A line end that stands alone among others of two characters: what is meant is for the parser to guess. */
const MIXED_ENDS = /\r(?!\n)|(?<!\r)\n/;

const COMMA = 0x2c;

function plainRows(text: string): CsvRows | undefined {
  if (text.includes('"')) return undefined;
  const isWide = text.includes('\r');
  if (isWide && MIXED_ENDS.test(text)) return undefined;
  const end = isWide ? '\r\n' : '\n';
  const first = lineEnd(0);
  let count = 0;
  for (let at = first; at < text.length; at = lineEnd(at + end.length)) count += 1;
  return { header: text.slice(0, first).split(','), count, errors: [], forEach, forEachUneven, starts };

  function lineEnd(from: number): number {
    const at = text.indexOf(end, from);
    return at < 0 ? text.length : at;
  }

  function starts(): readonly number[] {
    const found = [0];
    for (let row = 0; row < count; row += 1) found.push(lineEnd(found[row] as number) + end.length);
    return found;
  }

  function forEach(visit: (fields: readonly string[], row: number) => void): void {
    let start = first + end.length;
    for (let row = 0; row < count; row += 1) {
      const stop = lineEnd(start);
      visit(text.slice(start, stop).split(','), row);
      start = stop + end.length;
    }
  }

  function forEachUneven(fields: number, visit: (fields: readonly string[], row: number) => void): void {
    let start = first + end.length;
    for (let row = 0; row < count; row += 1) {
      const stop = lineEnd(start);
      let found = 1;
      for (let at = start; at < stop; at += 1) if (text.charCodeAt(at) === COMMA) found += 1;
      if (found !== fields) visit(text.slice(start, stop).split(','), row);
      start = stop + end.length;
    }
  }
}
