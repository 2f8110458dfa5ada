import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { recordedRun } from './recorded-run.js';

let place = '';
let folder = '';
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'hotline-hostile-'));
  folder = join(place, 'town');
  expect((await recordedRun(['init', folder])).code).toBe(0);
});
afterEach(() => rm(place, { recursive: true }));

it('a folder of tests that is a link is as good as missing; so is a link among the scenarios', async () => {
  const elsewhere = join(place, 'elsewhere');
  await mkdir(elsewhere);
  await writeFile(join(elsewhere, 'secret.json'), '{ secret');
  await rm(join(folder, 'tests'), { recursive: true });
  await symlink(elsewhere, join(folder, 'tests'));
  await mkdir(join(folder, 'scenarios'));
  await symlink(join(elsewhere, 'secret.json'), join(folder, 'scenarios', 'secret.json'));
  const { code, out } = await recordedRun(['check', folder]);
  expect([code, /secret/.test(out)]).toEqual([0, false]);
});

it.each(['tests', 'scenarios'])(
  'of %s, none of more than 64 MiB is read, nor any where there are over 200',
  async (inside) => {
    await mkdir(join(folder, inside), { recursive: true });
    const large = join(folder, inside, 'large.json');
    await writeFile(large, '');
    await truncate(large, 64 * 1024 * 1024 + 1);
    expect((await recordedRun(['check', folder])).out).toContain(`town/${inside}/large.json error fileTooLarge`);
    await rm(large);
    for (let index = 0; index <= 200; index += 1) await writeFile(join(folder, inside, `t${index}.json`), '{}');
    expect((await recordedRun(['test', folder])).out).toContain(`town/${inside} error tooManyFiles`);
  },
);

// An expression that searched for the closing bracket from each opening one would not end.
it.each(['(', '（', '【'])('headings that open %s a million times', async (bracket) => {
  const table = join(place, 'table.csv');
  await writeFile(table, `${bracket.repeat(1_000_000)},x\n噪声扰民,东区\n`);
  const { code, err } = await recordedRun(['import', table, folder]);
  expect(code).toBe(2);
  expect(err.length).toBeLessThan(1000);
});

it.each([
  ['an unknown fact', 'routing.rules.json', '"urgent"'],
  ['an unknown unit', 'implementation-list.csv', 'urban-management'],
  ['an unknown word', 'procedure.json', '"'],
])('%s that holds control characters cannot steer the terminal', async (_, file, word) => {
  const path = join(folder, file);
  const { readFile } = await import('node:fs/promises');
  const text = await readFile(path, 'utf8');
  const steering = '\u001b[2J\u009b2J\u202e\r';
  const escaped = file.endsWith('.json') ? JSON.stringify(steering).slice(1, -1) : steering;
  await writeFile(path, text.replace(word, word.length > 1 ? word.replace(/\w{3}/, `$&${escaped}`) : `"${escaped}`));
  const { out } = await recordedRun(['check', folder]);
  expect(out).toContain('error');
  expect(out).not.toMatch(/(?!\n)\p{Cc}|\u202e/u);
});
