import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type DeskCommand, openDesk } from '@hotline-kit/core';
import { sqliteStore } from '@hotline-kit/core/storage-sqlite';
import { loadCityPack } from '@hotline-kit/rules/node';
import { DatabaseSync } from '@photostructure/sqlite';
import { measureWall, mustAgree } from './measure.js';
import { report } from './report.js';

const packFolder = fileURLToPath(new URL('../../../packages/rules/test/packs/sample-town', import.meta.url));
const at = '2026-03-02T09:00:00+08:00';
const dispatcher = { id: 'dispatcher-2', role: 'dispatcher' } as const;
const commands = 600;

/** Urges on tickets that exist: one event each, the smallest durable command. */
function urges(round: number): DeskCommand[] {
  return Array.from({ length: commands }, (_, n) => ({
    id: `urge-${round}-${n}`,
    ticket: `t${n % 50}`,
    type: 'urge',
    data: { reason: '请抓紧办理' },
    by: dispatcher,
    at,
  }));
}

async function newDesk(folder: string, name: string, durability: 'full' | 'normal') {
  const pack = await loadCityPack(packFolder);
  const desk = await openDesk({ pack, store: sqliteStore({ file: join(folder, name), durability }) });
  for (let n = 0; n < 50; n += 1) {
    const call = { channel: 'phone', type: 'help', matter: 'streetlight', content: '路灯不亮', place: {} } as const;
    const result = await desk.register(call, { id: `t${n}`, by: { id: 'a', role: 'agent' }, at });
    if (!result.ok) throw new Error(result.refusal.text.en);
  }
  return desk;
}

/** The same rows without any of our code: version, event, snapshot, command id, outbox. */
function bare(folder: string, name: string, durability: 'full' | 'normal') {
  const database = new DatabaseSync(join(folder, name));
  database.prepare('pragma journal_mode = wal').get();
  database.exec(`pragma synchronous = ${durability};
    create table ticket (id text primary key, version integer, record text) strict, without rowid;
    create table event (ticket text, version integer, body text, primary key (ticket, version)) strict, without rowid;
    create table command (ticket text, id text, hash text, primary key (ticket, id)) strict, without rowid;
    create table outbox (ticket text, version integer, primary key (ticket, version)) strict, without rowid;`);
  const record = JSON.stringify({ filler: 'x'.repeat(1_400) });
  const body = JSON.stringify({ filler: 'x'.repeat(500) });
  for (let n = 0; n < 50; n += 1) database.prepare('insert into ticket values (?, ?, ?)').run(`t${n}`, 2, record);
  const select = database.prepare('select version, record from ticket where id = ?');
  const update = database.prepare('update ticket set version = ?, record = ? where id = ? and version = ?');
  const event = database.prepare('insert into event values (?, ?, ?)');
  const command = database.prepare('insert into command values (?, ?, ?)');
  const outbox = database.prepare('insert into outbox values (?, ?)');
  let round = 0;
  return {
    run(batch: number) {
      round += 1;
      for (let n = 0; n < commands; n += 1) {
        if (n % batch === 0) database.exec('begin immediate');
        const id = `t${n % 50}`;
        const { version } = select.get(id) as { version: number };
        event.run(id, version + 1, body);
        update.run(version + 1, record, id, version);
        command.run(id, `urge-${round}-${n}`, 'c'.repeat(64));
        outbox.run(id, version + 1);
        if (n % batch === batch - 1) database.exec('commit');
      }
      return round * commands;
    },
    close: () => database.close(),
  };
}

export async function benchStore(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'hotline-kit-bench-'));
  try {
    for (const [title, durability, batch] of [
      ['SQLite, every commit survives a power cut', 'full', 1],
      ['SQLite, synchronous normal', 'normal', 1],
      ['SQLite, batches of 100', 'full', 100],
    ] as const) {
      const desk = await newDesk(folder, `${durability}-${batch}.db`, durability);
      const statements = bare(folder, `${durability}-${batch}-bare.db`, durability);
      let round = 0;
      const ours = async () => {
        round += 1;
        const all = urges(round);
        for (let n = 0; n < all.length; n += batch) {
          const results = await desk.batch(all.slice(n, n + batch));
          mustAgree(
            'all urges are carried out',
            results.every(({ ok }) => ok),
            true,
          );
        }
        return round;
      };
      const measured = await measureWall([
        { name: 'our durable commands', operations: commands, run: ours },
        { name: 'the bare statements', operations: commands, run: () => statements.run(batch) },
      ]);
      report(title, measured, [], 'wall');
      await desk.close();
      statements.close();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}
