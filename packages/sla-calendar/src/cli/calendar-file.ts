import type { CalendarDefinition } from '../calendar-definition.js';
import { chinaCalendar } from '../china-calendar.js';
import { createCalendar } from '../create-calendar.js';
import type { WorkingCalendar } from '../working-calendar.js';
import { type Io, readJson } from './io.js';

/** The calendar of a file, or China's office hours where none is given. */
export function calendarOf(path: string | undefined, io: Io): WorkingCalendar {
  return path === undefined
    ? chinaCalendar({ onMissingYear: 'provisional' })
    : createCalendar(readJson(path, io) as CalendarDefinition);
}
