import { readFile } from 'node:fs/promises';
import { type CityPack, PackError, parseCityPack } from '@hotline-kit/rules';
import { cityFolder, loadCityPack } from '@hotline-kit/rules/node';
import { expect } from 'vitest';

const parent = await loadCityPack(cityFolder('dongguan'));
const manifest = await readFile(new URL('pack.json', `file://${cityFolder('dongguan')}`), 'utf8');

/** A pack whose metrics are these, and nothing of what its parent measures but what it names. */
export function packWith(assessment: Readonly<Record<string, unknown>>): CityPack {
  const { fallbackUnit: _, ...own } = JSON.parse(manifest) as Record<string, unknown>;
  try {
    return parseCityPack(
      {
        'pack.json': JSON.stringify({ ...own, id: 'measured', parent: '../city' }),
        'assessment.json': JSON.stringify(assessment),
        'SOURCES.md': 'sample',
      },
      { parent },
    );
  } catch (error) {
    if (error instanceof PackError) expect.fail(error.message);
    throw error;
  }
}

/** A comparison. */
export const is = (fact: string, value: unknown) => ({ all: [{ fact, operator: 'equal', value }] });
