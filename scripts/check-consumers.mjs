// Installs the packed tarballs into fresh npm projects, as a stranger would, and uses them: ESM, CommonJS, strict
// TypeScript with both module resolutions, and a Vite application on React 18 and on React 19.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = mkdtempSync(join(tmpdir(), 'hotline-kit-consumers-'));
const packs = join(root, 'packs');
const tsc = resolve('node_modules/typescript/bin/tsc');
const run = (cwd, command, ...args) => execFileSync(command, args, { cwd, stdio: ['ignore', 'inherit', 'inherit'] });

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

/** A fresh npm project with the tarballs of these packages (all, unless named) and what else it needs. */
function project(name, others, files, packages = '') {
  const folder = join(root, name);
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, private: true, type: 'module' }));
  for (const file of files) copyFileSync(join('scripts/consumers', file), join(folder, file.split('/').at(-1)));
  const tarballs = readdirSync(packs)
    .filter((pack) => pack.includes(packages))
    .map((pack) => join(packs, pack));
  run(
    folder,
    'npm',
    'install',
    '--no-audit',
    '--no-fund',
    '--ignore-scripts',
    '--loglevel=error',
    ...tarballs,
    ...others,
  );
  return folder;
}

const strict = ['--strict', '--exactOptionalPropertyTypes', '--noEmit', '--target', 'ES2022'];

try {
  mkdirSync(packs);
  run('.', 'pnpm', '--silent', '-r', '--filter', './packages/*', 'pack', '--pack-destination', packs);

  const node = project(
    'on-node',
    ['@photostructure/sqlite@1.2.1', '@types/node@20', 'react@19', 'react-dom@19'],
    ['esm.mjs', 'cjs.cjs', 'strict.ts'],
  );
  check('Node, ESM', () => run(node, 'node', 'esm.mjs'));
  rmSync(join(node, 'hotline.db'), { force: true });
  check('Node, CommonJS', () => run(node, 'node', 'cjs.cjs'));
  const city = join('node_modules', '@hotline-kit', 'rules', 'cities', 'dongguan');
  check('hotline-rules', () => run(node, 'npx', 'hotline-rules', 'test', city));
  check('sla-calendar', () => run(node, 'npx', 'sla-calendar', 'coverage', '--at', '2026-11-01'));
  for (const [module, resolution] of [
    ['ESNext', 'bundler'],
    ['NodeNext', 'nodenext'],
  ]) {
    const options = [
      ...strict,
      '--skipLibCheck',
      '--types',
      'node',
      '--module',
      module,
      '--moduleResolution',
      resolution,
    ];
    check(`TypeScript, strict, ${resolution}`, () => run(node, 'node', tsc, ...options, 'strict.ts'));
  }

  for (const react of ['18', '19']) {
    const others = [
      `react@${react}`,
      `react-dom@${react}`,
      `@types/react@${react}`,
      `@types/react-dom@${react}`,
      'vite@8',
    ];
    // A page has the widgets alone: their declarations must stand without the packages and without zod.
    const files = ['react/main.tsx', 'react/index.html', 'react/server.mjs'];
    const page = project(`on-react-${react}`, others, files, 'react-widgets');
    copyFileSync(join(node, 'view.json'), join(page, 'view.json'));
    writeFileSync(join(page, 'tsconfig.json'), JSON.stringify({ compilerOptions: { jsx: 'react-jsx' } }));
    const options = [...strict, '--jsx', 'react-jsx', '--module', 'ESNext', '--moduleResolution', 'bundler'];
    writeFileSync(join(page, 'vite-env.d.ts'), '/// <reference types="vite/client" />\n');
    const types = [...options, '--resolveJsonModule', '--lib', 'ES2022,DOM', '--types', 'vite/client', 'main.tsx'];
    check(`React ${react}, types`, () => run(page, 'node', tsc, '--ignoreConfig', ...types));
    check(`React ${react}, on a server`, () => run(page, 'node', 'server.mjs'));
    check(`React ${react}, Vite build`, () => run(page, 'npx', 'vite', 'build', '--logLevel', 'warn'));
  }
} finally {
  rmSync(root, { recursive: true });
}
console.log(failed === 0 ? '\nall consumers served' : `\n${failed} consumers failed`);
process.exitCode = failed === 0 ? 0 : 1;
