import { didYouMean, type Titles } from './nearest.js';

/** So many words of a long list are compared with all of it; a table may have tens of thousands that are not known. */
const MOST_COMPARED = 100;

/** A list of so many words may be compared with any number of times. */
const SHORT = 500;

/** What words mean that are not in a list of ids: misspelt ones, titles, and codes that lost the zeros before them. */
export class Guesses {
  readonly #known: () => Iterable<string>;
  readonly #titles: () => Titles;
  #ids: readonly string[] | undefined;
  #withoutZeros: Titles | undefined;
  #compared = 0;

  /** Both lists are read when the first word is asked for. */
  constructor(known: () => Iterable<string>, titles: () => Titles = () => new Map()) {
    this.#known = known;
    this.#titles = titles;
  }

  /**
   * How to mend a word that is not in the list; nothing where nothing is near.
   *
   * @example
   * new Guesses(() => ['12', 'noise']).didYouMean('0012'); // 'Did you mean "12"? A spreadsheet program drops …'
   */
  didYouMean(word: unknown): string | undefined {
    if (typeof word !== 'string') return undefined;
    this.#ids ??= [...this.#known()];
    this.#withoutZeros ??= new Map(this.#ids.flatMap((id) => (NUMBER.test(id) ? [[bare(id), id] as const] : [])));
    const number = NUMBER.test(word) ? this.#withoutZeros.get(bare(word)) : undefined;
    if (number !== undefined) {
      return `Did you mean "${number}"? A spreadsheet program drops the zeros before a number: format the column as text.`;
    }
    const titles = this.#titles();
    const title = titles.get(word);
    if (title !== undefined) return `Did you mean "${title}"?`;
    if (this.#ids.length > SHORT) {
      if (this.#compared >= MOST_COMPARED) return undefined;
      this.#compared += 1;
    }
    return didYouMean(word, this.#ids, titles);
  }
}

const NUMBER = /^\d+$/;

function bare(number: string): string {
  return number.replace(/^0+(?=\d)/, '');
}
