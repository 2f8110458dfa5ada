import * as z from 'zod';
import { type DayNumber, dayText, parseDay, weekdayOf } from './civil-date.js';
import { daysOf } from './named-days.js';
import { problemAt } from './schema-problem.js';

/** A date `YYYY-MM-DD` that exists. */
export const daySchema = z
  .string()
  .refine((text) => parseDay(text) !== undefined, 'expected a date "YYYY-MM-DD" that exists');

/**
 * Holidays and make-up workdays of one year, as a State Council notice arranges them.
 *
 * A table with `statutoryDays` is a whole year: it makes the year known and must satisfy the checksum
 * "weekdays off − make-up workdays = statutory days (+ `extraDays` of the amendments)". A table without it is a layer of
 * a region or unit: it changes single days of a year that another layer knows. A table may name days of the previous
 * December, since the days around New Year's Day belong to the notice of the new year.
 */
export const holidayYearSchema = z
  .strictObject({
    year: z.int().min(1901).max(2199),
    source: z.string().min(1).exactOptional(),
    /** `verified`: text and number seen · `numberNotSeen`: text seen · `numberUnverified`: number from secondary sources */
    sourceStatus: z.enum(['verified', 'numberNotSeen', 'numberUnverified']).exactOptional(),
    papers: z.array(z.string()).exactOptional(),
    note: z.string().exactOptional(),
    statutoryDays: z.int().min(0).max(60).exactOptional(),
    amends: z
      .array(z.strictObject({ source: z.string().min(1), date: daySchema, what: z.string(), extraDays: z.int() }))
      .exactOptional(),
    off: z.array(z.strictObject({ name: z.string().min(1), from: daySchema, to: daySchema.exactOptional() })),
    work: z.array(z.strictObject({ name: z.string().min(1).exactOptional(), date: daySchema })).exactOptional(),
  })
  .superRefine((table, context) => {
    // Other text than dates cannot be compared.
    if (context.issues.length > 0) return;
    const { year, source, statutoryDays } = table;
    const [first, last] = [`${year - 1}-12-01`, `${year}-12-31`];
    table.off.forEach(({ from, to = from }, index) => {
      if (to < from) problemAt(context, ['off', index, 'to'], `the range ends on ${to}, before it begins on ${from}`);
      if (from < first || to > last) {
        const message = `the year ${year} names days from ${first} to ${last} only`;
        problemAt(context, ['off', index, from < first ? 'from' : 'to'], message);
      }
    });
    // What follows counts the days one by one, which a range of a thousand years would not survive.
    if (context.issues.length > 0) return;

    const seen = new Map<DayNumber, boolean>();
    let balance = 0;
    for (const { day, off, path } of daysOf(table)) {
      const date = dayText(day);
      const weekend = weekdayOf(day) >= 5;
      if (!off && !weekend)
        problemAt(context, path, `${date} is no Saturday or Sunday, so it cannot be a make-up workday`);
      if (date < first || date > last) problemAt(context, path, `${date} lies outside the notice of ${year}`);
      const before = seen.get(day);
      if (before === off) problemAt(context, path, `${date} is already named`);
      else if (before !== undefined) problemAt(context, path, `${date} is both a day off and a make-up workday`);
      else if (!(off && weekend)) balance += off ? 1 : -1;
      seen.set(day, off);
    }

    if (statutoryDays === undefined) return;
    if (source === undefined) problemAt(context, ['source'], 'a whole year (with "statutoryDays") names its notice');
    const extra = (table.amends ?? []).reduce((sum, amendment) => sum + amendment.extraDays, 0);
    if (balance !== statutoryDays + extra) {
      const worked = (table.work ?? []).length;
      problemAt(
        context,
        ['statutoryDays'],
        `checksum: ${balance + worked} weekdays off − ${worked} make-up workdays = ${balance}, ` +
          `not ${statutoryDays} statutory days${extra === 0 ? '' : ` + ${extra} by amendment`}`,
        'Compare every day with the notice; days added by a later notice go into "amends" with their "extraDays".',
      );
    }
  });

/** Holidays and make-up workdays of one year, with the notice they come from. */
export type HolidayYear = z.infer<typeof holidayYearSchema>;
