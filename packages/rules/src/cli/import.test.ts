import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { recordedRun } from './recorded-run.js';

let place = '';
let count = 0;
beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'hotline-import-'));
});
afterAll(() => rm(place, { recursive: true }));

/** A pack just begun: units 市城管局 (urban-management), 东区 (east), 西区 (west), and matters noise, noise-night. */
async function begun(): Promise<string> {
  count += 1;
  const folder = join(place, `pack-${count}`);
  expect((await recordedRun(['init', folder])).code).toBe(0);
  return folder;
}

async function table(text: string): Promise<string> {
  count += 1;
  const path = join(place, `table-${count}.csv`);
  await writeFile(path, text);
  return path;
}

const run = (...args: readonly string[]) => recordedRun(['import', ...args]);
const listOf = (folder: string) => readFile(join(folder, 'implementation-list.csv'), 'utf8');

describe('hotline-rules import', () => {
  it('reads Chinese headings below a title, and names instead of ids', async () => {
    const folder = await begun();
    const file = await table(
      '某市事项实施清单,,,,\n事项名称,属地,主办单位(责任部门),协办单位,依据条款\n噪声扰民,全市,市城管局,,第二条\n夜间噪声,东区、西区,市城管局,"东区;西区",第三条\n',
    );
    expect(await run(file, folder, '--force')).toMatchObject({ code: 0 });
    expect(await listOf(folder)).toBe(
      'matter,district,lead,assists,article\n' +
        'noise,,urban-management,,第二条\n' +
        'noise-night,east,urban-management,east;west,第三条\n' +
        'noise-night,west,urban-management,east;west,第三条\n',
    );
    expect((await recordedRun(['check', folder])).code).toBe(0);
  });

  it('says of each row that it could not take where and why, and keeps it for another import', async () => {
    const folder = await begun();
    const before = await listOf(folder);
    const file = await table(
      '编码,区县,主办单位,备注\nnoise,东区,市城管局,第一行\nnoise,南区,市城管,第二行\nnoise,东区,市城管局,第三行\n,,,\nnoise,西区,,第五行\n',
    );
    const { code, out } = await run(file, folder, '--add');
    expect(code).toBe(1);
    expect(out.match(/:\d+:\d+ error \w+/g)).toEqual([
      ':3:2 error unknownDistrict',
      ':3:3 error unknownUnit',
      ':4:1 error duplicateRow',
      ':6:3 error missingKey',
    ]);
    expect(await listOf(folder)).toBe(`${before}noise,east,urban-management,,\n`);
    const rejects = file.replace('.csv', '.rejects.csv');
    const kept = Papa.parse<string[]>((await readFile(rejects, 'utf8')).slice(1).trimEnd()).data;
    expect(kept.map((row) => row.slice(0, 5))).toEqual([
      ['编码', '区县', '主办单位', '备注', 'row'],
      ['noise', '南区', '市城管', '第二行', '3'],
      ['noise', '东区', '市城管局', '第三行', '4'],
      ['noise', '西区', '', '第五行', '6'],
    ]);
    await writeFile(rejects, (await readFile(rejects, 'utf8')).replace('南区,市城管,', '西区,市城管局,'));
    expect((await run(rejects, folder, '--add')).out).toContain('For the list: 1');
    expect(await listOf(folder)).toBe(`${before}noise,east,urban-management,,\nnoise,west,urban-management,,\n`);
  });

  it('takes no code that a spreadsheet program spoiled, and keeps its row', async () => {
    const folder = await begun();
    const file = await table(
      '编码,名称,主办单位\n1.20E+11,大数,市城管局\n2026-03-01,门牌,市城管局\n#REF!,公式,市城管局\n0012,水管,市城管局\n',
    );
    const { code, out } = await run(file, folder, '--matters', '--add');
    expect(code).toBe(1);
    expect(out.match(/:\d+:\d+ error \w+/g)).toEqual([2, 3, 4].map((line) => `:${line}:1 error damagedCell`));
    expect(await readFile(join(folder, 'matters.csv'), 'utf8')).toMatch(/complaint\n0012,水管,,\n$/);
  });

  it('takes no cell that a spreadsheet program would run, and no name that reaches into a prototype', async () => {
    const folder = await begun();
    const file = await table(
      '事项编码,事项名称,主办单位,依据\n=1+1,甲,东区,\nb,@SUM(1),东区,\nc,丙,东区,"=HYPERLINK(""http://example.org"")"\n__proto__,丁,东区,\nd,戊,东区,-\ne,己,东区,＝1\n',
    );
    const { out } = await run(file, folder, '--matters', '--force');
    expect(out.match(/:\d+:\d+ error \w+/g)).toEqual([
      ':2:1 error formulaCell',
      ':3:2 error formulaCell',
      ':4:4 error formulaCell',
      ':5:1 error forbiddenKey',
      ':7:4 error formulaCell',
    ]);
    expect(await readFile(join(folder, 'matters.csv'), 'utf8')).toContain('\nd,戊,,\n');
    const rejects = await readFile(file.replace('.csv', '.rejects.csv'), 'utf8');
    const cells = Papa.parse<string[]>(rejects.slice(1)).data.flat();
    for (const cell of ["'=1+1", "'@SUM(1)", `'=HYPERLINK("http://example.org")`, "'＝1"])
      expect(cells).toContain(cell);
    expect(cells.filter((cell) => /^[=+\-@＝]/.test(cell))).toEqual([]);
  });

  it('a cell of megabytes is told in a few words', async () => {
    const folder = await begun();
    const file = await table(`事项名称,主办单位\n噪声扰民,${'x'.repeat(3_000_000)}\n`);
    const { out } = await run(file, folder, '--force');
    expect(out).toContain(`Unknown unit "${'x'.repeat(80)}…".`);
    expect(out.length).toBeLessThan(2000);
  });

  it('an empty table is called empty', async () => {
    const folder = await begun();
    expect(await run(await table(''), folder)).toMatchObject({ code: 2, err: 'The table is empty.\n' });
    expect(await run(await table('\n,,\n'), folder)).toMatchObject({ code: 2, err: 'The table is empty.\n' });
  });

  it('never overwrites without --force, and writes nothing with --dry-run', async () => {
    const folder = await begun();
    const before = await listOf(folder);
    const file = await table('事项编码,主办单位\nnoise,东区\n');
    expect(await run(file, folder)).toMatchObject({ code: 2, err: expect.stringContaining('exists') });
    expect(await run(file, folder, '--dry-run')).toMatchObject({ code: 0 });
    expect(await listOf(folder)).toBe(before);
    expect(await run(file, folder, '--force')).toMatchObject({ code: 0 });
    expect(await listOf(folder)).toBe('matter,district,lead,assists,article\nnoise,,east,,\n');
  });

  it('takes the matters of an XLSX file, too, wider ones wherever they stand, with merged cells filled down', async () => {
    const folder = await begun();
    const cells = [
      ['实施清单'],
      ['事项编码', '事项名称', '上级事项', '诉求类型', '属地', '主办单位'],
      ['0101', '路灯不亮', '市政设施', '求助', '东区', '东区'],
      ['', '', '', '', '西区', '西区'],
      ['01', '市政设施', '', '', '', ''],
      ['0102', '井盖缺失', '没有的事项', '求助', '', '市城管局'],
    ];
    const file = join(place, 'matters.xlsx');
    await writeExcelFile(cells.map((row) => row.map((value) => (value === '' ? null : { value })))).toFile(file);
    const { code, out } = await run(file, folder, '--matters', '--force', '--fill-down', 'code,name');
    expect(code).toBe(1);
    expect(out).toContain('matters.xlsx:6:3 error unknownMatter');
    expect(await readFile(join(folder, 'matters.csv'), 'utf8')).toContain('0101,路灯不亮,01,help\n');
    expect(await listOf(folder)).toContain('0101,east,east,,\n0101,west,west,,\n');
  });

  it('asks where two columns may be meant, and takes the answer', async () => {
    const folder = await begun();
    const file = await table('事项编码,责任部门,牵头单位\nnoise,东区,西区\n');
    expect(await run(file, folder, '--force')).toMatchObject({
      code: 2,
      err: expect.stringContaining('--column lead='),
    });
    expect(await run(file, folder, '--force', '--column', 'lead=牵头单位')).toMatchObject({ code: 0 });
    expect(await listOf(folder)).toContain('noise,,west');
    expect(await run(file, folder, '--column', 'leader=牵头单位')).toMatchObject({
      code: 2,
      err: expect.stringContaining('lead,'),
    });
    expect(await run(file, folder, '--column', 'lead=牵头单元')).toMatchObject({
      code: 2,
      err: expect.stringContaining('Did you mean "牵头单位"?'),
    });
    expect(await run(await table('甲,乙\n1,2\n'), folder)).toMatchObject({
      code: 2,
      err: expect.stringContaining('事项编码'),
    });
  });

  it('gives JSON for programs', async () => {
    const folder = await begun();
    const { out } = await run(await table('事项编码,主办单位\nnoise,东区\nnois,东区\n'), folder, '--json', '--dry-run');
    expect(JSON.parse(out)).toMatchObject({
      ok: false,
      rows: 2,
      taken: 1,
      rejected: 1,
      columns: { code: '事项编码', lead: '主办单位' },
      encoding: 'utf-8',
      diagnostics: [{ code: 'unknownMatter', line: 3, column: 1, zh: { title: '未知的事项' } }],
    });
  });

  it('loses no row, whatever it holds: each is in the list or among the rejects, and the pack still loads', async () => {
    const folder = await begun();
    const word = fc.oneof(
      fc.constantFrom(
        'noise',
        'noise-night',
        '噪声扰民',
        'urban-management',
        '市城管局',
        'east',
        '东区',
        '西区',
        '全市',
        '',
      ),
      fc.string({ maxLength: 6 }),
    );
    const row = fc.record({
      事项编码: word,
      事项名称: word,
      上级事项: word,
      区县: word,
      主办单位: word,
      协办单位: word,
      依据: word,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 8 }), fc.boolean(), async (rows, matters) => {
        const filled = rows.filter((each) => Object.values(each).some((cell) => cell.trim() !== ''));
        const file = join(place, 'any.csv');
        await writeFile(file, Papa.unparse(rows));
        const extra = matters ? ['--matters', '--add'] : ['--force'];
        await rm(join(place, 'any.rejects.csv'), { force: true });
        const { code, out } = await run(file, folder, '--json', ...extra, '--rejects', join(place, 'any.rejects.csv'));
        const report = JSON.parse(out);
        expect(report.rows).toBe(filled.length);
        expect(report.taken + report.rejected).toBe(report.rows);
        expect(code).toBe(report.rejected === 0 ? 0 : 1);
        if (report.rejected > 0) {
          const kept = Papa.parse<string[]>(
            (await readFile(join(place, 'any.rejects.csv'), 'utf8')).slice(1).trimEnd(),
          ).data;
          expect(kept).toHaveLength(report.rejected + 1);
        }
        const checked = JSON.parse((await recordedRun(['check', '--json', folder])).out);
        const faults = checked.diagnostics.filter((each: { file: string }) => each.file.endsWith('.csv'));
        expect(faults.filter((each: { severity: string }) => each.severity === 'error')).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});
