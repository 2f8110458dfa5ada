import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PACK_FILES, parseCityPack, routeTicket } from '@hotline-kit/rules';
import { cityFolder } from '@hotline-kit/rules/node';
import { expect, it } from 'vitest';
import { largeCity } from '../../scripts/large-city.js';
import { monday } from './city-pack.js';

const folder = cityFolder('yunfu');
const own = PACK_FILES.filter((file) => file !== 'SOURCES.md');
const files = {
  ...Object.fromEntries(await Promise.all(own.map(async (name) => [name, await readFile(join(folder, name), 'utf8')]))),
  'SOURCES.md': 'generated',
  ...(await largeCity('yunfu', 1)),
};
const pack = parseCityPack(files);

it('YF12: 依清单分拨、按标准办理 — 2,100 matters and 39,000 rows, each of which is found', () => {
  expect([pack.matters.all.length, pack.implementationList.size]).toEqual([2100, 39_000]);
  let found = 0;
  for (const { matter, district, lead, line } of pack.implementationList) {
    const route = routeTicket(pack, { matter, ...(district !== '' && { district }) }, { at: monday });
    if (route.via === 'rule' || (route.lead === lead && route.line === line)) found += 1;
  }
  expect(found).toBe(39_000);
});

it('YF12: the same seed gives the same list, another seed another', async () => {
  const digest = (each: Readonly<Record<string, string>>) =>
    createHash('sha256')
      .update(each['implementation-list.csv'] ?? '')
      .digest('hex');
  expect(digest(await largeCity('yunfu', 1))).toBe(digest(files));
  expect(digest(await largeCity('yunfu', 2))).not.toBe(digest(files));
});
