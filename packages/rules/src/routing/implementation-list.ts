import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { didYouMean, type Titles } from '../diagnostic/nearest.js';
import { isBlank, readCsv } from '../pack/csv.js';
import type { MatterCatalogue } from '../pack/matters.js';
import { several } from '../pack/several.js';
import { textAt, trimmedColumn } from '../pack/text-column.js';
import { titlesOfDistricts, titlesOfMatters, titlesOfUnits } from '../pack/titles.js';
import type { UnitTree } from '../pack/units.js';

/** A row of the implementation list (实施清单): who leads a matter in a district, and who assists. */
export interface ListRow {
  readonly matter: string;
  /** Empty for all districts. */
  readonly district: string;
  readonly lead: string;
  readonly assists: readonly string[];
  readonly article?: string;
  /** The standard by which the item is handled (办理标准); that of the matter, unless said. */
  readonly standard?: string;
  /** Line of the CSV file, from 1. */
  readonly line: number;
}

type RowsByMatter = Map<string, Map<string, ListRow>>;

/** The implementation list: matter × district → lead and assists. */
export class ImplementationList {
  readonly size: number;
  readonly #byMatter: ReadonlyMap<string, ReadonlyMap<string, ListRow>>;

  /** Later rows of the same matter and district take the place of earlier ones, and of those that were entered before. */
  constructor(rows: Iterable<ListRow>, entered: RowsByMatter = new Map()) {
    for (const row of rows) enter(row, entered);
    this.#byMatter = entered;
    this.size = [...entered.values()].reduce((sum, { size }) => sum + size, 0);
  }

  /** The row of exactly this matter and district; an empty district asks for the row of all districts. */
  row(matter: string, district: string): ListRow | undefined {
    return this.#byMatter.get(matter)?.get(district);
  }

  /** All rows, by matter. */
  *[Symbol.iterator](): Generator<ListRow> {
    for (const byDistrict of this.#byMatter.values()) yield* byDistrict.values();
  }
}

/** Enters a row; gives the one whose place it takes. */
function enter(row: ListRow, byMatter: RowsByMatter): ListRow | undefined {
  let ofMatter = byMatter.get(row.matter);
  if (ofMatter === undefined) {
    ofMatter = new Map();
    byMatter.set(row.matter, ofMatter);
  }
  const before = ofMatter.get(row.district);
  ofMatter.set(row.district, row);
  return before;
}

const COLUMNS = ['matter', 'district', 'lead', 'assists', 'article'] as const;
const OPTIONAL = ['standard'] as const;
const NONE: readonly string[] = Object.freeze([]);

/** What the rows may name. */
export interface ListContext {
  readonly matters: MatterCatalogue;
  readonly units: UnitTree;
  readonly districts: ReadonlySet<string>;
}

/**
 * Reads `implementation-list.csv` (`matter,district,lead,assists,article`, and where it is wanted `standard`), and
 * checks what its rows name. Several assists are parted by `;`, `；` or `、`.
 */
export function readImplementationList(
  text: string,
  file: string,
  context: ListContext,
): { readonly rows: readonly ListRow[]; readonly entered: RowsByMatter; readonly diagnostics: readonly Diagnostic[] } {
  const csv = readCsv(text, file, COLUMNS, OPTIONAL);
  if (!csv.ok) return { rows: [], entered: new Map(), diagnostics: csv.diagnostics };
  const diagnostics: Diagnostic[] = [];
  const rows: ListRow[] = [];
  const entered: RowsByMatter = new Map();
  const { columns, count, fields } = csv.table;
  const assistsOf = new Map<string, readonly string[]>([['', NONE]]);
  const cells = columns.map((_, index) => trimmedColumn(csv.table.column(index)));
  const cell = (index: number, column: number): string => textAt(cells[column], index);
  const lineAfter = lineCounter(text);
  for (let index = 0; index < count; index += 1) {
    const line = lineAfter(() => fields(index));
    const [matter, lead] = [cell(index, 0), cell(index, 2)];
    if (matter === '' && isBlank(fields(index))) continue;
    const [district, listed, article, standard] = [cell(index, 1), cell(index, 3), cell(index, 4), cell(index, 5)];
    let assists = assistsOf.get(listed);
    if (assists === undefined) {
      assists = Object.freeze(several(listed));
      assistsOf.set(listed, assists);
    }
    const plain: ListRow =
      article === '' ? { matter, district, lead, assists, line } : { matter, district, lead, assists, line, article };
    const row = standard === '' ? plain : { ...plain, standard };
    for (const { column, ...fault } of rowFaults(row, enter(row, entered)?.line, context)) {
      diagnostics.push(csv.table.fault(index, column, fault));
    }
    rows.push(row);
  }
  return { rows, entered, diagnostics };
}

/** The line on which each row starts, from 2: a quoted field may run over several lines. */
function lineCounter(text: string): (fieldsOf: () => readonly string[]) => number {
  const hasQuotes = text.includes('"');
  let next = 2;
  return (fieldsOf) => {
    const line = next;
    next += 1;
    if (hasQuotes) for (const field of fieldsOf()) next += field.split('\n').length - 1;
    return line;
  };
}

interface RowFault {
  readonly column: number;
  readonly code: string;
  readonly message: string;
  readonly fix: string;
}

const NO_FAULTS: readonly RowFault[] = [];

function rowFaults(row: ListRow, firstLine: number | undefined, context: ListContext): readonly RowFault[] {
  const { matters, units, districts } = context;
  const { matter, district, lead, assists } = row;
  const isKnown =
    matters.has(matter) &&
    (district === '' || districts.has(district)) &&
    units.has(lead) &&
    firstLine === undefined &&
    assists.every((unit) => units.has(unit) && unit !== lead);
  if (isKnown) return NO_FAULTS;
  const faults: RowFault[] = [];
  const unknown = (
    column: number,
    what: string,
    word: string,
    known: readonly string[],
    titles: Titles,
    add: string,
  ): void => {
    const code = `unknown${what[0]?.toUpperCase()}${what.slice(1)}`;
    faults.push({ column, code, message: `Unknown ${what} "${word}".`, fix: didYouMean(word, known, titles) ?? add });
  };
  if (!matters.has(matter)) {
    unknown(
      0,
      'matter',
      matter,
      matters.all.map(({ code }) => code),
      titlesOfMatters(matters.all),
      'Add it to matters.csv.',
    );
  }
  if (district !== '' && !districts.has(district)) {
    unknown(
      1,
      'district',
      district,
      [...districts],
      titlesOfDistricts(units.all),
      'Give a unit in units.json this "district".',
    );
  }
  const ids = units.all.map(({ id }) => id);
  if (!units.has(lead)) unknown(2, 'unit', lead, ids, titlesOfUnits(units.all), 'Add it to units.json.');
  for (const assist of assists) {
    if (!units.has(assist)) unknown(3, 'unit', assist, ids, titlesOfUnits(units.all), 'Add it to units.json.');
    if (assist === lead) {
      const message = `The unit "${assist}" leads and assists at once.`;
      faults.push({ column: 3, code: 'leadAssists', message, fix: 'Name it once.' });
    }
  }
  if (firstLine !== undefined) {
    const message = `The matter "${matter}" has a row for ${district === '' ? 'all districts' : `"${district}"`} in line ${firstLine} already.`;
    faults.push({ column: 0, code: 'duplicateRow', message, fix: 'Remove one of them.' });
  }
  return faults;
}
