import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cityFolder, seedCities } from '@hotline-kit/rules/node';
import { afterAll, describe, expect, it } from 'vitest';
import { recordedRun } from './recorded-run.js';

const docs = new URL('../../../../docs/cities/', import.meta.url);
const place = mkdtempSync(join(tmpdir(), 'city-pages-'));
afterAll(() => rmSync(place, { recursive: true }));

it('each city has a page in both languages', () => {
  const pages = seedCities().flatMap((city) => [`${city}.md`, `${city}.zh-CN.md`]);
  expect(readdirSync(docs).sort()).toEqual(pages.sort());
});

describe.each(seedCities().flatMap((city) => [[`${city}.md`, 'en'] as const, [`${city}.zh-CN.md`, 'zh'] as const]))(
  'docs/cities/%s',
  (file, language) => {
    const page = readFileSync(new URL(file, docs), 'utf8');
    const city = file.split('.')[0] ?? '';
    const blocks = [...page.matchAll(/```sh\n(hotline-rules [^`]+)```(?:\n\n```text\n([^`]+)```)?/g)];
    const folder = join(place, file);

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

    it('prints what the page says, command by command', async () => {
      expect(blocks.length).toBeGreaterThan(2);
      for (const [, commands = '', said] of blocks) {
        let printed = '';
        for (const line of commands.trimEnd().split('\n')) {
          const words = [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
          const args = words.slice(1).map((word) => (word === 'my-city' ? folder : word));
          const { code, out, err } = await recordedRun(args, language);
          expect([code, err], line).toEqual([0, '']);
          printed += out.replaceAll(folder, 'my-city');
        }
        // An explanation is long: the page shows how it begins.
        const isWhole = !commands.includes(' explain ');
        if (said !== undefined) expect(isWhole ? printed : printed.slice(0, said.length)).toBe(said);
      }
    });

    it('has the sections, the commands and the programs of the other language', () => {
      const other = language === 'en' ? file.replace('.md', '.zh-CN.md') : file.replace('.zh-CN', '');
      const shape = (text: string) => text.match(/^#+ |^```(?:sh|ts)\n[^`]+|^\|/gm);
      expect(shape(page)).toEqual(shape(readFileSync(new URL(other, docs), 'utf8')));
    });
  },
);

/** Names of the library’s own functions, which no pack holds. */
function isOfTheLibrary(word: string): boolean {
  return ['shareBatch', 'onDuty', 'keywordClassifier'].includes(word);
}
