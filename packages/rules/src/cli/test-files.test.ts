import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordedRun } from './recorded-run.js';

let place = '';
beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'hotline-tests-'));
});
afterAll(() => rm(place, { recursive: true }));

const run = (...args: readonly string[]) => recordedRun(args);

/** A pack that was just begun, with one text of a file changed. */
async function changed(name: string, file: string, from: string, to: string): Promise<string> {
  const folder = join(place, name);
  await run('init', folder);
  const text = await readFile(join(folder, file), 'utf8');
  expect(text).toContain(from);
  await writeFile(join(folder, file), text.replace(from, to));
  return folder;
}

describe('a test says what was expected and what came', () => {
  it('the unit, and which rule chose it', async () => {
    const rules = 'routing.rules.json';
    const folder = await changed('rule', rules, '"expect": {"route": "east"}', '"expect": {"route": "west"}');
    expect((await run('test', folder)).out).toContain(
      'expected "west", but got {"unit":"east","rule":"urgent-noise-to-district"}.',
    );
  });
});

describe('a test that does not test what it says', () => {
  it.each([
    ['tests/first.json', '"district": "west"', '"distrct": "west"', 'Did you mean "district"?'],
    ['tests/first.json', '"district": "west"', '"区县": "west"', 'Did you mean "district"?'],
    ['routing.rules.json', '"urgent": true, "district": "east"', '"urgnt": true, "district": "east"', '"urgent"?'],
  ])('names a fact that nobody knows, in %s: %s → %s', async (file, from, to, hint) => {
    const folder = await changed(`unknown-${to.length}-${file.length}`, file, from, to);
    for (const command of ['check', 'test']) {
      const { code, out } = await run(command, folder);
      expect([command, code]).toEqual([command, 1]);
      expect(out).toContain('error unknownFact');
      expect(out).toContain(hint);
    }
  });

  it('gives a fact a value that it never has: a warning, for what has no list goes to the fallback unit', async () => {
    const folder = await changed(
      'odd',
      'tests/first.json',
      '"matter": "noise", "district": "west"',
      '"matter": "噪音"',
    );
    const text = await readFile(join(folder, 'tests/first.json'), 'utf8');
    await writeFile(join(folder, 'tests/first.json'), text.replace('"urban-management"', '"hotline-centre"'));
    const { code, out } = await run('test', folder);
    expect(code).toBe(0);
    expect(out).toContain('warning unknownValue\n  The fact "matter" is never "噪音".');
    expect(out).toContain('✓ all 5 tests pass');
  });

  it.each([
    ['test', 'tests'],
    ['Tests', 'tests'],
    ['scenario', 'scenarios'],
  ])('lies in a folder that is not read: %s', async (name, meant) => {
    const folder = await changed(`folder-${name}`, 'pack.json', '"CS"', '"CT"');
    await rename(join(folder, 'tests'), join(folder, name));
    for (const command of ['check', 'test']) {
      const { out } = await run(command, folder);
      expect(out).toContain(
        `${name} warning unknownFile\n  The folder ${name} is not read.\n  fix: Did you mean "${meant}"?`,
      );
    }
  });
});
