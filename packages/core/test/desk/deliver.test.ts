import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { memoryStore, type TicketEvent } from '@hotline-kit/core';
import { sqliteStore } from '@hotline-kit/core/storage-sqlite';
import { afterAll, describe, expect, test } from 'vitest';
import { at, done, handledTicket, noiseAtNight, openSampleDesk, people } from '../sample-desk.js';

const folder = mkdtempSync(join(tmpdir(), 'hotline-kit-deliver-'));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;
const stores = {
  memory: memoryStore,
  SQLite: () => {
    files += 1;
    return sqliteStore({ file: join(folder, `${files}.db`) });
  },
};
const key = ({ ticket, version }: TicketEvent) => `${ticket}:${version}`;
const start = '2026-03-02T12:00:00+08:00';

describe.each(Object.entries(stores))('events leave a desk over %s', (_name, makeStore) => {
  /** Two workers on one store, and a ticket whose events wait. */
  async function twoWorkers() {
    const store = makeStore();
    const workers = [await openSampleDesk({ store }), await openSampleDesk({ store })] as const;
    const { version } = await handledTicket(workers[0]);
    return { workers, events: Array.from({ length: version }, (_, index) => `call-1:${index + 1}`) };
  }

  test('two healthy workers who deliver at once hand each event on once, in the order of its ticket', async () => {
    const { workers, events } = await twoWorkers();
    const received: string[] = [];
    const handler = async (event: TicketEvent) => {
      await new Promise((resolve) => setImmediate(resolve));
      received.push(key(event));
    };
    const [first, second] = workers;
    const counts = await Promise.all([first.deliver(handler, { at: start }), second.deliver(handler, { at: start })]);
    expect(received).toEqual(events);
    expect(counts[0] + counts[1]).toBe(events.length);
    await workers[0].close();
  });

  test('what a handler threw on, and what came after it, is free at once and comes again', async () => {
    const { workers, events } = await twoWorkers();
    const received: string[] = [];
    const handler = (event: TicketEvent) => {
      if (received.length === 2) throw new Error('the bus is down');
      received.push(key(event));
    };
    await expect(workers[0].deliver(handler, { at: start })).rejects.toThrow('the bus is down');
    expect(await workers[1].deliver((event) => void received.push(key(event)), { at: start })).toBe(events.length - 2);
    expect(received).toEqual(events);
    await workers[0].close();
  });

  test('an event that no handler takes holds up its own ticket and no other', async () => {
    const { workers, events } = await twoWorkers();
    for (const id of ['a', 'z']) {
      done(await workers[0].register(noiseAtNight, { ticket: id, by: people.agent, at: at('10:00') }));
    }
    const received: string[] = [];
    const handler = (event: TicketEvent) => {
      if (key(event) === 'call-1:2') throw new Error('no such topic');
      received.push(key(event));
    };
    await expect(workers[0].deliver(handler, { at: start })).rejects.toThrow('no such topic');
    expect(received.filter((each) => each.startsWith('call-1'))).toEqual(['call-1:1']);
    const others = ['a', 'z'].map((id) => received.filter((each) => each.startsWith(`${id}:`)).length);
    expect(others, 'of each of the other tickets everything is delivered').toEqual([
      (await workers[0].history('a')).length,
      (await workers[0].history('z')).length,
    ]);
    const later: string[] = [];
    await workers[1].deliver((event) => void later.push(key(event)), { at: start });
    expect(later, 'it is free at once, and its ticket’s events come in their order').toEqual(events.slice(1));
    await workers[0].close();
  });

  test('a receiver that is down is not tried for every ticket', async () => {
    const { workers } = await twoWorkers();
    const calls = Array.from({ length: 30 }, (_, index) => ({
      ticket: `t${index}`,
      by: people.agent,
      at: at('10:00'),
    }));
    for (const given of calls) done(await workers[0].register(noiseAtNight, given));
    let tries = 0;
    const down = () => {
      tries += 1;
      throw new Error('the bus is down');
    };
    await expect(workers[0].deliver(down, { at: start })).rejects.toThrow('the bus is down');
    expect(tries).toBe(10);
    await workers[0].close();
  });

  test('what a dead worker had taken comes again once its lease is over, not before', async () => {
    const { workers, events } = await twoWorkers();
    void workers[0].deliver(() => new Promise(() => {}), { at: start });
    const received: string[] = [];
    const handler = (event: TicketEvent) => void received.push(key(event));
    await workers[1].deliver(handler, { at: '2026-03-02T12:00:59+08:00' });
    expect(received).toEqual([]);
    await workers[1].deliver(handler, { at: '2026-03-02T12:01:00+08:00' });
    expect(received).toEqual(events);
    await workers[1].close();
  });

  test('no more than asked for is delivered', async () => {
    const { workers, events } = await twoWorkers();
    const received: string[] = [];
    expect(await workers[0].deliver((event) => void received.push(key(event)), { at: start, limit: 3 })).toBe(3);
    expect(received).toEqual(events.slice(0, 3));
    await workers[0].close();
  });
});

test('a split whose caller was erased since leaves through the outbox, and its part is registered once', async () => {
  const desk = await openSampleDesk();
  await handledTicket(desk);
  const given = { ticket: 'call-1', by: people.dispatcher, at: at('09:20') } as const;
  const split = { parts: [{ content: '路灯不亮', matter: 'streetlight' }], reason: '两件事' };
  const [part = ''] = done(await desk.execute({ ...given, type: 'split', data: split })).record.parts;
  const asked = { by: people.citizen, at: at('09:30') };
  expect(await desk.caller(part)).toMatchObject({ name: '陈先生' });
  expect(await desk.eraseCaller('call-1', asked)).toBe(true);
  expect(await desk.caller(part), 'the part had its caller from the whole').toBeUndefined();
  const types: string[] = [];
  await desk.deliver(({ ticket, type }) => void types.push(`${ticket} ${type}`));
  expect(types).toContain('call-1 ticket.split');
  expect((await desk.history(part)).filter(({ type }) => type === 'ticket.registered')).toHaveLength(1);
  expect((await desk.history(part)).at(-1)).toMatchObject({ type: 'caller.erased', actor: people.citizen });
});
