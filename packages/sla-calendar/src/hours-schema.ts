import * as z from 'zod';
import { problemAt } from './schema-problem.js';

/** A time of day `HH:MM`; from `24:00` on it lies in the next day, and `48:00` is the last. */
const clockSchema = z
  .string()
  .regex(/^(?:[0-3]\d|4[0-7]):[0-5]\d$|^48:00$/, 'expected a time "HH:MM" from "00:00" to "48:00"');

/** A time `HH:MM` of one day, `00:00` to `23:59`. */
export const timeOfDaySchema = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'expected a time "HH:MM" from "00:00" to "23:59"');

/** Opening hours of a day: sorted intervals that do not overlap; `["20:00", "29:00"]` runs until 05:00 of the next day. */
export const hoursSchema = z.array(z.tuple([clockSchema, clockSchema])).superRefine((intervals, context) => {
  // Other text than times cannot be compared.
  if (context.issues.length > 0) return;
  let latest = '';
  intervals.forEach(([from, to], index) => {
    if (to <= from) {
      const nextDay = `${Number(to.slice(0, 2)) + 24}${to.slice(2)}`;
      const fix = nextDay > '48:00' ? undefined : `For hours over midnight write ["${from}", "${nextDay}"].`;
      problemAt(context, [index], `the interval ends at "${to}", not after its beginning "${from}"`, fix);
    }
    if (from >= '24:00') {
      problemAt(context, [index, 0], 'an interval begins on its own date, before "24:00"', 'Give it to the next day.');
    }
    if (from < latest) {
      const message = `the interval begins at "${from}", before the one in front of it ends`;
      problemAt(context, [index], message, 'Sort the intervals and join those that overlap.');
    }
    if (to > latest) latest = to;
  });
});

/** Opening hours of one day in a calendar document. */
export type Hours = z.infer<typeof hoursSchema>;

const dayHours = hoursSchema.exactOptional();

/** Hours of a week; a weekday left out is closed. */
export const weeklySchema = z.strictObject({
  mon: dayHours,
  tue: dayHours,
  wed: dayHours,
  thu: dayHours,
  fri: dayHours,
  sat: dayHours,
  sun: dayHours,
});

/** Hours of a week in a calendar document. */
export type Weekly = z.infer<typeof weeklySchema>;
