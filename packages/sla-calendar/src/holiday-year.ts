import * as z from 'zod';
import { type DayNumber, dayNumberOf, parseDay, weekdayOf } from './civil-date.js';

const daySchema = z.string().refine((text) => parseDay(text) !== undefined, 'a date "YYYY-MM-DD" that exists');

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
    const problem = (path: PropertyKey[], message: string, fix?: string) =>
      context.addIssue({ code: 'custom', path, message, params: { fix } });
    const earliest = dayNumberOf(table.year - 1, 12, 1);
    const latest = dayNumberOf(table.year, 12, 31);
    const off = new Set<DayNumber>();
    let weekdaysOff = 0;

    table.off.forEach(({ from, to = from }, index) => {
      const [first, last] = [parseDay(from), parseDay(to)];
      if (first === undefined || last === undefined) return;
      if (last < first) problem(['off', index, 'to'], `the range ends on ${to}, before it begins on ${from}`);
      if (first < earliest || last > latest) {
        const path = ['off', index, first < earliest ? 'from' : 'to'];
        problem(path, `the year ${table.year} names days from ${table.year - 1}-12-01 to ${table.year}-12-31 only`);
        return;
      }
      for (let day = first; day <= last; day++) {
        if (off.has(day)) problem(['off', index], `${from} to ${to} repeats a day off that is already named`);
        else if (weekdayOf(day) < 5) weekdaysOff++;
        off.add(day);
      }
    });

    const work = new Set<DayNumber>();
    for (const [index, { date }] of (table.work ?? []).entries()) {
      const day = parseDay(date);
      if (day === undefined) continue;
      const path = ['work', index, 'date'];
      if (weekdayOf(day) < 5) problem(path, `${date} is no Saturday or Sunday, so it cannot be a make-up workday`);
      if (day < earliest || day > latest) problem(path, `${date} lies outside the notice of ${table.year}`);
      if (off.has(day)) problem(path, `${date} is both a day off and a make-up workday`);
      if (work.has(day)) problem(path, `${date} is named twice`);
      work.add(day);
    }

    if (table.statutoryDays === undefined) return;
    if (table.source === undefined) problem(['source'], 'a whole year (with "statutoryDays") names its notice');
    const extra = (table.amends ?? []).reduce((sum, amendment) => sum + amendment.extraDays, 0);
    const found = weekdaysOff - work.size;
    if (found !== table.statutoryDays + extra) {
      problem(
        ['statutoryDays'],
        `checksum: ${weekdaysOff} weekdays off − ${work.size} make-up workdays = ${found}, ` +
          `not ${table.statutoryDays} statutory days${extra === 0 ? '' : ` + ${extra} by amendment`}`,
        'Compare every day with the notice; days added by a later notice go into "amends" with their "extraDays".',
      );
    }
  });

/** Holidays and make-up workdays of one year, with the notice they come from. */
export type HolidayYear = z.infer<typeof holidayYearSchema>;
