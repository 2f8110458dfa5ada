import type { Certainty } from './day-kind.js';
import { courseOf, needsNoCalendar } from './due-instant.js';
import type { Engine } from './engine.js';
import { explainDueDate } from './explain.js';
import type { ExplainedStep } from './explained-step.js';
import { type Instant, toEpochMilliseconds } from './instant.js';
import type { Term } from './term.js';
import { type CalendarReference, engineOf, referenceOf, type WorkingCalendar } from './working-calendar.js';

/** When a term is due, and why. */
export interface DueDate {
  readonly dueAt: Date;
  /** `provisional` where a notice that is not there yet may still move the date. */
  readonly certainty: Certainty;
  readonly calendar: CalendarReference;
  /** Every counted day or stretch of time with its reason and source, computed when it is called. */
  explain(): readonly ExplainedStep[];
}

/**
 * When a term that starts at an instant is due. What is done exactly at `dueAt` is still on time.
 *
 * @throws UnknownYearError, InvalidInstantError, InvalidTermError, NoWorkingTimeError
 * @example
 * dueDate({ kind: 'workingDays', amount: 13 }, '2026-02-12T10:00:00+08:00', chinaCalendar()).dueAt.toISOString()
 * // '2026-03-09T09:30:00.000Z', which is 17:30 in China
 */
export function dueDate(term: Term, startedAt: Instant, calendar: WorkingCalendar): DueDate {
  const engine = engineOf(calendar);
  const start = toEpochMilliseconds(startedAt);
  const course = courseOf(term, start, engine);
  const { due } = course;
  return {
    dueAt: new Date(due),
    certainty: certaintyOfTerm(term, start, due, engine),
    calendar: referenceOf(calendar),
    explain: () => explainDueDate(term, start, course, engine),
  };
}

/** Certainty of a due instant: terms that look at no working hours are official whatever the calendar knows. */
export function certaintyOfTerm(term: Term, start: number, due: number, engine: Engine): Certainty {
  if (needsNoCalendar(term)) return 'official';
  // A due instant of 24:00 belongs to the day that it ends.
  return engine.certaintyOf(engine.dayOf(Math.min(start, due)), engine.dayOf(Math.max(start, due - 1)));
}
