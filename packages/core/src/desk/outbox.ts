import type { TicketStore } from '../storage/store.js';
import type { TicketEvent } from '../ticket/event.js';
import type { LawInForce } from './law-in-force.js';

/** Receives what leaves the desk. */
export type EventHandler = (event: TicketEvent) => void | Promise<void>;

/** How much is delivered, and how long a worker may take over a portion before another takes it, in milliseconds. */
export interface Delivery {
  readonly limit: number;
  readonly now: () => number;
  readonly lease: number;
}

/** Events under one lease: few enough that a slow handler is through with them before it ends. */
const portion = 100;

/** Hands what waits in the outbox to the host, portion by portion; how many events that were. */
export async function deliverOutbox(
  store: TicketStore,
  law: LawInForce,
  handler: EventHandler,
  { limit, now, lease }: Delivery,
): Promise<number> {
  let count = 0;
  while (count < limit) {
    const at = now();
    const events = await store.claimOutbox(at, Math.min(portion, limit - count), at + lease);
    if (events.length === 0) break;
    await deliver(events, store, law, handler);
    count += events.length;
  }
  return count;
}

async function deliver(
  events: readonly TicketEvent[],
  store: TicketStore,
  law: LawInForce,
  handler: EventHandler,
): Promise<void> {
  let delivered = 0;
  try {
    for (const event of events) {
      // The other half of a merge or a split comes first: it may be that the process died between the two.
      await law.executor.link(event);
      if (law.leaves(event)) await handler(event);
      delivered += 1;
    }
  } finally {
    await store.settle(events.slice(0, delivered));
    if (delivered < events.length) await store.release(events.slice(delivered));
  }
}
