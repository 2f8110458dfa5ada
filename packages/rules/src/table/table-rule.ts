import type { CheckedRule } from '../compile/checked-rule.js';
import type { Expression } from '../compile/expression.js';
import type { RootCondition } from '../conditions.js';
import type { Rule } from '../rule.js';
import { type CellTest, meaningAt, spread, type TableRules } from './table-rules.js';

/** The name of a row: its id, else the table's and its number. */
function nameOfRow({ ids, table, first }: TableRules, row: number): string {
  return meaningAt(ids, row) ?? `${table.id}:${first + row}`;
}

/** The names of all rows. */
export function namesOfRows(rules: TableRules): string[] {
  const { ids, rows } = rules;
  return ids !== undefined && !ids.meanings.includes(undefined)
    ? spread(ids, rows, '')
    : Array.from(rows, (row) => nameOfRow(rules, row));
}

/** The priorities of all rows. */
export function prioritiesOfRows({ table, priorities, rows }: TableRules): Int32Array {
  const { priority = 1 } = table;
  if (priorities === undefined) return new Int32Array(rows.length).fill(priority);
  return Int32Array.from(spread(priorities, rows, priority));
}

/** The condition of a row: all of its cells. */
export function conditionOfRow(rules: TableRules, row: number): Expression {
  const parts: Expression[] = [];
  let size = 1;
  for (const { expression } of testsOfRow(rules, row)) {
    // A range is two comparisons of the row, not one combination: so the index sees them.
    if (expression.kind === 'all') parts.push(...expression.parts);
    else parts.push(expression);
    size += expression.size;
  }
  return { kind: 'all', parts, size };
}

/** The rows of a table as rules of the document, the first of which has the place `index` in it. */
export function* rulesOfRows(rules: TableRules, index: number): Generator<CheckedRule> {
  for (const [at, row] of rules.rows.entries()) yield ruleOfRow(rules, row, index + at);
}

function ruleOfRow(rules: TableRules, row: number, index: number): CheckedRule {
  const { table, params: paramsOf, first } = rules;
  const params = meaningAt(paramsOf, row) ?? {};
  const name = nameOfRow(rules, row);
  const priority = meaningAt(rules.priorities, row) ?? table.priority ?? 1;
  const title = meaningAt(rules.titles, row) ?? table.title;
  const article = meaningAt(rules.articles, row) ?? table.article;
  const conditions: RootCondition = { all: testsOfRow(rules, row).map(({ condition }) => condition) };
  const rule: Rule = {
    id: name,
    priority,
    conditions,
    event: { type: table.event.type, params },
    ...(title !== undefined && { title }),
    ...(article !== undefined && { article }),
    ...(table.basis !== undefined && { basis: table.basis }),
    ...(table.effective !== undefined && { effective: table.effective }),
  };
  return {
    rule,
    index,
    list: '',
    row: { table, number: first + row, source: rules.place(row, 0) },
    params,
    name,
    priority,
    expression: conditionOfRow(rules, row),
  };
}

function testsOfRow({ tests }: TableRules, row: number): readonly CellTest[] {
  return tests.flatMap((column) => meaningAt(column, row) ?? []);
}
