import {
  type Boundary,
  type CalendarDefinition,
  chinaCalendar,
  civilDateOf,
  createCalendar,
  dueAfterPause,
  dueDate,
  type HolidayYear,
  instantOf,
  publishedYears,
  type WorkingCalendar,
} from '@hotline-kit/sla-calendar';
import { describe, expect, test } from 'vitest';
import document from './cases/calendar-cases.json' with { type: 'json' };

/** A fact from a public test suite or a notice. `boundary` is what its source does at closing time. */
interface PublishedCase {
  readonly id: string;
  readonly source: string;
  readonly schedule: {
    readonly tz: string;
    readonly calendar?: string;
    readonly week?: CalendarDefinition['weekly'];
    readonly holidays?: readonly string[];
    readonly shifts?: CalendarDefinition['dates'];
    readonly breaks?: CalendarDefinition['breaks'];
  };
  readonly op: string;
  readonly start: string;
  readonly end?: string;
  readonly amount?: number;
  readonly unit?: 'seconds' | 'minutes' | 'hours' | 'days' | 'months';
  readonly pauses?: readonly (readonly [string, string])[];
  readonly expected: string | number | boolean;
  readonly expectedBeforeAmendment?: string;
  readonly boundary: 'end' | 'nextStart' | 'any';
  readonly note?: string;
}

const cases = document.cases as unknown as readonly PublishedCase[];
const unitInMilliseconds = { seconds: 1000, minutes: 60_000, hours: 3_600_000, days: 0, months: 0 };

function calendarOf({ schedule }: PublishedCase): WorkingCalendar {
  if (schedule.calendar === 'cn') {
    return chinaCalendar(schedule.week === undefined ? {} : { weekly: schedule.week });
  }
  // In the sources a holiday closes a date whatever else is said of it.
  const closed = Object.fromEntries((schedule.holidays ?? []).map((date) => [date, []]));
  return createCalendar({
    id: 'case',
    zone: schedule.tz,
    weekly: schedule.week ?? {},
    dates: { ...schedule.shifts, ...closed },
    breaks: schedule.breaks ?? {},
  });
}

function lastDay(due: Date, zone: string): string {
  return civilDateOf(due.getTime() - 1, zone);
}

function answer(fact: PublishedCase, calendar: WorkingCalendar, boundary: Boundary): string | number | boolean {
  const { op, start, amount = 0, unit = 'minutes', schedule, pauses = [] } = fact;
  const dayStart = () => (start.length === 10 ? instantOf(`${start} 12:00`, schedule.tz) : new Date(start));
  switch (op) {
    case 'add':
    case 'subtract': {
      const sign = op === 'add' ? 1 : -1;
      const milliseconds = sign * amount * unitInMilliseconds[unit];
      const term = { kind: 'workingTime', amount: 1, unit: 'second' } as const;
      return pauses
        .reduce(
          (due, [from, to]) => dueAfterPause(due, from, to, term, calendar),
          calendar.addWorkingTime(start, { milliseconds }, { boundary }),
        )
        .toISOString()
        .replace('.000Z', 'Z');
    }
    case 'between': {
      const paused = pauses.reduce((sum, [from, to]) => sum + calendar.workingTimeBetween(from, to), 0);
      const time = calendar.workingTimeBetween(start, fact.end ?? start) - paused;
      return Math.max(0, time) / unitInMilliseconds[unit];
    }
    case 'isWorking':
      return calendar.isOpen(start);
    case 'addWorkingDays':
      return lastDay(calendar.addWorkingDays(dayStart(), amount), schedule.tz);
    case 'addDaysSameClock':
      return calendar.addWorkingDays(start, amount, { end: 'sameClock' }).toISOString().replace('.000Z', 'Z');
    case 'subtractDaysSameClock':
      return calendar.addWorkingDays(start, -amount, { end: 'sameClock' }).toISOString().replace('.000Z', 'Z');
    case 'addCalendarMonths':
      return lastDay(dueDate({ kind: 'naturalMonths', amount }, dayStart(), calendar).dueAt, schedule.tz);
    default:
      throw new Error(`case ${fact.id} has an unknown operation "${op}"`);
  }
}

describe('published cases', () => {
  const unreliable = cases.filter(({ note }) => note?.includes('unreliable'));
  const usable = cases.filter((fact) => !unreliable.includes(fact));

  test(`all 65 cases are here, ${unreliable.length} of them left out as unreliable`, () => {
    expect(cases.map(({ id }) => id)).toHaveLength(65);
    expect(new Set(cases.map(({ id }) => id)).size).toBe(65);
  });

  for (const fact of usable) {
    const boundaries: readonly Boundary[] = fact.boundary === 'any' ? ['end', 'nextStart'] : [fact.boundary];
    for (const boundary of boundaries) {
      const note = fact.note === undefined ? '' : `: ${fact.note}`;
      test(`${fact.id} ${fact.source} [${boundary}] ${fact.op}${note}`, () => {
        expect(answer(fact, calendarOf(fact), boundary)).toBe(fact.expected);
      });
    }
  }

  test('a span that ends before it begins is negative here, where HC-018 answers 0', () => {
    const fact = cases.find(({ id }) => id === 'HC-018') as PublishedCase;
    const calendar = calendarOf(fact);
    const { start, end = start } = fact;
    expect(calendar.workingTimeBetween(start, end)).toBe(-calendar.workingTimeBetween(end, start));
    expect(calendar.workingTimeBetween(start, end)).toBeLessThan(0);
  });

  test('HC-198 before the amendment of 2015-05-13 the same count ended on 2015-09-04', () => {
    const fact = cases.find(({ id }) => id === 'HC-198') as PublishedCase;
    const amended = publishedYears.find(({ year }) => year === 2015) as HolidayYear;
    const anniversary = /70周年/;
    const { amends: _, ...notice } = amended;
    const before: HolidayYear = {
      ...notice,
      off: amended.off.filter(({ name }) => !anniversary.test(name)),
      work: (amended.work ?? []).filter(({ name = '' }) => !anniversary.test(name)),
    };
    const calendar = chinaCalendar({ years: [before] });
    expect(answer(fact, calendar, 'end')).toBe(fact.expectedBeforeAmendment);
    expect(calendar.hash).not.toBe(chinaCalendar().hash);
  });
});
