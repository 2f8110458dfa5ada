import { memoryStore } from '@hotline-kit/core';
import { expect, test } from 'vitest';
import { at, done, handledTicket, noiseAtNight, openSampleDesk, people, refused } from '../sample-desk.js';

const { agent, dispatcher, handler, citizen } = people;
const match: readonly ('matter' | 'place' | 'applicant' | 'content')[] = ['matter', 'place', 'applicant', 'content'];

async function rootAndRepeat() {
  const desk = await openSampleDesk();
  const root = await handledTicket(desk);
  const again = { ...noiseAtNight, content: '还在施工' };
  const repeat = done(await desk.register(again, { id: 'call-2', by: agent, at: at('09:30') }));
  return { desk, root, repeat };
}

test('并案: the repeat ends in its root, which knows it; two commits, each of one ticket', async () => {
  const { desk, root, repeat } = await rootAndRepeat();
  const data = { into: root.id, reason: '同一工地', match: [...match] };
  const merged = done(await repeat.do('merge', data, { id: 'm', by: agent, at: at('09:31') }));
  expect(merged.state).toBe('merged');
  expect(Object.values(merged.clocks).filter(({ stoppedAt }) => stoppedAt === undefined)).toEqual([]);
  expect((await desk.ticket(root.id))?.record.absorbed).toEqual(['call-2']);
  // The outbox may bring the other half as often as it likes.
  const before = (await desk.ticket(root.id))?.version;
  await desk.deliver(() => {});
  expect((await desk.ticket(root.id))?.version).toBe(before);
  expect(await desk.verify(root.id)).toMatchObject({ ok: true });

  const open = done(await merged.do('unmerge', { reason: '另一工地' }, { by: dispatcher, at: at('09:40') }));
  expect(open).toMatchObject({ state: 'pendingDispatch', lead: undefined });
  expect((await desk.ticket(root.id))?.record.absorbed).toEqual([]);
});

test('a root is not merged itself, a ticket not into itself, and nothing into a root whose life is over', async () => {
  const { desk, root, repeat } = await rootAndRepeat();
  const merge = { reason: '同一工地', match: [...match] };
  const given = { by: dispatcher, at: at('09:31') };
  expect(refused(await repeat.do('merge', { into: repeat.id, ...merge }, given)).code).toBe('mergeWithItself');
  expect(refused(await repeat.do('merge', { into: 'nothing', ...merge }, given)).code).toBe('ticketUnknown');
  done(await repeat.do('merge', { into: root.id, ...merge }, given));
  const third = done(await desk.register(noiseAtNight, { id: 'call-3', by: agent, at: at('09:32') }));
  expect(refused(await root.do('merge', { into: third.id, ...merge }, given)).code).toBe('hasRepeats');
  expect(refused(await third.do('merge', { into: repeat.id, ...merge }, given)).code).toBe('rootNotOpen');
  done(await third.do('withdraw', { reason: '已解决' }, { by: citizen, at: at('09:33') }));
  const fourth = done(await desk.register(noiseAtNight, { id: 'call-4', by: agent, at: at('09:34') }));
  expect(refused(await fourth.do('merge', { into: third.id, ...merge }, given)).code).toBe('rootNotOpen');
});

test('the process dies between the two halves: the outbox brings the other one', async () => {
  const store = memoryStore();
  const desk = await openSampleDesk({ store, publish: 'none' });
  const root = await handledTicket(desk);
  const repeat = done(await desk.register(noiseAtNight, { id: 'call-2', by: agent, at: at('09:30') }));
  const dying = await openSampleDesk({
    store: {
      ...store,
      async commit(commits) {
        if (commits.some(({ ticket, expectedVersion }) => ticket === root.id && expectedVersion > 0)) {
          throw new Error('the process died');
        }
        return store.commit(commits);
      },
    },
  });
  const data = { into: root.id, reason: '同一工地', match: [...match] };
  const command = { id: 'm', ticket: repeat.id, type: 'merge', data, by: agent, at: at('09:31') } as const;
  await expect(dying.execute(command)).rejects.toThrow('died');
  expect((await desk.ticket('call-2'))?.state).toBe('merged');
  expect((await desk.ticket(root.id))?.record.absorbed).toEqual([]);
  await desk.deliver(() => expect.fail('the host asked for no events'));
  expect((await desk.ticket(root.id))?.record.absorbed).toEqual(['call-2']);
});

test('the root came to its end between the two halves: the merge is undone', async () => {
  const { desk, root, repeat } = await rootAndRepeat();
  const results = await desk.batch([
    {
      ticket: repeat.id,
      type: 'merge',
      data: { into: root.id, reason: '同一工地', match: [...match] },
      by: agent,
      at: at('09:31'),
    },
    { ticket: root.id, type: 'withdraw', data: { reason: '已解决' }, by: citizen, at: at('09:32') },
  ]);
  expect(results.map(({ ok }) => ok)).toEqual([false, true]);
  expect((await desk.ticket(repeat.id))?.state).toBe('pendingDispatch');
});

test('分件: each part becomes a ticket of its own, with the caller of the call, and only once', async () => {
  const { desk, root } = await rootAndRepeat();
  const parts = [{ content: '噪声扰民' }, { content: '路灯不亮', type: 'help' as const }];
  const given = { id: 's', by: agent, at: at('09:31') };
  const split = done(await root.do('split', { parts, reason: '两件事' }, given));
  expect(split.record.parts).toEqual(['call-1-1', 'call-1-2']);
  done(await root.do('split', { parts, reason: '两件事' }, given));
  const [first, second] = await Promise.all(split.record.parts.map((id) => desk.ticket(id)));
  expect(first?.record.call).toMatchObject({ content: '噪声扰民', splitFrom: 'call-1', type: 'complaint' });
  expect(second?.record.call).toMatchObject({ content: '路灯不亮', type: 'help' });
  expect(await desk.caller('call-1-1')).toEqual({ name: '陈先生', phone: '13800000000' });
  expect(await desk.find({})).toHaveLength(4);
  expect(refused(await split.do('split', { parts: [], reason: '无' }, { by: handler, at: at('09:40') })).code).toBe(
    'notAuthorised',
  );
});
