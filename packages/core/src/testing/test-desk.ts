import type { CityPack } from '@hotline-kit/rules';
import { type Desk, openDesk } from '../desk/desk.js';
import type { DeskOptions } from '../desk/desk-options.js';
import { memoryStore } from '../storage/memory.js';

/**
 * A desk in memory whose log is the same on every run: ids are counted, and the wall clock behind `recordedAt` stands
 * still. Time goes on by the `at` of each command; nothing sleeps.
 * @example
 * const desk = await openTestDesk(pack);
 * await desk.register(call, { by: agent, at: '2026-03-02T09:00:00+08:00' });
 * await desk.runDue('2026-03-30T09:00:00+08:00'); // four weeks later
 */
export async function openTestDesk(pack: CityPack, options: Partial<DeskOptions> = {}): Promise<Desk> {
  let ids = 0;
  const newId = () => {
    ids += 1;
    return `id-${ids}`;
  };
  const now = () => new Date('2026-03-02T00:00:00Z');
  return openDesk({ pack, store: memoryStore(), newId, now, ...options });
}
