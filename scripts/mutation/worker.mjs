import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { TestFile } from './test-file.mjs';

const [, , kept, mutated, once] = process.argv;
const AsyncFunction = (async () => {}).constructor;
const load = new AsyncFunction('outside', readFileSync(mutated, 'utf8'));
const { default: modules } = await import(kept);
// Every run asks the same questions, and a first counterexample is enough.
modules['fast-check']?.default.configureGlobal({ seed: 1, endOnFailure: true, verbose: 0 });

/** What the script gets from outside; of some functions, the result that they had before for the same arguments. */
const outside = {};
for (const [name, functions] of Object.entries(JSON.parse(once))) {
  outside[name] = { ...modules[name] };
  for (const each of functions) outside[name][each] = remembering(modules[name][each]);
}
for (const [, name] of readFileSync(mutated, 'utf8').matchAll(/outside\("([^"]+)"\)/g)) {
  if (name !== 'vitest' && name !== 'files') outside[name] ??= await import(name);
}

function remembering(run) {
  const results = new Map();
  return (...given) => {
    const key = JSON.stringify(given);
    if (!results.has(key)) results.set(key, run(...given));
    return results.get(key);
  };
}

/** Where the mutants look up which of them is active, and count what passes them. */
const stryker = {};
globalThis.__stryker__ = stryker;
process.on('unhandledRejection', () => {});

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

process.on('message', async (request) => {
  const { user, system } = process.cpuUsage();
  watch.postMessage(user + system + 1000 * (request.timeLimit ?? Number.POSITIVE_INFINITY));
  try {
    process.send(request.dryRun ? await dryRun() : await kill(request));
  } catch (error) {
    process.send({ failed: error instanceof Error ? error.stack : String(error) });
  }
});

/** Sources and tests as they are in a fresh process; a file of tests is loaded when it is first asked for. */
async function fresh() {
  const testFile = new TestFile();
  const files = [];
  await load((name) => ({ ...outside, vitest: testFile.door, files })[name]);
  const loaded = new Map();
  const testsOf = async (file) => {
    if (!loaded.has(file)) {
      [testFile.tests, testFile.hooks] = [[], []];
      await files[file]();
      const { tests, hooks } = testFile;
      loaded.set(file, tests);
      for (const hook of hooks) await hook();
    }
    return loaded.get(file);
  };
  return { testsOf, count: files.length };
}

/** Milliseconds of CPU. */
async function timed(run) {
  const began = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}

/** Runs all tests without a mutant: which mutants each of them passes, how often, and for how many milliseconds of CPU. */
async function dryRun() {
  stryker.activeMutant = undefined;
  stryker.mutantCoverage = { static: {}, perTest: {} };
  const { count } = await fresh();
  const tests = [];
  for (let file = 0; file < count; file++) {
    // Sources anew for each file, so that it passes all that it needs itself.
    stryker.mutantCoverage = { static: {}, perTest: {} };
    stryker.currentTestId = undefined;
    const { testsOf } = await fresh();
    const loading = await timed(() => testsOf(file));
    const { static: always, perTest } = stryker.mutantCoverage;
    for (const [number, { name, run }] of (await testsOf(file)).entries()) {
      stryker.currentTestId = String(number);
      try {
        const duration = await timed(run);
        tests.push({ file, number, name, loading, duration, passes: { ...always, ...perTest[number] } });
      } catch (error) {
        throw new Error(`"${name}" fails without any mutant: ${error.stack}`);
      }
    }
  }
  return { tests };
}

/** Runs the tests of a request in their order until one fails. */
async function kill({ mutant, hitLimit, tests }) {
  stryker.activeMutant = mutant;
  stryker.hitCount = 0;
  stryker.hitLimit = hitLimit;
  let testsOf;
  try {
    ({ testsOf } = await fresh());
  } catch {
    return { killedBy: 'the loading of the sources' };
  }
  for (const { file, number } of tests) {
    try {
      await (await testsOf(file))[number].run();
    } catch {
      return { killedBy: `${file}/${number}` };
    }
  }
  return {};
}
