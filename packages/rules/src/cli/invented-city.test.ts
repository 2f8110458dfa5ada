import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { recordedRun } from './recorded-run.js';

const city = fileURLToPath(new URL('../../test/packs/egret-bay', import.meta.url));
const page = await readFile(new URL('../../../../docs/reference/city-pack.md', import.meta.url), 'utf8');

describe('a pack written from the docs alone, for a city that there is not', () => {
  it('passes check without a fault, a warning or an info', async () => {
    const { code, out } = await recordedRun(['check', city, '--json']);
    expect({ code, ...JSON.parse(out) }).toMatchObject({ code: 0, ok: true, diagnostics: [] });
  });

  it('passes its tests, which use every rule and every row of its table', async () => {
    expect(await recordedRun(['test', city])).toMatchObject({ code: 0, out: '✓ all 21 tests pass\n' });
    expect((await recordedRun(['coverage', city, '--min-matters', '100', '--min-rules', '100'])).code).toBe(0);
  });

  it('finds the street that is equipped for floods, in each district', async () => {
    const facts = '{"matter":"flood","district":"hill","tideWarning":"red"}';
    const { out } = await recordedRun(['explain', city, '--facts', facts]);
    expect(out).toContain('Rule "flood-in-a-storm": Spring Town takes the lead');
  });
});

it('the examples of the reference are JSON', () => {
  const examples = [...page.matchAll(/^```json\n([\s\S]*?)^```$/gm)].map(([, text = '']) => text);
  expect(examples.length).toBeGreaterThan(5);
  for (const example of examples) expect(() => JSON.parse(example)).not.toThrow();
});
