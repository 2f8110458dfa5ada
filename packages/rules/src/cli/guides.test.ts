import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { runGuide } from './guide-run.js';

const docs = new URL('../../../../docs/', import.meta.url);
const guides = ['start/rules-integrator', 'guides/decision-tables', 'guides/testing-a-change'];
const headings = (guide: string): readonly string[] => [...guide.matchAll(/^(#+) /gm)].map(([, level = '']) => level);
const commands = (guide: string): readonly string[] =>
  [...guide.matchAll(/^\$ (.*?)(?: +# .*)?$/gm)].map(([, line = '']) => line);
const files = (guide: string): readonly string[] =>
  [...guide.matchAll(/^```\w+ \S+\n[\s\S]*?^```$/gm)].map(([block]) => block);

describe.each(guides)('docs/%s', (name) => {
  it.each([
    ['en', `${name}.md`],
    ['zh', `${name}.zh-CN.md`],
  ] as const)('shows what the command really prints; else run this test with --update: %s', async (language, file) => {
    const folder = await mkdtemp(join(tmpdir(), 'hotline-guide-'));
    const guide = await readFile(new URL(file, docs), 'utf8');
    await expect(await runGuide(guide, folder, language)).toMatchFileSnapshot(fileURLToPath(new URL(file, docs)));
    await rm(folder, { recursive: true });
  });

  it('is the same in both languages: headings, commands and files', async () => {
    const [english, chinese] = await Promise.all(
      [`${name}.md`, `${name}.zh-CN.md`].map((file) => readFile(new URL(file, docs), 'utf8')),
    );
    expect(headings(chinese ?? '')).toEqual(headings(english ?? ''));
    expect(commands(chinese ?? '')).toEqual(commands(english ?? ''));
    expect(files(chinese ?? '')).toEqual(files(english ?? ''));
  });
});
