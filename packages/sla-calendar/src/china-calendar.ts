import type { CalendarDefinition } from './calendar-definition.js';
import { type CalendarOptions, createCalendar } from './create-calendar.js';
import type { Hours } from './hours-schema.js';
import type { WorkingCalendar } from './working-calendar.js';

const officeHours: Hours = [
  ['09:00', '12:00'],
  ['13:30', '17:30'],
];
const allDay: Hours = [['00:00', '24:00']];

/** What `chinaCalendar` lets you change: any part of the calendar document, and years after the last bundled notice. */
export type ChinaCalendarOptions = Partial<CalendarDefinition> & CalendarOptions;

/**
 * The national calendar: State Council holidays and make-up workdays of 2007 to 2026, Monday to Friday 09:00–12:00 and
 * 13:30–17:30, Asia/Shanghai. The hours are an example of an office, not law: give your own in `weekly`.
 *
 * @example
 * chinaCalendar().addWorkingDays('2026-02-12T10:00:00+08:00', 13).toISOString() // '2026-03-09T09:30:00.000Z'
 */
export function chinaCalendar(options: ChinaCalendarOptions = {}): WorkingCalendar {
  const { years, ...changes } = options;
  return createCalendar(
    {
      id: 'cn-office',
      zone: 'Asia/Shanghai',
      holidays: ['cn'],
      weekly: { mon: officeHours, tue: officeHours, wed: officeHours, thu: officeHours, fri: officeHours },
      makeupAs: 'mon',
      ...changes,
    },
    years === undefined ? {} : { years },
  );
}

/**
 * The built-in calendar `always`: 24 hours on seven days. It names no holidays, so no year is ever unknown to it.
 *
 * @param zone IANA zone that says when a date begins and ends; default Asia/Shanghai.
 */
export function alwaysCalendar(zone = 'Asia/Shanghai'): WorkingCalendar {
  const weekly = { mon: allDay, tue: allDay, wed: allDay, thu: allDay, fri: allDay, sat: allDay, sun: allDay };
  return createCalendar({ id: 'always', zone, weekly });
}
