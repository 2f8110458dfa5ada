import * as z from 'zod';
import type { Diagnostic, Fault } from '../diagnostic/diagnostic.js';
import { isRecord } from '../diagnostic/json-limits.js';
import { locate } from '../diagnostic/locate.js';
import { nearest } from '../diagnostic/nearest.js';
import { checkSchema } from '../diagnostic/schema-faults.js';
import { fileJson } from './file-json.js';

/** The files of a pack. All may be left out but `pack.json`, `SOURCES.md`, and, without a parent, the three others. */
export const PACK_FILES = [
  'pack.json',
  'conditions.json',
  'calendar.json',
  'units.json',
  'matters.csv',
  'implementation-list.csv',
  'tags.csv',
  'routing.rules.json',
  'escalation.rules.json',
  'procedure.json',
  'clocks.json',
  'assessment.json',
  'open311.json',
  'SOURCES.md',
] as const;

/** The name of a file of a pack. */
export type PackFile = (typeof PACK_FILES)[number];

const RULE_FILES: readonly PackFile[] = ['routing.rules.json', 'escalation.rules.json'];
const TABLE_FILE = /\.(csv|xlsx)$/;

/** Whether a table of a rule file names this file. */
export function isNamedByTable(file: string, files: Readonly<Record<string, string>>): boolean {
  return TABLE_FILE.test(file) && RULE_FILES.some((rules) => files[rules]?.includes(JSON.stringify(file)) === true);
}

/** The texts of a pack's files, and the faults that were found in them. */
export class PackFiles {
  readonly diagnostics: Diagnostic[] = [];
  readonly #files: Readonly<Record<string, string>>;
  readonly #base: string;

  /** `base` stands before the file names in diagnostics. */
  constructor(files: Readonly<Record<string, string>>, base: string) {
    this.#files = files;
    this.#base = base;
  }

  /** The name of a file as diagnostics show it. */
  nameOf(file: string): string {
    return this.#base === '' ? file : `${this.#base.replace(/\/$/, '')}/${file}`;
  }

  text(file: PackFile): string | undefined {
    return Object.hasOwn(this.#files, file) ? this.#files[file] : undefined;
  }

  /** The files that a decision table may take its rows from: those that are no other file of a pack. */
  tables(): Readonly<Record<string, string>> {
    const isTable = (file: string): boolean =>
      TABLE_FILE.test(file) && !file.includes('/') && !(PACK_FILES as readonly string[]).includes(file);
    return Object.fromEntries(Object.entries(this.#files).filter(([file]) => isTable(file)));
  }

  /** Notes the required files that are not there, and the files that look like a misspelt one. */
  checkNames(required: readonly PackFile[]): void {
    for (const file of required) {
      if (this.text(file) !== undefined) continue;
      this.#note(file, {
        code: 'missingFile',
        pointer: '',
        message: `The file ${file} is missing.`,
        fix: 'Add it to the pack.',
      });
    }
    for (const file of Object.keys(this.#files)) {
      if ((PACK_FILES as readonly string[]).includes(file) || file.includes('/')) continue;
      const meant = nearest(file, PACK_FILES);
      if (!/\.(json|csv)$/.test(file) || isNamedByTable(file, this.#files)) continue;
      const fix = meant === undefined ? 'Put it into a folder of its own.' : `Did you mean "${meant}"?`;
      this.#note(file, {
        code: 'unknownFile',
        pointer: '',
        value: file,
        message: `A pack has no file ${file}.`,
        allowed: PACK_FILES,
        fix,
      });
    }
  }

  /** The value of a JSON file; nothing where the file is absent, or has faults, which are noted. */
  json(file: PackFile): unknown {
    const read = fileJson(this.#files, file, this.nameOf(file));
    if (read === undefined) return undefined;
    if (read.ok) return read.value;
    this.diagnostics.push(...read.diagnostics);
    return undefined;
  }

  /** The value of a JSON file of a given shape; nothing where it is absent, or has faults, which are noted. */
  read<Schema extends z.ZodType>(file: PackFile, schema: Schema): z.output<Schema> | undefined {
    const value = this.json(file);
    if (value === undefined) return undefined;
    const checked = checkSchema(schema, schema instanceof z.ZodRecord ? withoutSchema(value) : value);
    if (checked.ok) return checked.value;
    this.note(file, checked.faults);
    return undefined;
  }

  /** Notes faults of a file, with their places. */
  note(file: PackFile, faults: readonly Fault[]): void {
    const text = this.text(file);
    this.diagnostics.push(...locate(faults, { file: this.nameOf(file), text: text?.replace(/^\ufeff/, '') }));
  }

  #note(file: string, fault: Fault): void {
    this.diagnostics.push(...locate([fault], { file: this.nameOf(file) }));
  }
}

/** Things by id, without the `$schema` that every file may name. */
function withoutSchema(value: unknown): unknown {
  if (!isRecord(value) || typeof value.$schema !== 'string') return value;
  const { $schema: _, ...things } = value;
  return things;
}
