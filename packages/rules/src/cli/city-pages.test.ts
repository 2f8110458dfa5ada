import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cityFolder, seedCities } from '@hotline-kit/rules/node';
import { describe, expect, it } from 'vitest';
import { recordedRun } from './recorded-run.js';

const docs = new URL('../../../../docs/cities/', import.meta.url);

describe.each(seedCities())('the page of %s', (city) => {
  const page = readFileSync(new URL(`${city}.md`, docs), 'utf8');
  const table = page.split('\n').filter((line) => line.startsWith('| '));

  it('names files that the pack has, and rules, clocks and metrics that stand in them', () => {
    const cells = table.slice(2).map((line) => line.split(' | ')[1] ?? '');
    expect(cells.length).toBeGreaterThan(4);
    for (const cell of cells) {
      const words = [...cell.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word);
      const files = words.filter((word) => /^[\w.-]+\.(json|csv|md)$/.test(word));
      for (const file of files) expect(existsSync(join(cityFolder(city), file)), `${city}: ${file}`).toBe(true);
      const texts = files.map((file) => readFileSync(join(cityFolder(city), file), 'utf8')).join('\n');
      const named = words.filter((word) => /^[a-z][\w-]*$/i.test(word) && !isOfTheLibrary(word));
      if (files.length === 0) continue;
      expect(named.filter((word) => !texts.includes(word) && word !== 'forClass')).toEqual([]);
    }
  });

  const questions = [
    ...page.matchAll(/```sh\nhotline-rules explain my-city --facts '([^']+)'\n```\n\n```text\n([^`]+)```/g),
  ];

  it.each(questions.map(([, facts = '', answer = '']) => ({ facts, answer })))(
    'answers $facts as it says',
    async ({ facts, answer }) => {
      const { code, out } = await recordedRun(['explain', cityFolder(city), '--facts', facts]);
      expect([code, out.slice(0, answer.length)]).toEqual([0, answer]);
    },
  );

  it('asks at least one question', () => {
    expect(questions.length).toBeGreaterThan(0);
  });
});

/** Names of the library’s own functions, which no pack holds. */
function isOfTheLibrary(word: string): boolean {
  return ['shareBatch', 'onDuty', 'keywordClassifier'].includes(word);
}
