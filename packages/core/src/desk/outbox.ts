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

/** A receiver that fails so often in one call is taken for one that is down. */
const patience = 10;

/**
 * Hands what waits in the outbox to the host, portion by portion; how many events that were. A ticket whose event the
 * handler throws on holds up no other: its events are kept back until the rest is through, and then free again.
 * @throws what the handler threw first
 */
export async function deliverOutbox(
  store: TicketStore,
  law: LawInForce,
  handler: EventHandler,
  { limit, now, lease }: Delivery,
): Promise<number> {
  const faults: unknown[] = [];
  const keptBack: TicketEvent[] = [];
  let count = 0;
  try {
    while (count < limit && faults.length < patience) {
      const at = now();
      const events = await store.claimOutbox(at, Math.min(portion, limit - count), at + lease);
      if (events.length === 0) break;
      count += await deliver(events, { store, law, handler, faults, keptBack });
    }
  } finally {
    if (keptBack.length > 0) await store.release(keptBack);
  }
  if (faults.length > 0) throw faults[0];
  return count;
}

/** What the portions of one call have in common. */
interface Round {
  readonly store: TicketStore;
  readonly law: LawInForce;
  readonly handler: EventHandler;
  /** What the handler threw so far. */
  readonly faults: unknown[];
  /** Events that stay leased until the call ends. */
  readonly keptBack: TicketEvent[];
}

async function deliver(
  events: readonly TicketEvent[],
  { store, law, handler, faults, keptBack }: Round,
): Promise<number> {
  const delivered: TicketEvent[] = [];
  const stuck = new Set<string>();
  for (const event of events) {
    if (faults.length === patience || stuck.has(event.ticket)) {
      keptBack.push(event);
      continue;
    }
    try {
      // The other half of a merge or a split comes first: it may be that the process died between the two.
      await law.executor.link(event);
      if (law.leaves(event)) await handler(event);
      delivered.push(event);
    } catch (fault) {
      faults.push(fault);
      stuck.add(event.ticket);
      keptBack.push(event);
    }
  }
  await store.settle(delivered);
  return delivered.length;
}
