import type { ClockRecord } from './clock-record.js';

/** The clock of assists, in `clocks.json` and in rules; each assisting unit has one of its own behind it. */
export const ASSIST = 'assist';

/**
 * The id of a unit's clock of assisting.
 * @example
 * assistClock('power-company'); // 'assist@power-company'
 */
export function assistClock(unit: string): string {
  return `${ASSIST}@${unit}`;
}

/** The unit whose clock of assisting this is; undefined for every other clock. */
export function assistantOf(clock: string): string | undefined {
  return clock.startsWith(`${ASSIST}@`) ? clock.slice(ASSIST.length + 1) : undefined;
}

/** What a ticket knows of who assists. */
export interface Assisting {
  readonly assists: readonly string[];
  readonly finishedAssists: readonly string[];
}

/** The units that still assist. */
export function stillAssisting({ assists, finishedAssists }: Assisting): readonly string[] {
  return assists.filter((unit) => !finishedAssists.includes(unit));
}

/** The clocks of assisting that have not come to their end; a log of an earlier version had one for all units. */
export function openAssistClocks(clocks: Readonly<Record<string, ClockRecord>>): readonly ClockRecord[] {
  return Object.values(clocks).filter(
    ({ id, stoppedAt }) => stoppedAt === null && (id === ASSIST || assistantOf(id) !== undefined),
  );
}
