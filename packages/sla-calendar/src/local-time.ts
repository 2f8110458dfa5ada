import { InvalidInstantError } from './errors.js';
import { type Instant, toEpochMilliseconds } from './instant.js';
import { millisecondsInMinute, millisecondsInSecond } from './milliseconds.js';
import { readTime } from './wall-time.js';
import { type Ambiguous, zoneOffsets } from './zone-offsets.js';

/**
 * Reads a local wall time of a zone, for files that hold local times without an offset.
 * A wall time that the clock skips (summer time begins) moves forward by the gap; one that occurs twice (summer time
 * ends) means the first passage, unless `ambiguous` says `second`. This is what Temporal calls `compatible`.
 *
 * @throws InvalidInstantError for other text, UnknownZoneError for an unknown zone.
 * @example
 * instantOf('2011-07-01 01:32:33', 'America/New_York').toISOString() // '2011-07-01T05:32:33.000Z'
 */
export function instantOf(localText: string, zone: string, options: { readonly ambiguous?: Ambiguous } = {}): Date {
  const read = readTime(localText);
  if (read === undefined || read.instant !== undefined) {
    throw new InvalidInstantError(
      localText,
      `"${String(localText).slice(0, 60)}" is no local time. Write it like "2026-02-12 09:30:00", without an offset.`,
    );
  }
  return new Date(zoneOffsets(zone).instantOf(read.wall, options.ambiguous));
}

/**
 * The date that the calendar on the wall shows in a zone at an instant.
 *
 * @example
 * civilDateOf('2026-10-07T16:30:00Z', 'Asia/Shanghai') // '2026-10-08'
 */
export function civilDateOf(instant: Instant, zone: string): string {
  const at = toEpochMilliseconds(instant);
  return isoText(at + zoneOffsets(zone).offsetAt(at)).slice(0, 10);
}

/**
 * An instant as ISO text with the offset of a zone, to the second, or to the millisecond where it has any.
 * Offsets of the time before standard time, which hold seconds, are rounded to minutes; the text still names the same
 * instant.
 *
 * @example
 * isoInZone(new Date('2026-03-09T09:30:00Z'), 'Asia/Shanghai') // '2026-03-09T17:30:00+08:00'
 */
export function isoInZone(instant: Instant, zone: string): string {
  const at = toEpochMilliseconds(instant);
  const minutes = Math.round(zoneOffsets(zone).offsetAt(at) / millisecondsInMinute);
  const local = isoText(at + minutes * millisecondsInMinute).slice(0, at % millisecondsInSecond === 0 ? -5 : -1);
  return `${local}${minutes < 0 ? '-' : '+'}${isoText(Math.abs(minutes) * millisecondsInMinute).slice(11, 16)}`;
}

function isoText(wall: number): string {
  return new Date(wall).toISOString();
}
