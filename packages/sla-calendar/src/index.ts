export type { DatedClock } from './affected-clocks.js';
export { affectedClocks } from './affected-clocks.js';
export type { CalendarDefinition } from './calendar-definition.js';
export { calendarDefinitionSchema } from './calendar-definition.js';
export type { CalendarDiff, ChangedDay, DayState, RegularHours } from './calendar-diff.js';
export { diffCalendars } from './calendar-diff.js';
export type { ChinaCalendarOptions } from './china-calendar.js';
export { alwaysCalendar, chinaCalendar } from './china-calendar.js';
export type { Weekday } from './civil-date.js';
export type { ClockEvent, ClockReading, ClockWarning } from './clock.js';
export { evaluateClock } from './clock.js';
export type { ClockPolicy, Warning } from './clock-policy.js';
export { clockPolicySchema, warningSchema } from './clock-policy.js';
export type { ClockHappening, TicketClock } from './clock-set.js';
export { evaluateClocks, nextInstant } from './clock-set.js';
export type { WarningInstant } from './clock-time.js';
export { dueAfterExtension, dueAfterPause, warningInstants } from './clock-time.js';
export type { CalendarOptions } from './create-calendar.js';
export { createCalendar } from './create-calendar.js';
export type { Certainty, DayKind } from './day-kind.js';
export type { ClockColumns } from './due-batch.js';
export { dueBatch } from './due-batch.js';
export type { DueDate } from './due-date.js';
export { dueDate } from './due-date.js';
export type { CalendarProblem } from './errors.js';
export {
  InvalidCalendarError,
  InvalidInstantError,
  InvalidTermError,
  NoWorkingTimeError,
  UnknownYearError,
  UnknownZoneError,
} from './errors.js';
export type { BilingualText, ExplainedStep } from './explained-step.js';
export type { HolidayYear } from './holiday-year.js';
export { holidayYearSchema } from './holiday-year.js';
export type { Instant } from './instant.js';
export { toEpochMilliseconds } from './instant.js';
export { civilDateOf, instantOf, isoInZone } from './local-time.js';
export { publishedYears } from './published-years.js';
export type { AmendmentPolicy, RecordedClock, RetimeEntry } from './retime.js';
export { retimeClock } from './retime.js';
export type { Term } from './term.js';
export { parseTerm, termSchema } from './term.js';
export type {
  Boundary,
  CalendarReference,
  Coverage,
  DayInfo,
  Period,
  WorkingCalendar,
  WorkingDuration,
} from './working-calendar.js';
export type { DayEnd, StartDay, WorkingDaysOptions } from './working-days.js';
export type { Ambiguous } from './zone-offsets.js';
