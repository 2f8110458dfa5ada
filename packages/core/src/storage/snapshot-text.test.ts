import { expect, test } from 'vitest';
import { dispatch, registration } from '../testing/sample-commits.js';
import { evolve } from '../ticket/evolve.js';
import type { TicketRecord } from '../ticket/ticket-record.js';
import { snapshotOf, snapshotText } from './snapshot-text.js';

const { record } = dispatch('a', 'c').stored;

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

test('a field that is something again, or nothing again, is what it is', () => {
  const was: TicketRecord = { ...record, urges: 3, lead: 'u1', tags: ['夜间施工'] };
  const is: TicketRecord = { ...was, urges: 0, lead: null, tags: [] };
  expect(snapshotOf(snapshotText(was))).toEqual(was);
  expect(snapshotOf(snapshotText(is))).toEqual(is);
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
