// Mutation score of the engine: pnpm --filter @hotline-kit/sla-calendar run mutate [file …]
//
// Stryker's instrumenter puts all mutants into one bundle of sources and tests. A worker evaluates the bundle anew for each
// mutant, so that nothing compiled for another one is left, and runs in its process the tests that reach it, quick ones
// first, for at most some seconds. A mutant is killed when a test fails, when the sources cannot be loaded, or when it is
// passed ten times more often, or needs five times more CPU, than the original code.
//
// --workers N measures N mutants at a time (1).
// With --minutes N no further mutant is begun after N minutes: they come in a random order that is the same each time, so
// that what has been measured by then is a fair sample.
import { execFileSync, fork } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const here = dirname(fileURLToPath(import.meta.url));
const goal = 90;
/** Milliseconds of CPU for the tests of one mutant, as the unchanged sources need them. */
const testTime = 12_000;
/** Milliseconds of CPU after which a mutant runs in circles. */
const timeLimit = 5 * testTime;

if (!existsSync(join(here, 'node_modules'))) {
  execFileSync('pnpm', ['install', '--frozen-lockfile', '--reporter=silent'], { cwd: here, stdio: 'inherit' });
}
const { bundleMutants } = await import('./bundle-mutants.mjs');
const { values, positionals } = parseArgs({
  options: { minutes: { type: 'string' }, workers: { type: 'string', default: '1' } },
  allowPositionals: true,
});
const { code, mutants: all } = await bundleMutants(positionals);
const bundle = join(tmpdir(), `mutants-${process.pid}.cjs`);
writeFileSync(bundle, code);

const first = start();
const { tests } = await answer(first, { dryRun: true });
tests.sort((a, b) => a.duration - b.duration);
const inAll = tests.reduce((sum, { duration }) => sum + duration, 0);
console.log(
  `${tests.length} tests pass in ${Math.round(inAll / 1000)} s of CPU without a mutant; ${all.length} mutants`,
);
const queue = shuffled(all);
const mutants = [];
const until = Date.now() + 60_000 * Number(values.minutes ?? 1e6);
let done = 0;
await Promise.all(
  Array.from({ length: Number(values.workers) }, async (_, number) => {
    let worker = number === 0 ? first : start();
    for (let mutant = queue.shift(); mutant !== undefined && Date.now() < until; mutant = queue.shift()) {
      const { killedBy, gone } = await answer(worker, requestFor(mutant.id));
      mutants.push({ ...mutant, killedBy });
      if (killedBy === undefined) console.log(`  ${wordsOf(mutant)}`);
      if (gone) worker = start();
      if (++done % 100 === 0) console.log(`  ${done} of ${all.length}`);
    }
    worker.kill();
  }),
);

const files = new Map();
for (const mutant of mutants) files.set(mutant.file, [...(files.get(mutant.file) ?? []), mutant]);
let killed = 0;
for (const [file, list] of [...files].sort()) {
  const dead = list.filter(({ killedBy }) => killedBy !== undefined);
  killed += dead.length;
  console.log(`${percent(dead.length, list.length).padStart(7)}  ${dead.length}/${list.length}  ${basename(file)}`);
  for (const mutant of list.filter(({ killedBy }) => killedBy === undefined)) console.log(`    ${wordsOf(mutant)}`);
  // Where no mutant of a file is killed, the tests do not see the mutated source.
  if (dead.length === 0) process.exitCode = 1;
}
console.log(
  `\n${percent(killed, mutants.length)} of ${mutants.length} mutants killed (there are ${all.length}); goal ${goal} %`,
);
if ((100 * killed) / mutants.length < goal) process.exitCode = 1;

function wordsOf({ file, line, text, mutator, replacement }) {
  return `survived ${basename(file)}:${line} ${mutator} → ${replacement}   | ${text}`;
}

/** Which tests a mutant has to pass, and how often it may be passed until it runs in circles. */
function requestFor(mutant) {
  const passing = tests.filter(({ passes }) => passes[mutant] !== undefined);
  const counted = passing.reduce((sum, { passes }) => sum + passes[mutant], 0);
  // What the first test of a file had compiled, the others of the file no longer pass: they come after those that do.
  const files = new Set(passing.map(({ file }) => file));
  const others = tests.filter(({ file, passes }) => files.has(file) && passes[mutant] === undefined);
  const reaching = [...passing, ...others];
  const affordable = [];
  const loaded = new Set();
  let left = testTime;
  for (const { file, number, loading, duration } of reaching) {
    if (left > 0) affordable.push({ file, number });
    left -= loaded.has(file) ? duration : loading + duration;
    loaded.add(file);
  }
  return {
    mutant,
    hitLimit: 10_000 + 10 * counted,
    timeLimit,
    tests: affordable,
  };
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

function start() {
  return fork(join(here, 'worker.mjs'), [bundle], { env: { ...process.env, HOTLINE_PROOF: 'sample', TZ: 'UTC' } });
}

/** What a worker says to a request; a mutant that ended its worker is killed, and the worker is gone. */
function answer(worker, request) {
  return new Promise((resolve, reject) => {
    const end = (result) => {
      worker.removeAllListeners();
      resolve(result);
    };
    const gone = (killedBy) => {
      if (request.dryRun) reject(new Error(`the unchanged sources: ${killedBy}`));
      else end({ killedBy, gone: true });
    };
    worker.once('message', (message) => (message.failed ? gone(message.failed) : end(message)));
    worker.once('exit', () => gone('the end of the process'));
    worker.send(request);
  });
}

function percent(part, whole) {
  return `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;
}
