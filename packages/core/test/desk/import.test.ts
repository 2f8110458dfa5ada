import { type Actor, memoryStore, openDesk } from '@hotline-kit/core';
import { describe, expect, test } from 'vitest';
import { at, done, openSampleDesk, pack, people } from '../sample-desk.js';

const by: Actor = { id: 'migration', role: 'system' };
const given = { source: 'old-hotline', by, at: at('12:00') };
const lead = people.handler.unit ?? '';

const handling = {
  reference: '2025-0417',
  call: {
    channel: 'phone',
    type: 'complaint',
    matter: 'noise',
    content: '夜间施工',
    place: { district: 'east' },
    caller: { name: '陈先生', phone: '13800000000' },
  },
  registeredAt: '2026-02-26T10:00:00+08:00',
  state: 'handling',
  lead,
  leadSince: '2026-02-26T11:00:00+08:00',
  handler: people.handler.id,
  due: { handle: '2026-03-04T17:30:00+08:00' },
};
const closed = {
  reference: '2025-0001',
  call: { channel: 'phone', type: 'consult', content: '咨询', place: {} },
  registeredAt: '2025-12-01T10:00:00+08:00',
  state: 'closed',
  lead,
  closedAt: '2025-12-02T10:00:00+08:00',
};

describe('tickets of another system are taken over', () => {
  test('a ticket stands at once where it stood, and its people go on with it', async () => {
    const desk = await openSampleDesk();
    expect(await desk.import([handling, closed], given)).toEqual({ imported: 2, repeated: 0, refused: [] });
    const ticket = await desk.ticket('old-hotline:2025-0417');
    if (ticket === undefined || !ticket.is('handling')) throw new Error('it was being handled');
    expect(ticket.record).toMatchObject({
      lead,
      handler: people.handler.id,
      registeredAt: '2026-02-26T02:00:00.000Z',
      imported: { source: 'old-hotline', reference: '2025-0417', at: new Date(at('12:00')).toISOString() },
    });
    done(await ticket.do('recordProgress', { text: '已约谈' }, { by: people.handler, at: at('13:00') }));
    expect((await desk.ticket('old-hotline:2025-0001'))?.record.closedAt).toBe('2025-12-02T02:00:00.000Z');
  });

  test('the limit that the citizen was told stays, as a limit of the ticket’s own; nothing else runs', async () => {
    const desk = await openSampleDesk();
    await desk.import([handling], given);
    const { clocks } = (await desk.ticket('old-hotline:2025-0417'))?.record ?? {};
    expect(clocks?.['handle']).toMatchObject({ state: 'running', dueAt: '2026-03-04T09:30:00.000Z' });
    expect(Object.values(clocks ?? {}).filter(({ stoppedAt }) => stoppedAt === null)).toHaveLength(1);
    const { fired } = await desk.runDue('2026-03-04T17:30:00.001+08:00');
    expect(fired).toBeGreaterThan(0);
    expect((await desk.ticket('old-hotline:2025-0417'))?.record.clocks['handle']?.state).toBe('breached');
  });

  test('reading the same rows again changes nothing, also after a process that died between two rows', async () => {
    const desk = await openSampleDesk();
    await desk.import([handling], given);
    const before = await desk.history('old-hotline:2025-0417');
    expect(await desk.import([handling, closed], given)).toMatchObject({ imported: 1, repeated: 1 });
    expect(await desk.history('old-hotline:2025-0417')).toEqual(before);
  });

  test('the caller stays apart from the log, and the log proves itself', async () => {
    const desk = await openSampleDesk();
    await desk.import([handling], given);
    expect(await desk.caller('old-hotline:2025-0417')).toEqual(handling.call.caller);
    expect(JSON.stringify(await desk.history('old-hotline:2025-0417'))).not.toContain('13800000000');
    expect(await desk.verify('old-hotline:2025-0417')).toMatchObject({ ok: true });
  });
});

describe('a row that cannot be taken over is reported, and nothing of it is written', () => {
  test.each([
    ['no unit', { ...handling, lead: undefined }, 'lead'],
    ['closed without a date', { ...closed, closedAt: undefined }, 'closedAt'],
    ['a clock on a closed ticket', { ...closed, due: handling.due }, 'due'],
    ['a field that does not exist', { ...handling, phone: '138' }, ''],
    ['no row at all', null, ''],
  ])('%s', async (_, row, field) => {
    const desk = await openDesk({ pack, store: memoryStore() });
    const { refused, imported } = await desk.import([row], given);
    expect(imported).toBe(0);
    expect(refused[0]?.refusal.problems?.map((problem) => problem.field)).toContain(field);
    expect(await desk.find()).toEqual([]);
    expect(refused[0]?.refusal.text.zh).toMatch(/^导入行“.*”有误：[^a-z]*[一-龥]/);
  });

  test.each([
    ['unknownUnit', { ...handling, lead: 'nowhere' }],
    ['unknownClock', { ...handling, due: { never: '2026-03-04T17:30:00+08:00' } }],
    ['unknownMatter', { ...handling, call: { ...handling.call, matter: 'dragons' } }],
  ])('%s: a word that the pack does not know', async (code, row) => {
    const desk = await openSampleDesk();
    const { refused } = await desk.import([closed, row], given);
    expect(refused).toMatchObject([{ row: 2, reference: '2025-0417', refusal: { code } }]);
    expect(await desk.ticket('old-hotline:2025-0417')).toBeUndefined();
  });

  test('only those who keep the law of the desk may', async () => {
    const desk = await openSampleDesk();
    await expect(desk.import([closed], { ...given, by: people.handler })).rejects.toMatchObject({
      code: 'notAuthorised',
    });
  });
});
