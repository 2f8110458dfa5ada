import type { RuleSink } from '../compile/rule-sink.js';
import { readTable, type TableReading } from './read-table.js';
import type { RuleTable } from './table-document.js';
import { openRows, type TableSource } from './table-rows.js';

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
    const read = readTable(table, opened.table, pointer, reading);
    if (read === undefined || table.enabled === false) continue;
    rules.addRows(read, index);
    index += read.rows.length;
  }
}

/** A file that lies beside the document. */
function besides(document: string | undefined, file: string): string {
  return `${document?.slice(0, document.lastIndexOf('/') + 1) ?? ''}${file}`;
}
