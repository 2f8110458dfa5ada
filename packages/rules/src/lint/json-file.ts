import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { readJson } from '../diagnostic/json-text.js';
import { duplicateKeyLints } from './duplicate-key.js';

/**
 * What is wrong with JSON files as such, whatever they hold: with their syntax, forbidden keys, keys that stand twice.
 *
 * @param base What stands before the file names in diagnostics.
 */
export function jsonFileLints(files: Readonly<Record<string, string>>, base: string): readonly Diagnostic[] {
  return Object.entries(files).flatMap(([name, text]) => {
    const file = `${base.replace(/\/$/, '')}/${name}`;
    const read = readJson(text, file);
    return read.ok ? duplicateKeyLints(text.replace(/^\ufeff/, ''), read.value, file) : read.diagnostics;
  });
}
