import { type TextColumn, trimmedColumn } from '../pack/text-column.js';
import type { RowFaults } from './row-faults.js';
import type { MeaningColumn } from './table-rules.js';

/** A text that a row has of its own: its id, title or article. An empty cell is none. */
export function ownTexts(cells: TextColumn): MeaningColumn<string | undefined> {
  const { texts, numbers } = trimmedColumn(cells);
  return { meanings: texts.includes('') ? texts.map((text) => (text === '' ? undefined : text)) : texts, numbers };
}

/** The priorities that rows have of their own. */
export function ownPriorities(
  column: number,
  cells: TextColumn,
  rows: Int32Array,
  faults: RowFaults,
): MeaningColumn<number | undefined> {
  const { texts, numbers } = trimmedColumn(cells);
  const meanings = texts.map((text) => (text === '' ? undefined : Number(text)));
  const isWrong = meanings.map((priority = 1) => !Number.isSafeInteger(priority) || priority <= 0);
  if (isWrong.includes(true)) {
    for (const row of rows) {
      const number = numbers[row] as number;
      if (isWrong[number] !== true) continue;
      const text = texts[number] as string;
      faults.addCell(row, column, text, { message: `"${text}" is no priority.`, fix: 'Write a whole number from 1.' });
    }
  }
  return { meanings, numbers };
}

/** Finds ids that stand twice; `first` is the number of row 0, as a spreadsheet counts. */
export function checkIds(
  column: number,
  { meanings, numbers }: MeaningColumn<string | undefined>,
  rows: Int32Array,
  first: number,
  faults: RowFaults,
): void {
  if (meanings.length === numbers.length) return;
  const rowOf = new Int32Array(meanings.length).fill(-1);
  for (const row of rows) {
    const number = numbers[row] as number;
    const id = meanings[number];
    const before = rowOf[number] as number;
    if (before < 0) rowOf[number] = row;
    if (id === undefined || before < 0) continue;
    const message = `The id "${id}" is that of row ${first + before} already.`;
    const fix = 'Give each row an id of its own, or leave the column out.';
    faults.add(row, column, { code: 'duplicateId', value: id, message, fix });
  }
}
