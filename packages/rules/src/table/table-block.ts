import { conjunctionWord, writeCondition } from '../compile/condition-code.js';
import type { Expression } from '../compile/expression.js';
import type { TableRow } from './read-table.js';
import type { RuleTable } from './table-document.js';

/** The rows of a table in columns, for the compiler: no object stands for a row. */
export class TableBlock {
  readonly table: RuleTable;
  /** Conditions as integers, one after the other, and where each begins. */
  readonly code: number[] = [];
  readonly starts: number[] = [];
  readonly numbers: number[] = [];
  readonly priorities: number[] = [];
  readonly params: Readonly<Record<string, unknown>>[] = [];
  readonly articles: (string | undefined)[] = [];
  readonly ids: (string | undefined)[] = [];
  readonly titles: (string | undefined)[] = [];

  constructor(table: RuleTable) {
    this.table = table;
  }

  add(row: TableRow): void {
    this.starts.push(this.code.length);
    this.#write(row);
    this.numbers.push(row.number);
    this.priorities.push(row.priority);
    this.params.push(row.params);
    this.articles.push(row.article);
    this.ids.push(row.id);
    this.titles.push(row.title);
  }

  /** The condition of a row; the usual one, of plain comparisons, without making an expression first. */
  #write(row: TableRow): void {
    const { tests, count } = row;
    const start = this.code.length;
    this.code.push(conjunctionWord(count));
    for (let at = 0; at < count; at += 1) {
      const { expression } = tests[at] as TableRow['tests'][number];
      if (expression.kind !== 'literal') {
        this.code.length = start;
        writeCondition(expressionOf(row), this.code);
        return;
      }
      this.code.push(expression.literal);
    }
  }

  /** The name of a row: its id, else the table's and its number. */
  name(at: number): string {
    return this.ids[at] ?? `${this.table.id}:${this.numbers[at] ?? 0}`;
  }
}

/** The condition of a row: all of its cells. */
export function expressionOf({ tests, count }: TableRow): Expression {
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
