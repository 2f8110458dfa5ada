// Writes a city pack with an implementation list of 39,000 rows, which is too large to be kept in the repository:
//   node --conditions=@hotline-kit/source --import tsx packages/rules/scripts/write-large-city.ts CITY FOLDER [SEED]
import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cityFolder } from '@hotline-kit/rules/node';
import { largeCity } from './large-city.js';

const [city = '', folder = '', seed = '1'] = process.argv.slice(2);
if (folder === '') {
  console.error('write-large-city.ts CITY FOLDER [SEED]: copies the pack of a city and gives it the large list.');
  process.exit(2);
}
await cp(cityFolder(city), folder, { recursive: true });
for (const [name, text] of Object.entries(await largeCity(city, Number(seed))))
  await writeFile(join(folder, name), text);
console.log(`${folder}: matters.csv and implementation-list.csv, seed ${seed}`);
