import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { chineseOf } from '../diagnostic/wording.js';
import { type PackFolder, readPackFolder } from '../pack/load-pack.js';
import { PackError } from '../pack/pack-error.js';
import { misnamedFolders, readJsonFiles } from '../pack/read-files.js';
import { forMachines, printDiagnostics } from './diagnostic-list.js';
import { MisuseError } from './exit-code.js';
import type { Terminal } from './terminal.js';

/** A pack's files, and those of its `tests/` and `scenarios/`. */
export interface FoundFolder {
  readonly read: PackFolder;
  readonly tests: Readonly<Record<string, string>>;
  readonly scenarios: Readonly<Record<string, string>>;
  /** What lies in the folder and is read by nobody, under a name that nearly is. */
  readonly misnamed: readonly Diagnostic[];
}

/**
 * The files of a pack, or why the folder cannot be read. Files are named as seen from here.
 *
 * @throws MisuseError where there is no such folder.
 */
export async function readFolder(
  folder: string,
): Promise<FoundFolder | { readonly diagnostics: readonly Diagnostic[] }> {
  try {
    const read = await readPackFolder(folder);
    const base = folder.replace(/[/\\]+$/, '') || '.';
    const [tests, scenarios] = [await readJsonFiles(read.path, 'tests'), await readJsonFiles(read.path, 'scenarios')];
    return { read: { ...read, base }, tests, scenarios, misnamed: await misnamedFolders(read.path) };
  } catch (error) {
    if (error instanceof PackError) return { diagnostics: faultsOf(error) };
    throw error;
  }
}

/**
 * What was read of a pack; nothing where it has faults, which are printed.
 *
 * @throws MisuseError where there is no such folder.
 */
export async function orFaults<Value>(
  reading: Promise<Value>,
  options: { readonly json?: boolean },
  terminal: Terminal,
): Promise<Value | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    const diagnostics = faultsOf(error);
    if (options.json === true) terminal.json({ ok: false, diagnostics: forMachines(diagnostics) });
    else printDiagnostics(diagnostics, terminal);
    return undefined;
  }
}

/** The faults of a pack. That the folder itself is none is no fault of a pack, but of the call. */
function faultsOf({ diagnostics }: PackError): readonly Diagnostic[] {
  const [first] = diagnostics;
  // A parent that is missing is a fault of the pack that names it.
  if (first?.code !== 'folderMissing' || first.file !== first.value) return diagnostics;
  const { message, fix } = chineseOf(first);
  throw new MisuseError({ zh: `${message}${fix ?? ''}`, en: `${first.message} ${first.fix ?? ''}` });
}
