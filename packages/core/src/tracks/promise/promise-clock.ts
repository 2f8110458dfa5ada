/**
 * The clock of a promise: that of the pack for the first one, and one of its own for each further promise that is open
 * beside it.
 * @example
 * promiseClock('promise', 2); // 'promise-2'
 */
export function promiseClock(clock: string, slot: number): string {
  return slot === 1 ? clock : `${clock}-${slot}`;
}

/** The pack's clock behind a clock of a ticket: `promise` of `promise-2`, `assist` of `assist@power-company`. */
export function packClockOf(clock: string): string {
  return clock.replace(/@.*$|-\d+$/u, '');
}
