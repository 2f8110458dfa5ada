import * as z from 'zod';
import { termSchema } from './term.js';

/**
 * A warning of a clock: at a percentage of the clock's own time, or some time before it is due, counted in the clock's
 * own time (working time, unless the term is `elapsed`). `day` is 24 hours on the wall clock; `workingDay` goes back by
 * working days and keeps the time of day.
 */
export const warningSchema = z.union([
  z.strictObject({ id: z.string().min(1), percent: z.number().min(0).max(100) }),
  z.strictObject({
    id: z.string().min(1),
    before: z.strictObject({
      amount: z.number().positive().max(1_000_000),
      unit: z.enum(['second', 'minute', 'hour', 'day', 'workingDay']),
    }),
  }),
]);

/** A warning of a clock. */
export type Warning = z.infer<typeof warningSchema>;

/** What a clock measures: its term, its warnings, and how a pause moves it. */
export const clockPolicySchema = z
  .strictObject({
    term: termSchema,
    warn: z.array(warningSchema).readonly().exactOptional(),
    pauses: z.enum(['workingTime', 'wholeDays']).exactOptional(),
  })
  .refine(({ term, pauses }) => pauses !== 'wholeDays' || /Days|Months/.test(term.kind), {
    path: ['pauses'],
    message: '"wholeDays" moves terms of days and months only; leave it out for others',
  });

/**
 * What a clock measures. `pauses` says by how much a pause moves the due instant: by the clock's own time that it took
 * (`workingTime`, the default), or by every day that it touches (`wholeDays`): working days with working time inside the
 * pause, or civil days for terms of natural days and months. A day counts once, however many pauses touch it.
 */
export type ClockPolicy = z.infer<typeof clockPolicySchema>;
