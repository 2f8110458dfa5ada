import { isBlank } from '../pack/csv.js';
import type { TextColumn } from '../pack/text-column.js';
import type { TableRows } from './table-rows.js';

/** The rows that have any text; `columns` are those that were read already. */
export function filledRows({ count, cells }: TableRows, columns: readonly TextColumn[]): Int32Array {
  const filled = new Uint8Array(count);
  // Few different texts are soon looked at, and mostly no row lacks one.
  for (const { texts, numbers } of [...columns].sort((a, b) => a.texts.length - b.texts.length)) {
    const isFilled = texts.map((text) => text.trim() !== '');
    for (let row = 0; row < count; row += 1) if (isFilled[numbers[row] as number] === true) filled[row] = 1;
    if (!filled.includes(0)) break;
  }
  const rows = new Int32Array(count);
  let found = 0;
  for (let row = 0; row < count; row += 1) {
    if (filled[row] === 0 && isBlank(cells(row))) continue;
    rows[found] = row;
    found += 1;
  }
  return rows.subarray(0, found);
}

/** Calls `visit` for each different number that the rows have, at the first row that has it. */
export function forEachFirst(
  rows: Int32Array,
  { numbers, size }: { readonly numbers: Int32Array; readonly size: number },
  visit: (row: number, number: number) => void,
): void {
  const seen = new Uint8Array(size);
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] as number;
    const number = numbers[row] as number;
    if (seen[number] === 1) continue;
    seen[number] = 1;
    visit(row, number);
  }
}
