import * as z from 'zod';
import { minutesOf } from './minutes.js';

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
