import type { Engine } from './engine.js';
import type { Term } from './term.js';

/** The time that a clock counts in: wall time for `elapsed`, else the working time of its calendar. Milliseconds. */
export type OwnTime = Pick<Engine, 'advance' | 'between'>;

/** A stretch during which a clock stood still, in epoch milliseconds. */
export interface Pause {
  readonly from: number;
  readonly to: number;
}

const wallTime: OwnTime = { advance: (from, delta) => from + delta, between: (a, b) => b - a };

export function ownTimeOf(term: Term, engine: Engine): OwnTime {
  return term.kind === 'elapsed' ? wallTime : engine;
}

/** What the pauses took of the clock's own time. */
export function pausedTime(pauses: readonly Pause[], time: OwnTime): number {
  return pauses.reduce((sum, { from, to }) => sum + time.between(from, to), 0);
}

/**
 * The instant at which a clock has run for `amount` since `from`, where it stood still during the pauses, which are
 * sorted and lie inside; a negative amount goes back.
 */
export function runningFor(from: number, amount: number, pauses: readonly Pause[], time: OwnTime): number {
  const back = amount < 0;
  let [at, left] = [from, amount];
  for (const pause of back ? [...pauses].reverse() : pauses) {
    const [enter, leave] = back ? [pause.to, pause.from] : [pause.from, pause.to];
    const before = time.between(at, enter);
    // What falls on the beginning of a pause happened then, seen from either side.
    if (back ? left > before : left <= before) break;
    left -= before;
    at = leave;
  }
  return time.advance(at, left);
}
