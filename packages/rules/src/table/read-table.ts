import type { OutcomeChecks } from '../compile/check-outcome.js';
import type { FactTable } from '../compile/fact-table.js';
import type { ConditionResolver } from '../compile/resolve-condition.js';
import { hasRelation } from '../compile/unit-relation.js';
import type { FactType } from '../facts.js';
import type { TextColumn } from '../pack/text-column.js';
import { filledRows } from './filled-rows.js';
import { checkIds, ownPriorities, ownTexts } from './own-columns.js';
import { paramsOfRows } from './param-columns.js';
import { RowFaults } from './row-faults.js';
import type { RuleTable, TableColumn } from './table-document.js';
import type { TableRows } from './table-rows.js';
import { meaningAt, type TableRules } from './table-rules.js';
import { testColumn } from './test-column.js';

/** What a table is read with. */
export interface TableReading {
  readonly resolver: ConditionResolver;
  readonly facts: FactTable;
  readonly checks: OutcomeChecks;
}

interface ReadColumn {
  readonly column: number;
  readonly definition: TableColumn;
  readonly cells: TextColumn;
}

/**
 * Reads a table column by column, and looks at each different cell of a column once: 39,000 rows cost no more than their
 * text. Nothing where it has faults, which are noted in the resolver.
 */
export function readTable(
  table: RuleTable,
  source: TableRows,
  pointer: string,
  { resolver, facts, checks }: TableReading,
): TableRules | undefined {
  const known = resolver.faults.length;
  const { params: fixed = {} } = table.event;
  if (hasRelation(fixed)) {
    const fix = 'Name units by their id in a table.';
    const message = 'A table finds no unit by relation.';
    resolver.faults.push({ code: 'relationInTable', pointer: `${pointer}/event/params`, message, fix });
  }
  const columns = table.columns.flatMap((definition, column): readonly ReadColumn[] =>
    // What is for people only is not read.
    definition.is === 'note' ? [] : [{ column, definition, cells: source.column(column) }],
  );
  const rows = filledRows(
    source,
    columns.map(({ cells }) => cells),
  );
  const faults = new RowFaults(source);
  const tests = columns.flatMap(({ column, definition, cells }) => {
    if (definition.fact === undefined) return [];
    const type = typeOf(definition, `${pointer}/columns/${column}`, facts, resolver);
    return type === undefined ? [] : testColumn(column, cells, { definition, type }, resolver, faults);
  });
  const ofParams = columns.flatMap(({ definition: { param, ...definition }, ...rest }) =>
    param === undefined ? [] : { ...rest, definition, param },
  );
  const params = paramsOfRows(table, pointer, ofParams, rows, source.count, checks, faults);
  const own = (role: TableColumn['is']): ReadColumn | undefined =>
    columns.find(({ definition }) => definition.is === role);
  const priority = own('priority');
  const priorities = priority && ownPriorities(priority.column, priority.cells, rows, faults);
  const [id, title, article] = [own('id'), own('title'), own('article')];
  const ids = id && ownTexts(id.cells);
  if (id !== undefined && ids !== undefined) {
    const sound = faults.isEmpty
      ? rows
      : rows.filter((row) => !faults.has(row) && meaningAt(params, row) !== undefined);
    checkIds(id.column, ids, sound, source.first, faults);
  }
  for (const fault of faults) resolver.faults.push(fault);
  if (resolver.faults.length > known) return undefined;
  return {
    table,
    first: source.first,
    rows,
    tests,
    params,
    ids,
    titles: title && ownTexts(title.cells),
    articles: article && ownTexts(article.cells),
    priorities,
    place: source.place,
  };
}

/** The type of a column's fact; where the fact or the operator is unknown, the fault is worded as that of any condition. */
function typeOf(
  { fact: name = '', operator = 'equal' }: TableColumn,
  pointer: string,
  facts: FactTable,
  resolver: ConditionResolver,
): FactType | undefined {
  const fact = facts.find(name);
  if (fact !== undefined && resolver.knowsOperator(operator)) return fact.type;
  const known = resolver.faults.length;
  resolver.resolve({ fact: name, operator, value: '' }, pointer);
  resolver.faults.splice(known + 1);
  return undefined;
}
