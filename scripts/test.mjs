// Everything that must hold on each commit: types, lint, format, import direction, cycles, doors, dead exports, tests.
//   pnpm test [--proof=quick|ci|full] [--report=FILE]
// --proof   how long the generated proofs run (default quick)
// --report  writes { passed, failed, skipped } as JSON for the caller
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { postgresPrograms, startPostgres } from './postgres.mjs';
import { Steps } from './steps.mjs';
import { tally } from './tally.mjs';

const proofs = ['quick', 'ci', 'full'];
const { values } = parseArgs({ options: { proof: { type: 'string', default: 'quick' }, report: { type: 'string' } } });
if (!proofs.includes(values.proof)) {
  console.error(`--proof=${values.proof}: unknown. Use one of ${proofs.join(', ')}.`);
  process.exit(2);
}

const steps = new Steps();
steps.run('types', 'node', ['node_modules/typescript-7/bin/tsc', '-b']);
steps.run('lint, format, import direction and cycles', 'biome', ['ci', '.']);
steps.run('doors', 'node', ['scripts/check-doors.mjs']);
steps.run('features page', 'node', ['scripts/features.mjs', '--check']);
steps.run('dead code and dependencies', 'knip', ['--no-progress']);

const folder = mkdtempSync(join(tmpdir(), 'hotline-kit-'));
const report = join(folder, 'vitest.json');
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];

// The stores are tried on a real PostgreSQL: the one that HOTLINE_POSTGRES names, else one that is started here.
const programs = process.env.HOTLINE_POSTGRES ? undefined : postgresPrograms();
const postgres = programs && (await startPostgres(programs));
const postgresUrl = process.env.HOTLINE_POSTGRES ?? postgres?.url;
const noPostgres =
  'No PostgreSQL found: its tests are skipped. Install PostgreSQL 14 or later (Debian: apt-get install postgresql), or set PG_BIN or HOTLINE_POSTGRES.';
if (!postgresUrl) console.warn(`\n!! ${noPostgres}`);
const testsOk = steps.run(`tests (proof: ${values.proof})`, 'vitest', ['run', ...reporters], {
  HOTLINE_PROOF: values.proof,
  ...(postgresUrl ? { HOTLINE_POSTGRES: postgresUrl } : {}),
});
postgres?.stop();
const counts = tally(report);
rmSync(folder, { recursive: true });

// A failed step that no failed test accounts for is a failure of its own.
const otherFailures = steps.failed.length - (testsOk ? 0 : 1);
if (!testsOk && counts.failed === 0) counts.failed = 1;
counts.failed += otherFailures;

console.log(`\n${steps.summary()}\n`);
if (!postgresUrl) console.warn(`!! ${noPostgres}\n`);
if (values.report) writeFileSync(values.report, JSON.stringify(counts));
console.log(`${counts.passed} passed, ${counts.failed} failed${counts.skipped ? `, ${counts.skipped} skipped` : ''}`);
process.exitCode = counts.failed === 0 ? 0 : 1;
