/** A text in both languages of the project: Chinese for citizens and staff, English for developers. */
export interface Label {
  readonly zh: string;
  readonly en: string;
}

/** A table of words: the name used in code and data, and its label. */
export type Words<Name extends string = string> = Readonly<Record<Name, Label>>;

/**
 * Whether a text is a word of a table. Only own keys count, so `constructor` is never a word.
 *
 * @example
 * isWord(CHANNELS, 'phone'); // true
 * isWord(CHANNELS, 'toString'); // false
 */
export function isWord<Name extends string>(words: Words<Name>, text: unknown): text is Name {
  return typeof text === 'string' && Object.hasOwn(words, text);
}

/**
 * The names of a table in their order of declaration.
 *
 * @example
 * wordsOf(SUPERVISION_LEVELS); // ['none', 'level1', 'level2', 'level3', 'resolved']
 */
export function wordsOf<Name extends string>(words: Words<Name>): readonly Name[] {
  return Object.keys(words) as Name[];
}
