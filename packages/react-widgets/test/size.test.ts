import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { build as esbuild } from 'esbuild';
import { build as vite } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const require = createRequire(import.meta.url);
const widgets = ['ProgressTracker', 'RatingForm', 'SlaCountdown'];

/** The package as it is published, made by its own build; inside the package, so that it finds React. */
let dist = '';

beforeAll(async () => {
  dist = await mkdtemp(join(root, 'node_modules/.dist-'));
  const tsup = join(require.resolve('tsup/package.json'), '../dist/cli-default.js');
  await promisify(execFile)(process.execPath, [tsup, '--no-dts', '--silent', '--out-dir', dist], { cwd: root });
});

afterAll(() => rm(dist, { recursive: true, force: true }));

const gzip = (content: string | Uint8Array) => gzipSync(content, { level: 9 }).length;
const entryFor = (names: readonly string[]) => `export { ${names} } from ${JSON.stringify(join(dist, 'index.js'))}`;

/** Bytes after gzip of what esbuild makes of the named exports, minified, React left out. */
async function weigh(names: readonly string[]): Promise<number> {
  const { outputFiles } = await esbuild({
    stdin: { contents: entryFor(names), resolveDir: root },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2020',
    charset: 'utf8',
    external: ['react'],
  });
  return outputFiles.reduce((sum, { contents }) => sum + gzip(contents), 0);
}

/** The same by Vite. */
async function weighByVite(names: readonly string[]): Promise<number> {
  const entry = 'virtual:entry';
  const result = await vite({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: true,
      target: 'es2020',
      rolldownOptions: { input: entry, preserveEntrySignatures: 'strict', external: [/^react/] },
    },
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === entry ? id : null),
        load: (id) => (id === entry ? entryFor(names) : null),
      },
    ],
  });
  if (!('output' in result)) throw new Error('no output');
  return result.output.reduce((sum, file) => sum + gzip(file.type === 'chunk' ? file.code : file.source), 0);
}

describe('bytes after gzip, of the built package, React left out', () => {
  test('tracker, countdown and rating together are at most 6,100, below 6 KiB', async () => {
    expect(await weigh(widgets)).toBeLessThanOrEqual(6_100);
    expect(await weighByVite(widgets)).toBeLessThanOrEqual(6_100);
  });

  test.each([
    ['ProgressTracker', 4_350],
    ['SlaCountdown', 3_400],
    ['RatingForm', 3_260],
    ['TicketTimeline', 2_080],
    ['HotlineProvider', 1_010],
    ['createTicker', 420],
    ['zhCN', 1_300],
  ])('%s alone takes nothing of the others: at most %i', async (name, budget) => {
    expect(await weigh([name])).toBeLessThanOrEqual(budget);
  });

  test('everything, with both languages, is at most 7,450', async () => {
    expect(
      await weigh([...widgets, 'TicketTimeline', 'HotlineProvider', 'createTicker', 'en', 'zhCN']),
    ).toBeLessThanOrEqual(7_450);
  });

  test('the style sheet is at most 3,000', async () => {
    expect(gzip(await readFile(join(dist, 'styles.css')))).toBeLessThanOrEqual(3_000);
  });
});

const clock = { state: 'cancelled', dueAt: '2023-07-10T10:32:00+08:00', open: [], warnings: [] };
const Words = ({ useClock }: { useClock: (view: object) => { text: string } }) => useClock(clock).text;

describe('the two doors are one package', () => {
  test('required, the provider of the first sets the language for a hook of the second', () => {
    const { createElement } = require('react');
    const { renderToStaticMarkup } = require('react-dom/server');
    const { HotlineProvider } = require(join(dist, 'index.cjs'));
    const { useCountdown } = require(join(dist, 'hooks.cjs'));
    const words = createElement(Words, { useClock: useCountdown });

    expect(renderToStaticMarkup(words)).toBe('已取消');
    expect(
      renderToStaticMarkup(createElement(HotlineProvider, { messages: { 'clock.cancelled': 'Gone' } }, words)),
    ).toContain('Gone');
  });

  test('what both export is the same object, required or imported', async () => {
    expect(require(join(dist, 'hooks.cjs')).createTicker).toBe(require(join(dist, 'index.cjs')).createTicker);
    const [index, hooks] = await Promise.all([import(join(dist, 'index.js')), import(join(dist, 'hooks.js'))]);
    expect(hooks.createTicker).toBe(index.createTicker);
  });

  test("'use client' is the first statement of every file", async () => {
    const files = (await readdir(dist)).filter((name) => /\.c?js$/.test(name));
    expect(files).toHaveLength(6);
    for (const name of files) expect(await readFile(join(dist, name), 'utf8')).toMatch(/^'use client';/);
  });
});
