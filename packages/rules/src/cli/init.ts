import { cp, mkdir, readdir, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { cityFolder, seedCities } from '../city-folder.js';
import { EXIT, type ExitCode, MisuseError } from './exit-code.js';
import { starterPack } from './starter-pack.js';
import type { Terminal } from './terminal.js';

/** `init FOLDER`: the beginning of a pack, small or copied from a city, that passes `check` and `test`. */
export async function init(folder: string, options: { readonly from?: string }, terminal: Terminal): Promise<ExitCode> {
  const entries = await readdir(folder).catch(() => []);
  if (entries.length > 0) {
    throw new MisuseError({
      zh: `文件夹 ${folder} 不是空的,没有写入任何文件。`,
      en: `The folder ${folder} is not empty; nothing was written.`,
    });
  }
  const { from } = options;
  if (from !== undefined && !seedCities().includes(from)) {
    throw new MisuseError({
      zh: `没有城市“${from}”的规则包。现有:${seedCities().join('、')}`,
      en: `No city pack "${from}". There are: ${seedCities().join(', ')}.`,
    });
  }
  await mkdir(folder, { recursive: true });
  if (from !== undefined) {
    await cp(cityFolder(from), folder, { recursive: true });
  } else {
    for (const [name, text] of Object.entries(starterPack(basename(resolve(folder))))) {
      await mkdir(join(folder, name, '..'), { recursive: true });
      await writeFile(join(folder, name), text);
    }
  }
  const command = (name: string): string => terminal.colors.cyan(`hotline-rules ${name} ${folder}`);
  terminal.print(
    terminal.say({ zh: `已建立 ${folder}。接下来:`, en: `${folder} is ready. Next:` }),
    terminal.say({
      zh: `  1. units.json 写单位,matters.csv 写事项,implementation-list.csv 写谁主办`,
      en: `  1. units in units.json, matters in matters.csv, who leads in implementation-list.csv`,
    }),
    terminal.say({
      zh: `  2. 每条规则写明依据(article)和一例测试(tests)`,
      en: `  2. each rule with its article and a test`,
    }),
    `  3. ${command('check')}`,
    `  4. ${command('test')}`,
    `  5. ${terminal.colors.cyan(`hotline-rules explain ${folder} --facts '{"matter":"…","district":"…"}'`)}`,
  );
  return EXIT.ok;
}
