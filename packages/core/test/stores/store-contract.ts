import type { NewEvent, StoredTicket, TicketCommit, TicketEvent, TicketRecord, TicketStore } from '@hotline-kit/core';
import { evolve } from '@hotline-kit/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const at = '2023-07-10T01:02:00.000Z';
const due = Date.parse('2023-07-10T02:00:00.000Z');

/** The promises of every store, as tests. */
export function storeContract(name: string, makeStore: () => TicketStore): void {
  describe(`the contract of a store: ${name}`, () => {
    let store: TicketStore;
    beforeEach(async () => {
      store = makeStore();
      await store.open();
    });
    afterEach(() => store.close());

    test('what was committed is read back the same', async () => {
      const commit = registration('a');
      expect(await store.commit([commit])).toEqual({ ok: true });
      const { stored, command } = await store.load('a', 'cmd-a');
      expect(stored).toEqual(commit.stored);
      expect(command).toEqual(commit.commands[0]);
      expect(await store.events('a')).toEqual(commit.events);
    });

    test('a ticket that is not there is nothing, not an error', async () => {
      expect(await store.load('nobody', 'c')).toEqual({});
      expect(await store.events('nobody')).toEqual([]);
    });

    test('a version that is not the expected one is a conflict, and nothing of the commit stays', async () => {
      await store.commit([registration('a')]);
      const late = followUp('a', 'late', 1);
      expect(await store.commit([followUp('a', 'first', 1)])).toEqual({ ok: true });
      expect(await store.commit([registration('b'), late])).toEqual({ ok: false, conflict: 'a' });
      expect(await store.load('b')).toEqual({});
      expect((await store.load('a', 'late')).command).toBeUndefined();
      expect((await store.load('a')).stored?.record.version).toBe(2);
    });

    test('two registrations under one id: the second is a conflict', async () => {
      await store.commit([registration('a')]);
      expect(await store.commit([registration('a')])).toEqual({ ok: false, conflict: 'a' });
    });

    test('the log can be cut after a version', async () => {
      await store.commit([registration('a')]);
      await store.commit([followUp('a', 'c2', 1)]);
      expect((await store.events('a')).map(({ version }) => version)).toEqual([1, 2]);
      expect((await store.events('a', 1)).map(({ version }) => version)).toEqual([1]);
    });

    test('numbers are never given twice', async () => {
      expect(await store.reserveNumbers('DG-20230710', 20)).toBe(1);
      expect(await store.reserveNumbers('DG-20230710', 5)).toBe(21);
      expect(await store.reserveNumbers('DG-20230710', 1)).toBe(26);
      expect(await store.reserveNumbers('DG-20230711', 1)).toBe(1);
    });

    test('a due ticket is claimed by one worker only, until the lease is over', async () => {
      await store.commit([registration('a', new Map([['handle', due]]))]);
      expect(await store.claimDue(due - 1, 10, due)).toEqual([]);
      expect(await store.claimDue(due, 10, due + 60_000)).toEqual(['a']);
      expect(await store.claimDue(due, 10, due + 60_000)).toEqual([]);
      expect(await store.claimDue(due + 60_000, 10, due + 120_000)).toEqual(['a']);
    });

    test('a ticket with several due clocks is claimed once', async () => {
      const clocks = new Map([
        ['contact', due],
        ['handle', due + 1],
      ]);
      await store.commit([registration('a', clocks)]);
      expect(await store.claimDue(due + 1, 10, due + 60_000)).toEqual(['a']);
    });

    test('the earliest deadline is known, and gone once its clock is settled', async () => {
      expect(await store.nextDueAt()).toBeUndefined();
      await store.commit([
        registration('a', new Map([['handle', due + 5]])),
        registration('b', new Map([['sign', due]])),
      ]);
      expect(await store.nextDueAt()).toBe(due);
      await store.commit([followUp('b', 'c2', 1, new Map([['sign', null]]))]);
      expect(await store.nextDueAt()).toBe(due + 5);
    });

    test('events wait in the outbox until they are settled', async () => {
      const commit = registration('a');
      await store.commit([{ ...commit, outbox: [1] }, registration('b')]);
      expect(await store.outbox(10)).toEqual(commit.events);
      await store.settle([{ ticket: 'a', version: 1 }]);
      expect(await store.outbox(10)).toEqual([]);
    });

    test('tickets are found by state and lead, in pages that follow one another', async () => {
      await store.commit(['a', 'b', 'c', 'd'].map((id) => registration(id)));
      await store.commit([followUp('b', 'x', 1), followUp('d', 'x', 1)]);
      const ids = (found: readonly StoredTicket[]) => found.map(({ record }) => record.id);
      expect(ids(await store.find({}))).toEqual(['a', 'b', 'c', 'd']);
      expect(ids(await store.find({ limit: 2 }))).toEqual(['a', 'b']);
      expect(ids(await store.find({ limit: 2, after: 'b' }))).toEqual(['c', 'd']);
      expect(ids(await store.find({ states: ['dispatched'] }))).toEqual(['b', 'd']);
      expect(ids(await store.find({ lead: 'u1' }))).toEqual(['b', 'd']);
      expect(ids(await store.find({ lead: 'u2' }))).toEqual([]);
      expect(ids(await store.find({ states: [] }))).toEqual([]);
    });

    test('the caller is a record of its own: erased without a trace, and the log stays', async () => {
      const caller = { name: '陈先生', phone: '13800000000' };
      await store.commit([{ ...registration('a'), caller }]);
      expect(await store.caller('a')).toEqual(caller);
      expect(await store.eraseCaller('a')).toBe(true);
      expect(await store.eraseCaller('a')).toBe(false);
      expect(await store.caller('a')).toBeUndefined();
      expect(await store.events('a')).toHaveLength(1);
    });

    test('Chinese, emoji and quotes come back unharmed', async () => {
      const commit = registration('工单-"1"');
      await store.commit([commit]);
      expect((await store.load('工单-"1"')).stored).toEqual(commit.stored);
    });
  });
}

function registration(id: string, deadlines: TicketCommit['deadlines'] = new Map()): TicketCommit {
  const event: NewEvent = {
    ticket: id,
    type: 'ticket.registered',
    at,
    state: 'received',
    data: {
      number: `N-${id}`,
      channel: 'phone',
      type: 'help',
      matter: null,
      content: '路灯不亮 💡 "quoted" \\ line\nbreak',
      place: { district: '东坑' },
      urgent: false,
      confidential: false,
      anonymous: true,
      line: null,
      reference: null,
      applicant: null,
      media: [],
    },
  };
  return commitOf(undefined, [event], `cmd-${id}`, deadlines);
}

function followUp(
  id: string,
  command: string,
  expectedVersion: number,
  deadlines: TicketCommit['deadlines'] = new Map(),
): TicketCommit {
  const before = registration(id).stored.record;
  const reason = { via: 'person', rule: null, line: null, article: null } as const;
  const data = { lead: 'u1', assists: [], limits: {}, ...reason };
  const event: NewEvent = { ticket: id, type: 'ticket.dispatched', at, state: 'dispatched', data };
  return { ...commitOf(before, [event], command, deadlines), expectedVersion };
}

function commitOf(
  before: TicketRecord | undefined,
  events: readonly NewEvent[],
  command: string,
  deadlines: TicketCommit['deadlines'],
): TicketCommit {
  const record = events.reduce<TicketRecord | undefined>(evolve, before) as TicketRecord;
  const first = (before?.version ?? 0) + 1;
  const log = events.map((event, index) => ({
    ...event,
    version: first + index,
    v: 1,
    recordedAt: at,
    actor: { id: 'a1', role: 'agent' },
    command,
    machine: '1',
    rules: 'sample@1#0',
    calendar: 'always@1#0',
    prevHash: 'a'.repeat(64),
    hash: 'b'.repeat(64),
  })) as TicketEvent[];
  return {
    ticket: record.id,
    expectedVersion: first - 1,
    stored: { record, head: 'b'.repeat(64) },
    events: log,
    commands: [{ id: command, bodyHash: 'c'.repeat(64), firstVersion: first, lastVersion: record.version }],
    deadlines,
    outbox: [],
  };
}
