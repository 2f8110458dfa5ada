import { readFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { type Columns, FIELDS, type Field, findColumns } from '../spreadsheet/columns.js';
import { fillDown } from '../spreadsheet/fill-down.js';
import { readSheet, type Sheet, type SheetRow } from '../spreadsheet/sheet.js';
import { type TakenTable, takeTable } from '../spreadsheet/take-table.js';
import { writeList, writeMatters, writeRejects } from '../spreadsheet/write-csv.js';
import { EXIT, type ExitCode, MisuseError } from './exit-code.js';
import { printImport, reasonsOf } from './import-report.js';
import { type ImportTarget, readImportTarget } from './import-target.js';
import { orFaults } from './pack-folder.js';
import { readFailure } from './read-failure.js';
import type { Terminal } from './terminal.js';
import { type NewFile, writeFiles } from './write-files.js';

/** The options of `import`. */
export interface ImportOptions {
  readonly sheet?: string;
  readonly matters?: boolean;
  readonly column?: readonly string[];
  readonly fillDown?: string;
  readonly add?: boolean;
  readonly force?: boolean;
  readonly rejects?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** Largest file that is read, in bytes. */
const LARGEST = 64 * 1024 * 1024;

/** `import TABLE FOLDER`: turns a spreadsheet of matters into the implementation list of a pack, row by row. */
export async function importTable(
  table: string,
  folder: string,
  options: ImportOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { matters: definesMatters = false, add = false, dryRun = false } = options;
  const sheet = await readTable(table, options.sheet);
  const needs = { matters: !definesMatters || add, list: add };
  const target = await orFaults(readImportTarget(folder, needs), options, terminal);
  if (target === undefined) return EXIT.faults;
  const needed: readonly (readonly Field[])[] = definesMatters ? [['name']] : [['code', 'name'], ['lead']];
  const { columns, headings, body } = findColumns(sheet, needed, namedColumns(options.column ?? []));
  const rows = options.fillDown === undefined ? body : fillDown(body, columns, fieldsOf(options.fillDown));
  const matters = [...target.inherited, ...target.own];
  const taken = takeTable(rows, { ...target, file: table, columns, matters, definesMatters });
  const { rejected } = taken;
  const rejectsPath = options.rejects ?? join(dirname(table), `${basename(table, extname(table))}.rejects.csv`);
  const files = [
    ...packFiles(folder, target, taken, columns, options),
    ...(rejected.length === 0
      ? []
      : [{ path: rejectsPath, text: writeRejects(headings, rejected, reasonsOf(terminal)) }]),
  ];
  if (!dryRun) await writeFiles(files, options);
  printImport(
    {
      rows: rows.length,
      taken,
      columns: titlesOf(columns, headings),
      ...(sheet.encoding && { encoding: sheet.encoding }),
      written: dryRun ? [] : files.map(({ path }) => path),
      ...(rejected.length > 0 && !dryRun && { rejects: rejectsPath }),
    },
    options,
    terminal,
  );
  return rejected.length === 0 ? EXIT.ok : EXIT.faults;
}

async function readTable(table: string, worksheet: string | undefined): Promise<Sheet> {
  const bytes = await readFile(table).catch((error: unknown) => {
    throw readFailure(table, error);
  });
  if (bytes.length > LARGEST) {
    throw new MisuseError({
      zh: `${table} 超过 64 MiB。请分成几个文件。`,
      en: `${table} is larger than 64 MiB. Divide it into several files.`,
    });
  }
  return readSheet(bytes, worksheet);
}

function packFiles(
  folder: string,
  target: ImportTarget,
  { list, matters }: TakenTable,
  columns: Columns,
  { add = false, matters: definesMatters = false }: ImportOptions,
): readonly NewFile[] {
  const { texts } = target;
  const mattersText = add ? writeMatters(matters, texts.matters) : writeMatters(matters);
  const listText = add ? writeList(list, texts.list) : writeList(list);
  return [
    ...(definesMatters ? [{ path: join(folder, 'matters.csv'), text: mattersText, keepsOld: add }] : []),
    // A table of matters alone says nothing about units.
    ...(columns.lead === undefined
      ? []
      : [{ path: join(folder, 'implementation-list.csv'), text: listText, keepsOld: add }]),
  ];
}

function titlesOf(columns: Columns, headings: SheetRow): Readonly<Partial<Record<Field, string>>> {
  return Object.fromEntries(
    FIELDS.flatMap((field) => {
      const column = columns[field];
      return column === undefined ? [] : [[field, headings.cells[column] ?? '']];
    }),
  );
}

function namedColumns(named: readonly string[]): Readonly<Partial<Record<Field, string>>> {
  return Object.fromEntries(
    named.map((text) => {
      const [field = '', ...heading] = text.split('=');
      return [fieldNamed(field), heading.join('=')];
    }),
  );
}

function fieldsOf(text: string): readonly Field[] {
  return text.split(',').map((field) => fieldNamed(field.trim()));
}

function fieldNamed(text: string): Field {
  const field = FIELDS.find((each) => each === text);
  if (field !== undefined) return field;
  throw new MisuseError({
    zh: `没有字段“${text}”。可用：${FIELDS.join('、')}`,
    en: `There is no field "${text}". There are: ${FIELDS.join(', ')}.`,
  });
}
