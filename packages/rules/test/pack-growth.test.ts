import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import {
  compileRuleSet,
  explainRoute,
  PackError,
  packContext,
  parseCityPack,
  routeTicket,
  toEngineRules,
} from '@hotline-kit/rules';
import { cityFolder, loadCityPack } from '@hotline-kit/rules/node';
import { Engine } from 'json-rules-engine';
import { describe, expect, it } from 'vitest';

const folder = fileURLToPath(new URL('./packs/sample-town/', import.meta.url));
const names = [
  'pack.json',
  'units.json',
  'matters.csv',
  'clocks.json',
  'calendar.json',
  'procedure.json',
  'SOURCES.md',
];
const base = Object.fromEntries(
  await Promise.all(names.map(async (name) => [name, await readFile(`${folder}${name}`, 'utf8')] as const)),
);

function pack(files: Readonly<Record<string, unknown>>) {
  const written = Object.entries(files).map(([name, value]) => [name, JSON.stringify(value)]);
  return parseCityPack({ ...base, ...Object.fromEntries(written) });
}

function faults(files: Readonly<Record<string, unknown>>): readonly string[] {
  try {
    pack(files);
    return [];
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    return error.diagnostics.map(({ file, pointer, code }) => `${file}#${pointer} ${code}`);
  }
}

const route = (conditions: unknown, params: unknown) => ({
  'routing.rules.json': { id: 'r', version: '1', rules: [{ id: 'it', conditions, event: { type: 'route', params } }] },
});

describe('"within" looks into the tree of the fact', () => {
  it('holds for the matter itself and for all below it, and not for its denial', () => {
    const noise = { fact: 'matter', operator: 'within', value: 'noise' };
    const it = pack(route({ all: [noise] }, { unit: 'hillside' })).routing;
    expect(it.decide({ matter: 'noise' }).outcomes).toHaveLength(1);
    expect(it.decide({ matter: 'noise-construction' }).outcomes).toHaveLength(1);
    expect(it.decide({ matter: 'streetlight' }).outcomes).toHaveLength(0);
    const not = pack(route({ all: [{ ...noise, operator: 'not:within' }] }, { unit: 'hillside' })).routing;
    expect(not.decide({ matter: 'noise-construction' }).outcomes).toHaveLength(0);
    expect(not.decide({}).outcomes).toHaveLength(1);
  });

  it('holds for units below a unit, and for a list of tops', () => {
    const within = { fact: 'lead', operator: 'within', value: ['east-district', 'power-company'] };
    const { routing } = pack(route({ all: [within] }, { unit: 'hillside' }));
    const decided = (lead: string) => routing.decide({ lead }).outcomes.length;
    expect(['riverside', 'east-district', 'power-company', 'old-harbour', 'city'].map(decided)).toEqual([
      1, 1, 1, 0, 0,
    ]);
  });

  it.each([
    [{ fact: 'matter', operator: 'within', value: 'nosie' }, '/value unknownMatter'],
    [{ fact: 'channel', operator: 'within', value: 'phone' }, '/operator treeUnknown'],
    [{ fact: 'matter', operator: 'swap:within', value: 'noise' }, '/operator withinDecorator'],
  ])('refuses %o', (test, fault) => {
    expect(faults(route({ all: [test] }, { unit: 'hillside' }))).toEqual([
      `routing.rules.json#/rules/0/conditions/all/0${fault}`,
    ]);
  });
});

describe('conditions.json names conditions for all files of a pack', () => {
  const shared = { 'conditions.json': { loud: { all: [{ fact: 'matter', operator: 'within', value: 'noise' }] } } };

  it('is known to rules, clocks and the procedure, and inherited', () => {
    const parent = pack({
      ...shared,
      ...route({ condition: 'loud' }, { unit: 'hillside' }),
      'procedure.json': { dispatch: { forbid: [{ when: { not: { condition: 'loud' } } }] } },
    });
    expect(parent.routing.decide({ matter: 'noise' }).outcomes).toHaveLength(1);
    expect(parent.procedure.dispatch?.forbid[0]?.when({ matter: 'noise' })).toBe(false);
    const manifest = JSON.stringify({
      format: 1,
      id: 'child',
      version: '1',
      title: { zh: '子', en: 'Child' },
      parent: '../x',
    });
    const rules = JSON.stringify(route({ all: [{ condition: 'loud' }] }, { unit: 'riverside' })['routing.rules.json']);
    const child = parseCityPack({ 'pack.json': manifest, 'routing.rules.json': rules, 'SOURCES.md': '' }, { parent });
    expect(child.routing.decide({ matter: 'noise-construction' }).outcomes[0]?.params).toEqual({ unit: 'riverside' });
  });

  it('has its faults in its own file, once', () => {
    const wrong = { 'conditions.json': { loud: { all: [{ fact: 'mater', operator: 'equal', value: 'noise' }] } } };
    expect(faults({ ...wrong, ...route({ condition: 'loud' }, { unit: 'hillside' }) })).toEqual([
      'conditions.json#/loud/all/0/fact unknownFact',
    ]);
    expect(faults({ 'conditions.json': { a: { condition: 'b' }, b: { condition: 'a' } } })).toContain(
      'conditions.json#/b/condition conditionCycle',
    );
  });

  it('may not be renamed silently in a rule set', () => {
    const own = { id: 'r', version: '1', conditions: shared['conditions.json'], rules: [] };
    expect(faults({ ...shared, 'routing.rules.json': own })).toEqual([
      'routing.rules.json#/conditions/loud duplicateCondition',
    ]);
  });
});

describe('a unit found by relation', () => {
  const anywhere = { all: [{ fact: 'urgent', operator: 'equal', value: true }] };
  const there = { district: { fact: 'district' } };

  it('is the one of the district that a fact names; where there is none, the rule does not decide', () => {
    const city = pack(route(anywhere, { unit: { kind: 'district', ...there }, assists: ['urban-management'] }));
    expect(routeTicket(city, { urgent: true, district: 'west' })).toMatchObject({
      lead: 'west-district',
      assists: ['urban-management'],
      rule: 'it',
    });
    expect(routeTicket(city, { urgent: true }).via).toBe('fallback');
  });

  it('lists all that answer where several may stand, without the lead', () => {
    const city = pack(route(anywhere, { unit: { kind: 'district', ...there }, assists: [there] }));
    expect(routeTicket(city, { urgent: true, district: 'east' }).assists).toEqual(['riverside', 'hillside']);
  });

  it.each([
    ['two units of a district', { unit: { kind: 'street', ...there } }, '/unit ambiguousUnit'],
    ['no unit anywhere', { unit: { tag: 'none', ...there } }, ' noUnit'],
    ['an unknown kind', { unit: { kind: 'bureau' } }, '/unit/kind wrongValue'],
    ['an empty relation', { unit: {} }, '/unit wrongValue'],
    [
      'two facts',
      { unit: { kind: 'district', ...there }, assists: [{ district: { fact: 'street' } }] },
      ' severalPlaces',
    ],
  ])('is refused where it names %s', (_, params, fault) => {
    expect(faults(route(anywhere, params))).toContain(`routing.rules.json#/rules/0/event/params${fault}`);
  });
});

it('json-rules-engine decides the rules of Dongguan as they are decided here', async () => {
  const city = await loadCityPack(cityFolder('dongguan'));
  const document = JSON.parse(await readFile(`${cityFolder('dongguan')}routing.rules.json`, 'utf8'));
  const rules = toEngineRules(document, packContext(city));
  expect(compileRuleSet(document, packContext(city)).hash).toBe(city.routing.hash);
  const engine = new Engine(rules, { allowUndefinedFacts: true });
  const defaults = { matter: 'uncategorised', urgent: false, repeatCount: 0 };
  for (const district of ['guancheng', 'songshan-lake', undefined]) {
    for (const matter of ['urgent-help', 'urgent-flood', 'theme-noise', 'uncategorised', 'wages']) {
      for (const urgent of [true, false]) {
        const facts = { ...defaults, matter, urgent, channel: 'phone', ...(district && { district }) };
        const { events } = await engine.run(facts);
        const tags = city.routing.decide(facts).outcomes.filter(({ type }) => type === 'tag');
        expect(events.filter(({ type }) => type === 'tag')).toHaveLength(tags.length);
        const leads = events.flatMap(({ type, params }) => (type === 'route' ? [params?.['unit']] : []));
        const [route] = city.routing.decide(facts).outcomes.filter(({ type }) => type === 'route');
        if (route === undefined) expect(leads).toEqual([]);
        else expect(leads).toContain(route.params['unit']);
      }
    }
  }
});

it('a term among several may have an article and a basis of its own', () => {
  const urgent = { all: [{ fact: 'urgent', operator: 'equal', value: true }] };
  const hour = { kind: 'elapsed', amount: 1, unit: 'hour' };
  const term = [{ when: urgent, term: hour, article: '第二条', basis: 'text' }, { term: { ...hour, amount: 8 } }];
  const city = pack({
    'clocks.json': { handle: { term, start: ['ticket.signed'], article: '第一条', basis: 'sample' } },
  });
  const [clock] = city.clocks;
  expect(clock?.sourceFor({ urgent: true })).toEqual({ article: '第二条', basis: 'text' });
  expect(clock?.sourceFor({})).toEqual({ article: '第一条', basis: 'sample' });
  expect(clock?.basis).toBe('sample');
});

describe('a route in words', () => {
  it('names the line of the list, and who would lead elsewhere', async () => {
    const city = await loadCityPack(folder);
    const explained = explainRoute(city, { matter: 'noise', district: 'west' }, { at: '2026-03-02T09:00:00+08:00' });
    expect(explained).toMatchObject({
      route: { via: 'list', line: 3 },
      lead: { id: 'old-harbour', name: { zh: '旧港街道' } },
      text: { zh: '实施清单第3行：“噪声扰民”在“西城区”由旧港街道主办（样例办法第八条）。' },
      elsewhere: [{ district: 'east', text: { zh: '若区县=东城区，则派给河畔镇' } }],
    });
    expect(JSON.parse(JSON.stringify(explained))).toEqual(explained);
  });

  it('names the rule, and the fallback', async () => {
    const city = await loadCityPack(folder);
    expect(explainRoute(city, { matter: 'noise-construction', district: 'east' }).text.en).toBe(
      'Rule "construction-noise": Urban Management Bureau takes the lead (样例办法第十条).',
    );
    expect(explainRoute(city, { matter: 'services' }).text.zh).toContain('兜底单位');
  });
});
