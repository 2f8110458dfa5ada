import { visit } from 'jsonc-parser';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { join } from '../diagnostic/pointer.js';

/**
 * `duplicateKey`: a key that stands twice in one object. JSON takes the last one and says nothing: of two clocks of one
 * name, or two limits of one section, the first would be lost.
 */
export function duplicateKeyLints(text: string, file: string): readonly Diagnostic[] {
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
