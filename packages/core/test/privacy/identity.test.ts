import type { Actor } from '@hotline-kit/core';
import { describe, expect, test } from 'vitest';
import { at, done, handledTicket, noiseAtNight, openSampleDesk, people } from '../sample-desk.js';

const { agent, dispatcher, callback, clerk, handler, stranger, supervisor, citizen } = people;
const when = { at: at('09:30'), reason: '核实情况' };
const identity = { name: '陈先生', phone: '13800000000' };

describe('who called is read by those who need it, and the log keeps who looked', () => {
  const auditor: Actor = { id: 'auditor-1', role: 'auditor' };
  const may: Record<string, Actor> = { agent, dispatcher, callback, clerk, handler, citizen };
  const mayNot: Record<string, Actor> = { stranger, supervisor, auditor, otherCitizen: { ...citizen, id: 'other' } };

  test.each(Object.entries(may))('%s may', async (_who, by) => {
    const desk = await openSampleDesk();
    await handledTicket(desk);
    expect(await desk.caller('call-1', { by, ...when })).toEqual(identity);
    const last = (await desk.history('call-1')).at(-1);
    expect(last).toMatchObject({ type: 'caller.read', actor: by, data: { reason: '核实情况' } });
    expect(JSON.stringify(last)).not.toContain('13800000000');
    expect(await desk.verify('call-1')).toMatchObject({ ok: true });
  });

  test.each(Object.entries(mayNot))('%s may not', async (_who, by) => {
    const desk = await openSampleDesk();
    const { version } = await handledTicket(desk);
    const asked = desk.caller('call-1', { by, ...when });
    await expect(asked).rejects.toMatchObject({ code: 'notAuthorised', ticket: 'call-1' });
    expect((await desk.ticket('call-1'))?.version).toBe(version);
  });

  test('the unit never learns who gave a confidential report', async () => {
    const desk = await openSampleDesk();
    await handledTicket(desk, { ...noiseAtNight, confidential: true });
    await expect(desk.caller('call-1', { by: handler, ...when })).rejects.toMatchObject({ code: 'notAuthorised' });
    // The procedure names who knows a protected reporter: of the hotline the dispatchers, and not the agents.
    await expect(desk.caller('call-1', { by: agent, ...when })).rejects.toMatchObject({ code: 'notAuthorised' });
    expect(await desk.caller('call-1', { by: dispatcher, ...when })).toEqual(identity);
  });

  test('who looked is for the hotline, not for the unit and not for the citizen', async () => {
    const desk = await openSampleDesk();
    await handledTicket(desk);
    await desk.caller('call-1', { by: agent, ...when });
    const types = async (viewer: Actor) =>
      (await desk.view('call-1', viewer, { at: at('10:00') })).timeline.map(({ type }) => type);
    expect(await types(agent)).toContain('caller.read');
    expect(await types(handler)).not.toContain('caller.read');
    expect(await types(citizen)).not.toContain('caller.read');
  });
});

test('that somebody looked up who called does not stop a writer who expects the version before it', async () => {
  const desk = await openSampleDesk();
  const { version } = await handledTicket(desk);
  await desk.caller('call-1', { by: agent, ...when });
  const given = { ticket: 'call-1', by: handler, at: at('09:31'), expectedVersion: version } as const;
  const result = await desk.execute({ ...given, type: 'recordProgress', data: { text: '已到现场' } });
  expect(done(result).version).toBeGreaterThan(version + 1);
  const late = await desk.execute({ ...given, type: 'recordProgress', data: { text: '已劝停' } });
  expect(late).toMatchObject({ ok: false, refusal: { code: 'versionConflict' } });
  const ahead = { ...given, expectedVersion: version + 9 };
  const early = await desk.execute({ ...ahead, type: 'recordProgress', data: { text: '已劝停' } });
  expect(early).toMatchObject({ ok: false, refusal: { code: 'versionConflict' } });
});

test('an erased caller is gone, the log says by whom, and stays whole', async () => {
  const desk = await openSampleDesk();
  await handledTicket(desk);
  await expect(desk.eraseCaller('call-1', { by: handler, ...when })).rejects.toMatchObject({ code: 'notAuthorised' });
  expect(await desk.eraseCaller('call-1', { by: citizen, ...when })).toBe(true);
  expect(await desk.caller('call-1')).toBeUndefined();
  expect((await desk.history('call-1')).at(-1)).toMatchObject({ type: 'caller.erased', actor: citizen });
  expect(await desk.verify('call-1')).toMatchObject({ ok: true });
});

test('the raw log is for the hotline and the auditors', async () => {
  const desk = await openSampleDesk();
  await handledTicket(desk);
  expect(await desk.history('call-1', { by: { id: 'auditor-1', role: 'auditor' } })).not.toEqual([]);
  for (const by of [handler, stranger, citizen]) {
    await expect(desk.history('call-1', { by })).rejects.toMatchObject({ code: 'notAuthorised' });
  }
});
