// Measures the packages beside their peers in one run: pnpm bench [group …]
// The peers live in a workspace of their own (examples/benchmarks), installed on first use.
import { Steps } from './steps.mjs';

const steps = new Steps();
const folder = 'examples/benchmarks';
if (steps.run('install the peers', 'pnpm', ['-C', folder, 'install', '--frozen-lockfile', '--reporter=silent'])) {
  steps.run('benchmarks', 'pnpm', ['-C', folder, '--silent', 'run', 'bench', ...process.argv.slice(2)]);
}
process.exitCode = steps.failed.length === 0 ? 0 : 1;
