import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { explainRoute, PackError, routeTicket } from '@hotline-kit/rules';
import { loadCityPack } from '@hotline-kit/rules/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const handle = (amount: number) => ({
  handle: { term: { kind: 'workingDays', amount }, start: ['ticket.dispatched'] },
});
const label = { zh: '样例', en: 'Sample' };
const manifest = (id: string, more: Record<string, unknown> = {}) => ({
  format: 1,
  id,
  version: '1',
  title: label,
  ...more,
});

let root: string;

async function write(folder: string, files: Record<string, unknown>): Promise<string> {
  const path = join(root, folder);
  await mkdir(path, { recursive: true });
  for (const [name, content] of Object.entries({ 'SOURCES.md': '# Sources', ...files })) {
    await writeFile(join(path, name), typeof content === 'string' ? content : JSON.stringify(content));
  }
  return path;
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'packs-'));
  await write('province', {
    'pack.json': manifest('province', { calendar: 'always', fallbackUnit: 'office', channels: { fax: label } }),
    'units.json': {
      units: [
        { id: 'office', name: '省热线', kind: 'hotline' },
        { id: 'bureau', name: '省厅', kind: 'department' },
      ],
    },
    'clocks.json': {
      ...handle(15),
      sign: { term: { kind: 'elapsed', amount: 2, unit: 'hour' }, start: ['ticket.dispatched'] },
    },
    'procedure.json': { reply: { requires: ['result'] }, redispatch: { mode: 'must' } },
    'matters.csv': 'code,name,parent,type\nnoise,噪声,,\nroad,道路,,\n',
    'implementation-list.csv':
      'matter,district,lead,assists,article\nnoise,,bureau,,省第一条\nroad,,bureau,,省第二条\n',
  });
  await write('city', {
    'pack.json': manifest('city', { parent: '../province' }),
    'units.json': { units: [{ id: 'city-bureau', name: '市局', kind: 'department', parent: 'bureau' }] },
    'clocks.json': handle(10),
    'procedure.json': { redispatch: { mode: 'may', maximumRounds: 2 } },
    'implementation-list.csv': 'matter,district,lead,assists,article\nnoise,,city-bureau,bureau,市第一条\n',
  });
  await write('town', { 'pack.json': manifest('town', { parent: '../city' }) });
});

afterAll(() => rm(root, { recursive: true }));

describe('a pack inherits: province > city > town', () => {
  it('one by one what is listed by name, and the rest as it stands', async () => {
    const town = await loadCityPack(join(root, 'town'));
    expect(town.parent?.parent?.id).toBe('province');
    expect(town.clocks.map(({ id, termFor }) => [id, termFor({})])).toEqual([
      ['sign', { kind: 'elapsed', amount: 2, unit: 'hour' }],
      ['handle', { kind: 'workingDays', amount: 10 }],
    ]);
    expect(town.procedure.reply).toBeDefined();
    expect(town.procedure.redispatch?.mode?.options[0]?.value).toBe('may');
    expect(town.units.ancestors('city-bureau').map(({ id }) => id)).toEqual(['bureau']);
    expect(Object.keys(town.channels)).toContain('fax');
    expect(routeTicket(town, { matter: 'noise' })).toMatchObject({ lead: 'city-bureau', article: '市第一条' });
    expect(routeTicket(town, { matter: 'road' })).toMatchObject({ lead: 'bureau', article: '省第二条' });
    expect(routeTicket(town, {})).toMatchObject({ lead: 'office', via: 'fallback' });
    expect(town.implementationList.size).toBe(2);
    expect([...town.implementationList].map(({ matter, lead }) => [matter, lead])).toEqual([
      ['noise', 'city-bureau'],
      ['road', 'bureau'],
    ]);
  });

  it('a row explains itself where a parent has another one on the same line', async () => {
    const list = (district: string) => `matter,district,lead,assists,article\nnoise,${district},office,,\n`;
    await write('above', {
      'pack.json': manifest('above', { calendar: 'always' }),
      'units.json': { units: [{ id: 'office', name: '热线', kind: 'hotline', district: 'east' }] },
      'clocks.json': {},
      'procedure.json': {},
      'matters.csv': 'code,name,parent,type\nnoise,噪声,,\n',
      'implementation-list.csv': list(''),
    });
    const folder = await write('below', {
      'pack.json': manifest('below', { parent: '../above' }),
      'implementation-list.csv': list('east'),
    });
    const { text } = explainRoute(await loadCityPack(folder), { matter: 'noise', district: 'east' });
    expect(text.en).toContain('leads "噪声" in 热线');
  });

  it('its hash changes with its parent', async () => {
    const before = (await loadCityPack(join(root, 'town'))).hash;
    await writeFile(join(root, 'province', 'SOURCES.md'), '# Sources, amended');
    expect((await loadCityPack(join(root, 'town'))).hash).not.toBe(before);
  });

  it.each([
    ['../..', 'parentOutside'],
    ['/', 'parentOutside'],
    ['../province/../../elsewhere', 'folderMissing'],
    ['../nowhere', 'folderMissing'],
    ['.', 'parentCycle'],
  ])('the parent "%s" is refused', async (parent, code) => {
    const folder = await write('stray', { 'pack.json': manifest('stray', { parent }) });
    const error: unknown = await loadCityPack(folder).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(PackError);
    expect(error instanceof PackError ? error.diagnostics[0]?.code : '').toBe(code);
  });

  it('a link does not lead out of the folder of packs', async () => {
    const outside = await mkdtemp(join(tmpdir(), 'outside-'));
    await symlink(outside, join(root, 'linked'));
    const folder = await write('stray', { 'pack.json': manifest('stray', { parent: '../linked' }) });
    await expect(loadCityPack(folder)).rejects.toThrow('parentOutside');
    await rm(outside, { recursive: true });
  });

  it('two packs do not inherit from each other', async () => {
    await write('left', { 'pack.json': manifest('left', { parent: '../right' }) });
    const folder = await write('right', { 'pack.json': manifest('right', { parent: '../left' }) });
    await expect(loadCityPack(folder)).rejects.toThrow('parentCycle');
  });

  it('a folder that is not there is named', async () => {
    await expect(loadCityPack(join(root, 'nothing'))).rejects.toThrow('There is no folder');
  });
});
