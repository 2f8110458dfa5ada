import type { Term, WorkingCalendar } from '@hotline-kit/sla-calendar';
import type { IsoInstant } from '../ticket/instant.js';

/** Whether a clock counts only the time in which its calendar is open; `elapsed` clocks count every second. */
export function countsWorkingTime({ kind }: Term): boolean {
  return kind !== 'elapsed';
}

/** The clock's own time between two instants, in milliseconds. */
export function ownTimeBetween(from: IsoInstant, to: IsoInstant, term: Term, calendar: WorkingCalendar): number {
  const [start, end] = [Date.parse(from), Date.parse(to)];
  return countsWorkingTime(term) ? calendar.workingTimeBetween(start, end) : end - start;
}
