import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type DeskCommand, openDesk } from '@hotline-kit/core';
import { sqliteStore } from '@hotline-kit/core/storage-sqlite';
import { loadCityPack } from '@hotline-kit/rules/node';
import { DatabaseSync } from '@photostructure/sqlite';
import { measure, measureWall, mustAgree } from './measure.js';
import { report } from './report.js';

const packFolder = fileURLToPath(new URL('../../../packages/rules/test/packs/sample-town', import.meta.url));
const at = '2026-03-02T09:00:00+08:00';
const dispatcher = { id: 'dispatcher-2', role: 'dispatcher' } as const;
const commands = 600;

/** A tag put on, taken off, put on again: one event each on a ticket that is there, the smallest durable command. */
function tags(round: number): DeskCommand[] {
  return Array.from({ length: commands }, (_, n) => ({
    id: `tag-${round}-${n}`,
    ticket: `t${n % 50}`,
    type: 'tag',
    data: Math.floor(n / 50) % 2 === 0 ? { add: ['夜间施工'] } : { remove: ['夜间施工'] },
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

/** The same rows into the same tables without any of our code: a database that a desk made, and its statements alone. */
async function bare(folder: string, name: string, durability: 'full' | 'normal') {
  await (await newDesk(folder, name, durability)).close();
  const database = new DatabaseSync(join(folder, name));
  database.prepare('pragma journal_mode = wal').get();
  database.exec(`pragma synchronous = ${durability}`);
  const select = database.prepare('select record, head from ticket where id = ?');
  const done = database.prepare('select id from command where ticket = ? and id = ?');
  const update = database.prepare('update ticket set version = ?, head = ?, record = ? where id = ? and version = ?');
  const event = database.prepare(`insert into event (ticket, version, type, v, at, recorded_at, actor, command, machine,
    rules, calendar, state, data, prev_hash, hash) values (?, ?, 'ticket.tagged', 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const command = database.prepare('insert into command values (?, ?, ?, ?, ?)');
  const outbox = database.prepare('insert into outbox (ticket, version) values (?, ?)');
  const like = database.prepare("select * from event where ticket = 't0' order by version").get() as EventRow;
  const versions = Array.from({ length: 50 }, (_, n) => {
    const row = database.prepare('select version from ticket where id = ?').get(`t${n}`) as { version: number };
    return row.version;
  });
  const { actor, machine, rules, calendar, state, hash } = like;
  const data = JSON.stringify({ add: ['夜间施工'] });
  let round = 0;
  return {
    run(batch: number) {
      round += 1;
      for (let n = 0; n < commands; n += 1) {
        if (n % batch === 0) database.exec('begin immediate');
        const [id, by] = [`t${n % 50}`, `tag-${round}-${n}`];
        const { record, head } = select.get(id) as { record: string; head: Uint8Array };
        done.get(id, by);
        const version = (versions[n % 50] ?? 0) + 1;
        update.run(version, head, record, id, version - 1);
        event.run(id, version, like.at, like.at, actor, by, machine, rules, calendar, state, data, head, hash);
        command.run(id, by, hash, version, version);
        outbox.run(id, version);
        versions[n % 50] = version;
        if (n % batch === batch - 1) database.exec('commit');
      }
      return round * commands;
    },
    close: () => database.close(),
  };
}

/** What the event of the benchmark copies from the first event of a ticket. */
interface EventRow {
  readonly at: number;
  readonly actor: string;
  readonly machine: string;
  readonly rules: string;
  readonly calendar: string;
  readonly state: string;
  readonly hash: Uint8Array;
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
      const statements = await bare(folder, `${durability}-${batch}-bare.db`, durability);
      let round = 0;
      const ours = async () => {
        round += 1;
        const all = tags(round);
        for (let n = 0; n < all.length; n += batch) {
          const results = await desk.batch(all.slice(n, n + batch));
          mustAgree(
            'all commands are carried out',
            results.every(({ ok }) => ok),
            true,
          );
        }
        return round;
      };
      const contestants = [
        { name: 'our durable commands', operations: commands, run: ours },
        { name: 'the bare statements', operations: commands, run: () => statements.run(batch) },
      ];
      // A power-cut-proof commit waits for the disk; all others wait for the processor, which a busy machine shares out.
      const clock = durability === 'full' && batch === 1 ? 'wall' : 'CPU';
      const measured = await (clock === 'wall' ? measureWall : measure)(contestants);
      const [own = Number.NaN, alone = Number.NaN] = measured.map(({ microseconds }) => microseconds);
      const what = 'commands a second, by those of the bare statements';
      report(title, measured, [], clock, [{ what, measured: alone / own, unit: '×', goal: 0.5, atLeast: true }]);
      await desk.close();
      statements.close();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}
