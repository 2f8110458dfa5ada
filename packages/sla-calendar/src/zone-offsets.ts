import type { DayNumber } from './civil-date.js';
import { UnknownZoneError } from './errors.js';
import { millisecondsInDay, millisecondsInSecond } from './milliseconds.js';

/** Which instant a wall time that occurs twice means: the first or the second passage of the clock. */
export type Ambiguous = 'first' | 'second';

/** The offsets of one IANA zone. */
export interface ZoneOffsets {
  /** Local time minus UTC at an instant, in milliseconds. */
  readonly offsetAt: (at: number) => number;
  /**
   * The instant of a wall time, given as if it were UTC. A wall time that the clock skips is read with the offset before
   * the gap, so it moves forward by the gap's length; one that occurs twice means the first, unless asked otherwise.
   */
  readonly instantOf: (wall: number, ambiguous?: Ambiguous) => number;
  /** The date that the calendar on the wall shows. */
  readonly dayOf: (at: number) => DayNumber;
  /** Milliseconds of the wall clock since midnight. */
  readonly wallClock: (at: number) => number;
  /** The instant at which the wall shows a time of a day, in milliseconds since its midnight. */
  readonly atClock: (day: DayNumber, sinceMidnight: number) => number;
}

/** Offsets of one stretch of time: `offsets[i]` holds before `changes[i]`, the last one to the end. Milliseconds. */
interface Stretch {
  readonly changes: number[];
  readonly offsets: number[];
}

/** No zone has changed its offset and changed it back within ten days. */
const sampleStep = 10 * millisecondsInDay;
const stretchWidth = 40 * sampleStep;
/** Instants before 1697 or after 2242 are asked of Intl one by one. */
const farthest = 249 * stretchWidth;

const known = new Map<string, ZoneOffsets>();

/**
 * The offsets of a zone, shared by all that ask for it. Intl is asked about 40 times for a stretch of 13 months and then
 * never again, since one question to Intl costs as much as several hundred look-ups.
 *
 * @throws UnknownZoneError
 */
export function zoneOffsets(zone: string): ZoneOffsets {
  const offsets = known.get(zone) ?? readZone(zone);
  known.set(zone, offsets);
  return offsets;
}

function readZone(zone: string): ZoneOffsets {
  const format = formatOf(zone);
  const stretches: Stretch[] = [];

  function ask(at: number): number {
    const second = Math.floor(at / millisecondsInSecond) * millisecondsInSecond;
    const [month = 0, day, year = 0, ...time] = (format.format(second).match(/\d+/g) ?? []).map(Number);
    return Date.UTC(year, month - 1, day, ...time) - second;
  }

  function scan(from: number): Stretch {
    const found: Stretch = { changes: [], offsets: [ask(from)] };
    for (let step = 0, offset = found.offsets[0]; step < stretchWidth; step += sampleStep) {
      let low = from + step;
      let high = low + sampleStep;
      const next = ask(high);
      if (next === offset) continue;
      // The second at which the offset changes.
      while (high - low > millisecondsInSecond) {
        const middle = Math.floor((low + high) / 2 / millisecondsInSecond) * millisecondsInSecond;
        if (ask(middle) === offset) low = middle;
        else high = middle;
      }
      found.changes.push(high);
      found.offsets.push(next);
      offset = next;
    }
    return found;
  }

  function offsetAt(at: number): number {
    if (!(Math.abs(at) < farthest)) return ask(at);
    const index = Math.floor((at + farthest) / stretchWidth);
    let stretch = stretches[index];
    if (stretch === undefined) {
      stretch = scan(index * stretchWidth - farthest);
      stretches[index] = stretch;
    }
    const { changes, offsets } = stretch;
    let i = changes.length;
    while (at < (changes[i - 1] as number)) i--;
    return offsets[i] as number;
  }

  function instantOf(wall: number, ambiguous: Ambiguous = 'first'): number {
    const before = offsetAt(wall - millisecondsInDay);
    const after = offsetAt(wall + millisecondsInDay);
    const [early, late] = [wall - before, wall - after];
    const meansLate = ambiguous === 'second' || offsetAt(early) !== before;
    return meansLate && offsetAt(late) === after ? late : early;
  }

  function dayOf(at: number): DayNumber {
    return Math.floor((at + offsetAt(at)) / millisecondsInDay);
  }

  return {
    offsetAt,
    instantOf,
    dayOf,
    wallClock: (at) => at + offsetAt(at) - dayOf(at) * millisecondsInDay,
    atClock: (day, sinceMidnight) => instantOf(day * millisecondsInDay + sinceMidnight),
  };
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const shown = { year: 'numeric', month: 'numeric', day: 'numeric' } as const;
  const time = { hour: 'numeric', minute: 'numeric', second: 'numeric', hourCycle: 'h23' } as const;
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone, ...shown, ...time });
  } catch {
    throw new UnknownZoneError(timeZone);
  }
}
