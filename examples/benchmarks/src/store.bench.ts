import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Desk, DeskCommand } from '@hotline-kit/core';
import { type SqliteDriver, sqliteStore } from '@hotline-kit/core/storage-sqlite';
import { DatabaseSync } from '@photostructure/sqlite';
import { commandsOfBlock } from './life-commands.js';
import { measure, mustAgree, timesAsLong } from './measure.js';
import { recording, replaying, type StatementRun } from './recorded-statements.js';
import { report } from './report.js';
import { deskWithTickets } from './tag-commands.js';
import { type CommandsOf, workloads } from './workloads.js';

const commands = 3 * commandsOfBlock;
/** A desk runs all day: so many commands until the compiler has seen enough of it. */
const warmUp = 20 * commandsOfBlock;

const settings = [
  { title: 'SQLite, every commit survives a power cut', durability: 'full', batch: 1 },
  { title: 'SQLite, synchronous normal', durability: 'normal', batch: 1 },
  { title: 'SQLite, batches of 100', durability: 'full', batch: 100 },
] as const;

type Setting = (typeof settings)[number];

export async function benchStore(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'hotline-kit-bench-'));
  try {
    for (const setting of settings) {
      for (const [n, { what, commandsOf }] of workloads.entries()) {
        const nameOf = (name: string) => join(folder, `${setting.durability}-${setting.batch}-${n}-${name}.db`);
        await benchCommands(`${setting.title}; ${what}`, setting, commandsOf, nameOf);
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * Our desk, and the statements that a desk runs for the same commands, run again without any of our code. By the wall's
 * clock: the disk is part of what a durable command takes.
 */
async function benchCommands(
  title: string,
  { durability, batch }: Setting,
  commandsOf: CommandsOf,
  nameOf: (name: string) => string,
): Promise<void> {
  const warm = await deskWithTickets(sqliteStore({ file: ':memory:' }));
  await give(warm, commandsOf(0, warmUp), batch);
  await warm.close();

  const open = (name: string) => new DatabaseSync(nameOf(name)) as unknown as SqliteDriver;
  const deskOf = (database: SqliteDriver) => deskWithTickets(sqliteStore({ database, durability }));
  const [ours, recorded, bare] = [open('ours'), open('recorded'), open('bare')];
  const log = recording(recorded);
  const desk = await deskOf(ours);
  const recordedDesk = await deskOf(log.driver);
  await deskOf(bare);
  // Nobody waits for the one that is only listened to.
  recorded.exec('pragma synchronous = off');
  log.take();

  let round = 0;
  let all: readonly DeskCommand[] = [];
  let statements: readonly StatementRun[] = [];
  const next = async () => {
    round += 1;
    all = commandsOf(round, commands);
    await give(recordedDesk, all, batch);
    statements = log.take();
  };
  const replay = replaying(bare);
  const measured = await measure(
    [
      { name: 'our durable commands', operations: commands, before: next, run: () => give(desk, all, batch) },
      { name: 'the bare statements: reads, writes', operations: commands, run: () => replay(statements) },
    ],
    { clock: 'wall', rounds: 9, collects: false },
  );
  const databases = [ours, recorded, bare];
  const [first, ...others] = databases.map(contentOf);
  for (const other of others) mustAgree('the rows of both databases', other, first);
  for (const database of databases) database.close();

  const [own, floor] = measured;
  const what = 'commands a second, by those of the bare statements';
  const rows = `${(statements.length / commands).toFixed(1)} statements a command; all databases end with the same rows`;
  report(title, measured, [rows], 'wall', [
    { what, measured: timesAsLong(floor, own), unit: '×', goal: 0.5, atLeast: true },
  ]);
}

async function give(desk: Desk, all: readonly DeskCommand[], batch: number): Promise<void> {
  for (let n = 0; n < all.length; n += batch) {
    for (const result of await desk.batch(all.slice(n, n + batch))) {
      if (!result.ok) throw new Error(result.refusal.text.en);
    }
  }
}

/** What a database says of every ticket, and how much stands in the other tables. */
function contentOf(database: SqliteDriver): unknown {
  const tickets = database.prepare('select id, version, hex(head) as head, record, tags from ticket order by id').all();
  const counts = ['event', 'command', 'deadline', 'outbox'].map((table) =>
    database.prepare(`select count(*) as rows from ${table}`).get(),
  );
  return { tickets, counts };
}
