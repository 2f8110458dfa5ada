import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Desk, DeskCommand } from '@hotline-kit/core';
import { type SqliteDriver, sqliteStore } from '@hotline-kit/core/storage-sqlite';
import { DatabaseSync } from '@photostructure/sqlite';
import { commandsOfBlock } from './life-commands.js';
import { type Measured, measure, mustAgree } from './measure.js';
import { tell } from './own-process.js';
import { recording, replaying, type StatementRun } from './recorded-statements.js';
import { deskWithTickets } from './tag-commands.js';
import { type CommandsOf, type SqliteSetting, settings, workloads } from './workloads.js';

/** Our desk, and beside it the bare statements. */
export interface DurableFigures {
  readonly measured: readonly Measured[];
  /** A command, on average. */
  readonly statements: number;
}

const commands = 3 * commandsOfBlock;
/** A desk runs all day: so many commands until the compiler has seen enough of it. */
const warmUp = 20 * commandsOfBlock;

const [setting, workload] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'hotline-kit-bench-'));
try {
  tell(
    await measured(
      settings[setting as number] as SqliteSetting,
      workloads[workload as number]?.commandsOf as CommandsOf,
    ),
  );
} finally {
  rmSync(folder, { recursive: true });
}

/**
 * Our desk, and the statements that a desk runs for the same commands, run again without any of our code. By the wall's
 * clock: the disk is part of what a durable command takes.
 */
async function measured({ durability, batch }: SqliteSetting, commandsOf: CommandsOf): Promise<DurableFigures> {
  const open = (name: string) => new DatabaseSync(join(folder, `${name}.db`)) as unknown as SqliteDriver;
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
  const next = async (count: number) => {
    all = commandsOf(round, count);
    round += 1;
    await give(recordedDesk, all, batch);
    statements = log.take();
  };
  const replay = replaying(bare);
  await next(warmUp);
  await give(desk, all, batch);
  replay(statements);
  const figures = await measure(
    [
      {
        name: 'our durable commands',
        operations: commands,
        before: () => next(commands),
        run: () => give(desk, all, batch),
      },
      { name: 'the bare statements: reads, writes', operations: commands, run: () => replay(statements) },
    ],
    { clock: 'wall', rounds: 15, collects: 'young' },
  );
  const databases = [ours, recorded, bare];
  const [first, ...others] = databases.map(contentOf);
  for (const other of others) mustAgree('the rows of both databases', other, first);
  for (const database of databases) database.close();
  return { measured: figures, statements: statements.length / commands };
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
