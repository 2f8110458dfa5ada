import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { type PackFolder, readPackFolder } from '../pack/load-pack.js';
import { PackError } from '../pack/pack-error.js';

/** A pack's files, those of `tests/` among them; or why the folder cannot be read. */
export async function readFolder(
  folder: string,
): Promise<
  | { readonly read: PackFolder; readonly tests: Readonly<Record<string, string>> }
  | { readonly diagnostics: readonly Diagnostic[] }
> {
  try {
    const read = await readPackFolder(folder);
    return { read, tests: await readTests(read.path) };
  } catch (error) {
    if (error instanceof PackError) return { diagnostics: error.diagnostics };
    throw error;
  }
}

async function readTests(folder: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(join(folder, 'tests'), { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.json')).map(({ name }) => name);
  const texts = await Promise.all(
    names.sort().map(async (name) => [`tests/${name}`, await readFile(join(folder, 'tests', name), 'utf8')] as const),
  );
  return Object.fromEntries(texts);
}
