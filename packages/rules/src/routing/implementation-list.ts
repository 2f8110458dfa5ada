import type { ListRow } from './list-row.js';
import type { ListRows } from './list-rows.js';

/** The implementation list: matter × district → lead and assists. */
export class ImplementationList {
  readonly size: number;
  readonly #own: ListRows | undefined;
  readonly #above: ImplementationList | undefined;

  /** Rows take the place of those above of the same matter and district. */
  constructor(own?: ListRows, above?: ImplementationList) {
    this.#own = own;
    this.#above = above;
    let size = own?.size ?? 0;
    for (const { matter, district } of above ?? []) if (own?.find(matter, district) === undefined) size += 1;
    this.size = size;
  }

  /** The row of exactly this matter and district; an empty district asks for the row of all districts. */
  row(matter: string, district: string): ListRow | undefined {
    return this.#own?.find(matter, district) ?? this.#above?.row(matter, district);
  }

  /** All rows, by matter. */
  *[Symbol.iterator](): Generator<ListRow> {
    const byMatter = new Map<string, Map<string, ListRow>>();
    for (const rows of [this.#above ?? [], this.#own ?? []]) {
      for (const row of rows) {
        const ofMatter = byMatter.get(row.matter) ?? new Map<string, ListRow>();
        byMatter.set(row.matter, ofMatter.set(row.district, row));
      }
    }
    for (const ofMatter of byMatter.values()) yield* ofMatter.values();
  }
}
