import { SheetError } from './sheet-error.js';

/** Most cells that all worksheets may span, each from A1 to its last row and column: the reader makes a place for each. */
const MOST_CELLS = 10_000_000;

/**
 * What may be the place of a row (`r="12"`) or of a cell (`r="AB12"`), wherever it stands: text of a cell that looks
 * like one is counted too, but nothing that the reader could take for one is left out.
 */
const PLACE = /(?:((?<=\s)xmlns:)|(?<![\w-]))r\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/**
 * The number of cells that a worksheet spans: a file of a few bytes can have its only cell in the last of 1,048,576 rows
 * and the last of 16,384 columns.
 *
 * @throws SheetError where it reaches too far, or hides the place of a cell behind character references.
 */
export function cellsSpanned(worksheet: Uint8Array): number {
  let [rows, columns, places] = [0, 1, 0];
  const text = Buffer.from(worksheet.buffer, worksheet.byteOffset, worksheet.length).toString('latin1');
  for (const [, namespace, double, single] of text.matchAll(PLACE)) {
    if (namespace !== undefined) continue;
    const place = double ?? single ?? '';
    const letters = /^\D*/.exec(place)?.[0] ?? '';
    places += 1;
    rows = Math.max(rows, Number(place.slice(letters.length)) || 0, Number(place) || 0);
    columns = Math.max(columns, columnNumber(letters));
    if (place.includes('&') || rows * columns > MOST_CELLS || places > MOST_CELLS) throw tooFar();
  }
  return rows * columns;
}

/** @throws SheetError where worksheets span more cells together than is read. */
export function checkSpan(cells: number): void {
  if (cells > MOST_CELLS) throw tooFar();
}

/** The number of a column: A is 1, AA is 27. */
function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

function tooFar(): SheetError {
  const most = MOST_CELLS.toLocaleString('en');
  return new SheetError({
    zh: `工作表的范围超过 ${most} 个单元格，不予读取。请删除表格右侧和下方多余的行列，或另存为 CSV。`,
    en: `The worksheets span more than ${most} cells, and are not read. Delete the rows and columns beyond the table, or save it as CSV.`,
  });
}
