import type { RuleSink } from '../compile/rule-sink.js';
import type { Fault } from '../diagnostic/diagnostic.js';
import { TableReader, type TableReading, type TableRow } from './read-table.js';
import type { RuleTable } from './table-document.js';
import { openRows, type TableRows, type TableSource } from './table-rows.js';

/** What the tables of a document are read with. */
interface TableSetting {
  readonly file?: string;
  readonly tables?: Readonly<Record<string, TableSource>>;
}

/** Reads the tables of a document, each row as a rule. */
export function readTables(
  document: { readonly tables?: readonly RuleTable[]; readonly rules: readonly unknown[] },
  reading: TableReading,
  setting: TableSetting,
  rules: RuleSink,
): void {
  const { faults } = reading.resolver;
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
    reader.read((row) => {
      named.check(row);
      if (table.enabled === false) return;
      rules.addRow(row, table, index, () => opened.table.place(row.index, 0));
      index += 1;
    });
  }
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
