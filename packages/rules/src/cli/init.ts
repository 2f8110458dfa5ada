import { cp, mkdir, readdir, writeFile } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import { cityFolder, seedCities } from '../city-folder.js';
import type { Label } from '../vocabulary/label.js';
import { EXIT, type ExitCode, MisuseError } from './exit-code.js';
import { readFailure } from './read-failure.js';
import { starterPack } from './starter-pack.js';
import type { Terminal } from './terminal.js';

/** `init FOLDER`: the beginning of a pack, small or copied from a city, that passes `check` and `test`. */
export async function init(
  folder: string,
  options: { readonly from?: string; readonly json?: boolean },
  terminal: Terminal,
): Promise<ExitCode> {
  const entries = await readdir(folder).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw readFailure(folder, error);
  });
  if (entries.length > 0) {
    throw new MisuseError({
      zh: `文件夹 ${folder} 不是空的，没有写入任何文件。`,
      en: `The folder ${folder} is not empty; nothing was written.`,
    });
  }
  const { from } = options;
  if (from !== undefined && !seedCities().includes(from)) {
    throw new MisuseError({
      zh: `没有城市“${from}”的规则包。现有：${seedCities().join('、')}`,
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
  if (options.json === true) {
    terminal.json({ ok: true, folder, from: from ?? null, files: await filesIn(folder) });
    return EXIT.ok;
  }
  const { cyan, dim } = terminal.colors;
  const step = (line: string, { zh, en }: Label): string => `  ${cyan(line)}\n      ${dim(terminal.say({ zh, en }))}`;
  terminal.print(
    terminal.say({ zh: `已建立 ${folder}。接下来：`, en: `${folder} is ready. Next:` }),
    step(`hotline-rules check ${folder}`, {
      zh: '每改一次就检查一次：指出文件、行、列和改法',
      en: 'after each change: tells file, line, column and how to mend it',
    }),
    step(`hotline-rules test ${folder}`, {
      zh: '运行规则里的测试和 tests/ 中的测试',
      en: 'runs the tests of the rules and those in tests/',
    }),
    step(
      `hotline-rules explain ${folder} --facts '${from === undefined ? '{"matter":"noise","district":"west"}' : '{}'}'`,
      {
        zh: '一张工单由谁办，为什么',
        en: 'who handles a ticket, and why',
      },
    ),
    step(`hotline-rules import 清单.xlsx ${folder} --matters --force`, {
      zh: '用自己的事项表格替换样例；单位先写进 units.json',
      en: 'your own table of matters instead of the sample; first your units in units.json',
    }),
    step(`hotline-rules schema ${folder} --out ${folder}/schemas`, {
      zh: '让编辑器补全事实、单位和事项',
      en: 'lets your editor complete facts, units and matters',
    }),
  );
  return EXIT.ok;
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map(({ parentPath, name }) => relative(folder, join(parentPath, name))).sort();
}
