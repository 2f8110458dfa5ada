import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser';
import type { Diagnostic } from './diagnostic.js';
import { unsafeFaults } from './json-limits.js';
import { locate } from './locate.js';
import { positionAt } from './positions.js';

/** A JSON text that was read, or why it could not be. */
export type JsonText =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly diagnostics: Diagnostic[] };

/**
 * Reads a JSON text strictly: no comments, no trailing commas, no forbidden keys, no endless nesting.
 *
 * @example
 * readJson('{ "a": 1, }', 'pack.json'); // { ok: false, diagnostics: [{ code: 'malformedJson', line: 1, column: 11, … }] }
 */
export function readJson(text: string, file: string): JsonText {
  const body = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return { ok: false, diagnostics: [malformed(body, file)] };
  }
  const diagnostics = locate(unsafeFaults(value), { file, text: body });
  return diagnostics.length === 0 ? { ok: true, value } : { ok: false, diagnostics };
}

function malformed(text: string, file: string): Diagnostic {
  const errors: ParseError[] = [];
  try {
    parse(text, errors, { disallowComments: true, allowTrailingComma: false });
  } catch {
    // Nested so deep that the tolerant parser gave up: the start of the file is all that can be shown.
  }
  const first = errors[0];
  const { line, column } = positionAt(text, first?.offset ?? 0);
  const what = first === undefined ? 'nested too deep' : WORDS[printParseErrorCode(first.error)];
  return {
    code: 'malformedJson',
    severity: 'error',
    file,
    pointer: '',
    line,
    column,
    message: `The file is not valid JSON: ${what ?? 'invalid symbol'}.`,
    fix: 'JSON has no comments and no trailing commas; names and texts stand in double quotes.',
  };
}

const WORDS: Readonly<Record<string, string>> = {
  InvalidSymbol: 'invalid symbol',
  InvalidNumberFormat: 'invalid number',
  PropertyNameExpected: 'a property name in double quotes is expected',
  ValueExpected: 'a value is expected',
  ColonExpected: 'a colon is expected',
  CommaExpected: 'a comma is expected',
  CloseBraceExpected: 'a closing brace is expected',
  CloseBracketExpected: 'a closing bracket is expected',
  EndOfFileExpected: 'the file should end here',
  InvalidCommentToken: 'comments are not allowed',
  UnexpectedEndOfComment: 'comments are not allowed',
  UnexpectedEndOfString: 'a text does not end',
  UnexpectedEndOfNumber: 'a number does not end',
  InvalidUnicode: 'invalid Unicode escape',
  InvalidEscapeCharacter: 'invalid escape',
  InvalidCharacter: 'invalid character',
};
