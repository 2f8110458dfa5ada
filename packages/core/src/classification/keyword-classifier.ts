import type { Tag, TagLibrary } from '@hotline-kit/rules';
import type { TagLabel } from '../tracks/tagging/declaration.js';
import type { ClassifiedText, Classifier } from './classifier.js';

/** A classifier that answers at once. */
export interface KeywordClassifier extends Classifier {
  /** The labels of a text. */
  classify(text: ClassifiedText): readonly TagLabel[];
}

/**
 * The built-in classifier: a tag is given where its name, or one of its words, stands in the text. Of words that overlap
 * the longest counts, so that 白云山 is not also 白云. Nothing is guessed, so every confidence is 1.
 *
 * Its time grows with the text, not with the library: each place is looked up once for each length of words that begin
 * with its character.
 *
 * @example
 * keywordClassifier(pack.tags).classify({ content: '云城区停水两天了' });
 * // [{ tag: '云城区', kind: 'place', confidence: 1 }, { tag: '停水', kind: 'topic', confidence: 1 }]
 */
export function keywordClassifier(library: TagLibrary): KeywordClassifier {
  const tagsOf = new Map<string, Tag[]>();
  const lengthsOf = new Map<string, Set<number>>();
  for (const tag of library.all) {
    for (const word of new Set([tag.name, ...tag.words].map(plain))) {
      const known = tagsOf.get(word);
      if (known !== undefined) known.push(tag);
      else tagsOf.set(word, [tag]);
      const first = word.charAt(0);
      const lengths = lengthsOf.get(first) ?? new Set();
      lengthsOf.set(first, lengths.add(word.length));
    }
  }
  const longestFirst = new Map([...lengthsOf].map(([first, all]) => [first, [...all].sort((a, b) => b - a)]));
  return {
    id: 'keywords',
    readsProtected: true,
    classify: ({ content, address = '' }) => {
      const found = new Set<Tag>();
      for (const text of [plain(content), plain(address)]) {
        for (let at = 0; at < text.length; ) {
          const lengths = longestFirst.get(text.charAt(at)) ?? [];
          const length = lengths.find((each) => tagsOf.has(text.slice(at, at + each)));
          if (length === undefined) {
            at += 1;
            continue;
          }
          for (const tag of tagsOf.get(text.slice(at, at + length)) ?? []) found.add(tag);
          at += length;
        }
      }
      return [...found].map(({ name, kind }) => ({ tag: name, kind, confidence: 1 }));
    },
  };
}

/** One form for full and half width, capital and small letters. */
function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
