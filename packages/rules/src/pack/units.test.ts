import { describe, expect, it } from 'vitest';
import { readUnits, UnitTree } from './units.js';

const { units } = readUnits(
  {
    units: [
      { id: 'city', name: '市', kind: 'city' },
      { id: 'district', name: { zh: '区', en: 'District' }, kind: 'district', parent: 'city', district: 'd1' },
      { id: 'town', name: '镇', kind: 'street', parent: 'district', tags: ['pilot'] },
    ],
  },
  [{ id: 'town', name: { zh: '旧', en: 'Old' }, kind: 'street', tags: [] }],
);
const tree = new UnitTree(units);

describe('the tree of units', () => {
  it('gives each unit its names in both languages, and takes the place of what was inherited', () => {
    expect(tree.all.map(({ id, name }) => [id, name.en])).toEqual([
      ['city', '市'],
      ['district', 'District'],
      ['town', '镇'],
    ]);
    expect(tree.get('town')?.tags).toEqual(['pilot']);
  });

  it('knows what lies above, within and below a unit', () => {
    expect(tree.ancestors('town').map(({ id }) => id)).toEqual(['district', 'city']);
    expect(tree.children('city').map(({ id }) => id)).toEqual(['district']);
    expect([tree.isWithin('town', 'city'), tree.isWithin('town', 'town'), tree.isWithin('city', 'town')]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('has no unit by the name of what every object has', () => {
    expect([tree.has('constructor'), tree.get('__proto__'), tree.isWithin('nobody', 'nobody')]).toEqual([
      false,
      undefined,
      false,
    ]);
  });
});
