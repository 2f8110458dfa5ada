import { InvalidInstantError } from './errors.js';
import { readOffset, readWallTime } from './wall-time.js';

/** A point of time: a `Date`, epoch milliseconds, or ISO text with an offset such as `2026-02-12T09:30:00+08:00`. */
export type Instant = Date | number | string;

/** The largest absolute value that a `Date` can hold, in milliseconds. */
const limit = 8.64e15;

/**
 * Reads an instant as epoch milliseconds.
 *
 * @throws InvalidInstantError for an invalid `Date`, a number that no `Date` can hold, and text that is not ISO with an
 * offset: text without one would mean another instant in each process time zone.
 * @example
 * toEpochMilliseconds('2026-02-12T09:30:00+08:00') // 1770859800000
 */
export function toEpochMilliseconds(instant: Instant): number {
  if (typeof instant === 'number') {
    if (!(Math.abs(instant) <= limit))
      throw new InvalidInstantError(instant, `${instant} is no number of epoch milliseconds.`);
    return Math.floor(instant);
  }
  if (typeof instant === 'string') return readInstant(instant);
  if (instant instanceof Date) {
    const time = instant.getTime();
    if (Number.isNaN(time)) throw new InvalidInstantError(instant, 'An invalid Date is no instant.');
    return time;
  }
  throw new InvalidInstantError(
    instant,
    'An instant is a Date, a number of epoch milliseconds, or ISO text with an offset.',
  );
}

function readInstant(text: string): number {
  const wall = readWallTime(text);
  if (wall === undefined || text[10] !== 'T') {
    const day = /^\d{4}-\d{2}-\d{2}$/.test(text);
    throw new InvalidInstantError(
      text,
      `"${text.slice(0, 60)}" is not ISO text of an instant. Write ${day ? `it with a time and an offset, "${text}T09:30:00+08:00"` : 'it like "2026-02-12T09:30:00+08:00"'}.`,
    );
  }
  if (wall.end === text.length) {
    throw new InvalidInstantError(
      text,
      `"${text}" has no offset, so it could mean any of many instants. Add the offset, e.g. "${text}+08:00" for China, ` +
        'or read local text with instantOf(text, zone).',
    );
  }
  const offset = readOffset(text, wall.end);
  if (offset === undefined) {
    throw new InvalidInstantError(
      text,
      `"${text.slice(0, 60)}" ends in no offset. Allowed: "Z", or hours and minutes such as "+08:00".`,
    );
  }
  return wall.milliseconds - offset;
}
