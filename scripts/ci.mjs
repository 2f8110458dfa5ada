// The steps of .ci/run. Budget in minutes (limit of the whole: 20), measured on two cores:
//   install 0.5 · test with --proof=ci 8 · build 1 · tarballs 0.5 · reference 0.5 · examples 2
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Steps } from './steps.mjs';

const folder = mkdtempSync(join(tmpdir(), 'hotline-kit-ci-'));
const report = join(folder, 'tests.json');
const steps = new Steps();

steps.run('install', 'pnpm', ['install', '--frozen-lockfile', '--reporter=append-only']);
const testsOk = steps.run('test', 'pnpm', ['test', '--proof=ci', `--report=${report}`]);
steps.run('build', 'pnpm', ['run', 'build']);
steps.run('tarballs', 'pnpm', ['run', 'check:packages']);
steps.run('reference', 'pnpm', ['run', 'docs', '--check']);
steps.run('examples', 'pnpm', ['demo', '--no-serve']);

const counts = (() => {
  try {
    return JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
})();
rmSync(folder, { recursive: true });

// The test step has counted its own failures; every other failed step is one more.
counts.failed += steps.failed.length - (testsOk ? 0 : 1);
console.log(`\n${steps.summary()}\n`);
console.log(`${counts.passed} passed, ${counts.failed} failed${counts.skipped ? `, ${counts.skipped} skipped` : ''}`);
process.exitCode = counts.failed === 0 ? 0 : 1;
