import { closest, distance } from 'fastest-levenshtein';

/** Longer words are not compared: hostile input must not make the search quadratic in megabytes. */
const LONGEST = 80;

/**
 * The known word that a misspelt one most likely means, or nothing where none is near: at most a third of its letters
 * may differ, and at least one letter of a short word may.
 *
 * @example
 * nearest('distrct', ['district', 'matter']); // 'district'
 */
export function nearest(word: string, known: readonly string[]): string | undefined {
  if (known.length === 0 || word.length === 0 || word.length > LONGEST) return undefined;
  const found = closest(word, known);
  return distance(word, found) <= Math.max(1, Math.floor(Math.max(word.length, found.length) / 3)) ? found : undefined;
}

/** How to mend a misspelt word: its likely meaning, else the words that are allowed. */
export function didYouMean(word: unknown, known: readonly string[]): string | undefined {
  const meant = typeof word === 'string' ? nearest(word, known) : undefined;
  return meant === undefined ? undefined : `Did you mean "${meant}"?`;
}
