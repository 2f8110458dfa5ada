import { readdirSync, readFileSync } from 'node:fs';
import { cityFolder, loadCityPack, seedCities } from '@hotline-kit/rules/node';
import { describe, expect, it } from 'vitest';

const packages = new URL('../../', import.meta.url);

/** Sources that run: no tests, and no comments, where an example may name a city. */
const sources = readdirSync(packages).flatMap((name) => {
  const folder = new URL(`${name}/src/`, packages);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test(-d)?\.tsx?$/.test(file))
    .map((file) => ({
      file: `${name}/src/${file}`,
      code: withoutComments(readFileSync(new URL(file, folder), 'utf8')),
    }));
});

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|[^:'"`])\/\/.*$/gm, '$1');
}

it('reads the sources of all packages', () => {
  expect(sources.length).toBeGreaterThan(200);
});

describe.each(seedCities())('no engine code names %s: a city is data', async (city) => {
  const pack = await loadCityPack(cityFolder(city));
  const districts = pack.units.all.filter(({ kind }) => kind === 'district');
  const names = [city, pack.title.zh, pack.title.en, ...districts.map(({ name }) => name.zh)];

  it(`${city}: neither in code nor in texts`, () => {
    const named = sources.flatMap(({ file, code }) =>
      names.filter((name) => code.toLowerCase().includes(name.toLowerCase())).map((name) => `${file}: ${name}`),
    );
    expect(named).toEqual([]);
  });
});
