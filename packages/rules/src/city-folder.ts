import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Beside the sources in the workspace, beside the built files in the tarball. */
const cities = new URL('../cities/', import.meta.url);

/** The ids of the city packs that come with this package. */
export function seedCities(): readonly string[] {
  return readdirSync(cities, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/**
 * The folder of a city pack that comes with this package: to load it, or to copy it as the beginning of one's own.
 *
 * @throws RangeError for a city that does not come with it; the message names those that do.
 * @example
 * const pack = await loadCityPack(cityFolder(id));
 */
export function cityFolder(id: string): string {
  const known = seedCities();
  if (!known.includes(id)) throw new RangeError(`No city pack "${id}". There are: ${known.join(', ')}.`);
  return fileURLToPath(new URL(`${id}/`, cities));
}
