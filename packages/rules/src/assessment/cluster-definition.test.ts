import { PackError, parseCityPack } from '@hotline-kit/rules';
import { cityFolder, loadCityPack } from '@hotline-kit/rules/node';
import { describe, expect, it } from 'vitest';

const parent = await loadCityPack(cityFolder('yunfu'));

const childWith = (clusters: readonly object[]) =>
  parseCityPack(
    {
      'pack.json': JSON.stringify({
        ...{ format: 1, id: 'county', version: '1', title: { zh: '县', en: 'County' }, parent: '../yunfu' },
      }),
      'assessment.json': JSON.stringify({ metrics: [], clusters }),
      'SOURCES.md': 'sample',
    },
    { parent },
  );

const hotspot = { id: 'hotspot', title: { zh: '热点' }, by: ['street'], atLeast: 3 };

/** Code and place of each fault. */
function faultsOf(clusters: readonly object[]): readonly (readonly [string, string])[] {
  try {
    childWith(clusters);
  } catch (error) {
    if (error instanceof PackError) return error.diagnostics.map(({ code, pointer }) => [code, pointer]);
    throw error;
  }
  return [];
}

describe('clusters of a pack', () => {
  it('are inherited one by one: a county sets its own threshold, and keeps the others', () => {
    const { clusters } = childWith([hotspot]).assessment;
    expect(clusters.map(({ id }) => id).sort()).toEqual(['hotspot', 'pain-point', 'repeated', 'sensitive']);
    expect(clusters.find(({ id }) => id === 'hotspot')).toMatchObject({ by: ['street'], atLeast: 3, basis: 'sample' });
  });

  it.each([
    [
      'a fact that there is not',
      [{ ...hotspot, where: { all: [{ fact: 'wasSupervized', operator: 'equal', value: true }] } }],
      'unknownFact',
      /where\/all\/0\/fact$/,
    ],
    ['an id twice', [hotspot, hotspot], 'duplicateId', /id$/],
    ['a dimension of which a ticket has several', [{ ...hotspot, by: ['tag'] }], '', /by\/0$/],
    ['no tickets at all', [{ ...hotspot, atLeast: 0 }], '', /atLeast$/],
  ] as const)('are refused with %s', (_, clusters, code, pointer) => {
    const faults = faultsOf(clusters);
    expect(
      faults.some(([found, at]) => found.startsWith(code) && pointer.test(at)),
      JSON.stringify(faults),
    ).toBe(true);
  });
});
