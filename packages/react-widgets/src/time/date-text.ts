import type { CommonMessages } from '../messages/common.js';
import { fill } from '../messages/fill.js';
import { civilTime } from './civil-time.js';

/** Name of a day, such as a holiday or a make-up workday, by its date `YYYY-MM-DD`; `undefined` for a plain day. */
export type DayName = (date: string) => string | undefined;

/** What the words for an instant depend on. */
export interface DateWords {
  readonly messages: CommonMessages;
  /** IANA zone in which dates and times are told. */
  readonly timeZone: string;
  readonly dayName?: DayName | undefined;
}

/**
 * An instant in words: today and tomorrow by name, every other day with its weekday beside it, another
 * year with the year.
 *
 * @param at Epoch milliseconds.
 * @param now Epoch milliseconds; without it no day is called today and no year left out.
 * @param standing Calls no day today, for a text that stands still while the days go by.
 * @example
 * dateText(Date.parse('2023-07-12T17:30:00+08:00'), Date.parse('2023-07-10T10:12:00+08:00'), words)
 * // '7月12日(周三)17:30'
 */
export function dateText(
  at: number,
  now: number | undefined,
  { messages, timeZone, dayName }: DateWords,
  standing?: boolean,
): string {
  const { date, time, dayNumber } = civilTime(at, timeZone);
  const today = now === undefined ? undefined : civilTime(now, timeZone);
  const name = dayName?.(date);
  const distance = !standing && !name && today && dayNumber - today.dayNumber;
  if (distance === 0) return fill(messages.today, { time });
  if (distance === 1) return fill(messages.tomorrow, { time });
  const [year, month, day] = date.split('-') as [string, string, string];
  // 1970-01-01 was a Thursday.
  const weekday = messages.weekdays[(dayNumber + 4) % 7];
  return fill(messages[today?.date.startsWith(year) ? 'date' : 'dateOfYear'], {
    year,
    month: messages.months?.[+month - 1] ?? +month,
    day: +day,
    weekday: `${weekday}${name ? ` · ${name}` : ''}`,
    time,
  });
}
