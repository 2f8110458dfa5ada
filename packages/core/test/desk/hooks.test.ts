import type { FiredClock } from '@hotline-kit/core';
import { expect, test } from 'vitest';
import { at, done, handledTicket, noiseAtNight, openSampleDesk, people } from '../sample-desk.js';

const { agent, clerk } = people;

test('hooks tell of commands, refusals and fired clocks, without anything that a citizen said', async () => {
  const told: unknown[] = [];
  const put = (what: string) => (of: object) => told.push({ what, ...of });
  const desk = await openSampleDesk({
    hooks: { onCommand: put('command'), onRefusal: put('refusal'), onDue: put('due') },
  });
  const received = done(await desk.register(noiseAtNight, { id: 'call-1', by: agent, at: at('09:00') }));
  await received.do('sign' as never, {} as never, { id: 's', by: clerk, at: at('09:01') });
  await desk.register(noiseAtNight, { id: 'call-1', by: agent, at: at('09:02') });
  expect(told).toMatchObject([
    { what: 'command', id: 'call-1', type: 'register', actor: agent, repeated: false },
    { what: 'refusal', id: 's', type: 'sign', refusal: { code: 'illegalInState' } },
    { what: 'command', id: 'call-1', repeated: true },
  ]);
  for (const key of ['data', 'caller']) expect(told[0]).not.toHaveProperty(key);
  expect(JSON.stringify(told)).not.toMatch(/陈先生|13800000000/);
});

test('a fired clock says by how much the worker was late', async () => {
  const fired: FiredClock[] = [];
  const desk = await openSampleDesk({ hooks: { onDue: (clock) => fired.push(clock) } });
  const { clocks } = await handledTicket(desk);
  const due = clocks['contact']?.dueAt.getTime() ?? 0;
  const run = await desk.runDue(due + 5_001);
  expect(fired).toHaveLength(run.fired);
  expect(fired.find(({ clock, what }) => clock === 'contact' && what === 'breach')?.lag).toBe(5_000);
});

test('a hook that throws changes nothing', async () => {
  const onCommand = () => {
    throw new Error('the metrics are down');
  };
  const desk = await openSampleDesk({ hooks: { onCommand } });
  expect(await desk.register(noiseAtNight, { id: 'a', by: agent, at: at('09:00') })).toMatchObject({ ok: true });
});
