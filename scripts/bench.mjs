// Measures the packages beside their peers in one run: pnpm bench [group …] [--json]
// The peers live in a workspace of their own (examples/benchmarks), installed on first use.
import { spawnSync } from 'node:child_process';

const inBenchmarks = ['-C', 'examples/benchmarks'];
/** Standard output is the report's alone, so that --json can be piped. */
const install = spawnSync('pnpm', [...inBenchmarks, 'install', '--frozen-lockfile', '--reporter=silent'], {
  stdio: ['ignore', 2, 2],
});
if (install.error) console.error(`pnpm: ${install.error.message}`);
const bench = ['--silent', 'run', 'bench', ...process.argv.slice(2)];
process.exitCode =
  install.status === 0 ? (spawnSync('pnpm', [...inBenchmarks, ...bench], { stdio: 'inherit' }).status ?? 1) : 1;
