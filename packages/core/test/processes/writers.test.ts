import { beforeAll, describe, expect, test } from 'vitest';
import { at } from '../sample-desk.js';
import { handledTickets, places } from './places.js';
import { bundleWorker, packFolder, Worker } from './run-worker.js';

const proof = process.env['HOTLINE_PROOF'] ?? 'quick';
const writers = proof === 'quick' ? 4 : 16;
const each = { quick: 10, ci: 40, full: 1_000 }[proof] ?? 10;
/** For machines that are busy with other things. */
const limit = { timeout: 1_800_000 };
const { shared, deskAt } = places();
let bundle = '';
beforeAll(async () => {
  bundle = await bundleWorker();
});

for (const [name, { skipped, place: placeOf }] of Object.entries(shared)) {
  describe.skipIf(skipped)(`${name} ${skipped ?? ''}`, () => {
    test(
      `${writers} processes write ${each} commands each on three tickets: none is lost, none is written twice`,
      limit,
      async () => {
        const place = placeOf();
        const desk = await deskAt(place);
        const tickets = ['a', 'b', 'c'];
        await handledTickets(desk, tickets);
        const task = { place, pack: packFolder, tickets, from: 0, until: each };
        const workers = Array.from(
          { length: writers },
          (_, index) => new Worker(bundle, { ...task, name: `w${index}` }),
        );
        for (const worker of workers) await worker.finished();

        const expected = workers.flatMap((_, index) => Array.from({ length: each }, (_each, n) => `w${index}-${n}`));
        const written: string[] = [];
        for (const id of tickets) {
          const log = await desk.history(id);
          written.push(...log.filter(({ type }) => type === 'progress.recorded').map(({ command }) => command));
          expect((await desk.ticket(id))?.version).toBe(log.length);
          expect(await desk.verify(id)).toMatchObject({ ok: true });
        }
        expect(written.sort()).toEqual(expected.sort());
        await desk.close();
      },
    );

    test('three worker processes share what is due: each clock is fired once, and none is left', limit, async () => {
      const place = placeOf();
      const desk = await deskAt(place);
      const tickets = Array.from({ length: each * 3 }, (_, index) => `t${index}`);
      await handledTickets(desk, tickets);
      const due = { at: at('23:00'), every: 1 };
      const task = { place, pack: packFolder, tickets, from: 0, until: 0, due };
      const workers = ['x', 'y', 'z'].map((name) => new Worker(bundle, { ...task, name }));
      for (const worker of workers) await worker.finished();

      const moments: string[] = [];
      for (const id of tickets) {
        for (const event of await desk.history(id)) {
          if (event.type === 'clock.breached') moments.push(`${id} ${event.data.clock}`);
          if (event.type === 'clock.warned') moments.push(`${id} ${event.data.clock} ${event.data.warning}`);
        }
        expect(await desk.verify(id)).toMatchObject({ ok: true });
      }
      expect(new Set(moments).size).toBe(moments.length);
      expect(moments.length).toBeGreaterThanOrEqual(tickets.length);
      expect(workers.reduce((sum, { fired }) => sum + fired, 0)).toBe(moments.length);
      expect((await desk.runDue(due.at)).fired).toBe(0);
      await desk.close();
    });
  });
}
