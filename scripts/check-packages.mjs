// Packs every package as it would be published and judges the tarballs: publint and attw clean, README and licence inside,
// no workspace protocol and no source condition left.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const out = mkdtempSync(join(tmpdir(), 'hotline-kit-packs-'));
const show = (command, ...args) => execFileSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
const read = (command, ...args) => execFileSync(command, args, { encoding: 'utf8' });
let failed = 0;
const check = (label, act) => {
  try {
    act();
  } catch (error) {
    failed += 1;
    console.error(`${label}: ${error.message}`);
  }
};

try {
  show('pnpm', '--silent', '-r', '--filter', './packages/*', 'pack', '--pack-destination', out);
  for (const name of readdirSync(out)) {
    const tarball = join(out, name);
    console.log(`\n${name}`);
    check('publint', () => show('publint', 'run', '--strict', tarball));
    check('attw', () => show('attw', tarball, '--format', 'ascii', '--no-emoji', '--no-color', '--quiet'));
    check('contents', () => {
      const files = read('tar', '-tzf', tarball).split('\n');
      for (const file of ['README.md', 'LICENSE', 'package.json']) {
        if (!files.includes(`package/${file}`)) throw new Error(`${file} is missing`);
      }
      const manifest = JSON.parse(read('tar', '-xzOf', tarball, 'package/package.json'));
      const published = JSON.stringify([manifest.exports, manifest.dependencies, manifest.peerDependencies]);
      for (const leftover of ['workspace:', 'catalog:', '@hotline-kit/source']) {
        if (published.includes(leftover)) throw new Error(`package.json still holds "${leftover}"`);
      }
    });
  }
} finally {
  rmSync(out, { recursive: true });
}
console.log(failed === 0 ? '\nall tarballs clean' : `\n${failed} checks failed`);
process.exitCode = failed === 0 ? 0 : 1;
