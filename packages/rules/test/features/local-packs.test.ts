import { fileURLToPath } from 'node:url';
import { PackError, parseCityPack, routeTicket } from '@hotline-kit/rules';
import { cityFolder, loadCityPack } from '@hotline-kit/rules/node';
import { describe, expect, it } from 'vitest';
import { monday } from './city-pack.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const local = (name: string) => loadCityPack(fileURLToPath(new URL(`../packs/${name}`, import.meta.url)), { root });
const [city, district, town] = await Promise.all([
  loadCityPack(cityFolder('guangzhou')),
  local('tianhe'),
  local('liede'),
]);
const clock = (pack: typeof city, id: string) => pack.clocks.find((each) => each.id === id);

describe('GZ4: 区层面根据…制定本区热线工作制度; 部分街镇还制定了本级的热线工作制度', () => {
  it('GZ4: a district pack overrides a clock, a section, rows, metrics and adds a matter; the rest is the city’s', () => {
    expect(district.parent?.id).toBe('guangzhou');
    expect(clock(district, 'sign')?.termFor({})).toEqual({ kind: 'workingTime', amount: 2, unit: 'hour' });
    expect(clock(city, 'sign')?.termFor({})).toEqual({ kind: 'workingTime', amount: 4, unit: 'hour' });
    expect(clock(district, 'handle')).toBe(clock(district.parent ?? city, 'handle'));
    expect(district.procedure.extension).toMatchObject({ article: '天河样例细则第五条' });
    expect(district.procedure.return).toMatchObject({ article: '样例规程第九条' });
    const route = (pack: typeof city, matter: string) =>
      routeTicket(pack, { matter, district: 'tianhe' }, { at: monday });
    expect(route(district, 'cbd-events')).toMatchObject({ lead: 'tianhe-commerce', article: '天河样例细则第二条' });
    expect(route(district, 'litter').assists).toEqual(['tianhe-housing']);
    expect(route(city, 'litter').assists).toEqual([]);
    expect(district.numbering?.prefix).toBe('TH');
  });

  it('GZ4: a metric is overridden by its id, a board added, and every other metric stays', () => {
    const ids = (pack: typeof city) => pack.assessment.metrics.map(({ id }) => id).sort();
    expect(ids(district)).toEqual(ids(city));
    expect(district.assessment.metric('satisfaction')).toMatchObject({ article: '天河样例细则第六条' });
    expect(district.assessment.boards.map(({ id }) => id)).toEqual([
      'monthly',
      'streets',
      'handlers',
      'tianhe-streets',
    ]);
  });

  it('GZ4: a town pack extends the district’s: its clock for all tickets, a community, its own fallback', () => {
    expect([town.id, town.parent?.id, town.parent?.parent?.id]).toEqual(['liede', 'tianhe', 'guangzhou']);
    expect(clock(town, 'contact')?.applies({})).toBe(true);
    expect(clock(district, 'contact')?.applies({})).toBe(false);
    expect(clock(town, 'sign')?.termFor({})).toEqual({ kind: 'workingTime', amount: 2, unit: 'hour' });
    expect(town.units.ancestors('tianhe-liede-riverside').map(({ id }) => id)).toEqual([
      'tianhe-liede',
      'tianhe',
      'city',
    ]);
    expect([town.fallbackUnit, district.fallbackUnit]).toEqual(['tianhe-liede', 'hotline-centre']);
  });

  it('GZ4: what the city fixes, a district may not override, and is told so', () => {
    const fixing = Object.freeze({ ...city, fixed: new Set(['clocks.sign']) });
    const files = {
      'pack.json': JSON.stringify({
        ...{ format: 1, id: 'tianhe', version: '1', title: { zh: '天河', en: 'Tianhe' }, parent: '../guangzhou' },
      }),
      'clocks.json': JSON.stringify({
        sign: { term: { kind: 'workingTime', amount: 2, unit: 'hour' }, start: ['ticket.dispatched'] },
      }),
      'SOURCES.md': 'sample',
    };
    expect(() => parseCityPack(files, { parent: fixing })).toThrow(PackError);
    expect(parseCityPack(files, { parent: city }).parent?.id).toBe('guangzhou');
  });

  it('GZ4: three packs, three hashes: a decision says under whose rules it was made', () => {
    expect(new Set([city.hash, district.hash, town.hash]).size).toBe(3);
  });
});
