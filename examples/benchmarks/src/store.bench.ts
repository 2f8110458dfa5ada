import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sqliteStore } from '@hotline-kit/core/storage-sqlite';
import { DatabaseSync } from '@photostructure/sqlite';
import { measure, measureWall, mustAgree } from './measure.js';
import { report } from './report.js';
import { deskWithTickets, snapshotsOf, tagCommands, ticketCount } from './tag-commands.js';

/** Few enough where each waits for the disk; else so many that a desk runs as warm as it does all day. */
const commandsOf = (durability: 'full' | 'normal', batch: number) =>
  durability === 'full' && batch === 1 ? 600 : 3000;

/** The same rows into the same tables without any of our code: a database that a desk made, and its statements alone. */
async function bare(file: string, durability: 'full' | 'normal') {
  const database = new DatabaseSync(file);
  // The desk sets the connection up as it does its own: durability, page cache, checkpoints.
  const desk = await deskWithTickets(sqliteStore({ database, durability }));
  const recordOf = database.prepare('select record from ticket where id = ?');
  const snapshots = await snapshotsOf(desk, (id) => (recordOf.get(id) as { record: string }).record);
  const select = database.prepare('select record, head from ticket where id = ?');
  const done = database.prepare('select id from command where ticket = ? and id = ?');
  const update = database.prepare('update ticket set version = ?, head = ?, record = ? where id = ? and version = ?');
  const event = database.prepare(`insert into event (ticket, version, type, v, at, recorded_at, actor, command, machine,
    rules, calendar, state, data, prev_hash, hash) values (?, ?, 'ticket.tagged', 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const command = database.prepare('insert into command values (?, ?, ?, ?, ?)');
  const outbox = database.prepare('insert into outbox (ticket, version) values (?, ?)');
  const like = database.prepare("select * from event where ticket = 't0' order by version").get() as EventRow;
  const versions = Array.from({ length: ticketCount }, (_, n) => {
    const row = database.prepare('select version from ticket where id = ?').get(`t${n}`) as { version: number };
    return row.version;
  });
  const { actor, machine, rules, calendar, state, hash } = like;
  const data = JSON.stringify({ add: ['夜间施工'] });
  let round = 0;
  return {
    run(commands: number, batch: number, reads: boolean) {
      round += 1;
      for (let n = 0; n < commands; n += 1) {
        if (n % batch === 0) database.exec('begin immediate');
        const [id, by] = [`t${n % ticketCount}`, `bare-${round}-${n}`];
        if (reads) {
          select.get(id);
          done.get(id, by);
        }
        const version = (versions[n % ticketCount] ?? 0) + 1;
        const record = snapshots[n % ticketCount]?.[Math.floor(n / ticketCount) % 2] ?? '';
        update.run(version, hash, record, id, version - 1);
        event.run(id, version, like.at, like.at, actor, by, machine, rules, calendar, state, data, hash, hash);
        command.run(id, by, hash, version, version);
        outbox.run(id, version);
        versions[n % ticketCount] = version;
        if (n % batch === batch - 1) database.exec('commit');
      }
      return round;
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
      const commands = commandsOf(durability, batch);
      const file = join(folder, `${durability}-${batch}.db`);
      const desk = await deskWithTickets(sqliteStore({ file, durability }));
      const statements = await bare(`${file}.bare`, durability);
      let round = 0;
      const ours = async () => {
        round += 1;
        const all = tagCommands(round, commands);
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
        {
          name: 'the bare statements: reads, writes',
          operations: commands,
          run: () => statements.run(commands, batch, true),
        },
        { name: 'the bare writes alone', operations: commands, run: () => statements.run(commands, batch, false) },
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
