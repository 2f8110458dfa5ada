import { createRequire } from 'node:module';
import { chinaCalendar } from '@hotline-kit/sla-calendar';
import chineseDays from 'chinese-days';
import { addBusinessDays } from 'date-fns';

const require = createRequire(import.meta.url);
const dayjs = require('dayjs');
dayjs.extend(require('dayjs-business-time'));
const moment = require('moment-business-time');
const { DateTime } = require('luxon-business-days');

/** A day as the libraries have it: text, an instant, or an object of luxon. */
type DayAnswer = string | Date | { readonly toISODate: () => string };

/** What a peer can count. Dates are those of China: the peers count in the time zone of the process. */
export interface TimePeer {
  readonly name: string;
  /** What of China's calendar it can express at all. */
  readonly knows: 'weekends' | 'holidays' | 'make-up workdays';
  readonly isWorkingDay?: (at: Date) => boolean;
  /** The day `days` working days later, in the shape that the library gives it; `dateOf` reads it. */
  readonly addWorkingDays?: (from: Date, days: number) => DayAnswer;
  readonly addWorkingMinutes?: (from: Date, minutes: number) => Date;
  readonly workingMinutesBetween?: (from: Date, to: Date) => number;
}

const office = chinaCalendar();
const day = 86_400_000;

/** Weekdays that the notices of 2007 to 2026 declare off. */
export const holidays: readonly string[] = datesWhere((date, weekend) => !weekend && !office.isWorkingDay(date));

function datesWhere(wanted: (date: string, weekend: boolean) => boolean): readonly string[] {
  const dates: string[] = [];
  for (let at = Date.UTC(2007, 0, 1); at <= Date.UTC(2026, 11, 31); at += day) {
    const date = new Date(at).toISOString().slice(0, 10);
    if (wanted(date, new Date(at).getUTCDay() % 6 === 0)) dates.push(date);
  }
  return dates;
}

const hours = [
  { start: '09:00:00', end: '12:00:00' },
  { start: '13:30:00', end: '17:30:00' },
];
dayjs.setHolidays([...holidays]);
dayjs.setBusinessTime({
  sunday: null,
  monday: hours,
  tuesday: hours,
  wednesday: hours,
  thursday: hours,
  friday: hours,
  saturday: null,
});
const flat = ['09:00:00', '12:00:00', '13:30:00', '17:30:00'];
moment.updateLocale('en', {
  workinghours: { 0: null, 1: flat, 2: flat, 3: flat, 4: flat, 5: flat, 6: null },
  holidays,
});
const holidaySet = new Set(holidays);
const matchers = [(date: { toISODate(): string }) => holidaySet.has(date.toISODate())];

function luxon(at: Date) {
  const date = DateTime.fromJSDate(at);
  date.setupBusiness({ holidayMatchers: matchers });
  return date;
}

/** The date of an answer, `YYYY-MM-DD`, on the clock of the process. */
export function dateOf(answer: DayAnswer): string {
  if (typeof answer === 'string') return answer;
  return 'toISODate' in answer ? answer.toISODate() : dayjs(answer).format('YYYY-MM-DD');
}

export const peers: readonly TimePeer[] = [
  {
    name: 'date-fns addBusinessDays',
    knows: 'weekends',
    isWorkingDay: (at) => at.getDay() % 6 !== 0,
    addWorkingDays: addBusinessDays,
  },
  {
    name: 'luxon-business-days',
    knows: 'holidays',
    isWorkingDay: (at) => luxon(at).isBusinessDay() && !luxon(at).isHoliday(),
    addWorkingDays: (from, days) => luxon(from).plusBusiness({ days }),
  },
  {
    name: 'dayjs-business-time',
    knows: 'holidays',
    isWorkingDay: (at) => dayjs(at).isBusinessDay(),
    addWorkingDays: (from, days) => dayjs(from).addBusinessDays(days).toDate(),
    addWorkingMinutes: (from, minutes) => dayjs(from).addBusinessMinutes(minutes).toDate(),
    workingMinutesBetween: (from, to) => dayjs(to).businessMinutesDiff(dayjs(from)),
  },
  {
    name: 'moment-business-time',
    knows: 'holidays',
    isWorkingDay: (at) => moment(at).isWorkingDay(),
    addWorkingDays: (from, days) => moment(from).addWorkingTime(days, 'days').toDate(),
    addWorkingMinutes: (from, minutes) => moment(from).addWorkingTime(minutes, 'minutes').toDate(),
    workingMinutesBetween: (from, to) => moment(to).workingDiff(moment(from), 'minutes'),
  },
  {
    name: 'chinese-days',
    knows: 'make-up workdays',
    isWorkingDay: (at) => chineseDays.isWorkday(at),
    addWorkingDays: (from, days) => chineseDays.findWorkday(days, dateOf(from)),
  },
];
