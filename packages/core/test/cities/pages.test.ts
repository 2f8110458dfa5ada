import { readFileSync } from 'node:fs';
import { type Assessment, spanOf } from '@hotline-kit/core/assessment';
import { seedCities } from '@hotline-kit/rules/node';
import { expect, test } from 'vitest';
import { deskOf } from '../features/city-desk.js';

/** Runs a program of a page: what it asks of a desk must be there. */
type Program = (desk: object, span: typeof spanOf) => Promise<void>;
const AsyncFunction = (async () => {}).constructor as new (...source: readonly string[]) => Program;

test.each(seedCities())('the program on the page of %s runs on its pack', async (city) => {
  const page = readFileSync(new URL(`../../../../docs/cities/${city}.md`, import.meta.url), 'utf8');
  const [, program = ''] = /```ts\n([^`]+)```/.exec(page) ?? [];
  const { desk } = await deskOf(city);
  const drawn: Assessment[] = [];
  const watched = {
    pack: desk.pack,
    openFigure: desk.openFigure.bind(desk),
    assess: async (options: Parameters<typeof desk.assess>[0]) => {
      const assessment = await desk.assess(options);
      drawn.push(assessment);
      return assessment;
    },
  };
  await new AsyncFunction('desk', 'spanOf', program.replaceAll(' as const', ''))(watched, spanOf);
  expect(drawn.length).toBeGreaterThan(0);
  for (const { metrics } of drawn) expect(metrics.length).toBeGreaterThan(0);
});
