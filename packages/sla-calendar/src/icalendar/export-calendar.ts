import { millisecondsInDay } from 'date-fns/constants';
import ical, { ICalEventBusyStatus, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import { type DayNumber, dayText, parseDay } from '../civil-date.js';
import { InvalidInstantError } from '../errors.js';
import { type Instant, toEpochMilliseconds } from '../instant.js';
import type { DayInfo, WorkingCalendar } from '../working-calendar.js';

/** What is written into an iCalendar file. */
export interface ICalendarOptions {
  /** First and last date, `YYYY-MM-DD`, both included. */
  readonly from: string;
  readonly to: string;
  /** Instant of the export, the DTSTAMP of each event. */
  readonly stamp: Instant;
  /** Language of the summaries; default `zh`. */
  readonly lang?: 'zh' | 'en';
  /** Name of the calendar; default its title or id. */
  readonly name?: string;
}

interface Run {
  readonly info: DayInfo;
  readonly first: DayNumber;
  last: DayNumber;
}

/**
 * A calendar's holidays, make-up workdays and dates with own hours as an iCalendar file (RFC 5545) of all-day events.
 * Days of a year without a notice are marked TENTATIVE. The same calendar and options always give the same text.
 *
 * @example
 * toICalendar(chinaCalendar(), { from: '2026-01-01', to: '2026-12-31', stamp: '2026-01-01T00:00:00Z' })
 * // 'BEGIN:VCALENDAR…SUMMARY:春节（休）…SUMMARY:春节（班）…'
 */
export function toICalendar(calendar: WorkingCalendar, options: ICalendarOptions): string {
  const { lang = 'zh' } = options;
  const stamp = new Date(toEpochMilliseconds(options.stamp));
  const { title } = calendar.definition;
  const file = ical({
    name: options.name ?? title?.[lang] ?? calendar.id,
    prodId: { company: 'hotline-kit', product: 'sla-calendar', language: lang.toUpperCase() },
  });
  for (const { info, first, last } of runsOf(calendar, requireDay(options.from), requireDay(options.to))) {
    const event = file.createEvent({
      id: `${info.date}@${calendar.id}`,
      stamp,
      allDay: true,
      start: new Date(first * millisecondsInDay),
      end: new Date((last + 1) * millisecondsInDay),
      summary: summaryOf(info, lang),
      transparency: info.working ? ICalEventTransparency.OPAQUE : ICalEventTransparency.TRANSPARENT,
      busystatus: info.working ? ICalEventBusyStatus.BUSY : ICalEventBusyStatus.OOF,
      status: info.certainty === 'official' ? ICalEventStatus.CONFIRMED : ICalEventStatus.TENTATIVE,
    });
    if (info.source !== undefined) event.description(info.source);
  }
  return file.toString();
}

/** Neighbouring days off of one holiday are one event. */
function runsOf(calendar: WorkingCalendar, from: DayNumber, to: DayNumber): readonly Run[] {
  const runs: Run[] = [];
  for (let day = from; day <= to; day++) {
    const info = calendar.dayInfo(dayText(day));
    if (info.kind === 'workday' || info.kind === 'weekend') continue;
    const run = runs[runs.length - 1];
    const same = run?.info.kind === 'holiday' && info.kind === 'holiday' && run.info.name === info.name;
    if (run !== undefined && same && run.last === day - 1) run.last = day;
    else runs.push({ info, first: day, last: day });
  }
  return runs;
}

function summaryOf({ kind, name = '', hours }: DayInfo, lang: 'zh' | 'en'): string {
  const open = hours.map(([from, to]) => `${from}–${to}`).join(', ');
  const words = {
    holiday: { zh: `${name}（休）`, en: `${name} (day off)` },
    makeupWorkday: { zh: `${name}（班）`, en: `${name} (make-up workday)` },
    ownHours: { zh: `${name}当日办公 ${open}`, en: `${name} open ${open}` },
    closed: { zh: `${name}不办公`, en: `${name} closed` },
    workday: { zh: '', en: '' },
    weekend: { zh: '', en: '' },
  };
  return words[kind][lang].trim();
}

function requireDay(text: string): DayNumber {
  const day = parseDay(text);
  if (day === undefined) throw new InvalidInstantError(text, `"${text}" is no date. Write it as "YYYY-MM-DD".`);
  return day;
}
