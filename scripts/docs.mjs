// Generates the reference from the sources' docstrings and builds the site.
//   pnpm run docs            reference and site (the site has a workspace of its own: ./docs)
//   pnpm run docs --check    only proves that every public name is documented and every link holds
import { Steps } from './steps.mjs';

const checkOnly = process.argv.includes('--check');
const steps = new Steps();
steps.run('types', 'node', ['node_modules/typescript-7/bin/tsc', '-b']);
steps.run('reference', 'typedoc', checkOnly ? ['--emit', 'none', '--logLevel', 'Warn'] : ['--logLevel', 'Warn']);
if (!checkOnly) {
  steps.run('install the site', 'pnpm', ['-C', 'docs', 'install', '--frozen-lockfile']);
  steps.run('site', 'pnpm', ['-C', 'docs', 'run', 'build']);
}
console.log(`\n${steps.summary()}`);
process.exitCode = steps.failed.length === 0 ? 0 : 1;
