import type { CheckedRule } from '../compile/checked-rule.js';
import type { Expression } from '../compile/expression.js';
import type { RootCondition } from '../conditions.js';
import type { Rule } from '../rule.js';
import { type CellTest, meaningAt, type TableRules } from './table-rules.js';

/** The name of a row: its id, else the table's and its number. */
export function nameOfRow({ ids, table, first }: TableRules, row: number): string {
  return meaningAt(ids, row) ?? `${table.id}:${first + row}`;
}

/** The article that a row carries out: its own, else the table's. */
export function articleOfRow({ articles, table }: TableRules, row: number): string | undefined {
  return meaningAt(articles, row) ?? table.article;
}

/** The title of a row: its own, else the table's. */
export function titleOfRow({ titles, table }: TableRules, row: number): Rule['title'] {
  return meaningAt(titles, row) ?? table.title;
}

/** The priority of a row: its own, else the table's. */
export function priorityOfRow({ priorities, table }: TableRules, row: number): number {
  return meaningAt(priorities, row) ?? table.priority ?? 1;
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
  const priority = priorityOfRow(rules, row);
  const title = titleOfRow(rules, row);
  const article = articleOfRow(rules, row);
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
