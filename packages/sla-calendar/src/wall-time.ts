import { daysInMonth } from './civil-date.js';
import { millisecondsInMinute } from './milliseconds.js';

/** What a text of date and time says: the wall time as if it were UTC, and the instant where an offset follows. */
export interface ReadTime {
  readonly wall: number;
  readonly instant: number | undefined;
}

const pattern =
  /^[1-9]\d{3}-\d\d-\d\d[T ](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-](?:[01]\d|2[0-3]):?[0-5]\d)?$/;

/**
 * Reads `YYYY-MM-DD`, then `T` or a space, `HH:MM`, optionally `:SS` and a fraction, and optionally `Z` or an offset such
 * as `+08:00` or `+0800`; `undefined` for anything else, impossible dates and times included. Digits are read where the
 * pattern says that they stand, since this is done for every instant that arrives as JSON.
 */
export function readTime(text: string): ReadTime | undefined {
  if (!pattern.test(text)) return undefined;
  const number = (at: number) => text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 528;
  const [year, month, day] = [number(0) * 100 + number(2), number(5), number(8)];
  if (month < 1 || month > 12 || day < 1 || (day > 28 && day > daysInMonth(year, month))) return undefined;
  const seconds = text[16] === ':' ? number(17) : 0;
  const milliseconds = text[19] === '.' ? Number(text.slice(20, 23).replace(/\D.*/, '').padEnd(3, '0')) : 0;
  const wall = Date.UTC(year, month - 1, day, number(11), number(14), seconds, milliseconds);
  if (text.endsWith('Z')) return { wall, instant: wall };
  const sign = Math.max(text.lastIndexOf('+'), text.lastIndexOf('-'));
  if (sign < 16) return { wall, instant: undefined };
  const offset = (number(sign + 1) * 60 + number(text.length - 2)) * millisecondsInMinute;
  return { wall, instant: wall + (text[sign] === '-' ? offset : -offset) };
}
