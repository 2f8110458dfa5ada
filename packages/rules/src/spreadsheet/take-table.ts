import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Matter } from '../pack/matters.js';
import type { Unit } from '../pack/units.js';
import type { Columns, Field } from './columns.js';
import { damageOf } from './damaged-cell.js';
import { defineMatters } from './define-matters.js';
import { isFormula } from './formula.js';
import { NameIndex } from './name-index.js';
import type { SheetRow } from './sheet.js';
import { type Named, TableReader } from './table-reader.js';

/** A row for `implementation-list.csv`. */
export interface TakenRow {
  readonly matter: string;
  /** Empty for all districts. */
  readonly district: string;
  readonly lead: string;
  readonly assists: readonly string[];
  readonly article: string;
}

/** A row of the table that was not taken, and why. */
export interface RejectedRow {
  readonly row: SheetRow;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a table gave. */
export interface TakenTable {
  readonly list: readonly TakenRow[];
  readonly matters: readonly Matter[];
  readonly rejected: readonly RejectedRow[];
}

/** What the rows are read against. */
export interface TakeContext {
  /** Name of the table's file, for diagnostics. */
  readonly file: string;
  readonly columns: Columns;
  readonly units: readonly Unit[];
  /** Codes of districts, with the names that people write. */
  readonly districts: ReadonlyMap<string, readonly string[]>;
  /** Matters that are known already. */
  readonly matters: readonly Matter[];
  /** Rows that the list has already. */
  readonly list: readonly Pick<TakenRow, 'matter' | 'district'>[];
  /** Whether the table defines matters, too. */
  readonly definesMatters: boolean;
}

const ALL_DISTRICTS = new Set(['', '全市', '全部', '所有', '各区县', '全市范围', '*', 'all']);
const SEPARATORS = /[;；、,，/\n]/;

/**
 * Takes the rows of a table that can be taken. Units, districts and matters may be named by id or by name, types by their
 * Chinese words, several districts or assists in one cell with 、 ; / or a comma between them.
 *
 * A row with any fault gives nothing to the list. A matter that it defines without fault is kept, for others may lie
 * below it.
 */
export function takeTable(rows: readonly SheetRow[], context: TakeContext): TakenTable {
  const reader = new TableReader(context.file, context.columns);
  for (const row of rows) refuseDamaged(row, reader);
  const defined = context.definesMatters ? defineMatters(rows, reader, context.matters) : undefined;
  const matters = [...context.matters, ...(defined?.matters ?? [])];
  const list = new ListTaker(reader, { ...context, matters }).take(rows, defined?.codeOf);
  return {
    list,
    matters: defined?.matters ?? [],
    rejected: rows.flatMap((row) => {
      const diagnostics = reader.faultsOf(row);
      return diagnostics.length === 0 ? [] : [{ row, diagnostics }];
    }),
  };
}

/** What of a row is written as it stands, while units, districts and types become ids. */
const COPIED = ['code', 'name', 'article'] as const;

/** Cells that would harm others, and cells that a spreadsheet program spoiled. */
function refuseDamaged(row: SheetRow, reader: TableReader): void {
  for (const field of COPIED) {
    const text = reader.text(row, field);
    const damage = damageOf(text, field === 'code');
    if (damage !== undefined) reader.fault(row, field, 'damagedCell', damage.message, damage.fix);
    if (!isFormula(text)) continue;
    const message = 'The cell begins like a formula, which spreadsheet programs would run.';
    reader.fault(row, field, 'formulaCell', message, 'Begin it with another character than =, +, - or @.');
  }
}

class ListTaker {
  readonly #reader: TableReader;
  readonly #units: NameIndex;
  readonly #districts: NameIndex;
  readonly #matters: NameIndex;
  /** Line of each matter and district; 0 for those that the list has already. */
  readonly #lineOf = new Map<string, number>();

  constructor(reader: TableReader, { units, districts, matters, list }: TakeContext) {
    this.#reader = reader;
    this.#units = new NameIndex(units.map(({ id, name }) => ({ id, names: [name.zh, name.en] })));
    this.#districts = new NameIndex([...districts].map(([id, names]) => ({ id, names })));
    this.#matters = new NameIndex(matters.map(({ code, name }) => ({ id: code, names: [name] })));
    for (const { matter, district } of list) this.#lineOf.set(keyOf(matter, district), 0);
  }

  /** `codeOf` tells the matter that a row defines, in a table of matters. */
  take(rows: readonly SheetRow[], codeOf: ((row: SheetRow) => string) | undefined): readonly TakenRow[] {
    return rows.flatMap((row) => this.#take(row, codeOf?.(row)));
  }

  #take(row: SheetRow, defined: string | undefined): readonly TakenRow[] {
    const reader = this.#reader;
    const wasFaulty = reader.faultsOf(row).length > 0;
    const matter = this.#matter(row, defined, wasFaulty);
    const leadText = reader.text(row, 'lead');
    const assists = [...new Set(this.#several(row, 'assists', 'unit', this.#units))];
    const districtText = reader.text(row, 'district');
    const districts = ALL_DISTRICTS.has(districtText)
      ? ['']
      : [...new Set(this.#several(row, 'district', 'district', this.#districts))];
    if (leadText === '') {
      // A wider matter need not have a unit of its own.
      if (defined !== undefined && assists.length === 0 && districtText === '') return [];
      const message = 'The row names no unit that takes the lead.';
      reader.fault(row, 'lead', 'missingKey', message, 'Write one; for merged cells use --fill-down lead.');
      return [];
    }
    const lead = reader.find(row, 'lead', 'unit', this.#units);
    if (lead !== undefined && assists.includes(lead)) {
      reader.fault(row, 'assists', 'leadAssists', `The unit "${lead}" leads and assists at once.`, 'Name it once.');
    }
    if (matter === undefined || lead === undefined) return [];
    for (const district of districts) this.#checkOnce(row, matter, district);
    if (reader.faultsOf(row).length > 0) return [];
    const article = reader.text(row, 'article');
    return districts.map((district) => {
      this.#lineOf.set(keyOf(matter, district), row.line);
      return { matter, district, lead, assists, article };
    });
  }

  #matter(row: SheetRow, defined: string | undefined, wasFaulty: boolean): string | undefined {
    // What is wrong with the matter that the row defines was said already.
    if (wasFaulty) return undefined;
    if (defined !== undefined) return this.#reader.find(row, this.#nameField(), 'matter', this.#matters, defined);
    const field = this.#reader.text(row, 'code') === '' ? this.#nameField() : 'code';
    if (this.#reader.text(row, field) !== '') return this.#reader.find(row, field, 'matter', this.#matters);
    const fix = 'Write its code or its name; for merged cells use --fill-down name.';
    this.#reader.fault(row, field, 'missingKey', 'The row names no matter.', fix);
    return undefined;
  }

  #several(row: SheetRow, field: Field, what: Named, index: NameIndex): readonly string[] {
    const text = this.#reader.text(row, field);
    if (text === '') return [];
    const whole = index.find(text);
    if (whole.kind === 'found') return [whole.id];
    return text
      .split(SEPARATORS)
      .map((part) => part.trim())
      .flatMap((part) => (part === '' ? [] : (this.#reader.find(row, field, what, index, part) ?? [])));
  }

  #checkOnce(row: SheetRow, matter: string, district: string): void {
    const first = this.#lineOf.get(keyOf(matter, district));
    if (first === undefined) return;
    const where = district === '' ? 'all districts' : `"${district}"`;
    const place = first === 0 ? 'implementation-list.csv' : `line ${first}`;
    const message = `The matter "${matter}" has a row for ${where} in ${place} already.`;
    this.#reader.fault(row, this.#nameField(), 'duplicateRow', message, 'Remove one of them.');
  }

  #nameField(): Field {
    return this.#reader.columns.code === undefined ? 'name' : 'code';
  }
}

function keyOf(matter: string, district: string): string {
  return JSON.stringify([matter, district]);
}
