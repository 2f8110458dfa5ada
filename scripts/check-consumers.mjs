// Installs the packed tarballs into fresh npm projects, as a stranger would, and uses them: ESM, CommonJS, and strict
// TypeScript with both module resolutions.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = mkdtempSync(join(tmpdir(), 'hotline-kit-consumers-'));
const packs = join(root, 'packs');
const project = join(root, 'project');
mkdirSync(packs);
mkdirSync(project);
const run = (command, args, cwd = project) =>
  execFileSync(command, args, { cwd, stdio: ['ignore', 'inherit', 'inherit'] });
const tsc = resolve('node_modules/typescript/bin/tsc');

let failed = 0;
function check(label, act) {
  try {
    act();
    console.log(`${label}: ok`);
  } catch (error) {
    failed += 1;
    console.error(`${label}: FAILED\n${error.message}`);
  }
}

try {
  run('pnpm', ['--silent', '-r', '--filter', './packages/*', 'pack', '--pack-destination', packs], process.cwd());
  writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'consumer', private: true, type: 'module' }));
  const tarballs = readdirSync(packs).map((name) => join(packs, name));
  const others = ['@photostructure/sqlite@1.2.1', '@types/node@20'];
  run('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error', ...tarballs, ...others]);

  for (const file of ['esm.mjs', 'cjs.cjs', 'strict.ts'])
    copyFileSync(join('scripts/consumers', file), join(project, file));
  check('Node, ESM', () => run('node', ['esm.mjs']));
  rmSync(join(project, 'hotline.db'), { force: true });
  check('Node, CommonJS', () => run('node', ['cjs.cjs']));
  for (const [module, moduleResolution] of [
    ['ESNext', 'bundler'],
    ['NodeNext', 'nodenext'],
  ]) {
    const options = ['--strict', '--exactOptionalPropertyTypes', '--skipLibCheck', '--noEmit', '--target', 'ES2022'];
    const resolution = ['--module', module, '--moduleResolution', moduleResolution, '--types', 'node'];
    check(`TypeScript, strict, ${moduleResolution}`, () => run('node', [tsc, ...options, ...resolution, 'strict.ts']));
  }
} finally {
  rmSync(root, { recursive: true });
}
console.log(failed === 0 ? '\nall consumers served' : `\n${failed} consumers failed`);
process.exitCode = failed === 0 ? 0 : 1;
