import { setTimeout as sleep } from 'node:timers/promises';
import type { TicketEvent } from '@hotline-kit/core';
import { beforeAll, expect, test } from 'vitest';
import { at } from '../sample-desk.js';
import { handledTickets, places } from './places.js';
import { bundleWorker, packFolder, Worker } from './run-worker.js';

const kills = { quick: 4, ci: 100, full: 1_000 }[process.env['HOTLINE_PROOF'] ?? 'quick'] ?? 4;
const names = ['w', 'x', 'y', 'z'];
const { shared, deskAt } = places();
let bundle = '';
beforeAll(async () => {
  bundle = await bundleWorker();
});

for (const [name, { skipped, place: placeOf }] of Object.entries(shared)) {
  test.skipIf(skipped)(
    `${name}: ${kills} times kill -9 while commands, clocks and deliveries run: nothing is lost, nothing is applied twice ${skipped ?? ''}`,
    { timeout: 24 * 3_600_000 },
    async () => {
      const place = placeOf();
      const desk = await deskAt(place);
      const tickets = ['a', 'b', 'c', 'd', 'e', 'f'];
      await handledTickets(desk, tickets);
      const acknowledged = new Set<string>();
      const delivered: string[] = [];
      const next = new Map(names.map((each) => [each, 0]));
      const task = { place, pack: packFolder, tickets, due: { at: at('23:00'), every: 5 }, deliverEvery: 3 };
      const begin = (each: string, count: number) => {
        const from = next.get(each) ?? 0;
        return new Worker(bundle, { ...task, name: each, from, until: from + count });
      };
      const takeIn = (each: string, worker: Worker) => {
        for (const number of worker.done) {
          acknowledged.add(`${each}-${number}`);
          next.set(each, number + 1);
        }
        delivered.push(...worker.delivered);
      };

      let killed = 0;
      let seed = 1;
      while (killed < kills) {
        const workers = names.map((each) => [each, begin(each, 100_000)] as const);
        await Promise.all(
          workers.map(async ([each, worker], index) => {
            await worker.ready();
            // Some die in their first commit, some after a while: a fixed sequence, whatever the clock says.
            seed = (seed * 48_271 + index) % 2_147_483_647;
            await sleep(seed % 60);
            await worker.kill();
            killed += 1;
            takeIn(each, worker);
          }),
        );
      }
      // Whoever comes back repeats what was not acknowledged, under the same id.
      for (const each of names) {
        const worker = begin(each, 16);
        await worker.finished();
        takeIn(each, worker);
      }
      // What a dead worker had claimed is free once its lease is over.
      await desk.runDue(at('23:02'));
      const handler = ({ ticket, version }: TicketEvent) => void delivered.push(`${ticket}:${version}`);
      while ((await desk.deliver(handler, { at: Date.now() + 120_000 })) > 0);

      const written: string[] = [];
      const events: string[] = [];
      for (const id of tickets) {
        const log = await desk.history(id);
        expect(await desk.verify(id)).toMatchObject({ ok: true });
        written.push(...log.filter(({ type }) => type === 'progress.recorded').map(({ command }) => command));
        events.push(...log.map(({ ticket, version }) => `${ticket}:${version}`));
        const breached = log.flatMap((event) => (event.type === 'clock.breached' ? [event.data.clock] : []));
        expect(new Set(breached).size).toBe(breached.length);
        expect(breached.length).toBeGreaterThan(0);
      }
      expect(written.sort(), 'each acknowledged command once').toEqual([...acknowledged].sort());
      expect(acknowledged.size).toBeGreaterThan(kills / 4);
      expect(new Set(delivered), 'each event left at least once').toEqual(new Set(events));
      await desk.close();
    },
  );
}
