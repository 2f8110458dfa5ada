import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { Guesses } from '../diagnostic/guesses.js';
import { type CsvTable, readCsv } from '../pack/csv.js';
import type { MatterCatalogue } from '../pack/matters.js';
import { titlesOfDistricts, titlesOfMatters, titlesOfUnits } from '../pack/titles.js';
import type { UnitTree } from '../pack/units.js';
import type { ListRow } from './list-row.js';
import { ListRows } from './list-rows.js';

const COLUMNS = ['matter', 'district', 'lead', 'assists', 'article'] as const;
const OPTIONAL = ['standard'] as const;

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
): { readonly rows?: ListRows; readonly diagnostics: readonly Diagnostic[] } {
  const csv = readCsv(text, file, COLUMNS, OPTIONAL);
  if (!csv.ok) return { diagnostics: csv.diagnostics };
  const rows = new ListRows(csv.table, lineCounter(text, csv.table));
  const isSound = soundRows(rows, context);
  const diagnostics: Diagnostic[] = [];
  const guesses = guessesIn(context);
  for (let row = 0; row < rows.count; row += 1) {
    if (rows.isBlank(row)) continue;
    const before = rows.enter(row);
    if (before === undefined && isSound(row)) continue;
    const firstLine = before === undefined ? undefined : rows.row(before).line;
    for (const { column, ...fault } of rowFaults(rows.row(row), firstLine, context, guesses)) {
      diagnostics.push(csv.table.fault(row, column, fault));
    }
  }
  return { rows, diagnostics };
}

/** The line on which each row starts, from 2: a quoted field may run over several lines. */
function lineCounter(text: string, { count, fields }: CsvTable): (row: number) => number {
  if (!text.includes('"')) return (row) => row + 2;
  const lines = new Int32Array(count);
  let next = 2;
  for (let row = 0; row < count; row += 1) {
    lines[row] = next;
    for (const field of fields(row)) next += field.split('\n').length - 1;
    next += 1;
  }
  return (row) => lines[row] as number;
}

/** Whether all that a row names is known. What a list names stands in many of its rows, and is looked up once. */
function soundRows(rows: ListRows, { matters, districts, units }: ListContext): (row: number) => boolean {
  const isMatter = rows.matters.texts.map((matter) => matters.has(matter));
  const isDistrict = rows.districts.texts.map((district) => district === '' || districts.has(district));
  const isUnit = rows.leads.texts.map((lead) => units.has(lead));
  const areUnits = new Map(rows.assists.map((assists) => [assists, assists.every((unit) => units.has(unit))]));
  return (row) => {
    const lead = rows.leads.numbers[row] as number;
    const assists = rows.assistsAt(row);
    return (
      isMatter[rows.matters.numbers[row] as number] === true &&
      isDistrict[rows.districts.numbers[row] as number] === true &&
      isUnit[lead] === true &&
      areUnits.get(assists) === true &&
      !assists.includes(rows.leads.texts[lead] as string)
    );
  };
}

interface RowFault {
  readonly column: number;
  readonly code: string;
  readonly message: string;
  readonly fix: string;
}

const ADDITIONS = {
  matter: 'Add it to matters.csv.',
  district: 'Give a unit in units.json this "district".',
  unit: 'Add it to units.json.',
} as const;

type ListGuesses = Readonly<Record<keyof typeof ADDITIONS, Guesses>>;

function guessesIn({ matters, units, districts }: ListContext): ListGuesses {
  return {
    matter: new Guesses(
      () => matters.all.map(({ code }) => code),
      () => titlesOfMatters(matters.all),
    ),
    district: new Guesses(
      () => districts,
      () => titlesOfDistricts(units.all),
    ),
    unit: new Guesses(
      () => units.all.map(({ id }) => id),
      () => titlesOfUnits(units.all),
    ),
  };
}

function rowFaults(
  row: ListRow,
  firstLine: number | undefined,
  context: ListContext,
  guesses: ListGuesses,
): readonly RowFault[] {
  const { matters, units, districts } = context;
  const { matter, district, lead, assists } = row;
  const faults: RowFault[] = [];
  const unknown = (column: number, what: keyof ListGuesses, word: string): void => {
    const code = `unknown${what[0]?.toUpperCase()}${what.slice(1)}`;
    const fix = guesses[what].didYouMean(word) ?? ADDITIONS[what];
    faults.push({ column, code, message: `Unknown ${what} "${word}".`, fix });
  };
  if (!matters.has(matter)) unknown(0, 'matter', matter);
  if (district !== '' && !districts.has(district)) unknown(1, 'district', district);
  if (!units.has(lead)) unknown(2, 'unit', lead);
  for (const assist of assists) {
    if (!units.has(assist)) unknown(3, 'unit', assist);
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
