import { type OutcomeChecks, outcomeFaults } from '../compile/check-outcome.js';
import { frozenCopy } from '../compile/frozen.js';
import { type TextColumn, textAt } from '../pack/text-column.js';
import { isFault, itemsOf, typedCell } from './cell-condition.js';
import { firstRows } from './filled-rows.js';
import type { RowFaults } from './row-faults.js';
import type { RuleTable, TableColumn } from './table-document.js';
import type { MeaningColumn } from './table-rules.js';

type Params = Readonly<Record<string, unknown>>;

/** A column with a parameter of the outcome. */
export interface ParamColumn {
  readonly column: number;
  readonly definition: TableColumn;
  readonly param: string;
  readonly cells: TextColumn;
}

/** The parameters of each row; what the cells say together is looked at once. A row with a fault has none. */
export function paramsOfRows(
  table: RuleTable,
  pointer: string,
  columns: readonly ParamColumn[],
  rows: Int32Array,
  count: number,
  checks: OutcomeChecks,
  faults: RowFaults,
): MeaningColumn<Params | undefined> {
  const cells = together(
    columns.map((each) => each.cells),
    count,
  );
  const meanings = Array.from(firstRows(rows, cells), (row) =>
    row < 0 ? undefined : paramsOf(table, pointer, columns, row, checks, faults),
  );
  return { meanings, numbers: cells.numbers };
}

type Numbered = Pick<TextColumn, 'numbers' | 'firsts'>;

/** What the cells of several columns say together, numbered as the texts of one are. */
function together(columns: readonly TextColumn[], count: number): Numbered {
  const [first, ...others] = columns;
  let joined: Numbered = first ?? { numbers: new Int32Array(count), firsts: count === 0 ? [] : [0] };
  for (const { texts, numbers: own } of others) {
    const known = new Map<number, number>();
    const firsts: number[] = [];
    const numbers = new Int32Array(count);
    for (let row = 0; row < count; row += 1) {
      const pair = (joined.numbers[row] as number) * texts.length + (own[row] as number);
      const number = known.get(pair) ?? firsts.push(row) - 1;
      known.set(pair, number);
      numbers[row] = number;
    }
    joined = { numbers, firsts };
  }
  return joined;
}

function paramsOf(
  { event }: RuleTable,
  pointer: string,
  columns: readonly ParamColumn[],
  row: number,
  checks: OutcomeChecks,
  faults: RowFaults,
): Params | undefined {
  const params: Record<string, unknown> = { ...event.params };
  for (const { column, definition, param, cells } of columns) {
    const text = textAt(cells, row).trim();
    if (text === '') continue;
    const type = definition.type ?? 'string';
    const read = definition.list === true ? itemsOf(text).map((item) => typedCell(item, type)) : typedCell(text, type);
    const faulty = Array.isArray(read) ? read.find(isFault) : isFault(read) ? read : undefined;
    if (faulty !== undefined) {
      faults.addCell(row, column, text, faulty);
      return undefined;
    }
    params[param] = read;
  }
  const found = outcomeFaults(event.type, params, '', checks);
  for (const { pointer: at, ...fault } of found) {
    const param = at.split('/')[2];
    const column = columns.find((each) => each.param === param) ?? columns[0];
    faults.add(row, column?.column ?? 0, at === '/type' ? { ...fault, pointer: `${pointer}/event/type` } : fault);
  }
  return found.length > 0 ? undefined : frozenCopy(params);
}
