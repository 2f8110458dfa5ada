import { isRecord } from '../diagnostic/json-limits.js';
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
  const visitAt = (key: string | number, value: unknown): void => {
    path.push(key);
    visit(value);
    path.pop();
  };
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const [index, item] of value.entries()) visitAt(index, item);
    if (!isRecord(value)) return;
    for (const [key, each] of Object.entries(value)) {
      if (key !== 'article' || typeof each !== 'string') {
        if (typeof each === 'object') visitAt(key, each);
        continue;
      }
      const name = each.slice(0, LONGEST);
      if (asked.has(name)) continue;
      asked.add(name);
      const missing = each.split(/[;；]/).find((part) => !sources.includes(quotedIn(part).trim()));
      const missed = missing?.slice(0, LONGEST);
      if (missing === undefined || missed === undefined || seen.has(missed)) continue;
      seen.add(missed);
      const message = `SOURCES.md does not name "${missing.trim()}".`;
      const fix = 'Add a line on where it comes from, and whether it stands in the text or is a sample.';
      lints.push({
        code: 'unnamedSource',
        severity: 'info',
        pointer: join('', ...path, key),
        value: each,
        message,
        fix,
      });
    }
  };
  visit(document);
  return lints;
}

/** By so much of its name an article is told from others: texts of many thousand characters share one hash each. */
const LONGEST = 1_000;

/** What stands in a text from its first opening quote to its last closing one; else all of it. */
function quotedIn(text: string): string {
  const [from, to] = [text.indexOf('“'), text.lastIndexOf('”')];
  return from >= 0 && to > from + 1 ? text.slice(from, to + 1) : text;
}
