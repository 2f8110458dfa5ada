import { countFrom } from '../compile/integer-list.js';
import { isBlank } from '../pack/csv.js';
import type { TextColumn } from '../pack/text-column.js';
import type { TableRows } from './table-rows.js';

/** So many rows are soon looked at one by one. */
const FEW = 64;

/** The rows that have any text; `columns` are those that were read already. */
export function filledRows({ count, cells }: TableRows, columns: readonly TextColumn[]): Int32Array {
  const filled = new Uint8Array(count);
  let open = count;
  // Few different texts are soon looked at, and mostly hardly a row lacks one.
  for (const { texts, numbers } of [...columns].sort((a, b) => a.texts.length - b.texts.length)) {
    if (open <= FEW) break;
    const isFilled = Uint8Array.from(texts, (text) => Number(text.trim() !== ''));
    open -= fill(filled, numbers, isFilled);
  }
  const rows = countFrom(0, count);
  return open === 0 ? rows : rows.filter((row) => filled[row] === 1 || !isBlank(cells(row)));
}

/** Marks the rows whose number is filled: so many they are beside those that were marked already. */
function fill(filled: Uint8Array, numbers: Int32Array, isFilled: Uint8Array): number {
  let found = 0;
  for (let row = 0; row < filled.length; row += 1) {
    if (filled[row] === 1 || isFilled[numbers[row] as number] === 0) continue;
    filled[row] = 1;
    found += 1;
  }
  return found;
}

/** The first of some rows that has each number; -1 where none of them has it. */
export function firstRows(
  rows: Int32Array,
  { numbers, firsts }: Pick<TextColumn, 'numbers' | 'firsts'>,
): ArrayLike<number> {
  if (rows.length === numbers.length) return firsts;
  const found = new Int32Array(firsts.length).fill(-1);
  for (let at = rows.length - 1; at >= 0; at -= 1) found[numbers[rows[at] as number] as number] = rows[at] as number;
  return found;
}
