import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Diagnostic, Fault } from '../diagnostic/diagnostic.js';
import { locate } from '../diagnostic/locate.js';
import { SheetError } from '../spreadsheet/sheet-error.js';
import { writeSheet } from '../spreadsheet/write-csv.js';
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
 * @throws PackError where a file is too large or no spreadsheet, or where there are too many.
 */
export async function readFiles(folder: string): Promise<Record<string, string>> {
  const base = basename(folder);
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile() && /\.(json|csv|xlsx)$|^SOURCES\.md$/.test(entry.name))
    .map(({ name }) => name)
    .sort();
  if (names.length > MOST_FILES) {
    throw new PackError(
      at(base, {
        code: 'tooManyFiles',
        pointer: '',
        message: `${names.length} files; a pack has at most ${MOST_FILES}.`,
        fix: 'Put what is no part of the pack into a folder of its own.',
      }),
    );
  }
  const isSheet = (name: string): boolean => name.endsWith('.xlsx');
  const texts: Record<string, string> = {};
  const faults: Diagnostic[] = [];
  const large = async (name: string): Promise<boolean> => {
    const { size } = await stat(join(folder, name));
    if (size > LARGEST) faults.push(...at(`${base}/${name}`, tooLarge(size)));
    return size > LARGEST;
  };
  for (const name of names) {
    if (!isSheet(name) && !(await large(name))) texts[name] = await readFile(join(folder, name), 'utf8');
  }
  // A spreadsheet is read only where a table names it: people keep others beside a pack.
  for (const name of names.filter((each) => isSheet(each) && isNamedByTable(each, texts))) {
    if (await large(name)) continue;
    const read = await sheetText(await readFile(join(folder, name)));
    if (typeof read === 'string') texts[name] = read;
    else faults.push(...at(`${base}/${name}`, read));
  }
  if (faults.length > 0) throw new PackError(faults);
  return texts;
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

function at(file: string, fault: Fault): Diagnostic[] {
  return locate([fault], { file });
}
