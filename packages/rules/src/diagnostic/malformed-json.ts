import { createScanner, type ParseError, parse, printParseErrorCode } from 'jsonc-parser';
import type { Diagnostic } from './diagnostic.js';
import { positionAt, TOKEN } from './positions.js';
import { wrongSign } from './wrong-sign.js';

/** What is wrong at a place of a text, and how to mend it there. */
interface Symptom {
  readonly offset: number;
  readonly what: string;
  readonly fix: string;
}

/** Words for an error of the tolerant parser, given the text and where the error stands in it. */
type Wording = (text: string, offset: number, end: number) => Symptom | undefined;

/**
 * Why a text is no JSON: the first place where it goes wrong, in words for people who write it by hand.
 *
 * @example
 * malformedJson('{ "a": 1， "b": 2 }', 'pack.json'); // { line: 1, column: 9, fix: 'Write , instead of ，.', … }
 */
export function malformedJson(text: string, file: string): Diagnostic {
  const { offset, what, fix } = symptomOf(text);
  return {
    code: 'malformedJson',
    severity: 'error',
    file,
    pointer: '',
    ...positionAt(text, offset),
    message: `The file is not valid JSON: ${what}.`,
    fix,
  };
}

const RULES = 'JSON has no comments and no trailing commas; names and texts stand in double quotes.';

function symptomOf(text: string): Symptom {
  if (text.trim() === '') {
    return { offset: 0, what: 'it is empty', fix: 'Write what belongs into it, or remove the file.' };
  }
  const errors: ParseError[] = [];
  try {
    parse(text, errors, { disallowComments: true, allowTrailingComma: false });
  } catch {
    // Nested so deep that the tolerant parser gave up: the start of the file is all that can be shown.
  }
  const [first] = errors;
  if (first === undefined) return { offset: 0, what: 'nested too deep', fix: RULES };
  const { offset, length } = first;
  const kind = printParseErrorCode(first.error);
  const wording = Object.hasOwn(WORDINGS, kind) ? WORDINGS[kind] : undefined;
  return wording?.(text, offset, offset + length) ?? { offset, what: 'invalid symbol', fix: RULES };
}

const comment: Wording = (_, offset) => ({ offset, what: 'comments are not allowed', fix: 'Remove the comment.' });

/** A bracket that the end of the file leaves open: where it stands tells more than where the file ends. */
const unclosed: Wording = (text) => {
  const open: { readonly sign: string; readonly offset: number }[] = [];
  const scanner = createScanner(text, true);
  for (let token = scanner.scan(); token !== TOKEN.end; token = scanner.scan()) {
    if (token === TOKEN.openBrace || token === TOKEN.openBracket) {
      const offset = scanner.getTokenOffset();
      open.push({ sign: text.charAt(offset), offset });
    }
    if (token === TOKEN.closeBrace || token === TOKEN.closeBracket) open.pop();
  }
  const last = open.at(-1);
  if (last === undefined) return undefined;
  const { line } = positionAt(text, last.offset);
  const close = last.sign === '{' ? '}' : ']';
  return {
    offset: endBefore(text, text.length),
    what: `the ${last.sign} in line ${line} is not closed`,
    fix: `Write ${close} where it should end.`,
  };
};

const WORDINGS: Readonly<Record<string, Wording>> = {
  InvalidSymbol: (text, offset, end) => signBetween(text, offset, end) ?? quoteInside(text, offset),
  PropertyNameExpected: (text, offset) =>
    extraComma(text, offset) ?? {
      offset,
      what: 'a property name in double quotes is expected',
      fix: 'Write a name in double quotes, a colon, and the value.',
    },
  ValueExpected: (text, offset) =>
    extraComma(text, offset) ?? { offset, what: 'a value is expected', fix: 'Write a value here.' },
  ColonExpected: (text, offset) => ({
    offset: endBefore(text, offset),
    what: 'a colon is expected',
    fix: 'Write a colon between a name and its value.',
  }),
  CommaExpected: (text, offset) => {
    if (/\d/.test(text.charAt(offset)) && /\d/.test(text.charAt(offset - 1))) {
      const fix = 'A code with a zero in front is a text: write it in double quotes.';
      return { offset: offset - 1, what: 'no number begins with 0', fix };
    }
    if (/[}\]]/.test(text.charAt(offset)))
      return { offset, what: 'this bracket closes none that is open', fix: 'Write } for each {, and ] for each [.' };
    return { offset: endBefore(text, offset), what: 'a comma is expected', fix: 'Write a comma here.' };
  },
  CloseBraceExpected: unclosed,
  CloseBracketExpected: unclosed,
  EndOfFileExpected: (_, offset) => ({
    offset,
    what: 'the file should end here',
    fix: 'Remove what follows, or the bracket before it that is one too many.',
  }),
  InvalidCommentToken: comment,
  UnexpectedEndOfComment: comment,
  UnexpectedEndOfString: (text, offset, end) => {
    const quote = text.slice(offset, end).search(/[“”„＂]/);
    if (quote !== -1) return signBetween(text, offset + quote, end);
    const fix = 'End it with a double quote on the same line; a line break inside a text is written \\n.';
    return { offset, what: 'a text does not end', fix };
  },
  InvalidCharacter: (text, offset, end) => ({
    offset: offset + Math.max(0, text.slice(offset, end).search(/\p{Cc}/u)),
    what: 'a text holds a tab or another control character',
    fix: 'Write a tab as \\t, or remove it.',
  }),
  InvalidEscapeCharacter: (text, offset, end) => ({
    offset: offset + Math.max(0, text.slice(offset, end).search(/(?<!\\)(?:\\\\)*\\(?!["\\/bfnrtu])/)),
    what: 'invalid escape',
    fix: 'Write a backslash twice: \\\\.',
  }),
  InvalidUnicode: (_, offset) => ({
    offset,
    what: 'invalid Unicode escape',
    fix: 'Write \\u and four hexadecimal digits, or the character itself.',
  }),
  UnexpectedEndOfNumber: (_, offset) => ({
    offset,
    what: 'a number does not end',
    fix: 'Write a digit after the decimal point.',
  }),
};

function signBetween(text: string, offset: number, end: number): Symptom | undefined {
  const found = wrongSign(text.slice(offset, end));
  return found && { ...found, offset: offset + found.offset };
}

/** A quotation mark in a text ends it: what follows it at once was meant to belong to the text. */
function quoteInside(text: string, offset: number): Symptom | undefined {
  if (text.charAt(offset - 1) !== '"') return undefined;
  const fix = 'Write a quotation mark inside a text as “ ”, or as \\".';
  return { offset: offset - 1, what: 'the text ends at this quotation mark', fix };
}

/** A comma with nothing after it. */
function extraComma(text: string, offset: number): Symptom | undefined {
  const comma = endBefore(text, offset) - 1;
  return text.charAt(comma) === ','
    ? { offset: comma, what: 'nothing follows this comma', fix: 'Remove the comma.' }
    : undefined;
}

/** Where what stands before an offset ends, blanks left out. */
function endBefore(text: string, offset: number): number {
  return text.slice(0, offset).trimEnd().length;
}
