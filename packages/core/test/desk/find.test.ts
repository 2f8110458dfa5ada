import type { Actor, DeskQuery } from '@hotline-kit/core';
import { describe, expect, test } from 'vitest';
import { at, done, noiseAtNight, openSampleDesk, pack, people } from '../sample-desk.js';

const { agent, dispatcher, clerk, handler, leader, stranger, assistant, supervisor, citizen } = people;

/** Three tickets: Riverside's with Urban Management assisting, Old Harbour's, and one that nobody has yet. */
async function filledDesk() {
  const desk = await openSampleDesk();
  const { applicant: _applicant, ...anonymous } = noiseAtNight;
  const register = async (id: string, call = noiseAtNight as typeof anonymous & { applicant?: string }) =>
    done(await desk.register(call, { id, by: agent, at: at('09:00') }));
  const river = await register('river');
  done(
    await river.do(
      'dispatch',
      { lead: 'riverside', assists: ['urban-management'] },
      { by: dispatcher, at: at('09:03') },
    ),
  );
  const harbour = await register('harbour', { ...anonymous, content: '井盖缺失' });
  done(await harbour.do('dispatch', { lead: 'old-harbour' }, { by: dispatcher, at: at('09:04') }));
  await register('new', anonymous);
  return desk;
}

describe('everybody lists their own tickets, and nobody others', () => {
  const expected: [string, Actor | 'public' | undefined, string[]][] = [
    ['the host itself', undefined, ['harbour', 'new', 'river']],
    ['an agent of the hotline', agent, ['harbour', 'new', 'river']],
    ['a supervision officer', supervisor, ['harbour', 'new', 'river']],
    ['the lead unit', handler, ['river']],
    ['its leader', leader, ['river']],
    ['another unit', stranger, ['harbour']],
    ['an assisting unit', assistant, ['river']],
    ['the citizen whose ticket it is', citizen, ['river']],
    ['another citizen', { id: 'citizen-1', role: 'citizen' }, []],
    ['staff of a unit that the pack does not know', { ...handler, unit: 'nowhere' }, []],
    ['staff without a unit', { id: 'x', role: 'handler' }, []],
    ['the public', 'public', []],
  ];
  test.each(expected)('%s', async (_who, viewer, ids) => {
    const desk = await filledDesk();
    const found = viewer === undefined ? await desk.find() : await desk.find({}, viewer);
    expect(found.map(({ id }) => id)).toEqual(ids);
    await desk.close();
  });

  test('what is listed is exactly what may be seen: for every viewer, view and list agree', async () => {
    const desk = await filledDesk();
    const viewers: readonly Actor[] = pack.units.all.flatMap(({ id }) =>
      (['handler', 'unitHead', 'districtDispatcher', 'gridWorker'] as const).map((role) => ({
        id: 'x',
        role,
        unit: id,
      })),
    );
    for (const viewer of [...viewers, ...Object.values<Actor>(people)]) {
      const listed = new Set((await desk.find({}, viewer)).map(({ id }) => id));
      for (const id of ['harbour', 'new', 'river']) {
        const { timeline } = await desk.view(id, viewer, { at: at('10:00') });
        expect(listed.has(id), `${viewer.role} of ${viewer.unit}: ${id}`).toBe(timeline.length > 0);
      }
    }
  });
});

describe('queues', () => {
  test('what falls due first is listed first; filters and search narrow it', async () => {
    const desk = await filledDesk();
    const ids = (tickets: readonly { id: string }[]) => tickets.map(({ id }) => id);
    const due = await desk.find({ order: 'dueAt' });
    const instants = due.map(({ clocks }) =>
      Math.min(
        ...Object.values(clocks)
          .filter(({ state }) => state === 'running')
          .map(({ dueAt }) => dueAt.getTime()),
      ),
    );
    expect(instants).toEqual([...instants].sort((a, b) => a - b));
    expect(ids(await desk.find({ text: '井盖' }))).toEqual(['harbour']);
    expect(ids(await desk.find({ states: ['received'] }, dispatcher))).toEqual(['new']);
    const [first = 0, second = 0] = instants;
    expect(ids(await desk.find({ dueBefore: first }))).toEqual([]);
    expect(ids(await desk.find({ dueBefore: first + 1 }))).toEqual([due[0]?.id]);
    expect(ids(await desk.find({ dueBefore: new Date(second + 1), order: 'dueAt' }))).toEqual(ids(due).slice(0, 2));
  });

  test('a page says where the next one begins, and the last one that none follows', async () => {
    const desk = await filledDesk();
    const first = await desk.page({ order: 'newest', limit: 2 }, agent);
    expect(first.tickets).toHaveLength(2);
    const second = await desk.page({ order: 'newest', limit: 2, after: first.next ?? '' }, agent);
    expect(second.tickets).toHaveLength(1);
    expect(second.next).toBeUndefined();
    expect(new Set([...first.tickets, ...second.tickets].map(({ id }) => id)).size).toBe(3);
  });

  test('a cursor that is none is a typed error', async () => {
    const desk = await filledDesk();
    await expect(desk.find({ order: 'dueAt', after: 'river' })).rejects.toMatchObject({ code: 'invalidQuery' });
  });

  test.each([
    ['misspelt', { stats: ['handling'] }, 'Unrecognized key: "stats"'],
    ['a state that there is not', { states: ['handeling'] }, '"states.0"'],
    ['an order that there is not', { order: 'urgent' }, '"order"'],
    ['no text', { text: 5 }, '"text"'],
    ['an object, as a form may send it', { lead: { $ne: '' } }, '"lead"'],
    ['too much', { limit: 1_000_000 }, '"limit"'],
  ])(
    'a condition that is %s is refused, for one that is not there would list the whole city',
    async (_what, query, said) => {
      const desk = await filledDesk();
      await expect(desk.find(query as unknown as DeskQuery)).rejects.toMatchObject({
        code: 'invalidQuery',
        text: { en: expect.stringContaining(said), zh: expect.stringContaining('可用的条件') },
      });
    },
  );

  test('a condition that is undefined is none', async () => {
    const query = { lead: undefined, after: undefined, order: undefined } as unknown as DeskQuery;
    expect(await (await filledDesk()).find(query)).toHaveLength(3);
  });

  test('a handler finds what they handle', async () => {
    const desk = await filledDesk();
    const ticket = await desk.ticket('river');
    if (!ticket?.is('dispatched')) throw new Error('it is dispatched');
    const signed = done(await ticket.do('sign', {}, { by: clerk, at: at('09:05') }));
    done(await signed.do('accept', {}, { by: handler, at: at('09:06') }));
    expect((await desk.find({ handler: handler.id }, handler)).map(({ id }) => id)).toEqual(['river']);
  });
});
