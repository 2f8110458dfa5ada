import { visit } from 'jsonc-parser';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { join } from '../diagnostic/pointer.js';

/**
 * `duplicateKey`: a key that stands twice in one object. JSON takes the last one and says nothing: of two clocks of one
 * name, or two limits of one section, the first would be lost.
 *
 * @param value What JSON reads the text as; nothing where it is no JSON.
 */
export function duplicateKeyLints(text: string, value: unknown, file: string): readonly Diagnostic[] {
  if (keepsEveryKey(text, value)) return [];
  const found: Diagnostic[] = [];
  const open: Map<string, number>[] = [];
  visit(text, {
    onObjectBegin: () => {
      open.push(new Map());
    },
    onObjectEnd: () => {
      open.pop();
    },
    onObjectProperty: (name, _offset, _length, startLine, startCharacter, path) => {
      const keys = open.at(-1);
      const first = keys?.get(name);
      if (first === undefined) {
        keys?.set(name, startLine + 1);
        return;
      }
      found.push({
        code: 'duplicateKey',
        severity: 'error',
        file,
        pointer: join('', ...path(), name),
        line: startLine + 1,
        column: startCharacter + 1,
        value: name,
        message: `The key "${name}" stands in line ${first} already.`,
        fix: 'Remove one of them, or give it another name.',
      });
    },
  });
  return found;
}

/**
 * Whether as many keys are written as are there once it is read: then none stands twice, and the walk over the text,
 * which takes ten times as long, is spared. Where it cannot tell, it says no.
 */
function keepsEveryKey(text: string, value: unknown): boolean {
  // A key that ends in a backslash would not be counted, and could hide one that stands twice.
  if (text.includes('\\\\"')) return false;
  let written = 0;
  for (let at = text.indexOf(':'); at >= 0; at = text.indexOf(':', at + 1)) {
    let end = at - 1;
    while (isBlank(text.charCodeAt(end))) end -= 1;
    if (text.charCodeAt(end) === QUOTE && text.charCodeAt(end - 1) !== BACKSLASH) written += 1;
  }
  return written === keysIn(value);
}

const [QUOTE, BACKSLASH] = [0x22, 0x5c];

function isBlank(unit: number): boolean {
  return unit === 0x20 || unit === 0x09 || unit === 0x0a || unit === 0x0d;
}

function keysIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  let keys = 0;
  if (Array.isArray(value)) {
    for (const each of value) if (typeof each === 'object') keys += keysIn(each);
    return keys;
  }
  for (const key in value) {
    keys += 1;
    const each = (value as Record<string, unknown>)[key];
    if (typeof each === 'object') keys += keysIn(each);
  }
  return keys;
}
