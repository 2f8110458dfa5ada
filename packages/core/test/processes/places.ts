import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Desk, openDesk, type TicketStore } from '@hotline-kit/core';
import { postgresStore } from '@hotline-kit/core/storage-postgres';
import { sqliteStore } from '@hotline-kit/core/storage-sqlite';
import { afterAll, expect } from 'vitest';
import { at, noiseAtNight, pack, people } from '../sample-desk.js';
import { newSchema, skipped, testPool } from '../stores/postgres-server.js';
import type { Place } from './task.js';

/** The stores that several processes can share, each with why it is left out, and a desk of this process on each. */
export function places() {
  const folder = mkdtempSync(join(tmpdir(), 'hotline-kit-processes-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const pool = testPool(4);
  let count = 0;
  const shared: Readonly<Record<string, { readonly skipped: string | undefined; place(): Place }>> = {
    SQLite: {
      skipped: undefined,
      place() {
        count += 1;
        return { kind: 'sqlite', file: join(folder, `${count}.db`) };
      },
    },
    PostgreSQL: {
      skipped,
      place: () => ({ kind: 'postgres', url: process.env['HOTLINE_POSTGRES'] ?? '', schema: newSchema() }),
    },
  };
  const deskAt = (place: Place): Promise<Desk> => {
    const store: TicketStore =
      place.kind === 'sqlite' ? sqliteStore({ file: place.file }) : postgresStore({ pool, schema: place.schema });
    return openDesk({ pack, store, numberBlock: 1000 });
  };
  return { shared, deskAt };
}

/** Tickets that Riverside is handling since 09:10. */
export async function handledTickets(desk: Desk, ids: readonly string[]): Promise<void> {
  const { agent, dispatcher, clerk, handler } = people;
  const steps = (ticket: string) =>
    [
      { type: 'register', data: noiseAtNight, id: ticket, by: agent, at: at('09:00') },
      { type: 'dispatch', data: {}, id: `${ticket}-d`, ticket, by: dispatcher, at: at('09:03') },
      { type: 'sign', data: {}, id: `${ticket}-s`, ticket, by: clerk, at: at('09:05') },
      { type: 'accept', data: {}, id: `${ticket}-a`, ticket, by: handler, at: at('09:10') },
    ] as const;
  const results = await desk.batch(ids.flatMap(steps));
  expect(results.every(({ ok }) => ok)).toBe(true);
}
