import type { TicketStore } from '../storage/store.js';
import type { IsoInstant } from '../ticket/instant.js';
import type { Executor } from './executor.js';

/** What came of a run over the due clocks. */
export interface DueRun {
  /** Warnings and breaches fired. */
  readonly fired: number;
  /**
   * When to run again at the latest, always after this run; undefined where no clock runs. What is due and leased, to
   * another worker or after a failure, is looked at again in a second.
   */
  readonly nextDueAt: Date | undefined;
  /** Tickets whose clocks could not be fired; they are tried again once their lease is over. */
  readonly failed: readonly { readonly ticket: string; readonly error: unknown }[];
}

/** How soon to look again after what is due and leased, in milliseconds: an alarm set to the past would ring at once. */
const soon = 1000;

/** Tickets fired in one transaction. */
const dueBatch = 100;

/** Claims and fires what is due until nothing is left. */
export async function runDueClocks(
  store: TicketStore,
  executor: Executor,
  at: IsoInstant,
  leaseMilliseconds: number,
): Promise<DueRun> {
  const now = Date.parse(at);
  const failed: { ticket: string; error: unknown }[] = [];
  let fired = 0;
  for (;;) {
    const due = await store.claimDue(now, dueBatch, now + leaseMilliseconds);
    if (due.length === 0) break;
    try {
      fired += await executor.fire(due, at);
    } catch {
      // One ticket must not hold up the others: each by itself, and those that still fail are reported.
      for (const ticket of due) {
        try {
          fired += await executor.fire([ticket], at);
        } catch (error) {
          failed.push({ ticket, error });
        }
      }
    }
  }
  const next = await store.nextDueAt();
  const again = next === undefined ? undefined : new Date(next > now ? next : now + soon);
  return { fired, nextDueAt: again, failed };
}
