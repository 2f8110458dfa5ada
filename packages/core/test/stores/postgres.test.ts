import { readdirSync, readFileSync } from 'node:fs';
import { memoryStore, openDesk, type TicketStore } from '@hotline-kit/core';
import { postgresStore } from '@hotline-kit/core/storage-postgres';
import { storeContract } from '@hotline-kit/core/testing';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { at, done, noiseAtNight, pack, people } from '../sample-desk.js';
import { newSchema, skipped, testPool } from './postgres-server.js';

const { agent, dispatcher } = people;
/** The steps of the tables, as their files are named. */
const steps = readdirSync(new URL('../../migrations/postgres/', import.meta.url)).map((file) =>
  file.replace('.sql', ''),
);
const given = (id: string) => ({ id, by: agent, at: at('09:00') });

/** The store inside a transaction that is open as long as the store is. */
function joined(store: TicketStore, pool: pg.Pool): TicketStore {
  let client: pg.PoolClient | undefined;
  const opened: TicketStore = {
    ...store,
    async open() {
      await store.open();
      client = await pool.connect();
      await client.query('begin');
      Object.assign(opened, store.within?.(client), { open: opened.open, close: opened.close });
    },
    async close() {
      await client?.query('commit');
      client?.release();
    },
  };
  return opened;
}

describe.skipIf(skipped)(`PostgreSQL ${skipped ?? ''}`, () => {
  const pool = testPool();

  describe('the contract of a store', () => {
    for (const { title, run } of storeContract(() => postgresStore({ pool, schema: newSchema() }))) test(title, run);
  });

  describe('the contract of a store, without prepared statements', () => {
    const makeStore = () => postgresStore({ pool, schema: newSchema(), prepare: false });
    for (const { title, run } of storeContract(makeStore)) test(title, run);
  });

  describe('the contract of a store, inside a transaction of the host', () => {
    for (const { title, run } of storeContract(() => joined(postgresStore({ pool, schema: newSchema() }), pool))) {
      // One connection does one thing after another.
      if (!title.includes('at once')) test(title, run);
    }
  });

  describe("a command joins the host's own transaction", () => {
    test('rolled back, nothing of it stays; committed, it stands with what the host wrote', async () => {
      const schema = newSchema();
      const desk = await openDesk({ pack, store: postgresStore({ pool, schema }) });
      await pool.query(`create table ${schema}.host_note (text text)`);
      const client = await pool.connect();
      try {
        for (const [id, end] of [
          ['undone', 'rollback'],
          ['kept', 'commit'],
        ] as const) {
          await client.query('begin');
          await client.query(`insert into ${schema}.host_note values ($1)`, [id]);
          const inside = desk.within(client);
          const ticket = done(await inside.register(noiseAtNight, given(id)));
          done(await ticket.do('dispatch', {}, { by: dispatcher, at: at('09:03') }));
          expect((await inside.ticket(id))?.state).toBe('dispatched');
          expect(await desk.ticket(id), 'others do not see it yet').toBeUndefined();
          await client.query(end);
        }
      } finally {
        client.release();
      }
      expect(await desk.ticket('undone')).toBeUndefined();
      expect((await desk.ticket('kept'))?.state).toBe('dispatched');
      expect((await pool.query(`select text from ${schema}.host_note`)).rows).toEqual([{ text: 'kept' }]);
    });

    test('the numbers of what was rolled back are not given again', async () => {
      const desk = await openDesk({ pack, store: postgresStore({ pool, schema: newSchema() }), numberBlock: 1 });
      const client = await pool.connect();
      await client.query('begin');
      const undone = done(await desk.within(client).register(noiseAtNight, given('undone')));
      await client.query('rollback');
      client.release();
      const kept = done(await desk.register(noiseAtNight, given('kept')));
      expect(kept.number).not.toBe(undone.number);
    });

    test('a conflict inside it leaves the transaction usable', async () => {
      const schema = newSchema();
      const desk = await openDesk({ pack, store: postgresStore({ pool, schema }) });
      done(await desk.register(noiseAtNight, given('a')));
      const store = postgresStore({ pool, schema });
      const { stored } = await store.load('a');
      if (stored === undefined) throw new Error('the ticket is missing');
      const client = await pool.connect();
      await client.query('begin');
      const inside = store.within?.(client);
      const stale = {
        ticket: 'a',
        expectedVersion: 1,
        expectedHead: stored.head,
        stored,
        events: [],
        commands: [],
        deadlines: new Map(),
        outbox: [],
      };
      expect(await inside?.commit([{ ...stale, expectedVersion: 99 }])).toEqual({ ok: false, conflict: 'a' });
      expect(await inside?.commit([stale, { ...stale, ticket: 'b', expectedVersion: 7 }])).toMatchObject({ ok: false });
      expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
      await client.query('commit');
      client.release();
    });

    test('a store that cannot join says so', async () => {
      const desk = await openDesk({ pack, store: memoryStore() });
      expect(() => desk.within({})).toThrow('cannot join');
    });
  });

  describe('migrations', () => {
    test('`check` says what is missing and changes nothing', async () => {
      const schema = newSchema();
      const opening = postgresStore({ pool, schema, migrate: 'check' }).open();
      await expect(opening).rejects.toMatchObject({
        code: 'storeOutdated',
        message: expect.stringContaining('0001-tickets'),
      });
      const { rows } = await pool.query('select 1 from pg_namespace where nspname = $1', [schema]);
      expect(rows).toEqual([]);
    });

    test('many processes that start at once apply them once, and `check` is content', async () => {
      const schema = newSchema();
      await Promise.all(Array.from({ length: 8 }, () => postgresStore({ pool, schema }).open()));
      await postgresStore({ pool, schema, migrate: 'check' }).open();
      const { rows } = await pool.query(`select version, name from ${schema}.migration`);
      expect(rows).toEqual(steps.map((name, index) => ({ version: index + 1, name })));
    });

    test('the SQL files, run by hand one after the other, make the tables that `check` looks for', async () => {
      const schema = newSchema();
      const client = await pool.connect();
      await client.query(`create schema ${schema}; set search_path = ${schema}`);
      const folder = new URL('../../migrations/postgres/', import.meta.url);
      for (const name of readdirSync(folder)) await client.query(readFileSync(new URL(name, folder), 'utf8'));
      client.release(true);
      await postgresStore({ pool, schema, migrate: 'check' }).open();
    });

    test('a schema that was made for the desk is enough: it need not be allowed to make schemas', async () => {
      const schema = newSchema();
      await pool.query(`create role ${schema} nosuperuser; create schema ${schema} authorization ${schema}`);
      const own = new pg.Pool({ ...pool.options, options: `-c role=${schema}` });
      await postgresStore({ pool: own, schema }).open();
      await own.end();
    });

    test('a newer database is not touched', async () => {
      const schema = newSchema();
      await postgresStore({ pool, schema }).open();
      await pool.query(`insert into ${schema}.migration values (99, 'later')`);
      await expect(postgresStore({ pool, schema }).open()).rejects.toMatchObject({ code: 'storeOutdated' });
    });

    test('a schema may have any name', async () => {
      const desk = await openDesk({ pack, store: postgresStore({ pool, schema: `热线 "${newSchema()}"` }) });
      done(await desk.register(noiseAtNight, given('a')));
      expect(await desk.find()).toHaveLength(1);
    });
  });

  test('a database that cannot be reached is one clear error', async () => {
    const nowhere = new pg.Pool({ host: '127.0.0.1', port: 1 });
    const opening = postgresStore({ pool: nowhere }).open();
    await expect(opening).rejects.toMatchObject({ name: 'HotlineError', code: 'storeUnavailable' });
    await nowhere.end();
  });
});
