import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cityFolder, loadCityPack } from '@hotline-kit/rules/node';
import { generateList } from './implementation-list.js';

/** As many as are reported of a city: 2,100 matters, 39,000 rows. */
const [MATTERS, ROWS] = [2100, 39_000];

/** The files of a city pack that hold a list of 39,000 rows, its own rows first. */
export async function largeCity(city: string, seed: number): Promise<Readonly<Record<string, string>>> {
  const pack = await loadCityPack(cityFolder(city));
  const [matters, list] = await Promise.all(
    ['matters.csv', 'implementation-list.csv'].map((name) => readFile(join(cityFolder(city), name), 'utf8')),
  );
  const places = pack.units.all.filter(({ kind }) => kind === 'street' || kind === 'district');
  // Several units of a district share its code; those of towns and streets stand for it in turn.
  const byDistrict = new Map(places.map(({ district = '', id }) => [id, { district, lead: id }] as const));
  const units = pack.units.all.map((unit) => (byDistrict.has(unit.id) ? { ...unit, district: unit.id } : unit));
  const generated = generateList({
    seed,
    matters: MATTERS - pack.matters.all.length,
    rows: ROWS - pack.implementationList.size,
    places: places.map(({ id }) => ({ district: id, lead: id })),
    cityUnits: pack.units.all
      .filter(({ kind, parent }) => kind === 'department' && parent === 'city')
      .map(({ id }) => id),
    themes: pack.matters.all
      .filter(({ parent, code }) => parent === undefined && code.startsWith('theme-'))
      .map(({ code }) => code),
    article: pack.implementationList.row('urgent-help', '')?.article ?? '',
  });
  const body = (text: string) => text.slice(text.indexOf('\n') + 1);
  return {
    'units.json': JSON.stringify({ units }),
    'matters.csv': `${matters}${body(generated.matters)}`,
    'implementation-list.csv': `${list}${body(generated.list)}`,
  };
}
