import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TicketEvent } from '../ticket/event.js';
import { currentVersion, type Upcasters, upcast } from './upcast.js';

const table: Upcasters = {
  'progress.recorded': [
    (data) => ({ ...(data as object), place: null }),
    (data) => ({ ...(data as object), media: [] }),
  ],
};
const event = (v: number, data: object): TicketEvent =>
  ({ ticket: 't1', version: 4, type: 'progress.recorded', v, data, hash: 'h' }) as unknown as TicketEvent;

test('each step lifts one version: an event of version 1 passes all of them, one of version 2 the second', () => {
  expect(upcast(event(1, { text: 'a' }), table)).toMatchObject({ v: 3, data: { text: 'a', place: null, media: [] } });
  expect(upcast(event(2, { text: 'a', place: 'x' }), table).data).toEqual({ text: 'a', place: 'x', media: [] });
});

test('an event of today is the same object, and the old one is left as it was written', () => {
  const today = event(3, { text: 'a' });
  expect(upcast(today, table)).toBe(today);
  const old = event(1, { text: 'a' });
  upcast(old, table);
  expect(old).toEqual(event(1, { text: 'a' }));
});

test('an event of a later version of the package is an error that says so', () => {
  expect(() => upcast(event(4, {}), table)).toThrow('logOfLaterVersion');
});

test('whatever an old event holds, it comes to the version of today', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3 }), fc.object(), (v, data) => {
      expect(upcast(event(v, data), table).v).toBe(currentVersion('progress.recorded', table));
    }),
  );
});
