import type { Diagnostic } from './diagnostic.js';
import { unsafeFaults } from './json-limits.js';
import { locate } from './locate.js';
import { malformedJson } from './malformed-json.js';

/** A JSON text that was read, or why it could not be. */
export type JsonText =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly diagnostics: Diagnostic[] };

/**
 * Reads a JSON text strictly: no comments, no trailing commas, no forbidden keys, no endless nesting.
 *
 * @example
 * readJson('{ "a": 1, }', 'pack.json'); // { ok: false, diagnostics: [{ code: 'malformedJson', line: 1, column: 9, … }] }
 */
export function readJson(text: string, file: string): JsonText {
  const body = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return { ok: false, diagnostics: [malformedJson(body, file)] };
  }
  const diagnostics = locate(unsafeFaults(value), { file, text: body });
  return diagnostics.length === 0 ? { ok: true, value } : { ok: false, diagnostics };
}
