import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const home = dirname(here);

/** What is measured: everything that turns a document, a term and events into instants. */
const engine = [
  'affected-clocks',
  'calendar-diff',
  'civil-date',
  'clock',
  'clock-set',
  'clock-time',
  'compiled-year',
  'day-kind',
  'due-batch',
  'due-date',
  'due-instant',
  'fixed-holidays',
  'instant',
  'local-time',
  'minutes',
  'named-days',
  'opening-hours',
  'own-time',
  'retime',
  'sorted-list',
  'timeline',
  'wall-time',
  'whole-day-pause',
  'working-calendar',
  'working-days',
  'zone-offsets',
];

/** Tests of doors, commands, files and the shape of documents say nothing about the engine. */
const left = /process-zones|icalendar|readme|size|chinese-days|schema|notice-mutations|published-years/;

/** Sources with all their mutants and all tests, as one script for `worker.mjs`. */
export async function bundleMutants(chosen) {
  const files = (chosen.length > 0 ? chosen : engine).map((name) => {
    const file = join(home, 'src', `${name}.ts`);
    return { name: file, content: readFileSync(file, 'utf8'), mutate: true };
  });
  const silent = new Proxy({}, { get: () => () => false });
  const { files: instrumented, mutants } = await new Instrumenter(silent).instrument(files, {
    // Words of errors and explanations are not the engine's arithmetic.
    excludedMutations: ['StringLiteral'],
    ignorers: [],
    plugins: null,
  });
  const sources = new Map(instrumented.map(({ name, content }) => [name, content]));
  const tests = ['src', 'test'].flatMap((folder) =>
    readdirSync(join(home, folder))
      .filter((name) => name.endsWith('.test.ts') && !left.test(name))
      .map((name) => join(home, folder, name)),
  );
  const { outputFiles } = await build({
    // Each file of tests is loaded when it is called.
    stdin: {
      contents: `module.exports = [${tests.map((file) => `() => require(${JSON.stringify(file)})`).join()}];`,
      resolveDir: home,
    },
    bundle: true,
    write: false,
    // Without it the package's "no side effects" would leave the tests out.
    ignoreAnnotations: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    external: ['zod', 'date-fns', 'date-fns/*', 'fast-check', '@noble/hashes/*', 'vitest'],
    alias: { '@hotline-kit/sla-calendar': join(home, 'src/index.ts') },
    plugins: [
      {
        name: 'mutants',
        setup({ onLoad }) {
          onLoad({ filter: /\/src\/[^/]+\.ts$/ }, ({ path }) => {
            const contents = sources.get(path);
            return contents === undefined ? undefined : { contents, loader: 'ts' };
          });
        },
      },
    ],
  });
  return {
    code: outputFiles[0].text,
    mutants: mutants
      .filter(({ status }) => status !== 'Ignored')
      .map(({ id, fileName, location, mutatorName, replacement }) => ({
        id,
        file: fileName,
        line: location.start.line + 1,
        text: readFileSync(fileName, 'utf8').split('\n')[location.start.line].trim(),
        mutator: mutatorName,
        replacement,
      })),
  };
}
