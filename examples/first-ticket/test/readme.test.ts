import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const read = (relative: string) => readFileSync(path(relative), 'utf8');
const headings = (text: string) => text.split('\n').filter((line) => /^#{1,3} /.test(line)).length;

test('both READMEs show this example word for word, and what it really prints', () => {
  const program = read('../src/main.ts');
  const args = ['--conditions=@hotline-kit/source', '--import', 'tsx', path('../src/main.ts')];
  const output = execFileSync('node', args, { encoding: 'utf8' });
  for (const readme of [read('../../../README.md'), read('../../../README.zh-CN.md')]) {
    expect(readme).toContain(program);
    expect(readme).toContain(output);
  }
});

test('the Chinese README is the equal of the English one: the same sections and the same commands', () => {
  const [en, zh] = [read('../../../README.md'), read('../../../README.zh-CN.md')];
  expect(headings(zh)).toBe(headings(en));
  for (const command of ['npx -y pnpm@12.21.0 demo', 'npx -y pnpm@12.21.0 test']) {
    expect(en).toContain(command);
    expect(zh).toContain(command);
  }
});
