import type { Desk } from '@hotline-kit/core';
import { describe, expect, test } from 'vitest';
import { at, openSampleDesk, people } from '../sample-desk.js';
import { live, viewers } from './told-life.js';

/** Who may read the raw log, who called, erase who called, and find the ticket in a list. */
const matrix = {
  hotline: { open: 'log caller list', protected: 'log list' },
  supervisor: { open: 'log list', protected: 'log list' },
  auditor: { open: 'log list', protected: 'log list' },
  unit: { open: 'caller list', protected: 'list' },
  aboveUnit: { open: 'list', protected: 'list' },
  assist: { open: 'list', protected: 'list' },
  applicant: { open: 'caller list erase', protected: 'caller list erase' },
  otherApplicant: { open: 'list', protected: 'list' },
  citizenSupervisor: { open: 'list', protected: '' },
  strangeUnit: { open: '', protected: '' },
  strangeCitizen: { open: '', protected: '' },
} as const;

describe('who may read what is asked of every reader of the desk, and denied by default', () => {
  test.each(Object.entries(matrix))('%s', async (who, expected) => {
    const viewer = viewers[who];
    if (viewer === undefined || viewer === 'public') throw new Error(who);
    for (const confidential of [false, true]) {
      const desk = await openSampleDesk();
      const id = await live(desk, confidential);
      const asked = { by: viewer, at: at('10:00') };
      const may: string[] = [];
      const tried = async (name: string, act: () => Promise<unknown>) => {
        try {
          const given = await act();
          if (given !== false) may.push(name);
        } catch (error) {
          expect(error).toMatchObject({ code: 'notAuthorised' });
        }
      };
      await tried('log', () => desk.history(id, { by: viewer }));
      await tried('caller', () => desk.caller(id, asked));
      await tried('list', async () => (await desk.find({}, viewer)).some((ticket) => ticket.id === id));
      await tried('erase', () => desk.eraseCaller(id, asked));
      expect(may.join(' '), confidential ? 'protected' : 'open').toBe(expected[confidential ? 'protected' : 'open']);
    }
  });
});

test('whoever has recused reads no more of it than anybody', async () => {
  const desk = await openSampleDesk();
  const id = await live(desk, true);
  const { handler } = people;
  const recuse = { person: handler.id, ground: 'relative', reason: '亲属' };
  const given = { type: 'recuse', ticket: id, data: recuse, by: people.dispatcher, at: at('09:50') } as const;
  expect(await desk.execute(given)).toMatchObject({ ok: true });
  expect(JSON.stringify(await desk.view(id, handler, { at: at('10:00') }))).not.toContain('canary');
  expect(await desk.find({}, handler)).toEqual([]);
});

test('a timeline is that of the view, and cut at an instant that of the view of then', async () => {
  const desk = await openSampleDesk();
  const id = await live(desk, true);
  for (const viewer of Object.values(viewers)) {
    const { timeline } = await desk.view(id, viewer, { at: at('23:00') });
    expect(await desk.timeline(id, viewer)).toEqual(timeline);
    const half = new Date(at('09:06')).toISOString();
    expect(await desk.timeline(id, viewer, { at: half })).toEqual(timeline.filter((entry) => entry.at <= half));
  }
  await expect(desk.timeline('nowhere', 'public')).rejects.toMatchObject({ code: 'ticketUnknown' });
});

describe('whoever is there and is nobody, as the user of a session that has ended, is not taken for the host', () => {
  const nobody = undefined as never;
  const readers: Readonly<Record<string, (desk: Desk, ticket: string) => Promise<unknown>>> = {
    find: (desk) => desk.find({}, nobody),
    page: (desk) => desk.page({}, nobody),
    view: (desk, id) => desk.view(id, nobody, { at: at('12:00') }),
    timeline: (desk, id) => desk.timeline(id, nobody),
    history: (desk, id) => desk.history(id, { by: nobody }),
    verify: (desk, id) => desk.verify(id, { by: nobody }),
    caller: (desk, id) => desk.caller(id, nobody),
    'caller, by nobody': (desk, id) => desk.caller(id, { by: nobody, at: at('12:00') }),
    eraseCaller: (desk, id) => desk.eraseCaller(id, nobody),
    export: (desk) => desk.export({ at: at('12:00'), by: nobody }).next(),
  };
  test.each(Object.entries(readers))('%s', async (_name, read) => {
    const desk = await openSampleDesk();
    const id = await live(desk, false);
    await expect(Promise.resolve().then(() => read(desk, id))).rejects.toMatchObject({ code: 'invalidActor' });
    expect(await desk.caller(id), 'the host itself still reads, and nothing was erased').toBeDefined();
  });
});
