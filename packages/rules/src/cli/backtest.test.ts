import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gb18030Bytes } from '../spreadsheet/gb18030-bytes.js';
import { recordedRun } from './recorded-run.js';

let place = '';
let [before, after] = ['', ''];
beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'hotline-backtest-'));
  [before, after] = [join(place, 'before'), join(place, 'after')];
  await recordedRun(['init', before]);
  await cp(before, after, { recursive: true });
  // The rule of urgent noise now holds for what is not urgent.
  await change(
    'routing.rules.json',
    '{"fact": "urgent", "operator": "equal", "value": true}',
    '{"fact": "urgent", "operator": "equal", "value": false}',
  );
});
afterAll(() => rm(place, { recursive: true }));

async function change(file: string, from: string, to: string): Promise<void> {
  const text = await readFile(join(after, file), 'utf8');
  expect(text).toContain(from);
  await writeFile(join(after, file), text.replace(from, to));
}

async function cases(text: string | Uint8Array): Promise<string> {
  const path = join(place, 'cases.csv');
  await writeFile(path, text);
  return path;
}

const run = (path: string, ...options: readonly string[]) => recordedRun(['backtest', before, after, path, ...options]);
const table =
  'id,matter,district,urgent\nA,noise-night,east,false\nB,noise,west,true\nC,noise,west,\nD,,,\nE,noise,,false\n';

describe('hotline-rules backtest', () => {
  it('decides each case by both packs: rules, then the list, then the fallback unit', async () => {
    const report = JSON.parse((await run(await cases(table), '--json')).out);
    expect(report).toMatchObject({ cases: 5, unreadable: 0, facts: ['matter', 'district', 'urgent'], ignored: [] });
    const leads = report.differences.map(
      ({ id, before: old, after: now }: Record<string, { outcomes: { params: { unit: string }; rule: string }[] }>) => [
        id,
        ...[old, now].flatMap((each) => each?.outcomes.map(({ params, rule }) => `${params.unit} by ${rule}`)),
      ],
    );
    expect(leads).toEqual([
      ['B', 'west by urgent-noise-to-district', 'urban-management by implementation-list.csv'],
      ['C', 'urban-management by implementation-list.csv', 'west by urgent-noise-to-district'],
    ]);
    // The rule now decides A as the list did: the same outcome, for another reason.
    expect(report).toMatchObject({ different: 2, otherReason: 1 });
    expect(report.moves).toContainEqual({ from: 'west', to: 'urban-management', cases: 1 });
  });

  it('takes Chinese headings and words, and GB18030', async () => {
    const chinese = table
      .replace('matter,district,urgent', '事项,区县,紧急')
      .replaceAll('true', '是')
      .replaceAll('false', '否');
    const plain = JSON.parse((await run(await cases(table), '--json')).out);
    for (const bytes of [Buffer.from(chinese), Buffer.from(`\ufeff${chinese}`), gb18030Bytes(chinese)]) {
      expect(JSON.parse((await run(await cases(bytes), '--json')).out)).toEqual(plain);
    }
  });

  it('writes units, matters, changes of the lead and every case that differs as CSV', async () => {
    const folder = join(place, 'report');
    const { out } = await run(await cases(table), '--out', folder);
    expect(out).toContain(`written ${join(folder, 'by-unit.csv')}`);
    const rows = async (name: string) =>
      Papa.parse<string[]>((await readFile(join(folder, name), 'utf8')).slice(1).trimEnd()).data;
    const report = JSON.parse((await run(await cases(table), '--json')).out);
    expect(await rows('by-unit.csv')).toEqual([
      ['unit', 'before', 'after', 'gained', 'lost'],
      ...report.byUnit.map((each: object) => Object.values(each).map(String)),
    ]);
    expect((await rows('by-matter.csv')).slice(1)).toEqual(
      report.byMatter.map((each: object) => Object.values(each).map(String)),
    );
    expect(await rows('moves.csv')).toHaveLength(1 + report.moves.length);
    expect((await rows('cases.csv')).slice(1).map(([id]) => id)).toEqual(
      report.differences.map(({ id }: { id: string }) => id),
    );
    expect(await run(await cases(table), '--out', folder)).toMatchObject({
      code: 2,
      err: expect.stringContaining('exists'),
    });
    expect((await run(await cases(table), '--out', folder, '--force')).code).toBe(0);
  });

  it('ends with 1 on differences only where asked', async () => {
    expect((await run(await cases(table))).code).toBe(0);
    expect((await run(await cases(table), '--fail-on-difference')).code).toBe(1);
    expect((await run(await cases('matter\nnoise-x\n'), '--fail-on-difference')).code).toBe(0);
  });

  it('reads times without an offset in the zone of the pack', async () => {
    const at = async (text: string) =>
      JSON.parse((await run(await cases(`at,matter,urgent,district\n${text},noise,true,west\n`), '--json')).out);
    // The rules are in force from 2026-01-01 in China; before that, the list decides both.
    expect((await at('2025-12-31 23:59:59')).different).toBe(0);
    expect((await at('2026-01-01 00:00:00')).different).toBe(1);
    expect((await at('2025-12-31T16:00:00Z')).different).toBe(1);
  });

  it('tells rows that it cannot read by file:row:column, counts them, and ends with 1', async () => {
    const faulty =
      'id,matter,urgent,returnCount,at,remark\n1,noise,maybe,0,,\n2,noise,,many,,\n3,noise,,,soon,\n4,noise,true,1,,x\n';
    const { code, out } = await recordedRun(['--lang', 'zh', 'backtest', before, after, await cases(faulty)]);
    expect(code).toBe(1);
    expect(out.match(/cases\.csv:\d+:\d+ .*\n.*/g)).toEqual([
      'cases.csv:2:3 错误 unreadableCase 案例读不出\n  “maybe”不是布尔值。',
      'cases.csv:3:4 错误 unreadableCase 案例读不出\n  “many”不是数。',
      'cases.csv:4:5 错误 unreadableCase 案例读不出\n  “soon”不是时刻。',
    ]);
    expect(out).toContain('没有用到的列：remark');
    expect(out).toMatch(/读不出的行\s+3/);
  });

  it.each([
    ['a,b\n1,2\n', /names no fact/],
    ['', /is empty\. Its first line should name facts/],
    ['PK\u0003\u0004\u0014', /is an \.xlsx file.*save it as CSV/],
  ])('refuses a table without facts: %j', async (text, message) => {
    expect(await run(await cases(text))).toMatchObject({ code: 2, err: expect.stringMatching(message) });
  });

  it('stops where a quote without its pair would draw the whole file into memory', async () => {
    const row = 'A,noise,west,false\n';
    const text = `id,matter,district,urgent\n${row}B,"noise,west,\n${row.repeat(1_400_000)}`;
    expect(await run(await cases(text))).toMatchObject({
      code: 2,
      err: expect.stringMatching(/Row 3 of .* does not end within 16 MiB: probably its quotes are not in pairs/),
    });
  });

  it('writes no cell that a spreadsheet program would run', async () => {
    const out = join(place, 'formulas');
    await run(await cases('id,matter,district,urgent\n=1+1,noise,west,true\n'), '--out', out);
    expect(await readFile(join(out, 'cases.csv'), 'utf8')).toContain(`\n"'=1+1",noise,west,`);
  });

  it('counts the same however the file falls into chunks', async () => {
    const many = Array.from(
      { length: 30_000 },
      (_, index) => `T${index},noise-night,${index % 3 === 0 ? 'east' : 'west'},${index % 2 === 0}`,
    );
    const report = JSON.parse(
      (await run(await cases(`id,matter,district,urgent\n${many.join('\n')}\n`), '--json')).out,
    );
    expect(report.cases).toBe(30_000);
    expect(report.same + report.different).toBe(30_000);
    expect(report.byMatter).toEqual([{ matter: 'noise-night', cases: 30_000, different: report.different }]);
  });
});
