import { type Desk, memoryStore, type TicketStore } from '@hotline-kit/core';
import { expect, test } from 'vitest';
import { at, done, noiseAtNight, openSampleDesk, people, refused } from '../sample-desk.js';

const { agent, dispatcher, clerk } = people;

/** A store that says how often it was asked for tickets and how often for a commit. */
function counted(store: TicketStore) {
  const calls = { loads: 0, commits: 0 };
  const counting: TicketStore = {
    ...store,
    load: (...asked) => {
      calls.loads += 1;
      return store.load(...asked);
    },
    loadMany: (wanted) => {
      calls.loads += 1;
      return store.loadMany(wanted);
    },
    commit: (commits) => {
      calls.commits += 1;
      return store.commit(commits);
    },
  };
  return { store: counting, calls };
}

const dispatch = (desk: Desk, id: string) =>
  desk.execute({ id, ticket: 'call-1', type: 'dispatch', data: {}, by: dispatcher, at: at('09:03') });
const sign = (desk: Desk, id: string) =>
  desk.execute({ id, ticket: 'call-1', type: 'sign', data: {}, by: clerk, at: at('09:05') });

/** Two processes on one store, of which the first remembers the ticket as it was registered. */
async function twoDesks() {
  const { store, calls } = counted(memoryStore());
  const [one, two] = [await openSampleDesk({ store }), await openSampleDesk({ store })];
  done(await one.register(noiseAtNight, { id: 'call-1', by: agent, at: at('09:00') }));
  return { one, two, calls, store };
}

test('a command on a ticket that this process wrote last asks the store for nothing but the commit', async () => {
  const { one, calls } = await twoDesks();
  Object.assign(calls, { loads: 0, commits: 0 });
  done(await dispatch(one, 'd'));
  done(await sign(one, 's'));
  expect(calls).toEqual({ loads: 0, commits: 2 });
});

test('a refusal is never given on what is remembered: another process may have gone on', async () => {
  const { one, two } = await twoDesks();
  done(await dispatch(two, 'd'));
  // As this process remembers it, the ticket is not dispatched yet and cannot be signed.
  expect(done(await sign(one, 's')).state).toBe('signed');
});

test('a refusal that holds costs one look at the store', async () => {
  const { one, calls } = await twoDesks();
  Object.assign(calls, { loads: 0, commits: 0 });
  expect(refused(await sign(one, 's')).code).toBe('illegalInState');
  expect(calls).toEqual({ loads: 1, commits: 0 });
});

test('a command that another process carried out gives its stored result, legal on what is remembered or not', async () => {
  const { one, two } = await twoDesks();
  done(await dispatch(two, 'd'));
  expect(await dispatch(one, 'd')).toMatchObject({ ok: true, repeated: true });
});

test('its id with another body is an error there too', async () => {
  const { one, two } = await twoDesks();
  done(await dispatch(two, 'd'));
  await expect(sign(one, 'd')).rejects.toMatchObject({ code: 'commandIdReused' });
});

test('a decision on what is remembered is made anew where another process was faster', async () => {
  const { one, two } = await twoDesks();
  done(await dispatch(two, 'd'));
  expect(refused(await dispatch(one, 'd-2')).code).toBe('notBelow');
  expect(await one.verify('call-1')).toMatchObject({ ok: true });
});

test('in a batch that is begun anew, nothing is carried out twice', async () => {
  const { one, two } = await twoDesks();
  done(await dispatch(two, 'd'));
  const register = { type: 'register', data: noiseAtNight, by: agent, at: at('09:04') } as const;
  const results = await one.batch([
    { ...register, id: 'call-2' },
    { id: 's', ticket: 'call-1', type: 'sign', data: {}, by: clerk, at: at('09:05') },
    { ...register, id: 'call-3' },
  ]);
  expect(results.map(({ ok }) => ok)).toEqual([true, true, true]);
  expect((await one.history('call-1')).filter(({ type }) => type === 'ticket.signed')).toHaveLength(1);
  expect((await one.history('call-2')).filter(({ type }) => type === 'ticket.registered')).toHaveLength(1);
});

test('the tickets of a batch that are not remembered are loaded in one round trip', async () => {
  const { store, calls } = counted(memoryStore());
  const one = await openSampleDesk({ store });
  const ids = Array.from({ length: 20 }, (_, n) => `call-${n}`);
  for (const id of ids) done(await one.register(noiseAtNight, { id, by: agent, at: at('09:00') }));
  const two = await openSampleDesk({ store });
  Object.assign(calls, { loads: 0, commits: 0 });
  const given = { type: 'dispatch', data: {}, by: dispatcher, at: at('09:03') } as const;
  const results = await two.batch(ids.map((ticket) => ({ ...given, id: `d-${ticket}`, ticket })));
  expect(results.every(({ ok }) => ok)).toBe(true);
  expect(calls).toEqual({ loads: 1, commits: 1 });
});

test('the due clocks of many tickets are fired after one round trip', async () => {
  const { store, calls } = counted(memoryStore());
  const one = await openSampleDesk({ store });
  for (let n = 0; n < 50; n += 1) {
    done(await one.register(noiseAtNight, { id: `call-${n}`, by: agent, at: at('09:00') }));
  }
  Object.assign(calls, { loads: 0, commits: 0 });
  expect((await one.runDue(at('12:00'))).fired).toBe(50);
  expect(calls).toEqual({ loads: 1, commits: 1 });
});
