import type { PromiseFields, PromiseRecord } from './declaration.js';

/** The promises that are not yet fulfilled, the first made first. */
export function openPromises({ promises }: PromiseFields): readonly PromiseRecord[] {
  return promises.filter(({ fulfilledAt }) => fulfilledAt === null);
}

/** The lowest number that no open promise has: the first promise is 1, a second beside it 2. */
export function freeSlot(ticket: PromiseFields): number {
  const taken = new Set(openPromises(ticket).map(({ slot }) => slot));
  let slot = 1;
  while (taken.has(slot)) slot += 1;
  return slot;
}
