import type { Expression } from './expression.js';
import type { IntegerList } from './integer-list.js';
import type { Literal } from './predicates.js';

/** Marks a negation; the code of what is denied follows. */
export const NOT = -1;

/** A combination is one number below `NOT`: how many parts follow, and whether one of them is enough. */
const COMBINATION = -2;

const ENDS_TOO_EARLY = 'The code of a condition ends too early.';

/**
 * Writes a condition as integers, prefix first: a literal is itself, a combination says how many parts follow. 39,000
 * conditions are kept so, for a tree of objects would take ten times the room.
 */
export function writeCondition(expression: Expression, code: IntegerList): void {
  if (expression.kind === 'literal') {
    code.push(expression.literal);
  } else if (expression.kind === 'not') {
    code.push(NOT);
    writeCondition(expression.part, code);
  } else {
    code.push(COMBINATION - 2 * expression.parts.length - Number(expression.kind === 'any'));
    for (const part of expression.parts) writeCondition(part, code);
  }
}

/** The word before `count` literals that must all hold. */
export function conjunctionWord(count: number): number {
  return COMBINATION - 2 * count;
}

/** How many parts a word asks for that must all hold; none where it is no such word. */
export function partsOf(word: number): number {
  return word <= COMBINATION && (word & 1) === 0 ? (COMBINATION - word) >> 1 : 0;
}

/** Reads conditions back, one after the other. */
export class ConditionReader {
  readonly #code: Int32Array;
  /** Where the next condition begins. */
  at: number;

  constructor(code: Int32Array, at = 0) {
    this.#code = code;
    this.at = at;
  }

  read(): Expression {
    const word = this.next();
    if (word >= 0) return { kind: 'literal', literal: word, size: 1 };
    if (word === NOT) {
      const part = this.read();
      return { kind: 'not', part, size: part.size + 1 };
    }
    const { count, isAny } = combination(word);
    const parts: Expression[] = [];
    let size = 1;
    for (let at = 0; at < count; at += 1) {
      const part = this.read();
      parts.push(part);
      size += part.size;
    }
    return { kind: isAny ? 'any' : 'all', parts, size };
  }

  /** The next condition, where it is plain comparisons that must all hold; nothing, and no step, for any other. */
  conjunction(): Literal[] | undefined {
    const { count, isAny } = combination(this.#code[this.at] ?? 0);
    if (count < 0 || isAny) return undefined;
    // Of the length that it has: a list that grows takes room for many more.
    const literals = new Array<Literal>(count);
    for (let part = 0; part < count; part += 1) {
      const word = this.#code[this.at + part + 1];
      if (word === undefined || word < 0) return undefined;
      literals[part] = word;
    }
    this.at += count + 1;
    return literals;
  }

  /** The next word. */
  next(): number {
    const word = this.#code[this.at];
    if (word === undefined) throw new RangeError(ENDS_TOO_EARLY);
    this.at += 1;
    return word;
  }
}

/** What a word below `NOT` says. */
export function combination(word: number): { readonly count: number; readonly isAny: boolean } {
  const rest = COMBINATION - word;
  return { count: rest >> 1, isAny: (rest & 1) === 1 };
}
