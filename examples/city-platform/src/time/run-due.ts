import type { Desk } from '@hotline-kit/core';

/**
 * Fires what is due on the way from one instant to another, each at its own moment, as a worker on duty would have:
 * moving a whole day ahead leaves the same log as living through it. Both in epoch milliseconds.
 * @returns how many warnings and breaches were fired
 * @throws what kept a ticket's clocks from being fired
 */
export async function runDueUntil(desk: Desk, from: number, to: number): Promise<number> {
  let fired = 0;
  let at = from;
  for (;;) {
    const run = await desk.runDue(at);
    if (run.failed.length > 0) throw run.failed[0]?.error;
    fired += run.fired;
    if (at >= to) return fired;
    const next = run.nextDueAt?.getTime() ?? to;
    at = next > at && next < to ? next : to;
  }
}
