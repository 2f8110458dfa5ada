// The steps of .ci/run, with their budget in minutes (20 in all) and what two cores took from empty caches:
//   Debian packages 2 (1) · install 1 (0.3) · test with --proof=ci 12.5 (12) · build 1.5 (1.3) · tarballs 0.5 (0.1) ·
//   consumers 1 (0.9) · reference 1 (0.6) · examples 0.5 (0.1)
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { postgresPrograms } from './postgres.mjs';
import { Steps } from './steps.mjs';

const folder = mkdtempSync(join(tmpdir(), 'hotline-kit-ci-'));
const report = join(folder, 'tests.json');
const steps = new Steps();

// The browser tests need a Chromium and Chinese fonts, those of the stores a PostgreSQL; a developer's machine brings its own.
const chromium = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome'].some(
  (path) => path !== undefined && existsSync(path),
);
const fonts = existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc');
const postgres = postgresPrograms() !== undefined;
const packages = { chromium, 'fonts-noto-cjk': fonts, postgresql: postgres };
const missing = Object.keys(packages).filter((name) => !packages[name]);
if (missing.length > 0) {
  const install = [
    'set -e',
    // The tests start a PostgreSQL of their own: the package shall make no cluster and start none.
    'mkdir -p /etc/postgresql-common',
    'echo "create_main_cluster = false" > /etc/postgresql-common/createcluster.conf',
    'apt-get update -qq',
    `apt-get install -y -qq --no-install-recommends ${missing.join(' ')} >/dev/null`,
  ].join('\n');
  steps.run(`Debian packages: ${missing.join(' ')}`, 'bash', ['-c', install], { DEBIAN_FRONTEND: 'noninteractive' });
}

steps.run('install', 'pnpm', ['install', '--frozen-lockfile', '--reporter=append-only']);
const testsOk = steps.run('test', 'pnpm', ['test', '--proof=ci', `--report=${report}`]);
steps.run('build', 'pnpm', ['run', 'build']);
steps.run('tarballs', 'pnpm', ['run', 'check:packages']);
steps.run('consumers', 'pnpm', ['run', 'check:consumers']);
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
