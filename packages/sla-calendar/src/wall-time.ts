import { millisecondsInDay, millisecondsInMinute, millisecondsInSecond } from 'date-fns/constants';
import { dayNumberOf, daysInMonth } from './civil-date.js';

/** What the reader found: the wall time as if it were UTC, and where the text goes on. */
export interface WallTime {
  readonly milliseconds: number;
  readonly end: number;
}

const zero = 48;

/**
 * Reads `YYYY-MM-DD`, then `T` or a space, `HH:MM`, and optionally `:SS` and a fraction, from the start of a text.
 * Hand-written because importers call it once for every row; `undefined` means that it does not stand there,
 * impossible dates and times included.
 */
export function readWallTime(text: string): WallTime | undefined {
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  const hour = twoDigits(text, 11);
  const minute = twoDigits(text, 14);
  const separator = text[10];
  // A missing digit makes NaN, and every comparison with NaN is false.
  const holds =
    year >= 1000 &&
    text[4] === '-' &&
    month >= 1 &&
    month <= 12 &&
    text[7] === '-' &&
    day >= 1 &&
    (day <= 28 || day <= daysInMonth(year, month)) &&
    (separator === 'T' || separator === ' ') &&
    hour <= 23 &&
    text[13] === ':' &&
    minute <= 59;
  if (!holds) return undefined;
  let milliseconds = dayNumberOf(year, month, day) * millisecondsInDay + (hour * 60 + minute) * millisecondsInMinute;
  if (text[16] !== ':') return { milliseconds, end: 16 };
  const second = twoDigits(text, 17);
  if (!(second <= 59)) return undefined;
  milliseconds += second * millisecondsInSecond;
  if (text[19] !== '.') return { milliseconds, end: 19 };
  let end = 20;
  let fraction = 0;
  for (let unit = 100; isDigit(text, end); end++) {
    fraction += Math.floor(unit) * (text.charCodeAt(end) - zero);
    unit /= 10;
  }
  return end === 20 ? undefined : { milliseconds: milliseconds + fraction, end };
}

/** Reads `Z` or `+08:00` (also `+0800`) at a place, in milliseconds; `undefined` where no offset ends the text there. */
export function readOffset(text: string, start: number): number | undefined {
  const sign = text[start];
  if (sign === 'Z') return text.length === start + 1 ? 0 : undefined;
  if (sign !== '+' && sign !== '-') return undefined;
  const hours = twoDigits(text, start + 1);
  const colon = text[start + 3] === ':' ? 1 : 0;
  const minutes = twoDigits(text, start + 3 + colon);
  if (!(hours <= 23 && minutes <= 59) || text.length !== start + 5 + colon) return undefined;
  return (sign === '-' ? -1 : 1) * (hours * 60 + minutes) * millisecondsInMinute;
}

function isDigit(text: string, index: number): boolean {
  const digit = text.charCodeAt(index) - zero;
  return digit >= 0 && digit <= 9;
}

function twoDigits(text: string, index: number): number {
  if (!isDigit(text, index) || !isDigit(text, index + 1)) return Number.NaN;
  return (text.charCodeAt(index) - zero) * 10 + (text.charCodeAt(index + 1) - zero);
}
