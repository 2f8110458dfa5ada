import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Desk, DeskCommand } from '@hotline-kit/core';
import { type SqliteDriver, sqliteStore } from '@hotline-kit/core/storage-sqlite';
import { DatabaseSync } from '@photostructure/sqlite';
import { commandsOfBlock, lifeCommands } from './life-commands.js';
import { measure, mustAgree } from './measure.js';
import { recording, replaying } from './recorded-statements.js';
import { report } from './report.js';
import { deskWithTickets, tagCommands } from './tag-commands.js';

const commands = 3 * commandsOfBlock;
/** A desk runs all day: so many rounds until the compiler has seen enough of it. */
const warmUp = 4;

const settings = [
  { title: 'SQLite, every commit survives a power cut', durability: 'full', batch: 1 },
  { title: 'SQLite, synchronous normal', durability: 'normal', batch: 1 },
  { title: 'SQLite, batches of 100', durability: 'full', batch: 100 },
] as const;

const workloads = [
  { what: 'the smallest command: a tag', commandsOf: tagCommands },
  { what: 'whole lives, from the call to the end', commandsOf: lifeCommands },
];

type Setting = (typeof settings)[number];
type CommandsOf = (round: number, count: number) => readonly DeskCommand[];

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

/** Our desk, and the statements that a desk runs for the same commands, run again without any of our code. */
async function benchCommands(
  title: string,
  { durability, batch }: Setting,
  commandsOf: CommandsOf,
  nameOf: (name: string) => string,
): Promise<void> {
  const open = async (name: string, wrap: (database: SqliteDriver) => SqliteDriver = (database) => database) => {
    const database = new DatabaseSync(nameOf(name)) as unknown as SqliteDriver;
    const desk = await deskWithTickets(sqliteStore({ database: wrap(database), durability }));
    return { database, desk };
  };
  const ours = await open('ours');
  let log: ReturnType<typeof recording> | undefined;
  const recorded = await open('recorded', (database) => {
    log = recording(database);
    return log.driver;
  });
  log?.take();

  const bare = async (name: string) => {
    const { database } = await open(name);
    const replay = replaying(database);
    return { database, run: () => replay(statements) };
  };
  const both = await bare('bare');
  const plain = await bare('plain');
  // As SQLite comes: its own page cache and checkpoints, and what is deleted is not overwritten.
  plain.database.exec('pragma cache_size = -2000; pragma wal_autocheckpoint = 1000; pragma secure_delete = off');

  let round = 0;
  let all: readonly DeskCommand[] = [];
  let statements: ReturnType<ReturnType<typeof recording>['take']> = [];
  const next = async () => {
    round += 1;
    all = commandsOf(round, commands);
    await give(recorded.desk, all, batch);
    statements = log?.take() ?? [];
  };
  const clock = durability === 'full' && batch === 1 ? 'wall' : 'CPU';
  const measured = await measure(
    [
      { name: 'our durable commands', operations: commands, before: next, run: () => give(ours.desk, all, batch) },
      { name: 'the bare statements: reads, writes', operations: commands, run: both.run },
      { name: 'the same with SQLite’s own settings', operations: commands, run: plain.run },
    ],
    { clock, warmUp },
  );
  const databases = [ours, recorded, both, plain].map(({ database }) => database);
  const [first, ...others] = databases.map(contentOf);
  for (const other of others) mustAgree('the rows of both databases', other, first);
  for (const database of databases) database.close();

  const [own = Number.NaN, alone = Number.NaN] = measured.map(({ microseconds }) => microseconds);
  const what = 'commands a second, by those of the bare statements';
  const rows = `${(statements.length / commands).toFixed(1)} statements a command; all databases end with the same rows`;
  report(title, measured, [rows], clock, [{ what, measured: alone / own, unit: '×', goal: 0.5, atLeast: true }]);
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
