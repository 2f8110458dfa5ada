import { deepEqual, equal } from 'node:assert/strict';
import { dispatch, registration } from '../sample-commits.js';
import type { Proof } from './proof.js';

const ok = { ok: true };
const versions = (events: readonly { version: number }[]) => events.map(({ version }) => version);

/** What a commit promises. */
export const commitCases: Readonly<Record<string, Proof>> = {
  'what was committed is read back the same': async (store) => {
    const commit = registration('a');
    deepEqual(await store.commit([commit]), ok);
    const { stored, command } = await store.load('a', 'cmd-a');
    deepEqual(stored, commit.stored);
    deepEqual(command, commit.commands[0]);
    deepEqual(await store.events('a'), commit.events);
  },

  'a ticket that is not there is nothing, not an error': async (store) => {
    deepEqual(await store.load('nobody', 'c'), {});
    deepEqual(await store.events('nobody'), []);
  },

  'a version that is not the expected one is a conflict, and nothing of the commit stays': async (store) => {
    await store.commit([registration('a')]);
    deepEqual(await store.commit([dispatch('a', 'first')]), ok);
    const late = { ...dispatch('a', 'late'), outbox: [2] };
    deepEqual(await store.commit([late]), { ok: false, conflict: 'a' });
    deepEqual(await store.commit([registration('b'), late]), { ok: false, conflict: 'a' });
    deepEqual(await store.load('b'), {});
    equal((await store.load('a', 'late')).command, undefined);
    equal((await store.load('a')).stored?.record.version, 2);
    deepEqual(await store.claimOutbox(0, 10, 1), []);
  },

  'another end of the log under the expected version is a conflict': async (store) => {
    await store.commit([registration('a')]);
    const onAnotherLog = { ...dispatch('a', 'lost'), expectedHead: 'd'.repeat(64) };
    deepEqual(await store.commit([onAnotherLog]), { ok: false, conflict: 'a' });
    deepEqual(await store.commit([registration('b'), onAnotherLog]), { ok: false, conflict: 'a' });
    equal((await store.load('a')).stored?.record.version, 1);
    deepEqual(await store.load('b'), {});
  },

  'several tickets are loaded at once, in the order in which they are wanted': async (store) => {
    const commits = ['a', 'b'].map((id) => registration(id));
    await store.commit(commits);
    const [a, b] = commits.map(({ stored }) => stored);
    const wanted = [
      { ticket: 'b', command: 'cmd-b' },
      { ticket: 'nobody' },
      { ticket: 'a', known: a?.head },
      { ticket: 'b', command: 'cmd-a', known: 'd'.repeat(64) },
    ];
    const [second, nobody, first, again] = await store.loadMany(wanted);
    deepEqual([second?.stored, second?.command], [b, commits[1]?.commands[0]]);
    deepEqual(nobody, {});
    equal(first?.unchanged, true);
    deepEqual([again?.stored, again?.command], [b, undefined]);
    deepEqual(await store.loadMany([]), []);
  },

  'two registrations under one id: the second is a conflict': async (store) => {
    await store.commit([registration('a')]);
    deepEqual(await store.commit([registration('a')]), { ok: false, conflict: 'a' });
  },

  'a command that was carried out is never written again, whatever the version': async (store) => {
    await store.commit([registration('a')]);
    deepEqual(await store.commit([dispatch('a', 'cmd-a')]), { ok: false, conflict: 'a' });
    equal((await store.load('a')).stored?.record.version, 1);
  },

  'several tickets are written together': async (store) => {
    const commits = ['a', 'b', 'c'].map((id) => registration(id));
    deepEqual(await store.commit(commits), ok);
    deepEqual(await store.commit(['c', 'a'].map((id) => dispatch(id, 'd'))), ok);
    deepEqual(versions(await store.events('a')), [1, 2]);
    deepEqual(versions(await store.events('b')), [1]);
  },

  'of many who write the same version at once, one wins': async (store) => {
    await store.commit([registration('a')]);
    const tries = Array.from({ length: 16 }, (_, index) => store.commit([dispatch('a', `c${index}`)]));
    const outcomes = await Promise.all(tries);
    equal(outcomes.filter((outcome) => outcome.ok).length, 1);
    deepEqual(versions(await store.events('a')), [1, 2]);
  },

  'the log can be cut after a version': async (store) => {
    await store.commit([registration('a')]);
    await store.commit([dispatch('a', 'c2')]);
    deepEqual(versions(await store.events('a')), [1, 2]);
    deepEqual(versions(await store.events('a', 1)), [1]);
  },

  'numbers are never given twice': async (store) => {
    equal(await store.reserveNumbers('DG-20230710', 20), 1);
    equal(await store.reserveNumbers('DG-20230710', 5), 21);
    equal(await store.reserveNumbers('DG-20230710', 1), 26);
    equal(await store.reserveNumbers('DG-20230711', 1), 1);
  },

  'the caller is a record of its own: erased without a trace, and the log stays': async (store) => {
    const caller = { name: '陈先生', phone: '13800000000' };
    await store.commit([{ ...registration('a'), caller }]);
    deepEqual(await store.caller('a'), caller);
    equal(await store.eraseCaller('a'), true);
    equal(await store.eraseCaller('a'), false);
    equal(await store.caller('a'), undefined);
    equal((await store.events('a')).length, 1);
  },

  'Chinese, emoji, quotes and a NUL in the content come back unharmed': async (store) => {
    const commit = registration('工单-"1"');
    await store.commit([commit]);
    deepEqual((await store.load('工单-"1"')).stored, commit.stored);
    deepEqual(await store.events('工单-"1"'), commit.events);
  },
};
