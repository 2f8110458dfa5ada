import { PHRASES } from './phrases.js';

/** A phrase taken apart: what stands between its gaps, in both languages. */
interface Pattern {
  readonly english: readonly string[];
  readonly chinese: readonly (string | number)[];
}

const PATTERNS: readonly Pattern[] = PHRASES.map(([english, chinese]) => ({
  english: english.split('{}'),
  chinese: chinese.split(/\{(\d)\}/).map((part, index) => (index % 2 === 0 ? part : Number(part))),
}));

/**
 * The Chinese of an English text that this package made; nothing where the phrasebook does not know it. What stands in
 * the gaps of a phrase is looked up, too, and else taken as it is.
 *
 * @example
 * inChinese('Unknown unit "east".'); // '没有单位“east”。'
 */
export function inChinese(text: string): string | undefined {
  for (const { english, chinese } of PATTERNS) {
    const gaps = gapsOf(text, english);
    if (gaps === undefined) continue;
    return chinese
      .map((part) => (typeof part === 'string' ? part : (inChinese(gaps[part] ?? '') ?? gaps[part] ?? '')))
      .join('');
  }
  return undefined;
}

/** What a text has in the gaps of a phrase, each as short as can be; nothing where it is another phrase. */
function gapsOf(text: string, parts: readonly string[]): readonly string[] | undefined {
  const [first = ''] = parts;
  const last = parts.at(-1) ?? '';
  if (parts.length === 1) return text === first ? [] : undefined;
  if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length) return undefined;
  const gaps: string[] = [];
  let at = first.length;
  for (const part of parts.slice(1, -1)) {
    const next = text.indexOf(part, at);
    if (next === -1) return undefined;
    gaps.push(text.slice(at, next));
    at = next + part.length;
  }
  if (at > text.length - last.length) return undefined;
  return [...gaps, text.slice(at, text.length - last.length)];
}
