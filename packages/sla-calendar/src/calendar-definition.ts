import * as z from 'zod';
import { daysInMonth, weekdays } from './civil-date.js';
import { daySchema, holidayYearSchema } from './holiday-year.js';
import { hoursSchema, weeklySchema } from './hours-schema.js';
import { problemAt } from './schema-problem.js';
import { zoneOffsets } from './zone-offsets.js';

/** `MM-DD`; 02-29 is allowed and means the end of February in other years. */
const monthDaySchema = z
  .string()
  .regex(/^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, 'expected a day of the year "MM-DD"')
  .refine((text) => Number(text.slice(3)) <= daysInMonth(2024, Number(text.slice(0, 2))), 'expected a day that exists');

/** A layer of holidays: the bundled national table, one year, or several years. Later layers win. */
const holidayLayerSchema = z.union([z.literal('cn'), holidayYearSchema, z.array(holidayYearSchema)]);

/** The JSON document of a calendar. */
export const calendarDefinitionSchema = z.strictObject({
  $schema: z.string().exactOptional(),
  id: z.string().min(1).max(200),
  version: z.string().min(1).max(200).exactOptional(),
  title: z.strictObject({ zh: z.string().exactOptional(), en: z.string().exactOptional() }).exactOptional(),
  zone: z.string().superRefine((zone, context) => {
    try {
      zoneOffsets(zone);
    } catch {
      const fix = 'Use a name of the IANA time zone database, for example "Asia/Shanghai".';
      problemAt(context, [], `unknown time zone "${zone}"`, fix);
    }
  }),
  holidays: z.array(holidayLayerSchema).exactOptional(),
  weekly: weeklySchema,
  makeupAs: z.union([z.enum(weekdays), hoursSchema]).exactOptional(),
  seasons: z.array(z.strictObject({ from: monthDaySchema, to: monthDaySchema, weekly: weeklySchema })).exactOptional(),
  dates: z.record(daySchema, hoursSchema).exactOptional(),
  breaks: z.record(daySchema, hoursSchema).exactOptional(),
  onMissingYear: z.enum(['throw', 'provisional']).exactOptional(),
});

/**
 * A calendar as data: zone, weekly hours, layers of holidays, hours of make-up workdays, seasons, own hours of single
 * dates, and breaks. Priority of a date: `dates`, then the last layer that names it, then season, then `weekly`;
 * `breaks` are taken out last.
 */
export type CalendarDefinition = z.infer<typeof calendarDefinitionSchema>;

/** A layer of holidays in a calendar document. */
export type HolidayLayer = z.infer<typeof holidayLayerSchema>;
