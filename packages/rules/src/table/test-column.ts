import type { ConditionResolver } from '../compile/resolve-condition.js';
import type { FactType } from '../facts.js';
import type { TextColumn } from '../pack/text-column.js';
import { cellCondition, isFault } from './cell-condition.js';
import type { RowFaults } from './row-faults.js';
import type { TableColumn } from './table-document.js';
import type { CellTest, MeaningColumn } from './table-rules.js';

/**
 * What the cells of a column with conditions say. A table has few different texts, and each is looked at once: its faults
 * are those of the first row that says so.
 */
export function testColumn(
  column: number,
  { texts, numbers, firsts }: TextColumn,
  { definition, type }: { readonly definition: TableColumn; readonly type: FactType },
  resolver: ConditionResolver,
  faults: RowFaults,
): MeaningColumn<CellTest | undefined> {
  const meanings = texts.map((text, number): CellTest | undefined => {
    if (text.trim() === '') return undefined;
    const row = firsts[number] as number;
    const condition = cellCondition(definition, type, text);
    if (isFault(condition)) {
      faults.addCell(row, column, text, condition);
      return undefined;
    }
    const known = resolver.faults.length;
    const expression = resolver.resolve(condition, '');
    const [fault] = resolver.faults.splice(known);
    if (fault !== undefined) {
      const { pointer: _, ...rest } = fault;
      faults.add(row, column, { ...rest, value: text });
    }
    return fault === undefined && expression !== undefined ? { condition, expression } : undefined;
  });
  return { meanings, numbers };
}
