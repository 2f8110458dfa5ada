import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { recordedRun } from './recorded-run.js';

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
