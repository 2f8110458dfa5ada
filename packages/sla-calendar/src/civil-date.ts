import { millisecondsInDay } from './milliseconds.js';

/**
 * A civil date as the number of days since 1970-01-01. Dates are counted as integers and through UTC only, so that no
 * result depends on the time zone of the process.
 */
export type DayNumber = number;

/** Weekdays in the order of `weekdayOf`: Monday is 0. */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
/** Name of a weekday in a calendar document. */
export type Weekday = (typeof weekdays)[number];

/** A month beyond 12 lies in the next year, day 0 is the last of the month before. */
export function dayNumberOf(year: number, month: number, day: number): DayNumber {
  return Date.UTC(year, month - 1, day) / millisecondsInDay;
}

export function yearOf(day: DayNumber): number {
  return dateOf(day).getUTCFullYear();
}

/** 0 for Monday … 6 for Sunday; 1970-01-01 was a Thursday. */
export function weekdayOf(day: DayNumber): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** The date as `YYYY-MM-DD`. */
export function dayText(day: DayNumber): string {
  return dateOf(day).toISOString().slice(0, 10);
}

/** Reads `YYYY-MM-DD`; `undefined` for anything else, impossible dates included. */
export function parseDay(text: string): DayNumber | undefined {
  const day = /^[1-9]\d{3}-\d\d-\d\d$/.test(text) ? Date.parse(text) / millisecondsInDay : Number.NaN;
  return Number.isInteger(day) && dayText(day) === text ? day : undefined;
}

export function daysInMonth(year: number, month: number): number {
  return dateOf(dayNumberOf(year, month + 1, 0)).getUTCDate();
}

/**
 * The corresponding day `months` later, else the last day of that month (民法典 art. 202).
 * `clamped` says that the month has no corresponding day.
 */
export function addCivilMonths(day: DayNumber, months: number): { day: DayNumber; clamped: boolean } {
  const date = dateOf(day);
  const [year, month, wanted] = [date.getUTCFullYear(), date.getUTCMonth() + 1 + months, date.getUTCDate()];
  const length = daysInMonth(year, month);
  return { day: dayNumberOf(year, month, Math.min(wanted, length)), clamped: wanted > length };
}

function dateOf(day: DayNumber): Date {
  return new Date(day * millisecondsInDay);
}
