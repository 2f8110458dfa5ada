import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { evolve, type TicketRecord } from '@hotline-kit/core';
import { type SqliteDriver, sqliteStore } from '@hotline-kit/core/storage-sqlite';
import { DatabaseSync } from '@photostructure/sqlite';
import { commandsOfBlock, lifeCommands } from './life-commands.js';
import { measure, mustAgree } from './measure.js';
import { report } from './report.js';
import { deskWithTickets } from './tag-commands.js';

/** Tickets of whole lives read back from SQLite: their snapshots, and their logs folded anew. */
export async function benchLoads(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'hotline-kit-bench-'));
  const database = new DatabaseSync(join(folder, 'lives.db')) as unknown as SqliteDriver;
  try {
    const store = sqliteStore({ database });
    const desk = await deskWithTickets(store);
    const commands = lifeCommands(0, 4 * commandsOfBlock);
    for (const result of await desk.batch(commands)) if (!result.ok) throw new Error(result.refusal.text.en);
    const tickets = [...new Set(commands.map(({ ticket }) => ticket as string))];
    const rows = {
      record: 'select head, record from ticket where id = ?',
      events: 'select * from event where ticket = ?',
    };
    const [record, events] = [database.prepare(rows.record), database.prepare(rows.events)];

    const loads = await measure([
      { name: 'our load of a ticket', operations: 10 * tickets.length, run: () => tenTimes((id) => store.load(id)) },
      {
        name: 'the bare row, its JSON parsed',
        operations: 10 * tickets.length,
        run: () => tenTimes((id) => JSON.parse((record.get(id) as { record: string }).record)),
      },
    ]);
    report('A ticket read from SQLite', loads);

    const logs = await Promise.all(tickets.map((id) => store.events(id)));
    const folded = logs.map((log) => log.reduce<TicketRecord | undefined>(evolve, undefined));
    const stored = await Promise.all(tickets.map(async (id) => (await store.load(id)).stored?.record));
    mustAgree('the tickets as stored, and as their logs tell them', stored, folded);
    const count = logs.reduce((all, { length }) => all + length, 0);
    const replays = await measure([
      {
        name: 'our replay from the rows of its log',
        operations: 10 * count,
        run: () => tenTimes(async (id) => (await store.events(id)).reduce<TicketRecord | undefined>(evolve, undefined)),
      },
      { name: 'the bare rows', operations: 10 * count, run: () => tenTimes((id) => events.all(id)) },
    ]);
    report('Replay from SQLite, one event', replays, [`${count} events of ${tickets.length} tickets; both end alike`]);
    await desk.close();

    async function tenTimes(read: (ticket: string) => unknown): Promise<unknown> {
      let last: unknown;
      for (let n = 0; n < 10; n += 1) for (const id of tickets) last = await read(id);
      return last;
    }
  } finally {
    database.close();
    rmSync(folder, { recursive: true });
  }
}
