// Mutation score of the engine: pnpm --filter @hotline-kit/sla-calendar run mutate [file …]
//
// Stryker's instrumenter puts all mutants into one bundle of sources and tests. A worker evaluates the bundle anew for each
// mutant, so that nothing compiled for another one is left, and runs the tests in its process, quick ones first: those that
// reach the mutant, then quick others, which may find compiled what the first of them needed. A mutant is killed when a test fails, when the sources cannot be loaded, or when it is passed ten
// times more often than the original code needs.
import { execFileSync, fork } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const goal = 90;
const workers = 2;
/** Wall time of one mutant, on a machine that others use as well. */
const timeLimit = 120_000;

if (!existsSync(join(here, 'node_modules'))) {
  execFileSync('pnpm', ['install', '--frozen-lockfile', '--reporter=silent'], { cwd: here, stdio: 'inherit' });
}
const { bundleMutants } = await import('./bundle-mutants.mjs');
const { code, mutants } = await bundleMutants(process.argv.slice(2));
const bundle = join(tmpdir(), `mutants-${process.pid}.cjs`);
writeFileSync(bundle, code);

const first = start();
const { coverage, tests } = await answer(first, { dryRun: true });
const inAll = tests.reduce((sum, { duration }) => sum + duration, 0);
console.log(`${tests.length} tests pass in ${Math.round(inAll / 1000)} s without a mutant; ${mutants.length} mutants`);
const quickFirst = [...tests.keys()].sort((a, b) => tests[a].duration - tests[b].duration);
const queue = mutants.map((mutant) => ({ mutant, request: requestFor(mutant.id) }));
let done = 0;
await Promise.all(
  Array.from({ length: workers }, async (_, number) => {
    let worker = number === 0 ? first : start();
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const { killedBy, gone } = await answer(worker, next.request);
      next.mutant.killedBy = killedBy;
      if (gone) worker = start();
      if (++done % 100 === 0) console.log(`  ${done} of ${mutants.length}`);
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
  for (const { line, text, mutator, replacement } of list.filter(({ killedBy }) => killedBy === undefined))
    console.log(`    survived ${basename(file)}:${line} ${mutator} → ${replacement}   | ${text}`);
  // Where no mutant of a file is killed, the tests do not see the mutated source.
  if (dead.length === 0) process.exitCode = 1;
}
console.log(`\n${percent(killed, mutants.length)} of ${mutants.length} mutants killed; goal ${goal} %`);
if ((100 * killed) / mutants.length < goal) process.exitCode = 1;

/** Which tests a mutant has to pass, and how often it may be passed until it runs in circles. */
function requestFor(mutant) {
  const reaches = (number) => coverage.perTest[number]?.[mutant] !== undefined;
  const counts = [coverage.static, ...Object.values(coverage.perTest)].map((passed) => passed[mutant] ?? 0);
  const others = quickFirst.filter((number) => !reaches(number) && tests[number].duration < 50);
  return {
    mutant,
    hitLimit: 10_000 + 10 * counts.reduce((sum, count) => sum + count, 0),
    tests: [...quickFirst.filter(reaches), ...others],
  };
}

function start() {
  return fork(join(here, 'worker.mjs'), [bundle], { env: { ...process.env, HOTLINE_PROOF: 'sample', TZ: 'UTC' } });
}

/** What a worker says to a request; a worker that ends or takes too long has killed the mutant, and is gone. */
function answer(worker, request) {
  return new Promise((resolve, reject) => {
    const end = (result) => {
      clearTimeout(timer);
      worker.removeAllListeners();
      resolve(result);
    };
    const gone = (killedBy) => {
      if (request.dryRun) reject(new Error(`the unchanged sources: ${killedBy}`));
      else end({ killedBy, gone: true });
    };
    const timer = setTimeout(() => {
      worker.kill('SIGKILL');
      gone('time limit');
    }, timeLimit);
    worker.once('message', (message) => (message.failed ? gone(message.failed) : end(message)));
    worker.once('exit', () => gone('the end of the process'));
    worker.send(request);
  });
}

function percent(part, whole) {
  return `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;
}
