import { millisecondsInDay, millisecondsInMinute, millisecondsInSecond } from 'date-fns/constants';
import { dayText } from './civil-date.js';
import { InvalidInstantError } from './errors.js';
import { type Instant, toEpochMilliseconds } from './instant.js';
import { readWallTime } from './wall-time.js';
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
  const wall = readWallTime(localText);
  if (wall === undefined || wall.end !== localText.length) {
    throw new InvalidInstantError(
      localText,
      `"${String(localText).slice(0, 60)}" is no local time. Write it like "2026-02-12 09:30:00" or "2026-02-12T09:30", without an offset.`,
    );
  }
  return new Date(zoneOffsets(zone).instantOf(wall.milliseconds, options.ambiguous));
}

/**
 * The date that the calendar on the wall shows in a zone at an instant.
 *
 * @example
 * civilDateOf('2026-10-07T16:30:00Z', 'Asia/Shanghai') // '2026-10-08'
 */
export function civilDateOf(instant: Instant, zone: string): string {
  const at = toEpochMilliseconds(instant);
  return dayText(Math.floor((at + zoneOffsets(zone).offsetAt(at)) / millisecondsInDay));
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
  const local = new Date(at + minutes * millisecondsInMinute).toISOString();
  const shown = at % millisecondsInSecond === 0 ? local.slice(0, -5) : local.slice(0, -1);
  const size = Math.abs(minutes);
  return `${shown}${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}

function pad(value: number): string {
  return value < 10 ? `0${value}` : `${value}`;
}
