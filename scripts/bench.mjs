// Measures the packages beside their peers in one run: pnpm bench [group …] [--json]
// The packages are measured as they are published: compiled first, for a loader of TypeScript slows them down.
// The peers live in a workspace of their own (examples/benchmarks), installed on first use.
import { spawnSync } from 'node:child_process';

/** Standard output is the report's alone, so that --json can be piped. */
function ready(...command) {
  const { error, status } = spawnSync('pnpm', command, { stdio: ['ignore', 2, 2] });
  if (error) console.error(`pnpm: ${error.message}`);
  return status === 0;
}

const inBenchmarks = ['-C', 'examples/benchmarks'];
const measurable =
  ready(...inBenchmarks, 'install', '--frozen-lockfile', '--reporter=silent') &&
  ['sla-calendar', 'rules', 'core'].every((name) =>
    ready('-C', `packages/${name}`, 'exec', 'tsup', '--silent', '--no-dts', '--no-clean'),
  );
const bench = ['--silent', 'run', 'bench', ...process.argv.slice(2)];
process.exitCode = measurable ? (spawnSync('pnpm', [...inBenchmarks, ...bench], { stdio: 'inherit' }).status ?? 1) : 1;
