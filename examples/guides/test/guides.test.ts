import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const docs = ['start', 'concepts', 'guides'].map((folder) => path(`../../../docs/${folder}/`));
const pages = readdirSync(path('../src')).map((file) => file.replace(/\.ts$/, ''));

const postgres = process.env['HOTLINE_POSTGRES'];

/** What a program prints, line by line; those that know a database have it only where it is given. */
async function run(page: string, database?: string): Promise<string[]> {
  const args = ['--conditions=@hotline-kit/source', '--import', 'tsx', path(`../src/${page}.ts`)];
  const env = { ...process.env, HOTLINE_POSTGRES: database };
  const { stdout } = await promisify(execFile)(process.execPath, args, { env });
  return stdout === '' ? [] : stdout.trimEnd().split('\n');
}

test.skipIf(postgres === undefined)('a ticket joins a transaction of the host', async () => {
  expect(await run('storage', postgres)).toEqual([]);
});

test.skipIf(postgres === undefined)('a platform prints the same in memory and on PostgreSQL', async () => {
  expect(await run('platform-developer', postgres)).toEqual(await run('platform-developer'));
});

describe.each(pages)('%s', (page) => {
  const program = readFileSync(path(`../src/${page}.ts`), 'utf8');
  const regions = [...program.matchAll(/\/\/ #region \S+\n(.*?)\/\/ #endregion/gs)].map(([, code = '']) => code);

  test('what the page says it prints is what it prints', async () => {
    const printed = await run(page);
    const said = [...program.matchAll(/^(?:.*console\.log\(.*\); | *)\/\/ (?!#)(.*)$/gm)].map(([, text = '']) => text);
    expect(said).toHaveLength(printed.length);
    // A remark may follow what is printed, after a comma.
    for (const [index, line] of printed.entries()) expect(said[index]?.slice(0, line.length)).toBe(line);
  });

  test.each([`${page}.md`, `${page}.zh-CN.md`])('%s shows every region of the program, word for word', (file) => {
    const folder = docs.find((each) => existsSync(each + file)) ?? '';
    const blocks = [...readFileSync(folder + file, 'utf8').matchAll(/```ts\n(.*?)```/gs)].map(([, code = '']) => code);
    expect(blocks.sort()).toEqual([...regions].sort());
  });

  test('the Chinese page has the sections of the English one', () => {
    const folder = docs.find((each) => existsSync(`${each}${page}.md`)) ?? '';
    const [en, zh] = [`${page}.md`, `${page}.zh-CN.md`].map((file) =>
      [...readFileSync(folder + file, 'utf8').matchAll(/^(#+) /gm)].map(([, level]) => level),
    );
    expect(zh).toEqual(en);
  });
});
