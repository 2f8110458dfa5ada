import { writeSync } from 'node:fs';
import { HotlineError, openDesk, type TicketStore } from '@hotline-kit/core';
import { postgresStore } from '@hotline-kit/core/storage-postgres';
import { sqliteStore } from '@hotline-kit/core/storage-sqlite';
import { loadCityPack } from '@hotline-kit/rules/node';
import pg from 'pg';
import type { Place, Said, Task } from './task.js';

const task = JSON.parse(process.argv[2] ?? '') as Task;
/** Written at once, so that a kill cannot take back what was said. */
const say = (said: Said) => writeSync(1, `${JSON.stringify(said)}\n`);

const pools: pg.Pool[] = [];
function storeOf(place: Place): TicketStore {
  if (place.kind === 'sqlite') return sqliteStore({ file: place.file });
  const pool = new pg.Pool({ connectionString: place.url, max: 2 });
  pools.push(pool);
  return postgresStore({ pool, schema: place.schema });
}

const desk = await openDesk({ pack: await loadCityPack(task.pack), store: storeOf(task.place) });
const handler = { id: `handler-${task.name}`, role: 'handler', unit: 'riverside' } as const;

/** Whoever meets others at the same ticket again and again tries again. */
async function command(number: number): Promise<void> {
  const ticket = task.tickets[number % task.tickets.length] ?? '';
  const given = { id: `${task.name}-${number}`, by: handler, at: '2026-03-02T09:11:00+08:00' };
  for (;;) {
    try {
      const result = await desk.execute({ ...given, ticket, type: 'recordProgress', data: { text: `${number}` } });
      if (!result.ok) throw new Error(`refused: ${result.refusal.code}`);
      return;
    } catch (error) {
      if (!(error instanceof HotlineError) || error.code !== 'storeConflict') throw error;
    }
  }
}

say({ ready: true });
for (let number = task.from; number < task.until; number += 1) {
  await command(number);
  say({ done: number });
  if (task.due !== undefined && number % task.due.every === 0) {
    say({ fired: (await desk.runDue(task.due.at)).fired });
  }
  if (task.deliverEvery !== undefined && number % task.deliverEvery === 0) {
    // Said inside the handler, before the event is settled: afterwards a kill could take it back.
    await desk.deliver((event) => void say({ delivered: [`${event.ticket}:${event.version}`] }), { limit: 50 });
  }
}
if (task.until === 0 && task.due !== undefined) say({ fired: (await desk.runDue(task.due.at)).fired });
await desk.close();
for (const pool of pools) await pool.end();
