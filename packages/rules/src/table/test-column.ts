import type { ConditionResolver } from '../compile/resolve-condition.js';
import type { FactType } from '../facts.js';
import type { TextColumn } from '../pack/text-column.js';
import { cellCondition, isFault } from './cell-condition.js';
import { forEachFirst } from './filled-rows.js';
import type { RowFaults } from './row-faults.js';
import type { TableColumn } from './table-document.js';
import type { CellTest, MeaningColumn } from './table-rules.js';

/**
 * What the cells of a column with conditions say. A table has few different texts, and each is looked at once: its faults
 * are those of the first row that says so.
 */
export function testColumn(
  column: number,
  { texts, numbers }: TextColumn,
  rows: Int32Array,
  { definition, type }: { readonly definition: TableColumn; readonly type: FactType },
  resolver: ConditionResolver,
  faults: RowFaults,
): MeaningColumn<CellTest | undefined> {
  const meanings = new Array<CellTest | undefined>(texts.length).fill(undefined);
  forEachFirst(rows, { numbers, size: texts.length }, (row, number) => {
    const text = texts[number] as string;
    if (text.trim() === '') return;
    const condition = cellCondition(definition, type, text);
    if (isFault(condition)) {
      faults.addCell(row, column, text, condition);
      return;
    }
    const known = resolver.faults.length;
    const expression = resolver.resolve(condition, '');
    const [fault] = resolver.faults.splice(known);
    if (fault !== undefined) {
      const { pointer: _, ...rest } = fault;
      faults.add(row, column, { ...rest, value: text });
    } else if (expression !== undefined) meanings[number] = { condition, expression };
  });
  return { meanings, numbers };
}
