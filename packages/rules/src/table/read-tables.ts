import type { CheckedRule } from '../compile/checked-rule.js';
import type { RootCondition } from '../conditions.js';
import type { Fault } from '../diagnostic/diagnostic.js';
import type { Rule } from '../rule.js';
import { TableReader, type TableReading, type TableRow } from './read-table.js';
import { expressionOf, TableBlock } from './table-block.js';
import type { RuleTable } from './table-document.js';
import { openRows, type TableRows, type TableSource } from './table-rows.js';

/** What the tables of a document are read with. */
interface TableSetting {
  readonly file?: string;
  readonly tables?: Readonly<Record<string, TableSource>>;
  readonly writesOutTables?: boolean;
}

/**
 * Reads the tables of a document into columns; or, where they are to be written out, adds a rule for each row to
 * `rules`. The compiled rules are the same either way.
 */
export function readTables(
  document: { readonly tables?: readonly RuleTable[]; readonly rules: readonly unknown[] },
  reading: TableReading,
  setting: TableSetting,
  rules: CheckedRule[],
): readonly TableBlock[] {
  const { faults } = reading.resolver;
  const blocks: TableBlock[] = [];
  const ids = new Set<string>();
  let index = document.rules.length;
  for (const [at, table] of (document.tables ?? []).entries()) {
    const pointer = `/tables/${at}`;
    if (ids.has(table.id)) {
      const message = `The id "${table.id}" is that of another table already.`;
      const fix = 'Give each table an id of its own.';
      faults.push({ code: 'duplicateId', pointer: `${pointer}/id`, value: table.id, message, fix });
    }
    ids.add(table.id);
    const opened = openRows(table, pointer, setting.tables ?? {}, (file) => besides(setting.file, file));
    if (!opened.ok) {
      faults.push(...opened.faults);
      continue;
    }
    const reader = new TableReader(table, opened.table, pointer, reading);
    const named = new NamedRows(opened.table, faults, table);
    const isLive = table.enabled !== false;
    const block = new TableBlock(table);
    reader.read((row) => {
      named.check(row);
      if (!isLive) return;
      if (setting.writesOutTables !== true) block.add(row);
      else rules.push(ruleOf(table, row, index, opened.table.place(row.index, 0)));
      index += 1;
    });
    blocks.push(block);
  }
  return blocks;
}

/** A file that lies beside the document. */
function besides(document: string | undefined, file: string): string {
  return `${document?.slice(0, document.lastIndexOf('/') + 1) ?? ''}${file}`;
}

/** Finds ids of rows that stand twice. */
class NamedRows {
  readonly #rows: TableRows;
  readonly #faults: Fault[];
  readonly #column: number;
  readonly #seen = new Map<string, number>();

  constructor(rows: TableRows, faults: Fault[], table: RuleTable) {
    this.#rows = rows;
    this.#faults = faults;
    this.#column = table.columns.findIndex((column) => column.is === 'id');
  }

  check({ id, number, index }: TableRow): void {
    if (id === undefined) return;
    const first = this.#seen.get(id);
    if (first === undefined) {
      this.#seen.set(id, number);
      return;
    }
    const message = `The id "${id}" is that of row ${first} already.`;
    const fix = 'Give each row an id of its own, or leave the column out.';
    this.#faults.push({ code: 'duplicateId', value: id, message, fix, ...this.#rows.place(index, this.#column) });
  }
}

/** A row as a rule of the document. */
function ruleOf(table: RuleTable, row: TableRow, index: number, source: CheckedRule['source']): CheckedRule {
  const { params, priority, article, title = table.title } = row;
  const name = row.id ?? `${table.id}:${row.number}`;
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
    expression: expressionOf(row),
  };
}
