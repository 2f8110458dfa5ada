import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type CityPack, type CommandName, type Facts, PackError, parseCityPack, permit } from '@hotline-kit/rules';

const folder = fileURLToPath(new URL('../packs/sample-town/', import.meta.url));
const names = ['pack.json', 'units.json', 'matters.csv', 'implementation-list.csv', 'clocks.json', 'calendar.json'];
const base = Object.fromEntries(
  await Promise.all(names.map(async (name) => [name, await readFile(`${folder}${name}`, 'utf8')] as const)),
);

/** The files of the sample town under no procedure, with other files instead or besides. */
export function packFiles(files: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return { ...base, 'SOURCES.md': '# Sources', 'procedure.json': '{}', ...files };
}

/** The sample town under another procedure, and with other files besides. */
export function packWith(procedure: object, files: Readonly<Record<string, string>> = {}): CityPack {
  return parseCityPack(packFiles({ 'procedure.json': JSON.stringify(procedure), ...files }));
}

/** What stands against a procedure itself: its faults by place. */
export function faultsOf(procedure: object, files: Readonly<Record<string, string>> = {}): readonly string[] {
  try {
    packWith(procedure, files);
    return [];
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    return error.diagnostics.map(({ file, pointer, code }) => `${file}#${pointer} ${code}`);
  }
}

/** What stands against a command: the codes, and the field where the code is about one. */
export function against(
  procedure: object,
  command: CommandName,
  facts: Facts = {},
  data: Facts = {},
  files: Readonly<Record<string, string>> = {},
): readonly string[] {
  const permission = permit(packWith(procedure, files).procedure, command, facts, data);
  return permission.ok ? [] : permission.problems.map(({ code, field }) => (field ? `${code} ${field}` : code));
}

/** The manifest of the sample town, with more in it. */
export function manifestWith(parts: object): Readonly<Record<string, string>> {
  const title = { zh: '镇', en: 'Town' };
  return { 'pack.json': JSON.stringify({ format: 1, id: 'town', version: '1', title, calendar: 'office', ...parts }) };
}

/** A condition that one fact has one value. */
export function equal(fact: string, value: string | number | boolean) {
  return { all: [{ fact, operator: 'equal', value }] };
}

/** A term of working days. */
export function workingDays(amount: number) {
  return { kind: 'workingDays', amount } as const;
}
