import type { CalendarDefinition, HolidayLayer } from './calendar-definition.js';
import { InvalidCalendarError } from './errors.js';
import type { HolidayYear } from './holiday-year.js';
import { parseDefinition, parseYears } from './parse-definition.js';
import { publishedYears } from './published-years.js';
import { WorkingCalendar } from './working-calendar.js';

/** Options of `createCalendar`. */
export interface CalendarOptions {
  /** Whole years that add to the bundled layer `cn` or replace years of it, such as a notice published after this release. */
  readonly years?: readonly HolidayYear[];
}

/**
 * Makes a calendar from its JSON document.
 *
 * @throws InvalidCalendarError with every problem of the document, each with JSON pointer, value and fix.
 * @example
 * const office = createCalendar({
 *   id: 'office', zone: 'Asia/Shanghai', holidays: ['cn'],
 *   weekly: { mon: [['09:00', '17:00']], tue: [['09:00', '17:00']] },
 * })
 * office.isWorkingDay('2026-02-14') // true: a make-up Saturday has the hours of the first open weekday
 */
export function createCalendar(definition: CalendarDefinition, options: CalendarOptions = {}): WorkingCalendar {
  const parsed = parseDefinition(definition);
  const added = options.years === undefined ? [] : parseYears(options.years);
  const layers = parsed.holidays ?? [];
  if (added.length > 0 && !layers.includes('cn')) {
    throw new InvalidCalendarError([
      {
        pointer: '/holidays',
        value: parsed.holidays,
        message: 'years are given for the layer "cn", which the calendar does not name',
        fix: 'Add "cn" to "holidays", or write the years into "holidays" themselves.',
      },
    ]);
  }
  return new WorkingCalendar(
    parsed,
    layers.map((layer) => tablesOf(layer, added)),
  );
}

function tablesOf(layer: HolidayLayer, added: readonly HolidayYear[]): readonly HolidayYear[] {
  if (layer === 'cn') {
    const replaced = new Set(added.map((table) => table.year));
    return [...publishedYears.filter((table) => !replaced.has(table.year)), ...added].sort((a, b) => a.year - b.year);
  }
  return Array.isArray(layer) ? layer : [layer];
}
