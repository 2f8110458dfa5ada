import { closest, distance } from 'fastest-levenshtein';
import { wordByTitle } from '../vocabulary/words-by-title.js';

/** Longer words are not compared: hostile input must not make the search quadratic in megabytes. */
const LONGEST = 80;

/**
 * The known word that a misspelt one most likely means, or nothing where none is near: at most a third of its letters
 * may differ, so that none of two may: 南区 is not 东区.
 *
 * @example
 * nearest('distrct', ['district', 'matter']); // 'district'
 */
export function nearest(word: string, known: readonly string[]): string | undefined {
  if (known.length === 0 || word.length === 0 || word.length > LONGEST) return undefined;
  const found = closest(word, known);
  return distance(word, found) <= Math.floor(Math.max(word.length, found.length) / 3) ? found : undefined;
}

/** What the known words are called: a title, and the word that it stands for. */
export type Titles = ReadonlyMap<string, string>;

/**
 * How to mend a word that is not known: what it most likely means. A title in place of a word is that word.
 *
 * @param titles What the words are called, beside the words of the field, whose titles are known.
 * @example
 * didYouMean('市城管', ['urban', 'police'], new Map([['市城管局', 'urban']])); // 'Did you mean "urban"?'
 */
export function didYouMean(word: unknown, known: readonly string[], titles?: Titles): string | undefined {
  if (typeof word !== 'string') return undefined;
  const meant = titles?.get(word) ?? wordByTitle(word, known) ?? nearest(word, known) ?? nearTitle(word, titles);
  return meant === undefined ? undefined : `Did you mean "${meant}"?`;
}

function nearTitle(word: string, titles: Titles = new Map()): string | undefined {
  const title = nearest(word, [...titles.keys()]);
  return title === undefined ? undefined : titles.get(title);
}
