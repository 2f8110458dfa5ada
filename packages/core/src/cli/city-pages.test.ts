import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format } from 'node:util';
import * as core from '@hotline-kit/core';
import { sqliteStore } from '@hotline-kit/core/storage-sqlite';
import { cityFolder, loadCityPack, seedCities } from '@hotline-kit/rules/node';
import { afterAll, describe, expect, test } from 'vitest';
import { runCommandLine } from './command-line.js';

const place = mkdtempSync(join(tmpdir(), 'city-pages-'));
afterAll(() => rmSync(place, { recursive: true }));

type Modules = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
type Program = (modules: Modules, console: { log: (...values: readonly unknown[]) => void }) => Promise<void>;
const AsyncFunction = (async () => {}).constructor as new (...source: readonly string[]) => Program;

const pages = seedCities().flatMap((city) => [
  { file: `${city}.md`, city, language: 'en' as const },
  { file: `${city}.zh-CN.md`, city, language: 'zh' as const },
]);

describe.each(pages)('docs/cities/$file', ({ file, city, language }) => {
  const page = readFileSync(new URL(`../../../../docs/cities/${file}`, import.meta.url), 'utf8');
  const database = join(place, `${file}.db`);

  /** What a program prints, in the folder that the page begins. */
  async function printedBy(program: string): Promise<string> {
    const modules: Modules = {
      '@hotline-kit/core': core,
      '@hotline-kit/core/storage-sqlite': { sqliteStore: () => sqliteStore({ file: database }) },
      '@hotline-kit/rules/node': { loadCityPack: () => loadCityPack(cityFolder(city)) },
    };
    const body = program
      .replaceAll(/import \{([^}]+)\} from '([^']+)';/g, "const {$1} = modules['$2'];")
      .replaceAll(' as const', '');
    const lines: string[] = [];
    await new AsyncFunction('modules', 'console', body)(modules, {
      log: (...values) => lines.push(`${format(...values)}\n`),
    });
    return lines.join('');
  }

  async function printedByCommand(line: string): Promise<string> {
    let printed = '';
    const write = (text: string) => {
      printed += text;
    };
    const names: Readonly<Record<string, string>> = { 'my-city': cityFolder(city), 'hotline.db': database };
    const [, ...args] = line.split(' ').map((word) => names[word] ?? word);
    const now = () => new Date('2024-12-01T00:00:00+08:00');
    expect(await runCommandLine(args, { out: write, err: write, color: false, language, now }), printed).toBe(0);
    return printed;
  }

  test('its program and its commands print what the page says', async () => {
    const blocks = [
      ...page.matchAll(/```(ts|sh)\n((?:import|hotline-desk)[^`]*(?:`[^`\n]+`[^`]*)*)```\n\n```text\n([^`]+)```/g),
    ];
    expect(blocks.map(([, kind]) => kind)).toEqual(['sh', 'ts', 'sh']);
    for (const [, kind, source = '', said] of blocks) {
      expect(kind === 'ts' ? await printedBy(source) : await printedByCommand(source.trimEnd())).toBe(said);
    }
  });
});
