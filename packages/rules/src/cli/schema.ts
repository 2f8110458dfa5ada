import { mkdir, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { packSchemas } from '../json-schema/pack-schemas.js';
import { loadCityPack } from '../pack/load-pack.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { orFaults } from './pack-folder.js';
import type { Terminal } from './terminal.js';

/** `schema [FOLDER]`: JSON Schemas for editors, which know the pack's own words where a folder is given. */
export async function schema(
  folder: string | undefined,
  options: { readonly out?: string; readonly json?: boolean },
  terminal: Terminal,
): Promise<ExitCode> {
  const pack = folder === undefined ? undefined : await orFaults(loadCityPack(folder), options, terminal);
  if (folder !== undefined && pack === undefined) return EXIT.faults;
  const schemas = packSchemas(pack);
  if (options.out === undefined) {
    terminal.json(schemas);
    return EXIT.ok;
  }
  await mkdir(options.out, { recursive: true });
  const written: string[] = [];
  for (const [file, body] of Object.entries(schemas)) {
    const name = `${file
      .replace('/*', '')
      .replace(/\.json$/, '')
      .replaceAll('/', '-')}.schema.json`;
    const path = join(options.out, name);
    await writeFile(path, `${JSON.stringify(body, undefined, 2)}\n`);
    written.push(path);
    if (options.json !== true) terminal.print(`${file} → ${path}`);
  }
  if (options.json === true) {
    terminal.json({ ok: true, written });
    return EXIT.ok;
  }
  const path = relative(folder ?? '.', join(options.out, 'units.schema.json')).replaceAll('\\', '/');
  const example = `"$schema": "${path}",`;
  terminal.print(
    terminal.say({
      zh: `在文件开头写上模式，编辑器即可补全与检查。例如 units.json 中：\n  ${example}`,
      en: `Name its schema at the top of a file, and your editor completes and checks it. In units.json:\n  ${example}`,
    }),
  );
  return EXIT.ok;
}
