import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CityPack } from '@hotline-kit/rules';
import { loadCityPack } from '@hotline-kit/rules/node';
import * as z from 'zod';

/** When the demo begins: a Monday morning, by the wall clock of the city. */
export const demoStart = '2023-07-10T10:12:00+08:00';

/** Units of the pack that the sample users sit in. */
export const seats = {
  hotline: 'hotline-centre',
  /** A town, and its office that most of the stories go to. */
  town: 'dongkeng',
  townOffice: 'dongkeng-urban-management',
  /** The same office of another town. */
  otherOffice: 'nancheng-urban-management',
} as const;

/** The local law that the platform runs on, and the titles of its routing rules, for people to read. */
export interface City {
  readonly pack: CityPack;
  readonly ruleTitles: ReadonlyMap<string, string>;
}

const folder = fileURLToPath(new URL('../../../../packages/rules/cities/dongguan', import.meta.url));

const titledRules = z.object({
  rules: z.array(z.object({ id: z.string().exactOptional(), title: z.string().exactOptional() })),
});

/** Reads the city's pack. */
export async function loadCity(): Promise<City> {
  const pack = await loadCityPack(folder);
  const { rules } = titledRules.parse(JSON.parse(await readFile(join(folder, 'routing.rules.json'), 'utf8')));
  return { pack, ruleTitles: new Map(rules.flatMap(({ id, title }) => (id && title ? [[id, title]] : []))) };
}
