import { join } from 'node:path';
import type * as z from 'zod';
import type { Diagnostic, Fault } from '../diagnostic/diagnostic.js';
import { readJson } from '../diagnostic/json-text.js';
import { locate } from '../diagnostic/locate.js';
import { checkSchema } from '../diagnostic/schema-faults.js';
import { duplicateKeyLints } from '../lint/duplicate-key.js';
import { PackError } from '../pack/pack-error.js';
import { readJsonFiles } from '../pack/read-files.js';

/** A JSON file of a pack that is no part of its law, as it was read. */
export interface JsonDocument<Value> {
  /** Its path, as seen from here. */
  readonly file: string;
  readonly value: Value;
  /** Gives faults found later their line and column. */
  locate(faults: readonly Fault[]): readonly Diagnostic[];
}

/**
 * The JSON files in a folder of a pack, each read as strictly as the pack itself: no key twice, none that is forbidden,
 * no file too large, no nesting too deep, every fault with its line and column.
 *
 * @param schema what each file must be
 */
export async function readDocuments<Schema extends z.ZodType>(
  folder: string,
  inside: 'tests' | 'scenarios',
  schema: Schema,
): Promise<{
  readonly documents: readonly JsonDocument<z.output<Schema>>[];
  readonly diagnostics: readonly Diagnostic[];
}> {
  const documents: JsonDocument<z.output<Schema>>[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [name, text] of Object.entries(await textsOf(folder, inside, diagnostics))) {
    const file = join(folder, name);
    const read = readJson(text, file);
    if (!read.ok) {
      diagnostics.push(...read.diagnostics);
      continue;
    }
    const at = (faults: readonly Fault[]): readonly Diagnostic[] => locate(faults, { file, text });
    const checked = checkSchema(schema, read.value);
    const faults = [...duplicateKeyLints(text, read.value, file), ...(checked.ok ? [] : at(checked.faults))];
    diagnostics.push(...faults);
    if (checked.ok && faults.length === 0) documents.push({ file, value: checked.value, locate: at });
  }
  return { documents, diagnostics };
}

async function textsOf(folder: string, inside: 'tests' | 'scenarios', diagnostics: Diagnostic[]) {
  try {
    return await readJsonFiles(folder, inside);
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    diagnostics.push(...error.diagnostics);
    return {};
  }
}
