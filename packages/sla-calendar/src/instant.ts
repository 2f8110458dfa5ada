import { InvalidInstantError } from './errors.js';
import { readTime } from './wall-time.js';

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
  if (typeof instant === 'string') return readInstant(instant);
  const at = instant instanceof Date ? instant.getTime() : instant;
  if (typeof at === 'number' && Math.abs(at) <= limit) return Math.floor(at);
  throw new InvalidInstantError(instant, `${instant} is no valid Date and no number of epoch milliseconds.`);
}

function readInstant(text: string): number {
  const read = readTime(text);
  const iso = read?.separator === 'T';
  if (iso && read.instant !== undefined) return read.instant;
  const missing = iso ? 'has no offset, so it means no instant. Add the offset' : 'is no instant. Write it';
  throw new InvalidInstantError(
    text,
    `"${text.slice(0, 60)}" ${missing}, e.g. "${iso ? text : '2026-02-12T09:30:00'}+08:00", or use instantOf(text, zone).`,
  );
}
