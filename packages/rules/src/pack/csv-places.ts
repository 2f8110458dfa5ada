import type { Position } from '../diagnostic/positions.js';

/**
 * Finds the line and column of fields, where it is known at which offset each row starts. Lines are counted once for
 * all of them: a file may have a fault in every row.
 */
export function csvPlaces(
  text: string,
  startsOfRows: () => readonly number[],
): (row: number, column: number) => Position {
  let known: { readonly starts: readonly number[]; readonly lines: readonly number[] } | undefined;
  return (row, column) => {
    known ??= withLines(text, startsOfRows());
    const { starts, lines } = known;
    let offset = starts[row] ?? text.length;
    let quoted = false;
    for (let passed = 0; passed < column && offset < text.length; offset += 1) {
      if (text[offset] === '"') quoted = !quoted;
      else if (text[offset] === ',' && !quoted) passed += 1;
    }
    const from = Math.min(row, starts.length - 1);
    let line = lines[from] ?? 1;
    let start = starts[from] ? text.lastIndexOf('\n', starts[from] - 1) + 1 : 0;
    for (let next = text.indexOf('\n', start); next !== -1 && next < offset; next = text.indexOf('\n', start)) {
      line += 1;
      start = next + 1;
    }
    return { line, column: offset - start + 1 };
  };
}

function withLines(
  text: string,
  starts: readonly number[],
): { readonly starts: readonly number[]; readonly lines: readonly number[] } {
  let line = 1;
  let at = text.indexOf('\n');
  const lines = starts.map((start) => {
    for (; at !== -1 && at < start; at = text.indexOf('\n', at + 1)) line += 1;
    return line;
  });
  return { starts, lines };
}
