import { readFile } from 'node:fs/promises';
import { type CityPack, parseCityPack } from '@hotline-kit/rules';
import { pack } from './sample-desk.js';

/** A pack below the sample town that says something else in some of its files. */
export async function townWith({
  clocks = {},
  procedure = {},
}: {
  clocks?: object;
  procedure?: object;
}): Promise<CityPack> {
  const manifestFile = new URL('../../rules/test/packs/sample-town/pack.json', import.meta.url);
  const { fallbackUnit: _, ...manifest } = JSON.parse(await readFile(manifestFile, 'utf8'));
  return parseCityPack(
    {
      'pack.json': JSON.stringify({ ...manifest, id: 'below', parent: '../sample-town' }),
      'clocks.json': JSON.stringify(clocks),
      'procedure.json': JSON.stringify(procedure),
      'SOURCES.md': 'sample',
    },
    { parent: pack },
  );
}
