/** A column of cells: each different text once, in the order in which they come first, and which of them each row has. */
export interface TextColumn {
  readonly texts: readonly string[];
  /** The number of its text among `texts`, by row. */
  readonly numbers: Int32Array;
  /** The first row that has each text. */
  readonly firsts: readonly number[];
}

/** Gathers a column. One of thousands of cells has few different texts, and only those are kept. */
export function textColumn(cells: readonly string[]): TextColumn {
  const texts: string[] = [];
  const numbers = new Int32Array(cells.length);
  const firsts: number[] = [];
  const known = new Map<string, number>();
  for (let row = 0; row < cells.length; row += 1) {
    const text = cells[row] as string;
    let number = known.get(text);
    if (number === undefined) {
      number = texts.length;
      texts.push(text);
      firsts[number] = row;
      known.set(text, number);
    }
    numbers[row] = number;
  }
  return { texts, numbers, firsts };
}

/** The column without spaces around its texts. */
export function trimmedColumn(column: TextColumn): TextColumn {
  const { texts, numbers } = column;
  if (texts.every((text) => text.trim() === text)) return column;
  return textColumn(Array.from(numbers, (number) => (texts[number] as string).trim()));
}

/** The text of a row; an empty one where there is no such column. */
export function textAt(column: TextColumn | undefined, row: number): string {
  return column?.texts[column.numbers[row] as number] ?? '';
}
