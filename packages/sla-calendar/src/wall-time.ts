import { millisecondsInMinute } from 'date-fns/constants';
import { parseDay } from './civil-date.js';

/** What a text of date and time says: the wall time as if it were UTC, and the instant where an offset follows. */
export interface ReadTime {
  readonly wall: number;
  readonly separator: string;
  readonly instant: number | undefined;
}

const pattern =
  /^([1-9]\d{3}-\d\d-(\d\d))([T ])((?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?)(?:Z|([+-])([01]\d|2[0-3]):?([0-5]\d))?$/;

/**
 * Reads `YYYY-MM-DD`, then `T` or a space, `HH:MM`, optionally `:SS` and a fraction, and optionally `Z` or an offset such
 * as `+08:00` or `+0800`; `undefined` for anything else, impossible dates and times included.
 */
export function readTime(text: string): ReadTime | undefined {
  const [, date, day, separator = '', time, sign, hours, minutes] = pattern.exec(text) ?? [];
  if (date === undefined || (Number(day) > 28 && parseDay(date) === undefined)) return undefined;
  const wall = Date.parse(`${date}T${time}Z`);
  if (Number.isNaN(wall)) return undefined;
  if (sign === undefined) return { wall, separator, instant: text.endsWith('Z') ? wall : undefined };
  const offset = (Number(hours) * 60 + Number(minutes)) * millisecondsInMinute;
  return { wall, separator, instant: wall + (sign === '-' ? offset : -offset) };
}
