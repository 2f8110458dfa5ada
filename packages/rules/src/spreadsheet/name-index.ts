import { Guesses } from '../diagnostic/guesses.js';

/** What a name in a table may mean. */
export type Meaning =
  | { readonly kind: 'found'; readonly id: string }
  | { readonly kind: 'unknown'; readonly hint?: string }
  | { readonly kind: 'ambiguous'; readonly ids: readonly string[] };

/** Finds ids by themselves or by the names that people write in tables. */
export class NameIndex {
  readonly #ids: ReadonlySet<string>;
  readonly #byName = new Map<string, Set<string>>();
  readonly #guesses = new Guesses(() => [...this.#ids, ...this.#byName.keys()]);

  constructor(entries: Iterable<{ readonly id: string; readonly names: readonly string[] }>) {
    const all = [...entries];
    this.#ids = new Set(all.map(({ id }) => id));
    for (const { id, names } of all) {
      for (const name of new Set(names.map(plain))) {
        const ids = this.#byName.get(name) ?? new Set();
        this.#byName.set(name, ids.add(id));
      }
    }
  }

  /** The id that a text names. An id beats a name; blanks inside a name do not count. */
  find(text: string): Meaning {
    if (this.#ids.has(text)) return { kind: 'found', id: text };
    const ids = [...(this.#byName.get(plain(text)) ?? [])];
    const [id] = ids;
    if (id === undefined) {
      const hint = this.#guesses.didYouMean(text);
      return { kind: 'unknown', ...(hint !== undefined && { hint }) };
    }
    return ids.length === 1 ? { kind: 'found', id } : { kind: 'ambiguous', ids };
  }
}

function plain(name: string): string {
  return name.replaceAll(/\s/g, '');
}
