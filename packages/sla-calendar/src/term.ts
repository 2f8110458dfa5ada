import * as z from 'zod';
import { parseDay } from './civil-date.js';
import { InvalidTermError } from './errors.js';
import { timeOfDaySchema } from './hours-schema.js';
import { readTime } from './wall-time.js';

/** A thousand years in any unit would be a mistake in a document, not a limit. */
const largestAmount = 1_000_000;

const startDaySchema = z.union([
  z.enum(['excluded', 'included']),
  z.strictObject({ excludedIfAfter: timeOfDaySchema }),
]);
const rollSchema = z.enum(['forward', 'none']);

const timeTermSchema = z.strictObject({
  kind: z.enum(['elapsed', 'workingTime']),
  amount: z.number().positive().max(largestAmount),
  unit: z.enum(['second', 'minute', 'hour']),
  startAt: z.enum(['instant', 'nextOpening']).exactOptional(),
  boundary: z.enum(['end', 'nextStart']).exactOptional(),
});

const dayTermSchema = z
  .strictObject({
    kind: z.enum(['workingDays', 'naturalDays', 'naturalMonths']),
    amount: z.int().positive().max(largestAmount),
    startDay: startDaySchema.exactOptional(),
    end: z.enum(['closing', 'endOfDay', 'sameClock', 'dayLengths']).exactOptional(),
    roll: rollSchema.exactOptional(),
    lateReceipt: z.strictObject({ from: timeOfDaySchema, countsAt: timeOfDaySchema }).exactOptional(),
  })
  .refine((term) => term.kind === 'workingDays' || term.end !== 'dayLengths', {
    path: ['end'],
    message: '"dayLengths" counts working days; allowed here: "closing", "endOfDay", "sameClock"',
  });

const todayTermSchema = z.strictObject({
  kind: z.enum(['sameDay', 'nextDay']),
  cutoff: timeOfDaySchema.exactOptional(),
  end: z.enum(['closing', 'endOfDay']).exactOptional(),
  roll: rollSchema.exactOptional(),
});

const fixedTermSchema = z.strictObject({
  kind: z.literal('fixed'),
  at: z
    .string()
    .refine(isDateOrInstant, 'a date "YYYY-MM-DD", or ISO text with an offset such as "2026-03-01T17:30:00+08:00"'),
});

/**
 * A time limit as data. Defaults follow 民法典 art. 201–203; each of them is a setting, because art. 204 lets other law
 * and agreement prevail:
 * - `elapsed`, `workingTime`: run from the instant (201(2)), on the wall clock or inside working hours;
 * - `workingDays`, `naturalDays`, `naturalMonths`: the starting day is not counted (201(1)), months end on the
 *   corresponding day or the last of the month (202), a last day off rolls forward (203(1)), the last day ends at closing
 *   (203(2)); with `lateReceipt`, what is received at `from` or later counts as received at `countsAt` on the next
 *   working day;
 * - `sameDay`, `nextDay`: 当日, 次日, optionally with a cutoff after which receipt counts as the next day's;
 * - `fixed`: a date or instant that is given.
 */
export const termSchema = z.discriminatedUnion('kind', [
  timeTermSchema,
  dayTermSchema,
  todayTermSchema,
  fixedTermSchema,
]);

/** A time limit as data; see `termSchema` for the meaning of each kind and its defaults. */
export type Term = z.infer<typeof termSchema>;

/** A term counted in hours, minutes or seconds. */
export type TimeTerm = z.infer<typeof timeTermSchema>;
/** A term counted in days or months. */
export type DayTerm = z.infer<typeof dayTermSchema>;
/** A term that ends on the day of receipt or the next. */
export type TodayTerm = z.infer<typeof todayTermSchema>;

/**
 * Reads a term from outside.
 *
 * @throws InvalidTermError naming the first fault at its JSON pointer.
 * @example
 * parseTerm({ kind: 'workingDays', amount: 13 }) // { kind: 'workingDays', amount: 13 }
 */
export function parseTerm(value: unknown): Term {
  const parsed = termSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const pointer = (issue?.path ?? []).map((part) => `/${String(part)}`).join('');
  throw new InvalidTermError(pointer, value, issue?.message ?? 'this is no term');
}

function isDateOrInstant(text: string): boolean {
  return parseDay(text) !== undefined || (text[10] === 'T' && readTime(text)?.instant !== undefined);
}
