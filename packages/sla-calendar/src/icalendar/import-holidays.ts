import ICAL from 'ical.js';
import { type DayNumber, dayText, parseDay, yearOf } from '../civil-date.js';
import { InvalidCalendarError } from '../errors.js';
import type { HolidayYear } from '../holiday-year.js';
import { parseTables } from '../parse-definition.js';

/** An all-day event of an iCalendar file, or one occurrence of it. Dates are `YYYY-MM-DD`, both included. */
export interface HolidayEvent {
  readonly summary: string;
  readonly from: string;
  readonly to: string;
}

/** How holidays are read. */
export interface ImportOptions {
  /** First and last year that are read: what lies outside is left out, recurring events are repeated in it. */
  readonly years: { readonly from: number; readonly to: number };
  /** Written into each table as its `source`. */
  readonly source?: string;
  /**
   * What an event is: a day off, a make-up workday, or nothing for a calendar. By default an event is a make-up workday
   * where its summary says so (班, 补班, 上班, "make-up", "workday"), else a day off.
   */
  readonly classify?: (event: HolidayEvent) => 'off' | 'work' | 'ignore';
}

/** An event that was not read, and why: `timed` has a time of day, `outside` no day in the years asked for. */
export interface SkippedEvent {
  readonly summary: string;
  readonly reason: 'timed' | 'outside' | 'ignored' | 'cancelled';
}

/** Holidays as layers of a calendar document, one table for each year, and what was left out. */
export interface ImportedHolidays {
  readonly years: readonly HolidayYear[];
  readonly skipped: readonly SkippedEvent[];
}

interface Marked {
  readonly name: string;
  readonly work: boolean;
}

const workPattern = /班|make-?up|workday/i;
/** More occurrences than this in one file are a mistake or an attack, not a calendar of holidays. */
const mostOccurrences = 20_000;
const largestFile = 5_000_000;

/**
 * Reads the holidays of an iCalendar file (RFC 5545) as a layer for `holidays` of a calendar document. They are a layer
 * without the checksum of a notice: an iCalendar file carries no number of statutory days.
 *
 * @throws InvalidCalendarError for a file that is no iCalendar, or a date that is both off and worked.
 * @example
 * const { years } = holidaysFromICalendar(text, { years: { from: 2026, to: 2026 }, source: 'https://…/region.ics' })
 * chinaCalendar({ id: 'region', holidays: ['cn', [...years]] })
 */
export function holidaysFromICalendar(text: string, options: ImportOptions): ImportedHolidays {
  const { classify = (event) => (workPattern.test(event.summary) ? 'work' : 'off') } = options;
  const days = new Map<DayNumber, Marked>();
  const skipped: SkippedEvent[] = [];
  for (const component of eventsOf(text)) {
    const event = new ICAL.Event(component);
    const summary = (event.summary ?? '').trim() || '—';
    const skip = (reason: SkippedEvent['reason']) => skipped.push({ summary, reason });
    if (component.getFirstPropertyValue('status') === 'CANCELLED') skip('cancelled');
    else if (event.startDate === null || !event.startDate.isDate) skip('timed');
    else {
      const occurrences = occurrencesOf(event, summary, options.years);
      if (occurrences.length === 0) skip('outside');
      for (const occurrence of occurrences) {
        const what = classify(occurrence);
        if (what === 'ignore') skip('ignored');
        else mark(days, occurrence, what === 'work');
      }
    }
  }
  return { years: parseTables(tablesOf(days, options.source)), skipped };
}

function eventsOf(text: string): readonly ICAL.Component[] {
  if (text.length > largestFile) throw refused(`the file is longer than ${largestFile} characters`);
  try {
    return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
  } catch (error) {
    throw refused(`the text is no iCalendar file: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function occurrencesOf(event: ICAL.Event, summary: string, years: ImportOptions['years']): readonly HolidayEvent[] {
  const length = Math.max(1, Math.round(event.duration.toSeconds() / 86_400));
  const occurrence = (start: ICAL.Time): HolidayEvent => {
    const from = start.toString();
    return { summary, from, to: dayText((parseDay(from) as DayNumber) + length - 1) };
  };
  const inside = ({ from, to }: HolidayEvent) =>
    Number(to.slice(0, 4)) >= years.from && Number(from.slice(0, 4)) <= years.to;
  if (!event.isRecurring()) return [occurrence(event.startDate)].filter(inside);
  const found: HolidayEvent[] = [];
  const iterator = event.iterator();
  for (let count = 0, next = iterator.next(); next !== null && next !== undefined; next = iterator.next()) {
    if (next.year > years.to) break;
    count++;
    if (count > mostOccurrences) throw refused(`the event "${summary}" repeats more than ${mostOccurrences} times`);
    found.push(occurrence(next));
  }
  return found.filter(inside);
}

function mark(days: Map<DayNumber, Marked>, { summary, from, to }: HolidayEvent, work: boolean): void {
  const name = summary.replace(/\s*[（(]?\s*(?:休|补?班)\s*[）)]?\s*$/u, '') || summary;
  const last = parseDay(to) as DayNumber;
  for (let day = parseDay(from) as DayNumber; day <= last; day++) {
    const known = days.get(day);
    if (known !== undefined && known.work !== work) {
      throw refused(`${dayText(day)} is both a day off ("${known.work ? name : known.name}") and a make-up workday`);
    }
    days.set(day, known ?? { name, work });
  }
}

/** Neighbouring days of one name become one range. */
function tablesOf(days: ReadonlyMap<DayNumber, Marked>, source: string | undefined): unknown[] {
  const tables = new Map<number, { off: { name: string; from: string; to: string }[]; work: unknown[] }>();
  for (const [day, { name, work }] of [...days].sort(([a], [b]) => a - b)) {
    const table = tables.get(yearOf(day)) ?? { off: [], work: [] };
    tables.set(yearOf(day), table);
    const date = dayText(day);
    const last = table.off[table.off.length - 1];
    if (work) table.work.push({ name, date });
    else if (last?.name === name && last.to === dayText(day - 1)) last.to = date;
    else table.off.push({ name, from: date, to: date });
  }
  return [...tables].map(([year, table]) => ({ year, ...(source === undefined ? {} : { source }), ...table }));
}

function refused(message: string): InvalidCalendarError {
  return new InvalidCalendarError([{ pointer: '', value: undefined, message }]);
}
