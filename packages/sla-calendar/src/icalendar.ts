export type { ICalendarOptions } from './icalendar/export-calendar.js';
export { toICalendar } from './icalendar/export-calendar.js';
export type { HolidayEvent, ImportedHolidays, ImportOptions, SkippedEvent } from './icalendar/import-holidays.js';
export { holidaysFromICalendar } from './icalendar/import-holidays.js';
