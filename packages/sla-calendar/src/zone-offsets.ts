import { millisecondsInDay, millisecondsInSecond } from 'date-fns/constants';
import { UnknownZoneError } from './errors.js';

/** Which instant a wall time that occurs twice means: the first or the second passage of the clock. */
export type Ambiguous = 'first' | 'second';

/** Offsets of one stretch of time: `offsets[i]` holds before `changes[i]`, the last one to the end. Milliseconds. */
interface Stretch {
  readonly changes: readonly number[];
  readonly offsets: readonly number[];
}

/** Width of a stretch, about 13 months: a power of two, so that finding the stretch of an instant is exact. */
const stretchWidth = 2 ** 35;
/** Stretches of 1900 to 2200 are kept; instants beyond are asked of Intl one by one. */
const firstStretch = Math.floor(Date.UTC(1900, 0, 1) / stretchWidth);
const lastStretch = Math.floor(Date.UTC(2200, 0, 1) / stretchWidth);
/** No zone has changed its offset and changed it back within ten days. */
const sampleStep = 10 * millisecondsInDay;

/**
 * The offsets of one IANA zone. Intl is asked about 40 times for a stretch of 13 months and then never again,
 * since one question to Intl costs as much as several hundred look-ups.
 */
export class ZoneOffsets {
  readonly zone: string;
  readonly #format: Intl.DateTimeFormat;
  readonly #stretches: (Stretch | undefined)[] = new Array(lastStretch - firstStretch + 1).fill(undefined);

  constructor(zone: string) {
    this.zone = zone;
    try {
      this.#format = new Intl.DateTimeFormat('en-US', {
        timeZone: zone,
        hourCycle: 'h23',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
        second: 'numeric',
      });
    } catch {
      throw new UnknownZoneError(zone);
    }
  }

  /** Local time minus UTC at an instant, in milliseconds. */
  offsetAt(at: number): number {
    const index = Math.floor(at / stretchWidth) - firstStretch;
    if (index < 0 || index > lastStretch - firstStretch) return this.#ask(at);
    let stretch = this.#stretches[index];
    if (stretch === undefined) {
      stretch = this.#scan((index + firstStretch) * stretchWidth);
      this.#stretches[index] = stretch;
    }
    const { changes, offsets } = stretch;
    let i = changes.length;
    while (i > 0 && at < (changes[i - 1] as number)) i--;
    return offsets[i] as number;
  }

  /**
   * The instant of a wall time, given as if it were UTC. A wall time that the clock skips is read with the offset before
   * the gap, so it moves forward by the gap's length; one that occurs twice means the first, unless asked otherwise.
   */
  instantOf(wall: number, ambiguous: Ambiguous = 'first'): number {
    const before = this.offsetAt(wall - millisecondsInDay);
    const after = this.offsetAt(wall + millisecondsInDay);
    if (before === after) return wall - before;
    const early = wall - before;
    const late = wall - after;
    const earlyHolds = this.offsetAt(early) === before;
    const lateHolds = this.offsetAt(late) === after;
    if (earlyHolds && lateHolds) return ambiguous === 'first' ? Math.min(early, late) : Math.max(early, late);
    return lateHolds ? late : early;
  }

  #scan(from: number): Stretch {
    const changes: number[] = [];
    const offsets = [this.#ask(from)];
    const to = from + stretchWidth;
    for (let low = from; low < to; ) {
      const high = Math.min(low + sampleStep, to);
      const before = offsets[offsets.length - 1] as number;
      const after = this.#ask(high);
      if (after !== before) {
        changes.push(this.#changeBetween(low, high, before));
        offsets.push(after);
      }
      low = high;
    }
    return { changes, offsets };
  }

  /** The second at which the offset stops being `before`. */
  #changeBetween(from: number, to: number, before: number): number {
    let low = Math.floor(from / millisecondsInSecond);
    let high = Math.ceil(to / millisecondsInSecond);
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (this.#ask(middle * millisecondsInSecond) === before) low = middle;
      else high = middle;
    }
    return high * millisecondsInSecond;
  }

  #ask(at: number): number {
    const second = Math.floor(at / millisecondsInSecond) * millisecondsInSecond;
    const [month = 0, day = 0, year = 0, hour = 0, minute = 0, seconds = 0] = (
      this.#format.format(second).match(/\d+/g) ?? []
    ).map(Number);
    return Date.UTC(year, month - 1, day, hour, minute, seconds) - second;
  }
}

const known = new Map<string, ZoneOffsets>();

/** The offsets of a zone, shared by all that ask for it. */
export function zoneOffsets(zone: string): ZoneOffsets {
  let offsets = known.get(zone);
  if (offsets === undefined) {
    offsets = new ZoneOffsets(zone);
    known.set(zone, offsets);
  }
  return offsets;
}
