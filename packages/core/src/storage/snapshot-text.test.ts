import { expect, test } from 'vitest';
import type { ClockRecord } from '../clocks/clock-record.js';
import { dispatch, registration } from '../testing/sample-commits.js';
import { evolve } from '../ticket/evolve.js';
import type { TicketRecord } from '../ticket/ticket-record.js';
import { snapshotOf, snapshotText } from './snapshot-text.js';

const { record } = dispatch('a', 'c').stored;

const youngClock: ClockRecord = {
  id: 'sign',
  generation: 1,
  state: 'running',
  late: false,
  term: { kind: 'workingTime', amount: 4, unit: 'hour' },
  startedAt: '2023-07-10T01:02:00.000Z',
  dueAt: '2023-07-10T06:32:00.000Z',
  certainty: 'official',
  warnings: [],
  pausedAt: null,
  pausedTotal: 0,
  pauses: [],
  breachedAt: null,
  stoppedAt: null,
};

test('a snapshot is read as it was written, in the order of its fields', () => {
  expect(snapshotOf(snapshotText(record))).toEqual(record);
  expect(JSON.stringify(snapshotOf(snapshotText(record)))).toBe(JSON.stringify(record));
});

test('what is nothing is left out, at a third of the length; what is something never', () => {
  const { record: registered } = registration('a').stored;
  const text = snapshotText(registered);
  expect(text.length).toBeLessThan(JSON.stringify(registered).length / 3);
  expect(JSON.parse(text)).toMatchObject({
    id: 'a',
    version: 1,
    state: 'received',
    round: 1,
    call: { channel: 'phone', type: 'help', replyWanted: true, place: { district: '东坑' } },
  });
  expect(JSON.parse(text)).not.toHaveProperty('lead');
});

test('a clock is written with what happened to it, and read with all that it is', () => {
  const paused = { ...youngClock, state: 'paused', pausedAt: '2023-07-10T02:00:00.000Z' } as const;
  const ended = {
    ...youngClock,
    state: 'met',
    late: true,
    pausedTotal: 60_000,
    stoppedAt: '2023-07-10T03:00:00.000Z',
  } as const;
  for (const is of [youngClock, paused, ended]) {
    const whole = { ...record, clocks: { [is.id]: is, 'promise-2': { ...is, id: 'promise-2', generation: 2 } } };
    expect(snapshotOf(snapshotText(whole))).toEqual(whole);
    expect(JSON.stringify(snapshotOf(snapshotText(whole)))).toBe(JSON.stringify(whole));
  }
  const text = snapshotText({ ...record, clocks: { sign: youngClock } });
  expect(JSON.parse(text).clocks.sign).not.toHaveProperty('pauses');
});

test('a field that is something again, or nothing again, is what it is', () => {
  const was: TicketRecord = { ...record, urges: 3, lead: 'u1', tags: ['夜间施工'] };
  const is: TicketRecord = { ...was, urges: 0, lead: null, tags: [] };
  expect(snapshotOf(snapshotText(was))).toEqual(was);
  expect(snapshotOf(snapshotText(is))).toEqual(is);
});

test('what a version shares with the one before is not written anew, and reads the same', () => {
  const clock = (id: string): ClockRecord => ({ ...youngClock, id });
  const lives: readonly TicketRecord[] = [
    record,
    { ...record, version: 3, lead: 'u1', clocks: { sign: clock('sign') } },
    { ...record, version: 4, lead: 'u1', clocks: { handle: clock('handle'), sign: clock('sign') } },
    { ...record, version: 5, tags: ['夜间施工'], clocks: { handle: clock('handle') } },
    { ...record, version: 6 },
  ];
  let before: TicketRecord | undefined;
  for (const each of lives) {
    expect(snapshotText(each, before)).toBe(snapshotText({ ...each }));
    before = each;
  }
});

test('a call that wants no reply keeps saying so', () => {
  const { record: registered } = registration('a').stored;
  const quiet = { ...registered, call: { ...registered.call, replyWanted: false } };
  expect(snapshotOf(snapshotText(quiet)).call.replyWanted).toBe(false);
});

test('what is read is the beginning of the next version as what was written is', () => {
  const event = {
    ticket: 'a',
    type: 'ticket.signed',
    at: '2023-07-10T02:00:00.000Z',
    state: 'signed',
    data: {},
  } as const;
  expect(evolve(snapshotOf(snapshotText(record)), event)).toEqual(evolve(record, event));
});

test('a text of another shape is given as it stands, for the log to be folded anew', () => {
  expect(snapshotOf('{"shape":1,"id":"t"}')).toEqual({ shape: 1, id: 't' });
});
