import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { type PackFolder, readPackFolder } from '../pack/load-pack.js';
import { PackError } from '../pack/pack-error.js';
import { forMachines, printDiagnostics } from './diagnostic-list.js';
import type { Terminal } from './terminal.js';

/** A pack's files, and those of its `tests/`. */
export interface FoundFolder {
  readonly read: PackFolder;
  readonly tests: Readonly<Record<string, string>>;
}

/** The files of a pack, or why the folder cannot be read. Files are named as seen from here. */
export async function readFolder(
  folder: string,
): Promise<FoundFolder | { readonly diagnostics: readonly Diagnostic[] }> {
  try {
    const read = await readPackFolder(folder);
    const base = folder.replace(/[/\\]+$/, '') || '.';
    return { read: { ...read, base }, tests: await readTests(read.path) };
  } catch (error) {
    if (error instanceof PackError) return { diagnostics: error.diagnostics };
    throw error;
  }
}

/** What was read of a pack; nothing where it has faults, which are printed. */
export async function orFaults<Value>(
  reading: Promise<Value>,
  options: { readonly json?: boolean },
  terminal: Terminal,
): Promise<Value | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    if (options.json === true) terminal.json({ ok: false, diagnostics: forMachines(error.diagnostics) });
    else printDiagnostics(error.diagnostics, terminal);
    return undefined;
  }
}

/** The texts of the files in `tests/`, by their names from the pack's folder. */
export async function readTests(folder: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(join(folder, 'tests'), { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.json')).map(({ name }) => name);
  const texts = await Promise.all(
    names.sort().map(async (name) => [`tests/${name}`, await readFile(join(folder, 'tests', name), 'utf8')] as const),
  );
  return Object.fromEntries(texts);
}
