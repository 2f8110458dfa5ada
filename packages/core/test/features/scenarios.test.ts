import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { given, type Scenario } from '@hotline-kit/core/testing';
import { cityFolder, loadCityPack, seedCities } from '@hotline-kit/rules/node';
import { describe, expect, test } from 'vitest';

/** The scenarios of a city's pack: whole lives, told by what is given, done and expected. */
function scenariosOf(city: string): readonly Scenario[] {
  const folder = join(cityFolder(city), 'scenarios');
  if (!readdirSync(cityFolder(city)).includes('scenarios')) return [];
  return readdirSync(folder).flatMap(
    (file) => (JSON.parse(readFileSync(join(folder, file), 'utf8')) as { scenarios: Scenario[] }).scenarios,
  );
}

const cities = seedCities().filter((city) => scenariosOf(city).length > 0);

test('four cities and more bring scenarios', () => {
  expect(cities).toEqual(expect.arrayContaining(['changsha', 'guangzhou', 'haikou', 'yunfu']));
});

describe.each(cities)('the stories of %s', async (city) => {
  const pack = await loadCityPack(cityFolder(city));

  test.each(scenariosOf(city))('$title', async (scenario) => {
    const steps = [...(scenario.given ?? []), ...[scenario.when].flat()];
    const last = steps.at(-1) ?? expect.fail('a scenario without steps');
    await given(pack, steps.slice(0, -1))
      .when(last)
      .expect(scenario.expect ?? {});
  });
});
