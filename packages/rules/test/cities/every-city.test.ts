import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type CityPack,
  type Facts,
  lintCityPack,
  PACK_FILES,
  type RuleSetEnvelope,
  routeTicket,
  TICKET_STATES,
  testCityPack,
} from '@hotline-kit/rules';
import { cityFolder, loadCityPack, seedCities } from '@hotline-kit/rules/node';
import { describe, expect, it } from 'vitest';

/** Every code that the fact `district` may carry. */
function districtsOf({ units }: CityPack): readonly string[] {
  return [...new Set(units.all.flatMap(({ district }) => district ?? []))];
}

describe.each(seedCities())('%s', async (city) => {
  const pack = await loadCityPack(cityFolder(city));
  const textOf = (file: string) => readFile(join(cityFolder(city), file), 'utf8');
  /** Nine o'clock of the first day in force. */
  const at = `${pack.effective?.from ?? '2026-03-02'}T09:00:00+08:00`;

  it('gives each matter in each place a unit of that place or of the city, never one of another place', () => {
    const wrong: string[] = [];
    for (const { code } of pack.matters.all) {
      for (const district of districtsOf(pack)) {
        for (const urgent of [false, true]) {
          const { lead, assists, via, article } = routeTicket(pack, { matter: code, district, urgent }, { at });
          const units = [lead, ...assists];
          const isOwn = units.every((unit) => [undefined, district].includes(pack.units.get(unit)?.district));
          const isGrounded = via === 'fallback' || article !== undefined;
          if (!isOwn || !isGrounded || new Set(units).size < units.length) wrong.push(`${code} ${district}: ${units}`);
        }
      }
    }
    expect(pack.matters.all.length * districtsOf(pack).length).toBeGreaterThan(0);
    expect(wrong).toEqual([]);
  });

  it('cites no article that SOURCES.md does not name, and quotes no words that it does not carry', async () => {
    const rules = ['routing.rules.json', 'escalation.rules.json', 'clocks.json', 'procedure.json', 'assessment.json'];
    const texts = await Promise.all(rules.map(textOf));
    const cited = new Set([...pack.implementationList].flatMap(({ article }) => article ?? []));
    for (const [, article = ''] of texts.join('\n').matchAll(/"article": "([^"]+)"/g)) cited.add(article);
    const parts = [...cited].flatMap((article) => article.split(';'));
    expect(parts.length).toBeGreaterThan(0);
    expect(parts.filter((part) => !pack.sources.includes(/“.+”/.exec(part)?.[0] ?? part))).toEqual([]);
  });

  it('has an article, a basis and tests in each routing rule, and the tests hold', async () => {
    const document = JSON.parse(await textOf('routing.rules.json')) as RuleSetEnvelope;
    expect(document.rules.length).toBeGreaterThan(0);
    for (const { id, article, basis, tests = [] } of document.rules) {
      expect([id, typeof article, typeof basis, tests.length > 0]).toEqual([id, 'string', 'string', true]);
      for (const { facts, expect: expected } of tests) {
        const { outcomes } = pack.routing.decide(facts, { at });
        // Tags gather: another rule may add its own beside the one that is tested.
        const asked = outcomes.filter(
          ({ type, rule }) => Object.hasOwn(expected as Facts, type) && (type !== 'tag' || rule === id),
        );
        expect(asked.map(({ rule, type, params }) => [rule, type, params['unit'] ?? params['tag']])).toEqual(
          Object.entries(expected as Facts).map(([type, value]) => [id, type, value]),
        );
      }
    }
  });

  it('passes hotline-rules check without a warning, and all its own tests', async () => {
    const names = await readdir(cityFolder(city));
    const tests = names.includes('tests') ? await readdir(join(cityFolder(city), 'tests')) : [];
    const own = [...PACK_FILES.filter((file) => names.includes(file)), ...tests.map((file) => `tests/${file}`)];
    const files = Object.fromEntries(await Promise.all(own.map(async (file) => [file, await textOf(file)] as const)));
    expect(lintCityPack(files).diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
    const { total, failed, diagnostics } = testCityPack(pack, files);
    expect({ failed, diagnostics }).toEqual({ failed: 0, diagnostics: [] });
    expect(total).toBeGreaterThan(10);
  });

  it('tells Open311 of each state whether it is open or closed', () => {
    const status = pack.open311?.['status'] as Readonly<Record<string, unknown>>;
    expect(Object.keys(status).sort()).toEqual(Object.keys(TICKET_STATES).sort());
    expect([...new Set(Object.values(status))].sort()).toEqual(['closed', 'open']);
  });
});
