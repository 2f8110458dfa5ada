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
  const at = typeof instant === 'string' ? readInstant(instant) : instant instanceof Date ? instant.getTime() : instant;
  if (typeof at === 'number' && Math.abs(at) <= limit) return Math.floor(at);
  // Any other object of a hostile caller may have no text, or throw when it is asked for one.
  const text = typeof at === 'object' ? typeof at : String(instant).slice(0, 60);
  throw new InvalidInstantError(
    instant,
    `"${text}" is no instant. Give a Date, epoch milliseconds, ISO text with an offset (2026-02-12T09:30:00+08:00), or use instantOf(text, zone).`,
  );
}

function readInstant(text: string): number | undefined {
  return text[10] === 'T' ? readTime(text)?.instant : undefined;
}
