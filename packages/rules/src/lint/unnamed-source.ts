import { join } from '../diagnostic/pointer.js';
import type { Lint } from './lint.js';

/**
 * `unnamedSource`: an article that a document cites and SOURCES.md does not name. Several articles may be cited at once,
 * parted by `;`; of a quotation, the quoted words are looked for.
 */
export function unnamedSourceLints(document: unknown, sources: string): readonly Lint[] {
  const lints: Lint[] = [];
  const asked = new Set<string>();
  const seen = new Set<string>();
  // A pointer is made where something is found: a large document has a million places.
  const path: (string | number)[] = [];
  const visit = (value: unknown, key: string | number): void => {
    if (typeof value !== 'object' || value === null) return;
    path.push(key);
    if (Array.isArray(value)) for (let index = 0; index < value.length; index += 1) visit(value[index], index);
    else visitRecord(value as Readonly<Record<string, unknown>>);
    path.pop();
  };
  const visitRecord = (record: Readonly<Record<string, unknown>>): void => {
    for (const key in record) {
      const each = record[key];
      if (key === 'article' && typeof each === 'string') cite(each);
      else visit(each, key);
    }
  };
  const cite = (article: string): void => {
    const name = article.slice(0, LONGEST);
    if (asked.has(name)) return;
    asked.add(name);
    const missing = article.split(/[;；]/).find((part) => !sources.includes(quotedIn(part).trim()));
    const missed = missing?.slice(0, LONGEST);
    if (missing === undefined || missed === undefined || seen.has(missed)) return;
    seen.add(missed);
    const message = `SOURCES.md does not name "${missing.trim()}".`;
    const fix = 'Add a line on where it comes from, and whether it stands in the text or is a sample.';
    const pointer = join('', ...path.slice(1), 'article');
    lints.push({ code: 'unnamedSource', severity: 'info', pointer, value: article, message, fix });
  };
  visit(document, '');
  return lints;
}

/** By so much of its name an article is told from others: texts of many thousand characters share one hash each. */
const LONGEST = 1_000;

/** What stands in a text from its first opening quote to its last closing one; else all of it. */
function quotedIn(text: string): string {
  const [from, to] = [text.indexOf('“'), text.lastIndexOf('”')];
  return from >= 0 && to > from + 1 ? text.slice(from, to + 1) : text;
}
