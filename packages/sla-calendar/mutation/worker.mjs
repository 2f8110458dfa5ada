import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { TestFile } from './test-file.mjs';

const [, , bundle] = process.argv;
const load = new Function('require', 'module', readFileSync(bundle, 'utf8'));
const outside = createRequire(import.meta.url);
// Every run asks the same questions, and a first counterexample is enough.
outside('fast-check').configureGlobal({ seed: 1, endOnFailure: true, verbose: 0 });

/** Where the mutants look up which of them is active, and count what passes them. */
const stryker = {};
globalThis.__stryker__ = stryker;

process.on('message', (request) => {
  try {
    process.send(request.dryRun ? dryRun() : kill(request));
  } catch (error) {
    process.send({ failed: error instanceof Error ? error.stack : String(error) });
  }
});

/** Sources and tests as they are in a fresh process. */
function evaluated() {
  const file = new TestFile();
  load((name) => (name === 'vitest' ? file.door : outside(name)), {});
  return file.tests;
}

/** Runs all tests without a mutant: which mutants each of them passes, how often, and how long it takes. */
function dryRun() {
  stryker.activeMutant = undefined;
  const coverage = { static: {}, perTest: {} };
  stryker.mutantCoverage = coverage;
  stryker.currentTestId = undefined;
  const tests = evaluated();
  const durations = tests.map(({ name, run }, number) => {
    stryker.currentTestId = String(number);
    const began = performance.now();
    try {
      run();
    } catch (error) {
      throw new Error(`"${name}" fails without any mutant: ${error.message}`);
    }
    return performance.now() - began;
  });
  return { coverage, tests: tests.map(({ name }, number) => ({ name, duration: durations[number] })) };
}

/** Runs the tests of a request in their order until one fails. */
function kill({ mutant, hitLimit, tests: order }) {
  stryker.activeMutant = mutant;
  stryker.hitCount = 0;
  stryker.hitLimit = hitLimit;
  let tests;
  try {
    tests = evaluated();
  } catch {
    return { killedBy: 'the loading of the sources' };
  }
  const killer = order.find((number) => {
    try {
      tests[number].run();
      return false;
    } catch {
      return true;
    }
  });
  return killer === undefined ? {} : { killedBy: tests[killer].name };
}
