import type { CalendarDefinition } from './calendar-definition.js';
import { type DayRules, dayRules } from './day-kind.js';
import type { HolidayYear } from './holiday-year.js';
import { type Timeline, timelineOf } from './timeline.js';
import { type ZoneOffsets, zoneOffsets } from './zone-offsets.js';

/** A compiled calendar: what its dates are, when it is open, and how its zone shows instants. */
export interface Engine extends DayRules, Timeline, ZoneOffsets {}

/** @throws UnknownZoneError */
export function engineFor(definition: CalendarDefinition, layers: readonly (readonly HolidayYear[])[]): Engine {
  const zone = zoneOffsets(definition.zone);
  const rules = dayRules(definition, layers);
  return { ...zone, ...rules, ...timelineOf(rules, zone) };
}
