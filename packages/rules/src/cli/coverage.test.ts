import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { recordedRun } from './recorded-run.js';

let folder = '';
const folders: string[] = [];
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'hotline-coverage-')), 'pack');
  folders.push(join(folder, '..'));
  await recordedRun(['init', folder]);
});
afterAll(async () => {
  for (const each of folders) await rm(each, { recursive: true });
});

async function report(...options: readonly string[]) {
  const { code, out } = await recordedRun(['coverage', folder, '--json', ...options]);
  return { code, ...JSON.parse(out) };
}

describe('hotline-rules coverage', () => {
  it('asks who leads each narrowest matter in each district', async () => {
    await appendFile(join(folder, 'matters.csv'), 'lamp,路灯,,help\nlamp-out,路灯不亮,lamp,help\n');
    await appendFile(join(folder, 'implementation-list.csv'), 'lamp,east,urban-management,,\n');
    // noise-night in the west falls under the row of noise for all districts; lamp-out in the west under none.
    expect(await report()).toMatchObject({
      via: { rule: 0, list: 3, fallback: 1, none: 0 },
      open: [{ code: 'lamp-out', name: '路灯不亮', districts: ['west'] }],
    });
  });

  it('counts a unit that a rule names', async () => {
    const text = await readFile(join(folder, 'routing.rules.json'), 'utf8');
    const [before, after] = text.split(/,\s*\{\s*"fact": "urgent"[^}]*\}/);
    await writeFile(join(folder, 'routing.rules.json'), `${before}${after}`);
    expect((await report()).via).toEqual({ rule: 2, list: 0, fallback: 0, none: 0 });
  });

  it('names the rules and the rows that no test uses', async () => {
    const found = await report();
    expect(found.untestedRules).toEqual([]);
    expect(found.untestedRows).toEqual([
      {
        matter: 'noise-night',
        district: 'east',
        lead: 'east',
        assists: ['urban-management'],
        article: '样例办法第二条',
        line: 3,
      },
    ]);
    const file = join(folder, 'escalation.rules.json');
    const document = JSON.parse(await readFile(file, 'utf8'));
    document.rules[0].tests = [];
    await writeFile(file, JSON.stringify(document));
    expect((await report()).untestedRules).toEqual([{ file: 'escalation.rules.json', rule: 'handling-overdue' }]);
  });

  it('ends with 1 where less is covered than was asked for', async () => {
    expect(await report('--min-matters', '100', '--min-rules', '100', '--min-list', '50')).toMatchObject({
      code: 0,
      ok: true,
    });
    expect(await report('--min-list', '50.1')).toMatchObject({ code: 1, ok: false });
    const { code, out } = await recordedRun(['--lang', 'zh', 'coverage', folder, '--min-list', '51']);
    expect(code).toBe(1);
    expect(out).toContain('✗ 未达要求：清单行，测试用到 50.0% < 51%');
    expect(await recordedRun(['coverage', folder, '--min-list', 'many'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('percentage'),
    });
  });
});
