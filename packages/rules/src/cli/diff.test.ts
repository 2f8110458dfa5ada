import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordedRun } from './recorded-run.js';

let place = '';
let count = 0;
beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'hotline-diff-'));
  await recordedRun(['init', join(place, 'old')]);
});
afterAll(() => rm(place, { recursive: true }));

/** A copy of the old pack with a text of one file changed. */
async function changed(file: string, from: string, to: string): Promise<string> {
  count += 1;
  const folder = join(place, `new-${count}`);
  await cp(join(place, 'old'), folder, { recursive: true });
  const text = await readFile(join(folder, file), 'utf8');
  expect(text).toContain(from);
  await writeFile(join(folder, file), text.replace(from, to));
  return folder;
}

async function differences(after: string, before = join(place, 'old')) {
  const { code, out } = await recordedRun(['diff', before, after, '--json', '--fail-on-difference']);
  const report = JSON.parse(out);
  expect(report.same).toBe(report.differences.length === 0);
  expect(code).toBe(report.same ? 0 : 1);
  return report.differences;
}

describe('hotline-rules diff', () => {
  it('finds nothing between a pack and its copy, however the files are laid out', async () => {
    const folder = await changed('clocks.json', '  "handle"', '\n\n      "handle"');
    expect(await differences(folder)).toEqual([]);
    expect((await recordedRun(['diff', join(place, 'old'), folder])).out).toContain('They say the same.');
  });

  it.each([
    ['units.json', '"市城管局"', '"市城管委"', { part: 'units', kind: 'changed', id: 'urban-management' }],
    [
      'matters.csv',
      'noise-night,夜间噪声',
      'noise-night,夜间扰民',
      { part: 'matters', kind: 'changed', id: 'noise-night' },
    ],
    [
      'implementation-list.csv',
      'noise-night,east,east',
      'noise-night,east,west',
      { part: 'list', kind: 'changed', id: 'noise-night × east' },
    ],
    [
      'implementation-list.csv',
      'noise-night,east',
      'noise-night,west',
      { part: 'list', kind: 'added', id: 'noise-night × west' },
    ],
    [
      'routing.rules.json',
      '"priority": 10',
      '"priority": 20',
      { part: 'routing', kind: 'changed', id: 'urgent-noise-to-district' },
    ],
    [
      'escalation.rules.json',
      '"level": 1',
      '"level": 2',
      { part: 'escalation', kind: 'changed', id: 'handling-overdue' },
    ],
    [
      'escalation.rules.json',
      '"id": "handling-overdue"',
      '"id": "overdue"',
      { part: 'escalation', kind: 'removed', id: 'handling-overdue' },
    ],
    [
      'clocks.json',
      '"amount": 5',
      '"amount": 3',
      { part: 'clocks', kind: 'changed', id: 'handle', changes: [{ path: 'term.amount', before: 5, after: 3 }] },
    ],
    [
      'procedure.json',
      '"maximum": 2,',
      '',
      { part: 'procedure', kind: 'changed', id: 'return', changes: [{ path: 'maximum', before: 2 }] },
    ],
    ['calendar.json', '"17:30"', '"18:00"', { part: 'calendars', kind: 'changed', id: 'office' }],
    ['pack.json', '"version": "2026.1"', '"version": "2026.2"', { part: 'pack', kind: 'changed', id: 'version' }],
    [
      'routing.rules.json',
      '"version": "2026.1"',
      '"version": "2026.2"',
      { part: 'routing', kind: 'changed', id: '(version)' },
    ],
  ])('a change in %s: %s becomes %s', async (file, from, to, expected) => {
    expect(await differences(await changed(file, from, to))).toContainEqual(expect.objectContaining(expected));
  });

  it('tells a change of the order in which rules are asked, and nothing else of it', async () => {
    const rule = (id: string) =>
      `{ "id": "${id}", "conditions": { "all": [{ "fact": "urgent", "operator": "equal", "value": true }] }, "event": { "type": "tag", "params": { "tag": "${id}" } } }`;
    const rules = (...ids: string[]) => `{ "id": "r", "version": "1", "rules": [${ids.map(rule).join(',')}] }`;
    const [before, after] = [await changed('SOURCES.md', '', ''), await changed('SOURCES.md', '', '')];
    await writeFile(join(before, 'routing.rules.json'), rules('a', 'b', 'c'));
    await writeFile(join(after, 'routing.rules.json'), rules('a', 'c', 'b'));
    expect(await differences(after, before)).toEqual([
      { part: 'routing', kind: 'changed', id: '(order)', changes: [{ path: '2', before: 'b', after: 'c' }] },
    ]);
  });

  it('counts what is inherited: a parent that changes changes its districts', async () => {
    const district = async (name: string, parent: string) => {
      const folder = join(place, name);
      await recordedRun(['init', folder]);
      for (const file of [
        'routing.rules.json',
        'escalation.rules.json',
        'matters.csv',
        'implementation-list.csv',
        'tests',
        'calendar.json',
      ])
        await rm(join(folder, file), { recursive: true });
      await writeFile(join(folder, 'units.json'), '{ "units": [] }');
      await writeFile(join(folder, 'clocks.json'), '{}');
      await writeFile(join(folder, 'procedure.json'), '{}');
      await writeFile(
        join(folder, 'pack.json'),
        JSON.stringify({ format: 1, id: 'd', version: '1', title: { zh: 'd', en: 'd' }, parent: `../${parent}` }),
      );
      return folder;
    };
    const stricter = await changed('clocks.json', '"amount": 5', '"amount": 3');
    await appendFile(join(stricter, 'matters.csv'), 'lamp,路灯,,help\n');
    const found = await differences(
      await district('d2', stricter.slice(place.length + 1)),
      await district('d1', 'old'),
    );
    expect(found.map(({ part, kind, id }: Record<string, string>) => [part, kind, id])).toEqual([
      ['pack', 'changed', 'parent'],
      ['matters', 'added', 'lamp'],
      ['clocks', 'changed', 'handle'],
    ]);
  });

  it('shows people what changed, in columns of their language, and ends with 0 unless asked', async () => {
    const folder = await changed('clocks.json', '"amount": 5', '"amount": 3');
    const { code, out } = await recordedRun(['--lang', 'zh', 'diff', join(place, 'old'), folder]);
    expect(code).toBe(0);
    expect(out).toContain('      新增  删除  变更\n时限     0     0     1\n');
    expect(out).toContain('  ~ handle 办结\n      term.amount: 5 → 3\n');
  });

  it('ends with 1 and the faults where a pack cannot be loaded', async () => {
    const folder = await changed('units.json', '"kind": "city"', '"kind": "town"');
    expect(await recordedRun(['diff', join(place, 'old'), folder])).toMatchObject({
      code: 1,
      out: expect.stringContaining('units.json:'),
    });
  });
});
