import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PackTexts } from '../upgrade/formats.js';
import { recordedRun } from './recorded-run.js';
import { Terminal } from './terminal.js';
import { upgrade } from './upgrade.js';

let folder = '';
beforeAll(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'hotline-upgrade-')), 'pack');
  await recordedRun(['init', folder]);
});
afterAll(() => rm(join(folder, '..'), { recursive: true }));

it('hotline-rules upgrade says that a pack of the present format needs nothing', async () => {
  expect(await recordedRun(['upgrade', folder])).toMatchObject({
    code: 0,
    out: expect.stringContaining('format 1 already'),
  });
  expect(JSON.parse((await recordedRun(['upgrade', folder, '--json'])).out)).toEqual({
    ok: true,
    format: 1,
    changed: [],
    removed: [],
  });
});

it('refuses a pack of a newer format, and so does check, with one clear message', async () => {
  const text = await readFile(join(folder, 'pack.json'), 'utf8');
  await writeFile(join(folder, 'pack.json'), text.replace('"format": 1', '"format": 7'));
  expect(await recordedRun(['--lang', 'zh', 'upgrade', folder])).toMatchObject({
    code: 2,
    err: '规则包为格式 7，本版本只认识到格式 1。请更新 @hotline-kit/rules。\n',
  });
  const { out } = await recordedRun(['check', '--json', folder]);
  expect(JSON.parse(out).diagnostics).toMatchObject([{ code: 'newerFormat', pointer: '/format', line: 2, column: 13 }]);
  expect(await readFile(join(folder, 'pack.json'), 'utf8')).toContain('"format": 7');
});

it('brings a pack of an older format to the present one on disk, its layout, mark and line ends kept', async () => {
  const old = join(folder, '..', 'old');
  await recordedRun(['init', old]);
  const before = await readFile(join(old, 'pack.json'), 'utf8');
  await writeFile(join(old, 'pack.json'), `\ufeff${before.replaceAll('\n', '\r\n')}`);
  const formats = {
    current: 2,
    migrations: [
      {
        from: 1,
        title: { zh: '标签移出', en: 'tags move out' },
        migrate: ({ 'escalation.rules.json': _, ...files }: PackTexts) => ({
          ...files,
          'tests/first.json': `${files['tests/first.json']}\n`,
          'tags.csv': 'name,kind,words\n',
        }),
      },
    ],
  };
  const run = async (options: { readonly dryRun?: boolean; readonly json?: boolean }) => {
    let out = '';
    const write = (text: string) => {
      out += text;
    };
    const terminal = new Terminal({ out: write, err: write, color: false, language: 'zh' });
    return { code: await upgrade(old, options, terminal, formats), out };
  };
  expect(await run({ dryRun: true })).toEqual({
    code: 0,
    out: '• 标签移出\n  ~ pack.json\n  ~ tests/first.json\n  ~ tags.csv\n  - escalation.rules.json\n✓ 可从格式 1 升到 2，未写文件\n',
  });
  expect(await readFile(join(old, 'pack.json'), 'utf8')).toContain('"format": 1');
  expect((await run({})).out).toContain('✓ 已从格式 1 升到 2；请运行 check 与 test');
  expect(await readFile(join(old, 'pack.json'), 'utf8')).toBe(
    `\ufeff${before.replaceAll('\n', '\r\n').replace('"format": 1', '"format": 2')}`,
  );
  expect(await readdir(old)).toContain('tags.csv');
  expect(await readdir(old)).not.toContain('escalation.rules.json');
  expect((await run({ json: true })).out).toContain('"changed": []');
});

it('says so where no format is named', async () => {
  const none = join(folder, '..', 'none');
  await recordedRun(['init', none]);
  await writeFile(join(none, 'pack.json'), '{ "id": "x" }');
  expect(await recordedRun(['--lang', 'zh', 'upgrade', none])).toMatchObject({
    code: 2,
    err: 'pack.json 没有写明格式。请加上 "format": 1，再运行 check。\n',
  });
  expect((await recordedRun(['check', none])).out).toContain('fix: Add "format": 1.');
});
