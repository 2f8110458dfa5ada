import Papa from 'papaparse';
import type { Matter } from '../pack/matters.js';
import { FORMULA } from './formula.js';
import type { SheetRow } from './sheet.js';
import type { RejectedRow, TakenRow } from './take-table.js';

/** Rows as the text of `implementation-list.csv`, after those that it has already. */
export function writeList(rows: readonly TakenRow[], before?: string): string {
  const cells = rows.map(({ matter, district, lead, assists, article }) => [
    matter,
    district,
    lead,
    assists.join(';'),
    article,
  ]);
  return appended(before, ['matter', 'district', 'lead', 'assists', 'article'], cells);
}

/** Matters as the text of `matters.csv`, after those that it has already. */
export function writeMatters(matters: readonly Matter[], before?: string): string {
  const cells = matters.map(({ code, name, parent = '', type = '' }) => [code, name, parent, type]);
  return appended(before, ['code', 'name', 'parent', 'type'], cells);
}

function appended(before: string | undefined, head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (before === undefined) return csv([head, ...rows]);
  if (rows.length === 0) return before;
  return `${before}${before.endsWith('\n') ? '' : '\n'}${csv(rows)}`;
}

/** The rows of a worksheet as CSV, each on the line of its row: what was blank between them stays so. */
export function writeSheet(rows: readonly SheetRow[]): string {
  const lines: (readonly string[])[] = Array.from({ length: rows.at(-1)?.line ?? 0 }, () => []);
  for (const { line, cells } of rows) lines[line - 1] = cells;
  return csv(lines);
}

/** Headings of the columns that say why a row was not taken. */
const REASON_HEADINGS = ['row', 'reason'] as const;

/** The rows that were not taken, as they stood, with their place and the reasons: to be mended and imported again. */
export function writeRejects(
  headings: SheetRow,
  rejected: readonly RejectedRow[],
  reasonsOf: (rejected: RejectedRow) => string,
): string {
  const kept = headings.cells.flatMap((cell, index) =>
    (REASON_HEADINGS as readonly string[]).includes(cell) ? [] : index,
  );
  const cellsOf = ({ cells }: SheetRow): readonly string[] => kept.map((index) => cells[index] ?? '');
  // With a byte order mark, spreadsheet programs read it as UTF-8.
  return `\ufeff${csvForPeople([
    [...cellsOf(headings), ...REASON_HEADINGS],
    ...rejected.map((each) => [...cellsOf(each.row), String(each.row.line), reasonsOf(each)]),
  ])}`;
}

/**
 * CSV that people open in a spreadsheet program. Cells that it would take for formulas begin with an apostrophe; none
 * where there are no rows.
 */
export function csvForPeople(rows: readonly (readonly (string | number)[])[]): string {
  if (rows.length === 0) return '';
  return `${Papa.unparse(rows as (string | number)[][], { newline: '\n', escapeFormulae: ESCAPED })}\n`;
}

/** A text that begins like a formula, whatever follows. */
const ESCAPED = new RegExp(`${FORMULA.source}[^]*$`);

function csv(rows: readonly (readonly string[])[]): string {
  return `${Papa.unparse(rows as string[][], { newline: '\n' })}\n`;
}
