import { deepEqual, equal } from 'node:assert/strict';
import { dispatch, registration } from '../sample-commits.js';
import type { Proof } from './proof.js';

const due = Date.parse('2023-07-10T02:00:00.000Z');

/** What deadlines and their leases promise. */
export const deadlineCases: Readonly<Record<string, Proof>> = {
  'a due ticket is claimed by one worker only, until the lease is over': async (store) => {
    await store.commit([registration('a', new Map([['handle', due]]))]);
    deepEqual(await store.claimDue(due - 1, 10, due), []);
    deepEqual(await store.claimDue(due, 10, due + 60_000), ['a']);
    deepEqual(await store.claimDue(due, 10, due + 60_000), []);
    deepEqual(await store.claimDue(due + 60_000, 10, due + 120_000), ['a']);
  },

  'a ticket with several due clocks is claimed once': async (store) => {
    const clocks = new Map([
      ['contact', due],
      ['handle', due + 1],
    ]);
    await store.commit([registration('a', clocks)]);
    deepEqual(await store.claimDue(due + 1, 10, due + 60_000), ['a']);
  },

  'workers who claim at once share the tickets: each has one owner, and none is left': async (store) => {
    const ids = Array.from({ length: 60 }, (_, index) => `t${index}`);
    await store.commit(ids.map((id, index) => registration(id, new Map([['handle', due + index]]))));
    const claims: string[] = [];
    const worker = async () => {
      for (;;) {
        const mine = await store.claimDue(due + 60, 7, due + 60_000);
        if (mine.length === 0) return;
        claims.push(...mine);
      }
    };
    await Promise.all([worker(), worker(), worker()]);
    deepEqual([...claims].sort(), [...ids].sort());
  },

  'the earliest deadline is known, and gone once its clock is settled': async (store) => {
    equal(await store.nextDueAt(), undefined);
    await store.commit([
      registration('a', new Map([['handle', due + 5]])),
      registration('b', new Map([['sign', due]])),
    ]);
    equal(await store.nextDueAt(), due);
    await store.commit([dispatch('b', 'c2', { deadlines: new Map([['sign', null]]) })]);
    equal(await store.nextDueAt(), due + 5);
  },

  'a deadline that was moved is free to be claimed again': async (store) => {
    await store.commit([registration('a', new Map([['handle', due]]))]);
    deepEqual(await store.claimDue(due, 10, due + 60_000), ['a']);
    await store.commit([dispatch('a', 'c2', { deadlines: new Map([['handle', due + 10]]) })]);
    deepEqual(await store.claimDue(due + 9, 10, due + 60_000), []);
    deepEqual(await store.claimDue(due + 10, 10, due + 60_000), ['a']);
  },
};
