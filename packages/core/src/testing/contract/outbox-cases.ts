import { deepEqual } from 'node:assert/strict';
import type { TicketStore } from '../../storage/store.js';
import { dispatch, registration } from '../sample-commits.js';
import type { Proof } from './proof.js';

const now = Date.parse('2023-07-10T02:00:00.000Z');
const lease = 60_000;
const key = ({ ticket, version }: { readonly ticket: string; readonly version: number }) => `${ticket}:${version}`;

/** The tickets `ids`, each with two events that leave. */
async function leaving(store: TicketStore, ids: readonly string[]): Promise<void> {
  await store.commit(ids.map((id) => ({ ...registration(id), outbox: [1] })));
  await store.commit(ids.map((id) => ({ ...dispatch(id, 'd'), outbox: [2] })));
}

const claim = async (store: TicketStore, at = now, limit = 10) =>
  (await store.claimOutbox(at, limit, at + lease)).map(key);

/** What the outbox and its leases promise. */
export const outboxCases: Readonly<Record<string, Proof>> = {
  'events wait in the outbox until they are settled, and come back whole': async (store) => {
    const commit = registration('a');
    await store.commit([{ ...commit, outbox: [1] }, registration('b')]);
    deepEqual(await store.claimOutbox(now, 10, now + lease), commit.events);
    await store.settle([{ ticket: 'a', version: 1 }]);
    deepEqual(await claim(store, now + lease), []);
  },

  'events that one worker has taken are not given to another, until the lease is over': async (store) => {
    await leaving(store, ['a', 'b']);
    deepEqual(await claim(store), ['a:1', 'a:2', 'b:1', 'b:2']);
    deepEqual(await claim(store, now + lease - 1), []);
    deepEqual(await claim(store, now + lease), ['a:1', 'a:2', 'b:1', 'b:2']);
  },

  'the later events of a ticket wait while an earlier one is with a worker': async (store) => {
    await leaving(store, ['a', 'b']);
    deepEqual(await claim(store, now, 1), ['a:1']);
    deepEqual(await claim(store), ['b:1', 'b:2']);
    await store.settle([{ ticket: 'a', version: 1 }]);
    deepEqual(await claim(store), ['a:2']);
  },

  'events that were given back are free at once': async (store) => {
    await leaving(store, ['a']);
    await claim(store);
    await store.settle([{ ticket: 'a', version: 1 }]);
    await store.release([{ ticket: 'a', version: 2 }]);
    deepEqual(await claim(store), ['a:2']);
    await store.settle([{ ticket: 'a', version: 2 }]);
    await store.release([{ ticket: 'a', version: 2 }]);
    deepEqual(await claim(store), []);
  },

  'workers who deliver at once share the events: each goes to one of them, in the order of its ticket': async (
    store,
  ) => {
    const ids = Array.from({ length: 30 }, (_, index) => `t${index}`);
    await leaving(store, ids);
    const delivered: string[] = [];
    const worker = async () => {
      for (;;) {
        const mine = await store.claimOutbox(now, 7, now + lease);
        if (mine.length === 0) return;
        delivered.push(...mine.map(key));
        await store.settle(mine);
      }
    };
    await Promise.all([worker(), worker(), worker()]);
    // Whoever found nothing may have stopped while another still held the rest of a ticket.
    await worker();
    deepEqual([...delivered].sort(), ids.flatMap((id) => [`${id}:1`, `${id}:2`]).sort());
    for (const id of ids)
      deepEqual(
        delivered.filter((each) => each.startsWith(`${id}:`)),
        [`${id}:1`, `${id}:2`],
      );
  },
};
