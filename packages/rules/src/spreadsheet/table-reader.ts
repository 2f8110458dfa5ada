import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Columns, Field } from './columns.js';
import type { Meaning, NameIndex } from './name-index.js';
import type { SheetRow } from './sheet.js';

/** Reads the fields of a table's rows, and keeps what is wrong with each row. */
export class TableReader {
  readonly columns: Columns;
  readonly #file: string;
  readonly #faults = new Map<SheetRow, Diagnostic[]>();

  /** `file` stands in diagnostics. */
  constructor(file: string, columns: Columns) {
    this.#file = file;
    this.columns = columns;
  }

  /** The text of a field; empty where the table has no such column. */
  text(row: SheetRow, field: Field): string {
    const column = this.columns[field];
    return column === undefined ? '' : (row.cells[column] ?? '');
  }

  /** What is wrong with a row. */
  faultsOf(row: SheetRow): readonly Diagnostic[] {
    return this.#faults.get(row) ?? [];
  }

  /** Notes a fault of a row, at the column of a field. */
  fault(row: SheetRow, field: Field, code: string, message: string, fix: string): void {
    const column = this.columns[field] ?? 0;
    const faults = this.#faults.get(row) ?? [];
    this.#faults.set(row, faults);
    faults.push({
      code,
      severity: 'error',
      file: this.#file,
      pointer: `/${row.line}/${field}`,
      line: row.line,
      column: column + 1,
      value: row.cells[column] ?? '',
      message,
      fix,
    });
  }

  /** The id that a field names; where it names none, or several, that is a fault. */
  find(row: SheetRow, field: Field, what: Named, index: NameIndex, text = this.text(row, field)): string | undefined {
    const meaning: Meaning = index.find(text);
    if (meaning.kind === 'found') return meaning.id;
    if (meaning.kind === 'ambiguous') {
      const message = `Several answer to the name "${short(text)}": ${meaning.ids.join(', ')}.`;
      this.fault(row, field, 'ambiguousName', message, 'Write the id instead of the name.');
    } else {
      const { code, add } = UNKNOWN[what];
      this.fault(row, field, code, `Unknown ${what} "${short(text)}".`, meaning.hint ?? add);
    }
    return undefined;
  }
}

/** Longest text of a cell that a message repeats. */
const LONGEST = 80;

function short(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`;
}

/** What the fields of a table name. */
export type Named = keyof typeof UNKNOWN;

const UNKNOWN = {
  unit: { code: 'unknownUnit', add: 'Add it to units.json.' },
  district: { code: 'unknownDistrict', add: 'Give a unit in units.json this "district".' },
  matter: { code: 'unknownMatter', add: 'Add it to matters.csv, or take the matters of this table with --matters.' },
} as const;
