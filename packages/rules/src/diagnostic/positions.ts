import { createScanner, type JSONScanner } from 'jsonc-parser';
import { join } from './pointer.js';

/** A place in a text; lines and columns count from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Tokens of jsonc-parser's scanner, whose own `const enum` cannot be used under `isolatedModules`. */
export const TOKEN = {
  openBrace: 1,
  closeBrace: 2,
  openBracket: 3,
  closeBracket: 4,
  comma: 5,
  colon: 6,
  text: 10,
  end: 17,
};

interface Frame {
  readonly pointer: string;
  readonly isArray: boolean;
  index: number;
  key: string;
}

/** Turns an offset into line and column. */
export function positionAt(text: string, offset: number): Position {
  let line = 1;
  let start = 0;
  for (let next = text.indexOf('\n'); next !== -1 && next < offset; next = text.indexOf('\n', start)) {
    line += 1;
    start = next + 1;
  }
  return { line, column: offset - start + 1 };
}

/**
 * Finds where JSON pointers stand in a valid JSON text, all in one pass. It walks tokens with a stack of its own, so
 * that no nesting is too deep for it. Keys that follow `key:` ask for the place of a member's name, not of its value.
 *
 * @example
 * findPositions('{ "a": [1, 2] }', new Set(['/a/1'])).get('/a/1'); // { line: 1, column: 12 }
 */
export function findPositions(text: string, wanted: ReadonlySet<string>): ReadonlyMap<string, Position> {
  const found = new Map<string, Position>();
  const scanner = createScanner(text, true);
  const stack: Frame[] = [];
  const note = (pointer: string, scan: JSONScanner): void => {
    if (wanted.has(pointer)) {
      found.set(pointer, { line: scan.getTokenStartLine() + 1, column: scan.getTokenStartCharacter() + 1 });
    }
  };
  for (let token = scanner.scan(); token !== TOKEN.end && found.size < wanted.size; token = scanner.scan()) {
    const frame = stack.at(-1);
    if (token === TOKEN.comma) {
      if (frame?.isArray) frame.index += 1;
      else if (frame) frame.key = '';
    } else if (token === TOKEN.closeBrace || token === TOKEN.closeBracket) {
      stack.pop();
    } else if (token === TOKEN.colon) {
      // The key was taken when its string was met.
    } else if (frame && !frame.isArray && frame.key === '' && token === TOKEN.text) {
      frame.key = join(frame.pointer, scanner.getTokenValue());
      note(`key:${frame.key}`, scanner);
    } else {
      const pointer = frame === undefined ? '' : frame.isArray ? join(frame.pointer, frame.index) : frame.key;
      note(pointer, scanner);
      if (token === TOKEN.openBrace) stack.push({ pointer, isArray: false, index: 0, key: '' });
      if (token === TOKEN.openBracket) stack.push({ pointer, isArray: true, index: 0, key: '' });
    }
  }
  return found;
}
