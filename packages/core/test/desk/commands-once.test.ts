import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HotlineError, memoryStore, type TicketStore } from '@hotline-kit/core';
import { sqliteStore } from '@hotline-kit/core/storage-sqlite';
import { afterAll, describe, expect, test } from 'vitest';
import { at, done, noiseAtNight, openSampleDesk, people, refused } from '../sample-desk.js';

const { agent, dispatcher, clerk, handler } = people;
const folder = mkdtempSync(join(tmpdir(), 'hotline-kit-desk-'));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;
const stores: Record<string, () => TicketStore> = {
  memory: memoryStore,
  SQLite: () => {
    files += 1;
    return sqliteStore({ file: join(folder, `${files}.db`) });
  },
};

for (const [name, makeStore] of Object.entries(stores)) {
  describe(`over ${name}`, () => {
    test('the same command id with the same body gives the stored result, later events or not', async () => {
      const desk = await openSampleDesk({ store: makeStore() });
      const given = { id: 'call-1', by: agent, at: at('09:00') };
      const first = await desk.register(noiseAtNight, given);
      done(await done(first).do('dispatch', {}, { id: 'd-1', by: dispatcher, at: at('09:03') }));

      const again = await desk.register(noiseAtNight, { ...given, at: at('09:07') });
      expect(again).toMatchObject({ ok: true, repeated: true });
      expect(done(again).record).toEqual(done(first).record);
      expect(again.ok && first.ok && again.events).toEqual(first.ok && first.events);
      expect((await desk.history('call-1')).filter(({ type }) => type === 'ticket.registered')).toHaveLength(1);
      await desk.close();
    });

    test('the same command id with another body is the error commandIdReused', async () => {
      const desk = await openSampleDesk({ store: makeStore() });
      done(await desk.register(noiseAtNight, { id: 'call-1', by: agent, at: at('09:00') }));
      const reused = desk.register(
        { ...noiseAtNight, content: '别的事' },
        { id: 'call-1', by: agent, at: at('09:01') },
      );
      await expect(reused).rejects.toMatchObject({ name: 'HotlineError', code: 'commandIdReused', ticket: 'call-1' });
      await desk.close();
    });

    test('a batch is one transaction: a repeated id inside it is carried out once, a fault undoes all', async () => {
      const desk = await openSampleDesk({ store: makeStore() });
      const register = { type: 'register', data: noiseAtNight, id: 'call-1', by: agent, at: at('09:00') } as const;
      const dispatch = { type: 'dispatch', data: {}, ticket: 'call-1', by: dispatcher, at: at('09:01') } as const;
      const results = await desk.batch([register, register, { ...dispatch, id: 'd' }, { ...dispatch, id: 'd' }]);
      expect(results.map((result) => result.ok && result.repeated)).toEqual([false, true, false, true]);

      const other = { ...register, id: 'call-2' };
      const reused = { ...register, data: { ...noiseAtNight, content: '别的事' } };
      await expect(desk.batch([other, reused])).rejects.toBeInstanceOf(HotlineError);
      expect(await desk.ticket('call-2')).toBeUndefined();
      await desk.close();
    });

    test('a refused command changes nothing and does not stop those after it', async () => {
      const desk = await openSampleDesk({ store: makeStore() });
      const results = await desk.batch([
        { type: 'register', data: noiseAtNight, id: 'call-1', by: agent, at: at('09:00') },
        { type: 'sign', data: {}, ticket: 'call-1', by: clerk, at: at('09:01') },
        { type: 'dispatch', data: {}, ticket: 'call-1', by: dispatcher, at: at('09:02') },
      ]);
      expect(results.map(({ ok }) => ok)).toEqual([true, false, true]);
      expect((await desk.history('call-1')).map(({ type }) => type)).toEqual([
        'ticket.registered',
        'clock.started',
        // By a routing rule of the pack.
        'ticket.tagged',
        'ticket.dispatched',
        'clock.stopped',
        'clock.started',
        'clock.started',
        // The time that the procedure gives the assisting unit.
        'clock.started',
      ]);
      await desk.close();
    });

    test('of sixteen people who sign the same ticket at once, one does; the others learn why not', async () => {
      const desk = await openSampleDesk({ store: makeStore() });
      const received = done(await desk.register(noiseAtNight, { id: 'call-1', by: agent, at: at('09:00') }));
      const dispatched = done(await received.do('dispatch', {}, { by: dispatcher, at: at('09:03') }));
      const signings = Array.from({ length: 16 }, (_, n) =>
        dispatched.do('sign', {}, { id: `sign-${n}`, by: { ...clerk, id: `clerk-${n}` }, at: at('09:05') }),
      );
      const results = await Promise.all(signings);
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      expect(results.filter((result) => !result.ok && result.refusal.code === 'illegalInState')).toHaveLength(15);
      expect(await desk.verify('call-1')).toMatchObject({ ok: true });
      await desk.close();
    });

    test('whoever insists on a version is refused once it has changed', async () => {
      const desk = await openSampleDesk({ store: makeStore() });
      const received = done(await desk.register(noiseAtNight, { id: 'call-1', by: agent, at: at('09:00') }));
      const given = { by: dispatcher, at: at('09:03'), expectedVersion: received.version };
      const dispatched = done(await received.do('dispatch', {}, given));
      const late = await dispatched.do('sign', {}, { by: clerk, at: at('09:05'), expectedVersion: received.version });
      expect(refused(late).code).toBe('versionConflict');
      await desk.close();
    });

    test('ticket numbers follow one another, a day has its own', async () => {
      const desk = await openSampleDesk({ store: makeStore(), numberBlock: 2 });
      const numbers: string[] = [];
      for (const [id, time] of [
        ['a', at('09:00')],
        ['b', at('10:00')],
        ['c', at('11:00')],
        ['d', at('00:10', '2026-03-03')],
      ] as const) {
        numbers.push(done(await desk.register(noiseAtNight, { id, by: agent, at: time })).number);
      }
      expect(numbers).toEqual(['ST-20260302-0001', 'ST-20260302-0002', 'ST-20260302-0003', 'ST-20260303-0001']);
      await desk.close();
    });

    test('two workers share the due clocks: each is fired once', async () => {
      const store = makeStore();
      const [one, two] = [await openSampleDesk({ store }), await openSampleDesk({ store })];
      for (let n = 0; n < 250; n += 1) {
        done(await one.register(noiseAtNight, { id: `call-${n}`, by: agent, at: at('09:00') }));
      }
      const runs = await Promise.all([one.runDue(at('12:00')), two.runDue(at('12:00'))]);
      expect(runs.map(({ fired }) => fired).reduce((a, b) => a + b)).toBe(250);
      expect(await one.runDue(at('12:00'))).toMatchObject({ fired: 0 });
      await one.close();
    });

    test('what is leased to a worker that died is looked at again soon, not at once and for ever', async () => {
      const store = makeStore();
      const desk = await openSampleDesk({ store });
      done(await desk.register(noiseAtNight, { id: 'call-1', by: agent, at: at('09:00') }));
      const now = Date.parse(at('12:00'));
      expect(await store.claimDue(now, 1, now + 60_000)).toEqual(['call-1']);
      expect(await desk.runDue(now)).toMatchObject({ fired: 0, nextDueAt: new Date(now + 1000) });
      expect(await desk.runDue(now + 60_000)).toMatchObject({ fired: 1 });
      await desk.close();
    });

    test('an event leaves the outbox once its handler is through; a failing one comes again', async () => {
      const desk = await openSampleDesk({ store: makeStore(), publish: ['ticket.registered', 'ticket.dispatched'] });
      const received = done(await desk.register(noiseAtNight, { id: 'call-1', by: agent, at: at('09:00') }));
      done(await received.do('dispatch', {}, { by: dispatcher, at: at('09:03') }));
      const seen: string[] = [];
      const failing = desk.deliver((event) => {
        if (event.type === 'ticket.dispatched' && seen.length < 2) {
          seen.push('failed');
          throw new Error('the bus is down');
        }
        seen.push(event.type);
      });
      await expect(failing).rejects.toThrow('the bus is down');
      expect(await desk.deliver(({ type }) => void seen.push(type))).toBe(1);
      expect(seen).toEqual(['ticket.registered', 'failed', 'ticket.dispatched']);
      await desk.close();
    });
  });
}

test('a worker that is late excuses nobody: the same clocks are breached, and the same is drawn from it', async () => {
  const life = async (runs: readonly string[]) => {
    const desk = await openSampleDesk();
    const received = done(await desk.register(noiseAtNight, { id: 'call-1', by: agent, at: at('09:00') }));
    const dispatched = done(await received.do('dispatch', {}, { by: dispatcher, at: at('09:03') }));
    const signed = done(await dispatched.do('sign', {}, { by: clerk, at: at('09:05') }));
    for (const time of runs) await desk.runDue(at(time));
    done(await signed.do('contactCitizen', { method: 'phone', reached: true }, { by: handler, at: at('09:40') }));
    return (await desk.ticket('call-1'))?.record;
  };
  const punctual = await life(['09:21', '09:36']);
  const never = await life([]);
  expect(never?.supervision.level).toBe(1);
  expect(never?.clocks['contact']).toMatchObject({ state: 'met', late: true });
  expect({ ...never?.supervision, since: null }).toEqual({ ...punctual?.supervision, since: null });
  expect(never?.urges).toBe(punctual?.urges);
});
