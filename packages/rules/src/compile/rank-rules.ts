import type { RankedRules } from '../decider.js';
import { periodOf } from '../effective.js';
import { ALWAYS, type Period } from '../effective-period.js';
import type { Label } from '../vocabulary/label.js';
import type { RuleColumns, TableStretch } from './rule-columns.js';

/** The rules in the order in which they decide, and what only explanations need of them. */
export interface RankedColumns {
  readonly rules: RankedRules;
  /** Where the condition of each rank begins. */
  readonly starts: Int32Array;
  readonly titles: readonly (string | Label | undefined)[];
  /** The place among the rules, then the rows, of the document. */
  readonly declared: Int32Array;
}

/** Ranked rules, some of which are rows of tables. */
export interface Ranking extends RankedColumns {
  /** The row of a table that the rule of a rank is. */
  readonly rowOf: (rank: number) => TableRowName | undefined;
}

/** A row of a table, as people find it. */
export interface TableRowName {
  readonly table: string;
  /** As a spreadsheet counts: the first row below the header of a file is 2. */
  readonly row: number;
  readonly file?: string;
}

/** Ranks rules by falling priority, then as they were declared. */
export function rankRules(columns: RuleColumns): Ranking {
  const priorities = columns.priorities.toArray();
  const order = orderOf(priorities);
  const pickInteger = (items: Int32Array): Int32Array =>
    order === undefined ? items : order.map((number) => items[number] as number);
  const pick = <Item>(items: readonly Item[]): Item[] =>
    order === undefined ? items.slice() : Array.from(order, (number) => items[number] as Item);
  const { starts, conditions } = conditionsOf(columns, order);
  return {
    rules: {
      names: pick(columns.names),
      types: pick(columns.types),
      params: pick(columns.params),
      priorities: pickInteger(priorities),
      articles: pick(columns.articles),
      conditions,
      ...periodsOf(columns, pick),
    },
    starts,
    titles: pick(columns.titles),
    declared: pickInteger(columns.declared.toArray()),
    rowOf: rowFinder(columns.tables, order),
  };
}

/** The declared numbers by falling priority, equal ones as they were; nothing where they stand so already. */
function orderOf(priorities: Int32Array): Int32Array | undefined {
  let ranked = 1;
  while (ranked < priorities.length && (priorities[ranked] as number) <= (priorities[ranked - 1] as number))
    ranked += 1;
  if (ranked >= priorities.length) return undefined;
  return Int32Array.from(priorities.keys()).sort(
    (a, b) => (priorities[b] as number) - (priorities[a] as number) || a - b,
  );
}

function conditionsOf(
  columns: RuleColumns,
  order: Int32Array | undefined,
): { readonly starts: Int32Array; readonly conditions: Int32Array } {
  const [starts, code] = [columns.starts.toArray(), columns.code.toArray()];
  if (order === undefined) return { starts, conditions: code };
  const ranked = { starts: new Int32Array(order.length), conditions: new Int32Array(code.length) };
  let at = 0;
  for (const [rank, number] of order.entries()) {
    ranked.starts[rank] = at;
    const end = starts[number + 1] ?? code.length;
    for (let word = starts[number] as number; word < end; word += 1) {
      ranked.conditions[at] = code[word] as number;
      at += 1;
    }
  }
  return ranked;
}

function periodsOf(
  { dated, names }: RuleColumns,
  pick: (items: readonly Period[]) => readonly Period[],
): Pick<RankedRules, 'periods'> {
  if (dated.length === 0) return {};
  const periods = names.map(() => ALWAYS);
  for (const [number, effective] of dated) periods[number] = periodOf(effective);
  return { periods: pick(periods) };
}

/** Finds rows by rank. What a compiled rule set holds must not keep the cells of tables. */
function rowFinder(stretches: readonly TableStretch[], order: Int32Array | undefined): Ranking['rowOf'] {
  if (stretches.length === 0) return noRow;
  const tables = [...stretches].reverse();
  return (rank) => {
    const number = order === undefined ? rank : (order[rank] ?? -1);
    const found = tables.find(({ from }) => number >= from);
    const row = found?.numbers[number - found.from];
    if (found === undefined || row === undefined) return undefined;
    const { table, file } = found;
    return { table, row, ...(file !== undefined && { file }) };
  };
}

function noRow(): undefined {
  return undefined;
}
