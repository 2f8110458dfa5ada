import { lstat, readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Diagnostic, Fault } from '../diagnostic/diagnostic.js';
import { locate } from '../diagnostic/locate.js';
import { nearest } from '../diagnostic/nearest.js';
import { positionAt } from '../diagnostic/positions.js';
import { SheetError } from '../spreadsheet/sheet-error.js';
import { writeSheet } from '../spreadsheet/write-csv.js';
import { noteHash } from './file-hash.js';
import { PackError } from './pack-error.js';
import { isNamedByTable } from './pack-files.js';

/** Largest file of a pack, in bytes. A list of 39,000 matters has some two million. */
const LARGEST = 64 * 1024 * 1024;

/** Most files of a pack: its thirteen, and those of its tables. */
const MOST_FILES = 200;

/**
 * The texts of the files that lie directly in a folder; folders such as `tests` are no part of the pack's law, and links
 * are not followed.
 *
 * @throws PackError where a file is too large, not UTF-8 or no spreadsheet, or where there are too many.
 */
export async function readFiles(folder: string): Promise<Record<string, string>> {
  const base = basename(folder);
  const names = await namesIn(folder, base, /\.(json|csv|xlsx)$|^SOURCES\.md$/);
  const isSheet = (name: string): boolean => name.endsWith('.xlsx');
  const texts: Record<string, string> = {};
  const faults: Diagnostic[] = [];
  const large = async (name: string): Promise<boolean> => {
    const fault = await sizeFault(join(folder, name), `${base}/${name}`);
    if (fault !== undefined) faults.push(fault);
    return fault !== undefined;
  };
  for (const name of names) {
    if (isSheet(name) || (await large(name))) continue;
    const bytes = await readFile(join(folder, name));
    const read = textOf(bytes, `${base}/${name}`);
    if (typeof read === 'string') {
      texts[name] = read;
      noteHash(texts, name, bytes);
    } else faults.push(read);
  }
  // A spreadsheet is read only where a table names it: people keep others beside a pack.
  for (const name of names.filter((each) => isSheet(each) && isNamedByTable(each, texts))) {
    if (await large(name)) continue;
    const read = await sheetText(await readFile(join(folder, name)));
    if (typeof read === 'string') texts[name] = read;
    else faults.push(at(`${base}/${name}`, read));
  }
  if (faults.length > 0) throw new PackError(faults);
  return texts;
}

/**
 * The texts of the JSON files in a folder inside a pack, `tests` or `scenarios`, by their names from the pack's folder;
 * none where there is no such folder. Links are not followed.
 *
 * @throws PackError where a file is too large or not UTF-8, or where there are too many.
 */
export async function readJsonFiles(folder: string, inside: 'tests' | 'scenarios'): Promise<Record<string, string>> {
  const path = join(folder, inside);
  const isFolder = await lstat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) return {};
  const texts: Record<string, string> = {};
  const faults: Diagnostic[] = [];
  for (const name of await namesIn(path, `${basename(folder)}/${inside}`, /\.json$/)) {
    const file = `${basename(folder)}/${inside}/${name}`;
    const read = (await sizeFault(join(path, name), file)) ?? textOf(await readFile(join(path, name)), file);
    if (typeof read === 'string') texts[`${inside}/${name}`] = read;
    else faults.push(read);
  }
  if (faults.length > 0) throw new PackError(faults);
  return texts;
}

/** The folders inside a pack that are read. */
const FOLDERS = ['tests', 'scenarios'];

/** Folders inside a pack whose names are those of `tests` and `scenarios` misspelt: what lies in them is not read. */
export async function misnamedFolders(folder: string): Promise<readonly Diagnostic[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.flatMap((entry): readonly Diagnostic[] => {
    const { name } = entry;
    const meant = entry.isDirectory() && !FOLDERS.includes(name) ? nearest(name.toLowerCase(), FOLDERS) : undefined;
    if (meant === undefined) return [];
    const message = `The folder ${name} is not read.`;
    const fault = { code: 'unknownFile', pointer: '', value: name, message, fix: `Did you mean "${meant}"?` } as const;
    return [at(`${basename(folder)}/${name}`, { ...fault, severity: 'warning' })];
  });
}

/** The names of the files that lie directly in a folder, links left out. */
async function namesIn(folder: string, base: string, wanted: RegExp): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile() && wanted.test(entry.name)).map(({ name }) => name);
  if (names.length <= MOST_FILES) return names.sort();
  throw new PackError([
    at(base, {
      code: 'tooManyFiles',
      pointer: '',
      message: `${names.length} files; a pack has at most ${MOST_FILES}.`,
      fix: 'Put what is no part of the pack into a folder of its own.',
    }),
  ]);
}

async function sizeFault(path: string, file: string): Promise<Diagnostic | undefined> {
  const { size } = await stat(path);
  return size > LARGEST ? at(file, tooLarge(size)) : undefined;
}

/**
 * The text of a file in UTF-8. Another encoding is told where it shows: of a table that a spreadsheet program saved in
 * the system's own, every Chinese name would be read as something else.
 */
function textOf(bytes: Uint8Array, file: string): string | Diagnostic {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    const fault = {
      code: 'notUtf8',
      pointer: '',
      message: 'The file is not in UTF-8: from here on it cannot be read.',
      fix: 'Save it as UTF-8: in a spreadsheet program as "CSV UTF-8", in an editor with the encoding UTF-8.',
    };
    return { ...at(file, fault), ...positionAt(text, Math.max(0, text.indexOf('\ufffd'))) };
  }
}

/** The first worksheet of a spreadsheet as CSV, each row at its own number. */
async function sheetText(bytes: Uint8Array): Promise<string | Fault> {
  const { readSheet } = await import('../spreadsheet/sheet.js');
  try {
    return writeSheet((await readSheet(bytes)).rows);
  } catch (error) {
    if (!(error instanceof SheetError)) throw error;
    const fix = 'Open it in a spreadsheet program and save it again as .xlsx or CSV.';
    return { code: 'unreadableSheet', pointer: '', message: error.message, fix };
  }
}

function tooLarge(size: number): Fault {
  const MiB = 1024 * 1024;
  const message = `The file has ${Math.ceil(size / MiB)} MiB; at most ${LARGEST / MiB} MiB are read.`;
  return { code: 'fileTooLarge', pointer: '', message, fix: 'Divide it, or remove what does not belong into it.' };
}

function at(file: string, fault: Fault): Diagnostic {
  const [diagnostic] = locate([fault], { file });
  return diagnostic as Diagnostic;
}
