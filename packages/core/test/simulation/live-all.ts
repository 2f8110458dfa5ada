import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { bundleProgram } from '../bundle-program.js';
import type { Lived, Share } from './thread.js';

/** Lives the histories of the seeds from 1 on, on every core. */
export async function liveAll(histories: number): Promise<Lived> {
  const program = await bundleProgram(fileURLToPath(new URL('./thread.ts', import.meta.url)));
  const threads = availableParallelism();
  const lived = await Promise.all(
    Array.from({ length: threads }, async (_, index): Promise<Lived> => {
      const share: Share = { from: 1 + index, until: 1 + histories, step: threads };
      const [message] = await once(new Worker(program, { workerData: share }), 'message');
      return message;
    }),
  );
  return {
    histories: lived.reduce((sum, each) => sum + each.histories, 0),
    events: lived.reduce((sum, each) => sum + each.events, 0),
    faults: lived.reduce((sum, each) => sum + each.faults, 0),
    failing: lived.find(({ failing }) => failing !== undefined)?.failing,
  };
}
