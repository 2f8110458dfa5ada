import * as z from 'zod';
import { type Weekday, weekdays } from './civil-date.js';

/** Opening hours as minutes after the midnight with which their date begins; an end above 1440 lies in the next day. */
export type MinuteInterval = readonly [from: number, to: number];

/** Hours of the seven weekdays, Monday first. */
export type WeeklyMinutes = readonly (readonly MinuteInterval[])[];

const clockPattern = /^(?:[0-3]\d|4[0-7]):[0-5]\d$|^48:00$/;

/** A time of day `HH:MM`; from `24:00` on it lies in the next day, and `48:00` is the last. */
const clockSchema = z.string().regex(clockPattern, 'a time "HH:MM" from "00:00" to "48:00"');

/** A time `HH:MM` of one day, `00:00` to `23:59`. */
export const timeOfDaySchema = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'a time "HH:MM" from "00:00" to "23:59"');

/** Opening hours of a day: sorted intervals that do not overlap; `["20:00", "29:00"]` runs until 05:00 of the next day. */
export const hoursSchema = z.array(z.tuple([clockSchema, clockSchema])).superRefine((intervals, context) => {
  let previous = 0;
  intervals.forEach(([from, to], index) => {
    const [start, end] = [minutesOf(from), minutesOf(to)];
    if (end <= start) {
      const nextDay = `${String(Number(to.slice(0, 2)) + 24).padStart(2, '0')}:${to.slice(3)}`;
      context.addIssue({
        code: 'custom',
        path: [index],
        message: `the interval ends at "${to}", not after its beginning "${from}"`,
        params: {
          fix: clockPattern.test(nextDay) ? `For hours over midnight write ["${from}", "${nextDay}"].` : undefined,
        },
      });
    }
    if (start >= 1440) {
      context.addIssue({
        code: 'custom',
        path: [index, 0],
        message: 'an interval begins on its own date, before "24:00"',
        params: { fix: 'Give it to the next day.' },
      });
    }
    if (start < previous) {
      context.addIssue({
        code: 'custom',
        path: [index],
        message: `the interval begins at "${from}", before the one in front of it ends`,
        params: { fix: 'Sort the intervals and join those that overlap.' },
      });
    }
    previous = Math.max(previous, end);
  });
});

/** Opening hours of one day in a calendar document. */
export type Hours = z.infer<typeof hoursSchema>;

/** Hours of a week; a weekday left out is closed. */
export const weeklySchema = z.strictObject({
  mon: hoursSchema.exactOptional(),
  tue: hoursSchema.exactOptional(),
  wed: hoursSchema.exactOptional(),
  thu: hoursSchema.exactOptional(),
  fri: hoursSchema.exactOptional(),
  sat: hoursSchema.exactOptional(),
  sun: hoursSchema.exactOptional(),
});

/** Hours of a week in a calendar document. */
export type Weekly = z.infer<typeof weeklySchema>;

/** Minutes after midnight of a time `HH:MM`. */
export function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
}

/** `HH:MM` of minutes after midnight; 1500 is `25:00`. */
export function clockOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

export function minuteIntervals(hours: Hours): readonly MinuteInterval[] {
  return hours.map(([from, to]) => [minutesOf(from), minutesOf(to)]);
}

export function weeklyMinutes(weekly: Weekly): WeeklyMinutes {
  return weekdays.map((weekday: Weekday) => minuteIntervals(weekly[weekday] ?? []));
}

/** What is left of the hours of a day when its breaks are taken out. */
export function withoutBreaks(
  hours: readonly MinuteInterval[],
  breaks: readonly MinuteInterval[],
): readonly MinuteInterval[] {
  let left = hours;
  for (const [breakFrom, breakTo] of breaks) {
    left = left.flatMap(([from, to]): MinuteInterval[] => {
      const parts: MinuteInterval[] = [
        [from, Math.min(to, breakFrom)],
        [Math.max(from, breakTo), to],
      ];
      return parts.filter(([start, end]) => start < end);
    });
  }
  return left;
}

export function lengthOf(hours: readonly MinuteInterval[]): number {
  return hours.reduce((sum, [from, to]) => sum + to - from, 0);
}
