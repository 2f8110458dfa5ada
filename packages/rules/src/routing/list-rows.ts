import { type CsvTable, isBlank } from '../pack/csv.js';
import { several } from '../pack/several.js';
import { type TextColumn, textAt, trimmedColumn } from '../pack/text-column.js';
import type { ListRow } from './list-row.js';

const NONE: readonly string[] = Object.freeze([]);

/**
 * The rows of one `implementation-list.csv` in columns, counted from 0. Each is an object only when somebody asks for it,
 * and then the same one always: 39,000 objects would cost more than reading them.
 */
export class ListRows {
  readonly count: number;
  readonly matters: TextColumn;
  readonly districts: TextColumn;
  readonly leads: TextColumn;
  /** What each different cell with assists says, by its number. */
  readonly assists: readonly (readonly string[])[];
  readonly #listed: TextColumn;
  readonly #articles: TextColumn;
  readonly #standards: TextColumn | undefined;
  readonly #lineOf: (row: number) => number;
  readonly #numberOfMatter: ReadonlyMap<string, number>;
  readonly #numberOfDistrict: ReadonlyMap<string, number>;
  /** The row of each matter and district. */
  readonly #entered = new Map<number, number>();
  #made: (ListRow | undefined)[] | undefined;

  /** `lineOf` says on which line of the file a row starts. */
  constructor(csv: CsvTable, lineOf: (row: number) => number) {
    const [matters, districts, leads, listed, articles, standards] = csv.columns.map((_, index) =>
      trimmedColumn(csv.column(index)),
    ) as [TextColumn, TextColumn, TextColumn, TextColumn, TextColumn, TextColumn | undefined];
    this.count = csv.count;
    this.matters = matters;
    this.districts = districts;
    this.leads = leads;
    this.assists = listed.texts.map((text) => (text === '' ? NONE : Object.freeze(several(text))));
    this.#listed = listed;
    this.#articles = articles;
    this.#standards = standards;
    this.#lineOf = lineOf;
    this.#numberOfMatter = numbersOf(matters);
    this.#numberOfDistrict = numbersOf(districts);
  }

  /** How many different matters and districts have a row. */
  get size(): number {
    return this.#entered.size;
  }

  /** The assists of a row. */
  assistsAt(row: number): readonly string[] {
    return this.assists[this.#listed.numbers[row] as number] ?? NONE;
  }

  /** Whether a row has no text at all. */
  isBlank(row: number): boolean {
    return (
      textAt(this.matters, row) === '' &&
      isBlank(
        [this.districts, this.leads, this.#listed, this.#articles, this.#standards].map((each) => textAt(each, row)),
      )
    );
  }

  /** Enters a row for its matter and district; gives the one whose place it takes. */
  enter(row: number): number | undefined {
    const pair = this.#pair(this.matters.numbers[row] as number, this.districts.numbers[row] as number);
    const before = this.#entered.get(pair);
    this.#entered.set(pair, row);
    return before;
  }

  /** The row of exactly this matter and district. */
  find(matter: string, district: string): ListRow | undefined {
    const [first, second] = [this.#numberOfMatter.get(matter), this.#numberOfDistrict.get(district)];
    if (first === undefined || second === undefined) return undefined;
    const row = this.#entered.get(this.#pair(first, second));
    return row === undefined ? undefined : this.row(row);
  }

  /** A row as an object. */
  row(index: number): ListRow {
    this.#made ??= new Array<ListRow | undefined>(this.count).fill(undefined);
    const known = this.#made[index];
    if (known !== undefined) return known;
    const article = textAt(this.#articles, index);
    const standard = textAt(this.#standards, index);
    const row: ListRow = {
      matter: textAt(this.matters, index),
      district: textAt(this.districts, index),
      lead: textAt(this.leads, index),
      assists: this.assistsAt(index),
      line: this.#lineOf(index),
      ...(article !== '' && { article }),
      ...(standard !== '' && { standard }),
    };
    this.#made[index] = row;
    return row;
  }

  /** The rows that were entered and whose place no other one took. */
  *[Symbol.iterator](): Generator<ListRow> {
    for (const row of this.#entered.values()) yield this.row(row);
  }

  #pair(matter: number, district: number): number {
    return matter * this.districts.texts.length + district;
  }
}

function numbersOf({ texts }: TextColumn): ReadonlyMap<string, number> {
  return new Map(texts.map((text, number) => [text, number]));
}
