import { describe, expect, it } from 'vitest';
import { CURRENT_FORMAT, MIGRATIONS, type Migration } from './formats.js';
import { upgradePack } from './upgrade-pack.js';

const pack = (format: unknown) => ({
  'pack.json': `{\n  "format": ${JSON.stringify(format)}, // layout\n  "id": "x"\n}`.replace(' // layout', ''),
  'a.json': '1',
});

/** Two steps that a test registers: from 1 to 2 and from 2 to 3. */
const migrations: readonly Migration[] = [
  { from: 2, title: { zh: '丁', en: 'drop a.json' }, migrate: ({ 'a.json': _, ...files }) => files },
  {
    from: 1,
    title: { zh: '丙', en: 'begin b.json' },
    migrate: (files) => ({ ...files, 'b.json': `[${files['a.json']}]` }),
  },
];

describe('an upgrade of a pack', () => {
  it('goes step by step from the format of the pack to the current one, and keeps the layout of pack.json', () => {
    expect(upgradePack(pack(1), { migrations, current: 3 })).toEqual({
      kind: 'upgraded',
      from: 1,
      to: 3,
      steps: [
        { zh: '丙', en: 'begin b.json' },
        { zh: '丁', en: 'drop a.json' },
      ],
      changed: { 'pack.json': '{\n  "format": 3,\n  "id": "x"\n}', 'b.json': '[1]' },
      removed: ['a.json'],
    });
    expect(upgradePack(pack(2), { migrations, current: 3 })).toMatchObject({ from: 2, steps: [{ en: 'drop a.json' }] });
  });

  it('does nothing to a pack of the current format', () => {
    expect(upgradePack(pack(CURRENT_FORMAT))).toEqual({ kind: 'current', format: CURRENT_FORMAT });
  });

  it('refuses a newer format, and one from which no steps lead here', () => {
    expect(upgradePack(pack(4), { migrations, current: 3 })).toEqual({ kind: 'newer', format: 4, known: 3 });
    expect(upgradePack(pack(0), { migrations, current: 3 })).toEqual({ kind: 'unknown', format: 0 });
    for (const format of ['1', 1.5, -1, null]) expect(upgradePack(pack(format))).toEqual({ kind: 'unknown', format });
    expect(upgradePack({ 'pack.json': 'no JSON' })).toEqual({ kind: 'unknown', format: undefined });
  });

  it('has a step from each older format that there ever was', () => {
    expect(MIGRATIONS.map(({ from }) => from).sort()).toEqual(
      Array.from({ length: CURRENT_FORMAT - 1 }, (_, index) => index + 1),
    );
  });
});
