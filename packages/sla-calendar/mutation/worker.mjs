import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { TestFile } from './test-file.mjs';

const [, , bundle] = process.argv;
const load = new Function('require', 'module', readFileSync(bundle, 'utf8'));
const outside = createRequire(import.meta.url);
// Every run asks the same questions, and a first counterexample is enough.
outside('fast-check').configureGlobal({ seed: 1, endOnFailure: true, verbose: 0 });

/** Where the mutants look up which of them is active, and count what passes them. */
const stryker = {};
globalThis.__stryker__ = stryker;

/** Ends this process when it has taken so much CPU in all: a thread of its own, since a mutant may never return. */
const watch = new Worker(
  `const { parentPort } = require('node:worker_threads');
  let until = Infinity;
  parentPort.on('message', (microseconds) => (until = microseconds));
  setInterval(() => {
    const { user, system } = process.cpuUsage();
    if (user + system > until) process.kill(process.pid, 'SIGKILL');
  }, 500);`,
  { eval: true },
);
watch.unref();

process.on('message', (request) => {
  const { user, system } = process.cpuUsage();
  watch.postMessage(user + system + 1000 * (request.timeLimit ?? Number.POSITIVE_INFINITY));
  try {
    process.send(request.dryRun ? dryRun() : kill(request));
  } catch (error) {
    process.send({ failed: error instanceof Error ? error.stack : String(error) });
  }
});

/** Sources and tests as they are in a fresh process; a file of tests is loaded when it is first asked for. */
function fresh() {
  const door = new TestFile();
  const module = { exports: [] };
  load((name) => (name === 'vitest' ? door.door : outside(name)), module);
  const loaded = new Map();
  const testsOf = (file) => {
    if (!loaded.has(file)) {
      door.tests = [];
      module.exports[file]();
      loaded.set(file, door.tests);
    }
    return loaded.get(file);
  };
  return { testsOf, files: module.exports.length };
}

/** Milliseconds of CPU. */
function timed(run) {
  const began = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}

/** Runs all tests without a mutant: which mutants each of them passes, how often, and for how many milliseconds of CPU. */
function dryRun() {
  stryker.activeMutant = undefined;
  stryker.mutantCoverage = { static: {}, perTest: {} };
  const { files } = fresh();
  const tests = [];
  for (let file = 0; file < files; file++) {
    // Sources anew for each file, so that it passes all that it needs itself.
    stryker.mutantCoverage = { static: {}, perTest: {} };
    stryker.currentTestId = undefined;
    const { testsOf } = fresh();
    const loading = timed(() => testsOf(file));
    const { static: always, perTest } = stryker.mutantCoverage;
    testsOf(file).forEach(({ name, run }, number) => {
      stryker.currentTestId = String(number);
      try {
        tests.push({ file, number, name, loading, duration: timed(run), passes: { ...always, ...perTest[number] } });
      } catch (error) {
        throw new Error(`"${name}" fails without any mutant: ${error.message}`);
      }
    });
  }
  return { tests };
}

/** Runs the tests of a request in their order until one fails. */
function kill({ mutant, hitLimit, tests }) {
  stryker.activeMutant = mutant;
  stryker.hitCount = 0;
  stryker.hitLimit = hitLimit;
  let testsOf;
  try {
    ({ testsOf } = fresh());
  } catch {
    return { killedBy: 'the loading of the sources' };
  }
  for (const { file, number } of tests) {
    try {
      testsOf(file)[number].run();
    } catch {
      return { killedBy: `${file}/${number}` };
    }
  }
  return {};
}
