import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const program = readFileSync(path('../src/main.ts'), 'utf8');
const regions = new Map(
  [...program.matchAll(/\/\/ #region (\S+)\n(.*?)\/\/ #endregion/gs)].map(([, name = '', code = '']) => [name, code]),
);

test('what the guide says it prints is what it prints', () => {
  const args = ['--conditions=@hotline-kit/source', '--import', 'tsx', path('../src/main.ts')];
  const printed = execFileSync(process.execPath, args, { encoding: 'utf8' }).trimEnd().split('\n');
  const said = [...program.matchAll(/^(?:console\.log\(.*\); )?\/\/ (?!#)(.*)$/gm)].map(([, text = '']) => text);
  expect(said).toHaveLength(printed.length);
  // A remark may follow what is printed, after a comma.
  for (const [index, text] of said.entries()) expect(text.startsWith(printed[index] ?? '?')).toBe(true);
});

test.each(['counting-days.md', 'counting-days.zh-CN.md'])(
  '%s shows every region of this example, word for word',
  (file) => {
    const guide = readFileSync(path(`../../../docs/guides/${file}`), 'utf8');
    const blocks = [...guide.matchAll(/```ts\n(.*?)```/gs)].map(([, code = '']) => code);
    expect(blocks.sort()).toEqual([...regions.values()].sort());
  },
);
