import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lintCityPack, PackError, routeTicket } from '@hotline-kit/rules';
import { loadCityPack } from '@hotline-kit/rules/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/node';

const sample = fileURLToPath(new URL('./packs/sample-town/', import.meta.url));
let root = '';
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'tables-'));
});
afterAll(() => rm(root, { recursive: true }));

const rules = (file: string) => ({
  id: 'routing',
  version: '1',
  effective: { from: '2026-01-01' },
  rules: [],
  tables: [
    {
      id: 'street-lamps',
      article: 'sample',
      file,
      columns: [
        { header: '事项', fact: 'matter', operator: 'within' },
        { header: '重复', fact: 'repeatCount' },
        { param: 'unit' },
      ],
      event: { type: 'route' },
    },
  ],
});

/** A copy of the sample town whose routing is a table. */
async function town(name: string, file: string, content: string | Buffer): Promise<string> {
  const folder = join(root, name);
  await cp(sample, folder, { recursive: true });
  await writeFile(join(folder, 'routing.rules.json'), JSON.stringify(rules(file)));
  await writeFile(join(folder, file), content);
  return folder;
}

const units = JSON.parse(await readFile(join(sample, 'units.json'), 'utf8')) as { units: { id: string }[] };
const unit = units.units[1]?.id ?? '';
const [, first = ''] = (await readFile(join(sample, 'matters.csv'), 'utf8')).split('\n');
const matter = first.split(',')[0] ?? '';

describe('a pack whose rules stand in a table', () => {
  it('reads them from a CSV file beside the rules', async () => {
    const pack = await loadCityPack(await town('csv', 'lamps.csv', `事项,重复,unit\n${matter},>=2,${unit}\n`));
    expect(routeTicket(pack, { matter, repeatCount: 2 })).toMatchObject({
      lead: unit,
      via: 'rule',
      rule: 'street-lamps:2',
      article: 'sample',
    });
    expect(routeTicket(pack, { matter, repeatCount: 1 }).rule).toBeUndefined();
  });

  it('reads them from a spreadsheet, its rows counted as the spreadsheet counts', async () => {
    const row = (...cells: readonly string[]) => cells.map((value) => ({ value, type: String }));
    const sheet = await writeExcelFile([row('事项', '重复', 'unit'), [], row(matter, '0..1', unit)]).toBuffer();
    const pack = await loadCityPack(await town('xlsx', 'lamps.xlsx', sheet));
    expect(routeTicket(pack, { matter })).toMatchObject({ lead: unit, rule: 'street-lamps:3' });
  });

  it('names file, line and column of a faulty cell', async () => {
    const folder = await town('faulty', 'lamps.csv', `事项,重复,unit\n${matter},,${unit}\n${matter}x,,${unit}\n`);
    const error = await loadCityPack(folder).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(PackError);
    expect((error as PackError).diagnostics).toMatchObject([
      { code: 'unknownMatter', file: 'faulty/lamps.csv', line: 3, column: 1, value: `${matter}x` },
    ]);
    const broken = await town('broken', 'lamps.xlsx', 'no spreadsheet');
    await expect(loadCityPack(broken)).rejects.toThrow(/csvHeader|unreadableSheet/);
  });

  it('is linted with its rows', async () => {
    const folder = await town('linted', 'lamps.csv', `事项,重复,unit\n${matter},,${unit}\n${matter},,${unit}\n`);
    const names = [
      'pack.json',
      'units.json',
      'matters.csv',
      'clocks.json',
      'calendar.json',
      'procedure.json',
      'SOURCES.md',
    ];
    const files: Record<string, string> = {};
    for (const name of [...names, 'lamps.csv', 'routing.rules.json'])
      files[name] = await readFile(join(folder, name), 'utf8');
    expect(lintCityPack(files).diagnostics.filter(({ code }) => code === 'duplicateRule')).toMatchObject([
      { file: 'lamps.csv', line: 3 },
    ]);
  });
});
