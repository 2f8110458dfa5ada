import { dueDate, type Term, type WorkingCalendar } from '@hotline-kit/sla-calendar';
import { spanOf } from './added-tests.js';
import { isRecord } from './diagnostic/json-limits.js';
import type { OperatorTest } from './operator-tests.js';

/** The calendars by which terms between two dates are counted. */
export interface TermCalendars {
  readonly byId: Readonly<Record<string, WorkingCalendar>>;
  /** The calendar of a condition that names none. */
  readonly byDefault?: WorkingCalendar;
}

/** What a condition says of a term between two dates, beside the fact that it starts at. */
export interface TermSetting {
  readonly term: Term;
  readonly calendar?: string;
}

/**
 * The operators that compare two dates by a calendar term, for `openRuleSet` and for json-rules-engine. They throw
 * `UnknownYearError` where the calendar does not know a year and is to throw then.
 *
 * @example
 * openRuleSet(portable, { operators: termOperators({ byId: { office: chinaCalendar() } }) });
 */
export function termOperators(calendars: TermCalendars): Readonly<Record<'withinTerm' | 'beyondTerm', OperatorTest>> {
  return {
    withinTerm: (date, start, setting) => compare(date, start, setting, calendars, (at, due) => at <= due),
    beyondTerm: (date, start, setting) => compare(date, start, setting, calendars, (at, due) => at > due),
  };
}

/** The calendar that a condition counts by. */
export function termCalendar(setting: unknown, calendars: TermCalendars): WorkingCalendar | undefined {
  const id = isRecord(setting) ? setting.calendar : undefined;
  if (id === undefined) return calendars.byDefault;
  return typeof id === 'string' && Object.hasOwn(calendars.byId, id) ? calendars.byId[id] : undefined;
}

function compare(
  date: unknown,
  start: unknown,
  setting: unknown,
  calendars: TermCalendars,
  holds: (at: number, due: number) => boolean,
): boolean {
  const [at, from] = [spanOf(date), spanOf(start)];
  const calendar = termCalendar(setting, calendars);
  if (at === undefined || from === undefined || calendar === undefined) return false;
  const { term } = setting as TermSetting;
  return holds(at.start, dueDate(term, new Date(from.start), calendar).dueAt.getTime());
}
