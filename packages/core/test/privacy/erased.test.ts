import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Desk, TicketStore } from '@hotline-kit/core';
import { postgresStore } from '@hotline-kit/core/storage-postgres';
import { sqliteStore } from '@hotline-kit/core/storage-sqlite';
import { afterAll, describe, expect, test } from 'vitest';
import { at, openSampleDesk, people } from '../sample-desk.js';
import { newSchema, skipped, testPool } from '../stores/postgres-server.js';
import { canariesIn } from './free-fields.js';
import { live } from './live.js';
import { lives, pack } from './whole-lives.js';

const folder = mkdtempSync(join(tmpdir(), 'hotline-kit-erased-'));
afterAll(() => rmSync(folder, { recursive: true }));

const identity = ['name', 'phone', 'address', 'email'].map((field) => `register.caller.${field}`).sort();
const ofCallers = (text: string) =>
  canariesIn(text)
    .filter((field) => field.startsWith('register.caller.'))
    .sort();

/** Lives all lives; afterwards every caller is erased, also those of parts that were split off. */
async function livedAndErased(store: TicketStore, before: () => Promise<void> | void): Promise<Desk> {
  const desk = await openSampleDesk({ pack, store });
  for (const name of Object.keys(lives)) await live(desk, name, { confidential: false, form: 0 });
  await before();
  const asked = { by: people.dispatcher, at: at('12:00') };
  for (const { id } of await desk.find({ limit: 1000 })) await desk.eraseCaller(id, asked);
  for (const { id } of await desk.find({ limit: 1000 })) expect(await desk.verify(id)).toMatchObject({ ok: true });
  return desk;
}

describe('an erased caller is gone to the last byte, and the logs stay whole', () => {
  test('SQLite: the file, its free pages, and the write-ahead log', async () => {
    const file = join(folder, 'erased.db');
    const bytes = () =>
      ['', '-wal', '-shm']
        .map((end) => `${file}${end}`)
        .filter((each) => existsSync(each))
        .map((each) => readFileSync(each, 'latin1'))
        .join('');
    const desk = await livedAndErased(sqliteStore({ file }), () => expect(ofCallers(bytes())).toEqual(identity));
    expect(ofCallers(bytes())).toEqual([]);
    await desk.close();
    expect(ofCallers(bytes())).toEqual([]);
    expect(canariesIn(bytes()), 'and yet the rest is there').toContain('register.content');
  });

  test.skipIf(skipped !== undefined)(
    `PostgreSQL: every column of every row${skipped ? ` (${skipped})` : ''}`,
    async () => {
      const [pool, schema] = [testPool(), newSchema()];
      const rows = async (): Promise<string> => {
        const tables = await pool.query('select table_name from information_schema.tables where table_schema = $1', [
          schema,
        ]);
        const all = tables.rows.map(
          async ({ table_name: name }) => (await pool.query(`select t::text from ${schema}.${name} as t`)).rows,
        );
        return JSON.stringify(await Promise.all(all));
      };
      const desk = await livedAndErased(postgresStore({ pool, schema }), async () =>
        expect(ofCallers(await rows())).toEqual(identity),
      );
      expect(ofCallers(await rows())).toEqual([]);
      expect(canariesIn(await rows())).toContain('register.content');
      await desk.close();
      await pool.query(`drop schema ${schema} cascade`);
    },
  );
});

test('no hash of a number outlives the number: of a caller a repeated call compares what is still there', async () => {
  const desk = await openSampleDesk();
  const call = {
    channel: 'phone',
    type: 'help',
    content: '路灯不亮',
    place: {},
    caller: { phone: '13800000000' },
  } as const;
  const other = { ...call, caller: { phone: '13900000000' } };
  const given = { id: 'c', ticket: 't', by: people.agent, at: at('09:00') };
  await desk.register(call, given);
  expect(await desk.register(call, given)).toMatchObject({ ok: true, repeated: true });
  await expect(desk.register(other, given)).rejects.toMatchObject({ code: 'commandIdReused' });
  await desk.eraseCaller('t');
  expect(await desk.register(other, given)).toMatchObject({ ok: true, repeated: true });
  const { caller: _caller, ...anonymous } = call;
  await expect(desk.register(anonymous, given)).rejects.toMatchObject({ code: 'commandIdReused' });
  expect(await desk.caller('t')).toBeUndefined();
});
