import { deepEqual } from 'node:assert/strict';
import type { StoredTicket, TicketStore } from '../../storage/store.js';
import { cursorOf, type TicketQuery } from '../../storage/ticket-query.js';
import { rowOf } from '../../storage/ticket-row.js';
import { clockStarted, dispatch, registration } from '../sample-commits.js';
import type { Proof } from './proof.js';

const ids = (found: readonly StoredTicket[]) => found.map(({ record }) => record.id);

/** Six tickets: b and d are u1's, e is u2's with u1 assisting; c and e have clocks. */
async function filled(store: TicketStore): Promise<(query: TicketQuery) => Promise<string[]>> {
  const day = (n: number) => `2023-07-1${n}T01:00:00.000Z`;
  const calls = {
    a: { content: '路灯不亮，夜里很暗', matter: 'lamp', registeredAt: day(0) },
    b: { content: '工地夜间施工', matter: 'noise', registeredAt: day(1), applicant: 'citizen-1' },
    c: { content: 'Noise at NIGHT 100%_', matter: 'noise', registeredAt: day(2) },
    d: { content: '井盖缺失', registeredAt: day(3) },
    e: { content: '井盖松动', registeredAt: day(4), applicant: 'citizen-1' },
    f: { content: '咨询', registeredAt: day(5) },
  };
  const commits = Object.entries(calls).map(([id, call]) => registration(id, new Map(), call));
  await store.commit(commits);
  const [, b, c, d, e] = commits;
  const forE = e && dispatch('e', 'x', { lead: 'u2', assists: ['u1', 'u3'], before: e });
  await store.commit([
    ...(b ? [dispatch('b', 'x', { before: b })] : []),
    ...(c ? [clockStarted(c, '2023-07-12T08:00:00.000Z')] : []),
    ...(d ? [dispatch('d', 'x', { before: d })] : []),
    ...(forE ? [forE] : []),
  ]);
  if (forE) await store.commit([clockStarted(forE, '2023-07-11T08:00:00.000Z')]);
  return async (query) => ids(await store.find(query));
}

/** What the lists promise. */
export const findCases: Readonly<Record<string, Proof>> = {
  'tickets are found by state, lead, assisting unit, matter, applicant and number': async (store) => {
    const find = await filled(store);
    deepEqual(await find({}), ['a', 'b', 'c', 'd', 'e', 'f']);
    deepEqual(await find({ states: ['dispatched'] }), ['b', 'd', 'e']);
    deepEqual(await find({ states: [] }), []);
    deepEqual(await find({ lead: 'u1' }), ['b', 'd']);
    deepEqual(await find({ lead: ['u1', 'u2'] }), ['b', 'd', 'e']);
    deepEqual(await find({ lead: 'u9' }), []);
    deepEqual(await find({ assist: 'u3' }), ['e']);
    deepEqual(await find({ matter: 'noise' }), ['b', 'c']);
    deepEqual(await find({ applicant: 'citizen-1' }), ['b', 'e']);
    deepEqual(await find({ number: 'N-d' }), ['d']);
    deepEqual(await find({ handler: 'nobody' }), []);
    deepEqual(await find({ supervised: true }), []);
    deepEqual(await find({ matter: 'noise', lead: 'u1' }), ['b']);
  },

  'tickets are found by what falls due, and listed by it: tickets without a running clock come last': async (store) => {
    const find = await filled(store);
    deepEqual(await find({ dueBefore: Date.parse('2023-07-11T08:00:00.000Z') }), []);
    deepEqual(await find({ dueBefore: Date.parse('2023-07-11T08:00:00.001Z') }), ['e']);
    deepEqual(await find({ order: 'dueAt', limit: 3 }), ['e', 'c', 'a']);
  },

  'tickets are found by when they were registered, the newest first where asked': async (store) => {
    const find = await filled(store);
    const from = Date.parse('2023-07-12T01:00:00.000Z');
    deepEqual(await find({ registeredFrom: from, order: 'newest' }), ['f', 'e', 'd', 'c']);
    deepEqual(await find({ registeredUntil: from }), ['a', 'b']);
  },

  'text is found in number, content and place, whatever its letters, and means no pattern': async (store) => {
    const find = await filled(store);
    deepEqual(await find({ text: '夜' }), ['a', 'b']);
    deepEqual(await find({ text: '井盖 缺失' }), ['d']);
    deepEqual(await find({ text: 'night noise' }), ['c']);
    deepEqual(await find({ text: '100%_' }), ['c']);
    deepEqual(await find({ text: '%' }), ['c']);
    deepEqual(await find({ text: 'n-f' }), ['f']);
    deepEqual(await find({ text: '东坑', limit: 2 }), ['a', 'b']);
    deepEqual(await find({ text: "' or 1=1 --" }), []);
  },

  'pages follow one another in every order, without a gap and without a repetition': async (store) => {
    await filled(store);
    for (const order of ['id', 'dueAt', 'newest'] as const) {
      const whole = ids(await store.find({ order }));
      const paged: string[] = [];
      let after: string | undefined;
      for (;;) {
        const page = await store.find({ order, limit: 2, ...(after === undefined ? {} : { after }) });
        const last = page.at(-1);
        if (last === undefined) break;
        paged.push(...ids(page));
        after = cursorOf(rowOf(last.record), order);
      }
      deepEqual(paged, whole);
    }
    deepEqual(ids(await store.find({ after: 'b', limit: 2 })), ['c', 'd']);
  },

  'only what a viewer may see is listed, and nothing by default': async (store) => {
    const find = await filled(store);
    deepEqual(await find({ visibleTo: {} }), []);
    deepEqual(await find({ visibleTo: { leads: [], assists: [] } }), []);
    deepEqual(await find({ visibleTo: { leads: ['u1'] } }), ['b', 'd']);
    deepEqual(await find({ visibleTo: { leads: ['u1'], assists: ['u1'] } }), ['b', 'd', 'e']);
    deepEqual(await find({ visibleTo: { applicant: 'citizen-1' } }), ['b', 'e']);
    deepEqual(await find({ visibleTo: { applicant: 'citizen-1' }, lead: 'u1' }), ['b']);
  },
};
