import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const KIB = 1024;

/** Minified bytes after gzip of what an application's build makes of the named exports, React left out. */
async function weigh(code: string): Promise<number> {
  const entry = 'virtual:entry';
  const result = await build({
    root,
    configFile: false,
    logLevel: 'error',
    resolve: { conditions: ['@hotline-kit/source'] },
    // A test is no production; an application's build is.
    oxc: { jsx: { runtime: 'automatic', development: false } },
    build: {
      write: false,
      minify: true,
      target: 'es2020',
      rolldownOptions: {
        input: entry,
        preserveEntrySignatures: 'strict',
        external: [/^react/],
      },
    },
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === entry ? id : null),
        load: (id) => (id === entry ? code : null),
      },
    ],
  });
  if (!('output' in result)) throw new Error('no output');
  return result.output
    .map((file) => gzipSync(file.type === 'chunk' ? file.code : file.source, { level: 9 }).length)
    .reduce((sum, bytes) => sum + bytes, 0);
}

const index = JSON.stringify(join(root, 'src/index.ts'));

test('tracker, countdown and rating together are at most 6 KiB', async () => {
  expect(await weigh(`export { ProgressTracker, RatingForm, SlaCountdown } from ${index}`)).toBeLessThanOrEqual(
    6 * KIB,
  );
});

test('everything, with both languages, is at most 8 KiB', async () => {
  expect(await weigh(`export * from ${index}`)).toBeLessThanOrEqual(8 * KIB);
});

test('the style sheet is at most 5 KiB', async () => {
  expect(await weigh(`import ${JSON.stringify(join(root, 'src/styles.css'))}`)).toBeLessThanOrEqual(5 * KIB);
});
