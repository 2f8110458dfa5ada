import type { Actor, Desk, DeskCommand } from '@hotline-kit/core';
import { COMMON_SETTINGS, SECTIONS } from '@hotline-kit/rules';
import { expect, test } from 'vitest';
import { openSampleDesk, people } from '../sample-desk.js';
import { sampleTown } from '../sample-pack.js';
import { fullLaw } from './full-law.js';
import { lives } from './lives.js';
import { recording } from './recording.js';

/** Every setting that a section of `procedure.json` has of its own. */
const settings = Object.entries(SECTIONS).flatMap(([section, { settings: own }]) =>
  Object.keys(own).map((key) => `${section}.${key}`),
);

/** What the parts of several settings can say, by the settings that hold them. */
const parts: Readonly<Record<string, readonly string[]>> = {
  'refusal.grounds': ['id', 'when', 'requires', 'evidence', 'tell', 'inform'],
  'accountability.grounds': ['points'],
  'reply.kinds': ['id', 'when', 'effect', 'grounds', 'requires', 'evidence', 'approver', 'maximum', 'next', 'inform'],
  'callback.stages': ['id', 'when', 'by', 'units', 'window', 'term', 'maximum', 'requires', 'flags', 'inform', 'final'],
  'quality.stages': [
    'id',
    'by',
    'units',
    'window',
    'term',
    'maximum',
    'requires',
    'flags',
    'inform',
    'final',
    'sample',
  ],
  'dispute.path': ['id', 'by', 'units', 'term', 'maximum', 'requires', 'inform', 'final'],
  'remedies.stages': ['id', 'by', 'units', 'window', 'term', 'maximum', 'requires', 'inform', 'final'],
  'refusal.inform': ['id', 'to', 'copy', 'by', 'on', 'when', 'term', 'parts', 'proof', 'waiver'],
  'urging.limits': ['maximum', 'within', 'per', 'when'],
  'supervision.levels': ['level', 'when', 'roles', 'term'],
  'supervision.measures': ['id', 'when', 'by', 'term', 'inform'],
  'emergency.lines': ['id', 'when'],
  'receiving.levels': ['kinds', 'when', 'text'],
  'handlingLimit.beyond': ['requires', 'approver'],
  'callback.waiver': ['grounds'],
};

/** What every section that binds a command can say. */
const common = Object.keys(COMMON_SETTINGS).flatMap((key) => [`refusal.${key}`, `suspension.${key}`]);

async function carryOut(desk: Desk, steps: (typeof lives)[string]): Promise<void> {
  for (const [type, who, at, data = {}, ticket = 't'] of steps) {
    const by: Actor = typeof who === 'string' ? people[who] : who;
    if (type === 'runDue') await desk.runDue(at);
    else await desk.execute({ type, ticket, data, by, at } as unknown as DeskCommand);
    (await desk.ticket(ticket))?.can(by, { at });
  }
}

test('no setting of the procedure is ignored: each is read when lives are lived under a law that says everything', async () => {
  const law = sampleTown(fullLaw);
  const { procedure, read } = recording(law.procedure);
  for (const steps of Object.values(lives)) {
    const desk = await openSampleDesk({ pack: { ...law, procedure } });
    await carryOut(desk, steps);
    for (const who of ['agent', 'handler', 'citizen'] as const) {
      const { id = 't' } = (await desk.ticket('t')) ?? {};
      await desk.caller(id, { by: people[who], at: '2026-06-01T09:00:00+08:00' }).catch(() => undefined);
      await desk.view(id, people[who], { at: '2026-06-01T09:00:00+08:00' }).catch(() => undefined);
    }
  }
  const wanted = [
    ...settings,
    ...common,
    ...Object.entries(parts).flatMap(([setting, keys]) => keys.map((key) => `${setting}.${key}`)),
  ];
  expect([...new Set(wanted)].filter((each) => !read.has(each))).toEqual([]);
});
