import type { CheckedRule } from '../compile/checked-rule.js';
import type { Expression } from '../compile/expression.js';
import type { RootCondition } from '../conditions.js';
import type { Rule } from '../rule.js';
import type { TableRow } from './read-table.js';
import type { RuleTable } from './table-document.js';

/** The name of a row: its id, else the table's and its number. */
export function nameOfRow({ id, number }: TableRow, table: RuleTable): string {
  return id ?? `${table.id}:${number}`;
}

/** The condition of a row: all of its cells. */
export function conditionOfRow({ tests, count }: TableRow): Expression {
  const parts: Expression[] = [];
  let size = 1;
  for (let at = 0; at < count; at += 1) {
    const { expression } = tests[at] as TableRow['tests'][number];
    // A range is two comparisons of the row, not one combination: so the index sees them.
    if (expression.kind === 'all') parts.push(...expression.parts);
    else parts.push(expression);
    size += expression.size;
  }
  return { kind: 'all', parts, size };
}

/** A row as a rule of the document. */
export function ruleOfRow(row: TableRow, table: RuleTable, index: number, source: CheckedRule['source']): CheckedRule {
  const { params, priority, article, title = table.title } = row;
  const name = nameOfRow(row, table);
  const conditions: RootCondition = { all: row.tests.slice(0, row.count).map(({ condition }) => condition) };
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
    source,
    row: { table, number: row.number },
    params,
    name,
    priority,
    expression: conditionOfRow(row),
  };
}
