import { PHRASES } from './phrases.js';

/** A phrase taken apart. */
interface Pattern {
  /** What stands between the gaps. */
  readonly english: readonly string[];
  /** Texts and gaps by turns. */
  readonly chinese: readonly (string | Gap)[];
}

/** The number of a gap, and whether a list stands in it. */
interface Gap {
  readonly gap: number;
  readonly isList: boolean;
}

/** The most particular phrase comes first: `Unknown unit "{}".` before `Unknown {} "{}".` */
const PATTERNS: readonly Pattern[] = PHRASES.map(
  ([english, chinese]): Pattern => ({
    english: english.split('{}'),
    chinese: chinese
      .split(/\{(\d、?)\}/)
      .map((part, index) => (index % 2 === 0 ? part : { gap: Number(part[0]), isList: part.length > 1 })),
  }),
).sort((a, b) => a.english.length - b.english.length || b.english.join('').length - a.english.join('').length);

/**
 * The Chinese of an English text that this package made; nothing where the phrasebook does not know it. What stands in
 * the gaps is looked up, too, but for what stands in quotes: that is the author's own.
 *
 * @example
 * inChinese('Unknown unit "east".'); // '没有单位“east”。'
 */
export function inChinese(text: string): string | undefined {
  for (const { english, chinese } of PATTERNS) {
    const gaps = gapsOf(text, english);
    if (gaps === undefined) continue;
    return chinese
      .map((part) => {
        if (typeof part === 'string') return part;
        const gap = gaps[part.gap] ?? '';
        if (part.isList) return gap.replaceAll(', ', '、');
        return english[part.gap]?.endsWith('"') === true ? gap : (inChinese(gap) ?? gap);
      })
      .join('');
  }
  return undefined;
}

/** What a text has in the gaps of a phrase, each as short as can be; nothing where it is another phrase. */
function gapsOf(text: string, parts: readonly string[]): readonly string[] | undefined {
  const [first = ''] = parts;
  if (parts.length === 1) return text === first ? [] : undefined;
  const last = parts[parts.length - 1] ?? '';
  const end = text.length - last.length;
  if (!text.startsWith(first) || !text.endsWith(last) || end < first.length) return undefined;
  const gaps: string[] = [];
  let at = first.length;
  for (const part of parts.slice(1, -1)) {
    const next = text.indexOf(part, at);
    if (next === -1 || next + part.length > end) return undefined;
    gaps.push(text.slice(at, next));
    at = next + part.length;
  }
  return [...gaps, text.slice(at, end)];
}
