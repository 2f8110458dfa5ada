// Mutation score of a package: pnpm mutate PACKAGE [file …]
//
// Stryker's instrumenter puts all mutants into one bundle of sources and tests. A worker evaluates the bundle anew for each
// mutant, so that nothing compiled for another one is left, and runs in its process the tests that reach it, quick ones
// first, for at most some seconds. A mutant is killed when a test fails, when the sources cannot be loaded, or when it is
// passed ten times more often, or needs five times more CPU, than the original code.
//
// What is measured, and by which tests, stands in the package's mutation.config.mjs.
// --workers N measures N mutants at a time (1).
// --minutes N begins no further mutant after N minutes: they come in a random order that is the same each time, so that
// what has been measured by then is a fair sample.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { print, wordsOf } from './report.mjs';

const here = dirname(fileURLToPath(import.meta.url));
/** Milliseconds of CPU for the tests of one mutant, as the unchanged sources need them. */
const testTime = 12_000;
const { values, positionals } = parseArgs({
  options: { minutes: { type: 'string' }, workers: { type: 'string', default: '1' } },
  allowPositionals: true,
});
const [name, ...chosen] = positionals;
const home = join(here, '../../packages', name ?? '');
const configFile = join(home, 'mutation.config.mjs');
if (name === undefined || !existsSync(configFile)) {
  console.error('usage: pnpm mutate PACKAGE [file …], where packages/PACKAGE has a mutation.config.mjs');
  process.exit(2);
}
if (!existsSync(join(here, 'node_modules'))) {
  execFileSync('pnpm', ['install', '--frozen-lockfile', '--reporter=silent'], { cwd: here, stdio: 'inherit' });
}
const { bundleMutants } = await import('./bundle-mutants.mjs');
const { MutantWorker } = await import('./mutant-worker.mjs');

const config = (await import(pathToFileURL(configFile).href)).default;
// Inside the package, so that what is left out of the bundles is found.
const folder = join(home, 'node_modules/.cache/mutation');
const { mutants: all, ...bundles } = await bundleMutants(config, home, chosen, folder);

const first = new MutantWorker(bundles);
const tests = (await first.dryRun()).sort((a, b) => a.duration - b.duration);
const loadings = new Map(tests.map(({ file, loading }) => [file, loading])).values();
const milliseconds = [...loadings, ...tests.map(({ duration }) => duration)].reduce((sum, each) => sum + each, 0);
console.log(
  `${tests.length} tests pass in ${Math.round(milliseconds / 1000)} s of CPU without a mutant; ${all.length} mutants`,
);

const queue = shuffled(all);
const mutants = [];
const until = Date.now() + 60_000 * Number(values.minutes ?? 1e6);
await Promise.all(
  Array.from({ length: Number(values.workers) }, async (_, number) => {
    let worker = number === 0 ? first : new MutantWorker(bundles);
    for (let mutant = queue.shift(); mutant !== undefined && Date.now() < until; mutant = queue.shift()) {
      const { killedBy, gone } = await worker.measure(requestFor(mutant.id));
      mutants.push({ ...mutant, killedBy });
      if (killedBy === undefined) console.log(`  ${wordsOf(mutant)}`);
      if (gone) worker = new MutantWorker(bundles);
      if (mutants.length % 100 === 0) console.log(`  ${mutants.length} of ${all.length}`);
    }
    worker.end();
  }),
);
if (!print(mutants, all.length, config)) process.exitCode = 1;

/** Which tests a mutant has to pass, and how much it may take until it runs in circles. */
function requestFor(mutant) {
  const passing = tests.filter(({ passes }) => passes[mutant] !== undefined);
  const counted = passing.reduce((sum, { passes }) => sum + passes[mutant], 0);
  // What the first test of a file had compiled, the others of the file no longer pass: they come after those that do.
  const files = new Set(passing.map(({ file }) => file));
  const others = tests.filter(({ file, passes }) => files.has(file) && passes[mutant] === undefined);
  const affordable = [];
  const loaded = new Set();
  let left = testTime;
  for (const { file, number, loading, duration } of [...passing, ...others]) {
    if (left <= 0) break;
    affordable.push({ file, number });
    left -= duration + (loaded.has(file) ? 0 : loading);
    loaded.add(file);
  }
  return { mutant, hitLimit: 10_000 + 10 * counted, timeLimit: 5 * testTime, tests: affordable };
}

/** A random order that is the same each time. */
function shuffled(list) {
  let seed = 1;
  const random = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed;
  };
  return list
    .map((item) => [random(), item])
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item);
}
