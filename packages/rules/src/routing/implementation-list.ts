import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { didYouMean } from '../diagnostic/nearest.js';
import { isBlank, readCsv } from '../pack/csv.js';
import type { MatterCatalogue } from '../pack/matters.js';
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

/** The implementation list: matter × district → lead and assists. */
export class ImplementationList {
  readonly size: number;
  readonly #byMatter = new Map<string, Map<string, ListRow>>();

  /** Later rows of the same matter and district take the place of earlier ones. */
  constructor(rows: Iterable<ListRow>) {
    let size = 0;
    for (const row of rows) {
      let byDistrict = this.#byMatter.get(row.matter);
      if (byDistrict === undefined) {
        byDistrict = new Map();
        this.#byMatter.set(row.matter, byDistrict);
      }
      if (!byDistrict.has(row.district)) size += 1;
      byDistrict.set(row.district, row);
    }
    this.size = size;
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
 * checks what its rows name.
 */
export function readImplementationList(
  text: string,
  file: string,
  context: ListContext,
): { readonly rows: readonly ListRow[]; readonly diagnostics: readonly Diagnostic[] } {
  const csv = readCsv(text, file, COLUMNS, OPTIONAL);
  if (!csv.ok) return { rows: [], diagnostics: csv.diagnostics };
  const diagnostics: Diagnostic[] = [];
  const rows: ListRow[] = [];
  const lineOf = new Map<string, Map<string, number>>();
  const hasQuotes = text.includes('"');
  const assistsOf = new Map<string, readonly string[]>([['', NONE]]);
  let line = 1;
  for (let index = 0; index < csv.table.rows.length; index += 1) {
    const fields = csv.table.rows[index] as readonly string[];
    line += 1;
    const start = line;
    // A quoted field may run over several lines.
    if (hasQuotes) for (const field of fields) line += field.split('\n').length - 1;
    if (fields.length < COLUMNS.length || (fields[0] === '' && isBlank(fields))) continue;
    const [matter, district, lead, listed, article] = trimmed(fields);
    let assists = assistsOf.get(listed);
    if (assists === undefined) {
      assists = Object.freeze(
        listed
          .split(';')
          .map((unit) => unit.trim())
          .filter((unit) => unit !== ''),
      );
      assistsOf.set(listed, assists);
    }
    const plain: ListRow =
      article === ''
        ? { matter, district, lead, assists, line: start }
        : { matter, district, lead, assists, line: start, article };
    const standard = fields[COLUMNS.length]?.trim();
    const row = standard ? { ...plain, standard } : plain;
    let lines = lineOf.get(matter);
    if (lines === undefined) {
      lines = new Map();
      lineOf.set(matter, lines);
    }
    const first = lines.get(district);
    for (const { column, ...fault } of rowFaults(row, first, context)) {
      diagnostics.push(csv.table.fault(index, column, fault));
    }
    lines.set(district, start);
    rows.push(row);
  }
  return { rows, diagnostics };
}

function trimmed(fields: readonly string[]): readonly [string, string, string, string, string] {
  const [matter = '', district = '', lead = '', assists = '', article = ''] = fields;
  return [matter.trim(), district.trim(), lead.trim(), assists.trim(), article.trim()];
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
  const unknown = (column: number, what: string, word: string, known: readonly string[], add: string): void => {
    const code = `unknown${what[0]?.toUpperCase()}${what.slice(1)}`;
    faults.push({ column, code, message: `Unknown ${what} "${word}".`, fix: didYouMean(word, known) ?? add });
  };
  if (!matters.has(matter)) {
    unknown(
      0,
      'matter',
      matter,
      matters.all.map(({ code }) => code),
      'Add it to matters.csv.',
    );
  }
  if (district !== '' && !districts.has(district)) {
    unknown(1, 'district', district, [...districts], 'Give a unit in units.json this "district".');
  }
  const ids = units.all.map(({ id }) => id);
  if (!units.has(lead)) unknown(2, 'unit', lead, ids, 'Add it to units.json.');
  for (const assist of assists) {
    if (!units.has(assist)) unknown(3, 'unit', assist, ids, 'Add it to units.json.');
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
