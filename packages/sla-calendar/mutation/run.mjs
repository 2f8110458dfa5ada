// Mutation score of the engine: pnpm --filter @hotline-kit/sla-calendar run mutate [file …]
// What neither a changed source nor a changed test can have altered is taken from the last run; --anew measures all.
// Stryker changes a copy of the package (sources and tests, no links), so that no test can reach the unchanged original.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const home = dirname(here);
const work = join(here, '.work');
const goal = 90;

/** The engine: everything that turns a document, a term and events into instants. */
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

/** Tests of doors and commands say nothing about the engine; the year boundaries take too long for thousands of runs. */
const left = [
  'year-boundaries',
  'process-zones',
  'icalendar',
  'command',
  'readme',
  'size',
  'chinese-days',
  'calendar-schema',
  'notice-mutations',
  'published-years',
  'parse-definition',
];

if (!existsSync(join(here, 'node_modules'))) {
  execFileSync('pnpm', ['install', '--frozen-lockfile', '--reporter=silent'], { cwd: here, stdio: 'inherit' });
}
rmSync(work, { recursive: true, force: true });
mkdirSync(work, { recursive: true });
for (const folder of ['src', 'test', 'holidays']) cpSync(join(home, folder), join(work, folder), { recursive: true });
symlinkSync(join(here, 'node_modules'), join(work, 'node_modules'));
const anew = process.argv.includes('--anew');
const chosen = process.argv.slice(2).filter((name) => name !== '--anew');
const mutate = (chosen.length > 0 ? chosen : engine).map((name) => `src/${name}.ts`);
writeFileSync(join(work, 'package.json'), JSON.stringify({ name: 'mutated', private: true, type: 'module' }));
writeFileSync(
  join(work, 'vitest.config.ts'),
  `import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
const source = fileURLToPath(new URL('./src/index.ts', import.meta.url));
export default defineConfig({
  resolve: { alias: [{ find: /^@hotline-kit\\/sla-calendar$/, replacement: source }] },
  test: { testTimeout: 60_000, include: ['{src,test}/**/*.test.ts'], exclude: ${JSON.stringify(left.map((name) => `**/*${name}*.test.ts`))} },
});
`,
);
writeFileSync(
  join(work, 'stryker.config.json'),
  JSON.stringify({
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    mutate,
    // Words of errors and explanations are not the engine's arithmetic.
    mutator: { excludedMutations: ['StringLiteral'] },
    reporters: ['json', 'progress-append-only'],
    coverageAnalysis: 'perTest',
    concurrency: 2,
    ignoreStatic: false,
    timeoutMS: 2000,
    timeoutFactor: 1.25,
    tempDirName: '.stryker',
    incremental: true,
    incrementalFile: join(here, '.last-run.json'),
    force: anew,
    vitest: { related: false },
  }),
);
const stryker = join(here, 'node_modules/@stryker-mutator/core/bin/stryker.js');
const { status } = spawnSync(process.execPath, [stryker, 'run', '--logLevel', 'warn'], {
  cwd: work,
  stdio: 'inherit',
  env: { ...process.env, HOTLINE_PROOF: 'sample' },
});
if (status !== 0) process.exit(status ?? 1);

const report = JSON.parse(readFileSync(join(work, 'reports/mutation/mutation.json'), 'utf8'));
let [killed, total] = [0, 0];
for (const [file, { mutants, source }] of Object.entries(report.files)) {
  const counted = mutants.filter(({ status }) => status !== 'Ignored' && status !== 'CompileError');
  const dead = counted.filter(({ status }) => status === 'Killed' || status === 'Timeout');
  killed += dead.length;
  total += counted.length;
  console.log(`${percent(dead.length, counted.length).padStart(7)}  ${dead.length}/${counted.length}  ${file}`);
  for (const { status, location, mutatorName, replacement } of counted.filter((mutant) => !dead.includes(mutant))) {
    const line = source.split('\n')[location.start.line - 1].trim();
    console.log(`    ${status} ${file}:${location.start.line} ${mutatorName} → ${replacement}   | ${line}`);
  }
}
console.log(`\n${percent(killed, total)} of ${total} mutants killed; goal ${goal} %`);
// Every file of the engine has mutants that some test kills: where none was, the tests do not see the mutated sources.
const blind = Object.entries(report.files).filter(
  ([, { mutants }]) => mutants.length > 0 && !mutants.some(({ status }) => status === 'Killed'),
);
for (const [file] of blind) console.error(`No mutant of ${file} was killed: do the tests see the mutated source?`);
process.exitCode = blind.length > 0 || (100 * killed) / total < goal ? 1 : 0;

function percent(part, whole) {
  return `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;
}
