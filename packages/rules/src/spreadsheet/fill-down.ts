import type { Columns, Field } from './columns.js';
import type { SheetRow } from './sheet.js';

/**
 * Gives empty cells of some fields the value above them, for a spreadsheet leaves all cells of a merged range empty but
 * the first. Only the caller can know of which fields an empty cell means that: an empty district means all.
 */
export function fillDown(rows: readonly SheetRow[], columns: Columns, fields: readonly Field[]): readonly SheetRow[] {
  const above = new Map<number, string>();
  const filled = fields.flatMap((field) => columns[field] ?? []);
  return rows.map(({ line, cells }) => {
    const next = [...cells];
    for (const column of filled) {
      const text = next[column] ?? '';
      if (text === '') next[column] = above.get(column) ?? '';
      else above.set(column, text);
    }
    return { line, cells: next };
  });
}
