import process from 'node:process';
import { memoryStore, openDesk } from '@hotline-kit/core';
import { postgresStore } from '@hotline-kit/core/storage-postgres';
import { storeContract } from '@hotline-kit/core/testing';
import { cityFolder, loadCityPack } from '@hotline-kit/rules/node';
import pg from 'pg';

const myStore = memoryStore;
const proofs: Promise<void>[] = [];
const test = (_title: string, run: () => Promise<void>) => proofs.push(run());

// #region contract
for (const { title, run } of storeContract(() => myStore())) test(title, run);
// #endregion
await Promise.all(proofs);

const url = process.env['HOTLINE_POSTGRES'];
if (url === undefined) process.exit();
const schema = `t_${Date.now()}`;
const pool = new pg.Pool({ connectionString: url });
await pool.query('create table if not exists visits (ticket text)');
const pack = await loadCityPack(cityFolder('dongguan'));
const desk = await openDesk({ pack, store: postgresStore({ pool, schema }) });
const id = 't';
const by = { id: 'zhou.wei', role: 'dispatcher' } as const;
const data = { channel: 'phone', type: 'help', content: '路灯不亮', place: { district: 'dongkeng' } } as const;
const command = { type: 'register', ticket: id, data, by, at: '2023-07-10T09:00:00+08:00' } as const;

// #region within
const client = await pool.connect();
try {
  await client.query('begin');
  await client.query('insert into visits (ticket) values ($1)', [id]);
  const result = await desk.within(client).execute(command);
  await client.query(result.ok ? 'commit' : 'rollback');
} catch (fault) {
  await client.query('rollback');
  throw fault;
} finally {
  client.release();
}
// #endregion

if ((await desk.ticket(id)) === undefined) throw new Error('it was committed');
await desk.close();
await pool.end();
