import { millisecondsInDay } from 'date-fns/constants';

/**
 * A civil date as the number of days since 1970-01-01. Dates are counted as integers and through UTC only, so that no
 * result depends on the time zone of the process.
 */
export type DayNumber = number;

/** Weekdays in the order of `weekdayOf`: Monday is 0. */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
/** Name of a weekday in a calendar document. */
export type Weekday = (typeof weekdays)[number];

export function dayNumberOf(year: number, month: number, day: number): DayNumber {
  return Date.UTC(year, month - 1, day) / millisecondsInDay;
}

export function yearOf(day: DayNumber): number {
  return new Date(day * millisecondsInDay).getUTCFullYear();
}

/** 0 for Monday … 6 for Sunday; 1970-01-01 was a Thursday. */
export function weekdayOf(day: DayNumber): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** The date as `YYYY-MM-DD`. */
export function dayText(day: DayNumber): string {
  return new Date(day * millisecondsInDay).toISOString().slice(0, 10);
}

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Reads `YYYY-MM-DD`; `undefined` for anything else, impossible dates included. */
export function parseDay(text: string): DayNumber | undefined {
  const match = dayPattern.exec(text);
  if (match === null) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1000 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return dayNumberOf(year, month, day);
}

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/**
 * The corresponding day `months` later, else the last day of that month (民法典 art. 202).
 * `clamped` says that the month has no corresponding day.
 */
export function addCivilMonths(day: DayNumber, months: number): { day: DayNumber; clamped: boolean } {
  const date = new Date(day * millisecondsInDay);
  const index = date.getUTCFullYear() * 12 + date.getUTCMonth() + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  const length = daysInMonth(year, month);
  const wanted = date.getUTCDate();
  return { day: dayNumberOf(year, month, Math.min(wanted, length)), clamped: wanted > length };
}
