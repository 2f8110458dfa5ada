import { fill } from '../messages/fill.js';
import type { ClockMessages } from './clock-messages.js';

/** A number of days in words. */
export function daysText(days: number, unit: 'days' | 'workingDays', messages: ClockMessages): string {
  return fill((days === 1 && messages[`${unit}.one`]) || messages[unit], { n: days });
}

/**
 * A length of time in words, two units at most, rounded down: a minute that is not whole is not promised.
 *
 * @param milliseconds Length; below one minute it is told in seconds.
 * @param working Whether it is working time, which is never summed into days of 24 hours.
 * @example
 * durationText(4_800_000, false, zhCN) // '1 小时 20 分'
 * durationText(93_600_000, true, zhCN) // '26 小时'
 */
export function durationText(milliseconds: number, working: boolean, messages: ClockMessages): string {
  const minutes = Math.floor(milliseconds / 60_000);
  if (minutes < 1) return fill(messages.seconds, { n: Math.floor(milliseconds / 1000) });
  const days = working ? 0 : Math.floor(minutes / 1440);
  const hours = Math.floor((minutes - days * 1440) / 60);
  return [
    days > 0 && daysText(days, 'days', messages),
    hours > 0 && fill(messages.hours, { n: hours }),
    days === 0 && minutes % 60 > 0 && fill(messages.minutes, { n: minutes % 60 }),
  ]
    .filter(Boolean)
    .join(' ');
}
