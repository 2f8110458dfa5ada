import {
  affectedClocks,
  alwaysCalendar,
  type CalendarDefinition,
  chinaCalendar,
  createCalendar,
  type DatedClock,
  diffCalendars,
  dueDate,
  isoInZone,
  type Term,
  type WorkingCalendar,
} from '@hotline-kit/sla-calendar';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { proofSize } from './proof-size.js';

type Weekly = CalendarDefinition['weekly'];
type Hours = NonNullable<Weekly['mon']>;

const office = chinaCalendar();
const { weekly } = office.definition;
const workingHours = (amount: number): Term => ({ kind: 'workingTime', amount, unit: 'hour' });
const workingDays = (amount: number): Term => ({ kind: 'workingDays', amount });

/** A clock as the earlier calendar has it. */
function clockOf(term: Term, startedAt: string, calendar = office): Required<DatedClock> {
  return { term, startedAt, dueAt: dueDate(term, startedAt, calendar).dueAt };
}

/** Whether a clock is affected; without its term, what is known of it is its start and its due instant alone. */
function isAffected(clock: DatedClock, after: WorkingCalendar, before = office): boolean {
  return affectedClocks([clock], diffCalendars(before, after)).length === 1;
}

function withoutTerm({ startedAt, dueAt }: DatedClock): DatedClock {
  return { startedAt, dueAt };
}

describe('other hours of one weekday affect the clocks that count that day, and no others', () => {
  const shortFriday = chinaCalendar({ weekly: { ...weekly, fri: [['09:00', '12:00']] } });

  test.each([
    ['Monday to Wednesday', workingDays(2), '2026-03-02T10:00:00+08:00', false],
    ['Thursday to Monday', workingDays(2), '2026-03-05T10:00:00+08:00', true],
    ['due on Friday', workingDays(1), '2026-03-05T10:00:00+08:00', true],
    ['in 2030, after the last notice, Monday to Wednesday', workingDays(2), '2030-03-04T10:00:00+08:00', false],
    ['in 2030, Thursday to Friday', workingDays(1), '2030-03-07T10:00:00+08:00', true],
    ['an hour of Friday morning, which stayed', workingHours(1), '2026-03-06T09:30:00+08:00', false],
    ['until the closing that became the last one', workingHours(3), '2026-03-06T09:00:00+08:00', false],
    ['two hours over noon on Friday', workingHours(2), '2026-03-06T11:00:00+08:00', true],
  ])('%s: %s', (_, term, startedAt, expected) => {
    const provisional = { onMissingYear: 'provisional' } as const;
    const before = chinaCalendar(provisional);
    const clock = clockOf(term, startedAt, before);
    expect(isAffected(clock, chinaCalendar({ ...shortFriday.definition, ...provisional }), before)).toBe(expected);
  });

  test('without its term a clock counts as affected by any change of a date that it touches', () => {
    const morning = clockOf(workingHours(1), '2026-03-06T09:30:00+08:00');
    expect(isAffected(withoutTerm(morning), shortFriday)).toBe(true);
    expect(isAffected(withoutTerm(clockOf(workingDays(2), '2026-03-02T10:00:00+08:00')), shortFriday)).toBe(false);
  });

  test('the diff names the Fridays and keeps both weeks for other years', () => {
    const diff = diffCalendars(office, shortFriday);
    expect(diff.everyWeek).toBe(true);
    expect(diff.regular?.after.weekly.fri).toEqual([['09:00', '12:00']]);
    expect(diff.days.every(({ date }) => new Date(`${date}T00:00:00Z`).getUTCDay() === 5)).toBe(true);
    expect(diffCalendars(office, chinaCalendar({ id: 'another' }))).not.toHaveProperty('regular');
    expect(
      affectedClocks([clockOf(workingDays(2), '2026-03-05T10:00:00+08:00')], JSON.parse(JSON.stringify(diff))),
    ).toHaveLength(1);
  });
});

describe('what moves no clock affects none', () => {
  const closed = chinaCalendar({ dates: { '2026-03-03': [] } });

  test('wall time, instants that are given, and time up to an opening', () => {
    const start = '2026-03-02T10:00:00+08:00';
    expect(isAffected(clockOf({ kind: 'elapsed', amount: 48, unit: 'hour' }, start), closed)).toBe(false);
    expect(isAffected(clockOf({ kind: 'fixed', at: '2026-03-03T17:30:00+08:00' }, start), closed)).toBe(false);
    expect(isAffected(clockOf({ kind: 'fixed', at: '2026-03-03' }, start), closed)).toBe(true);
    const evening = '2026-03-02T20:00:00+08:00';
    const opening: Term = { kind: 'elapsed', amount: 1, unit: 'hour', startAt: 'nextOpening' };
    expect(isAffected(clockOf(opening, evening), closed)).toBe(true);
    expect(isAffected(clockOf(opening, start), closed)).toBe(false);
  });

  test('a date that changed its name, not its hours', () => {
    const renamed = chinaCalendar({ dates: { '2026-03-07': [] } });
    expect(diffCalendars(office, renamed).days.map(({ after }) => after.kind)).toEqual(['closed']);
    expect(isAffected(clockOf(workingDays(2), '2026-03-05T10:00:00+08:00'), renamed)).toBe(false);
  });

  test('a season outside of which the clock runs', () => {
    const summer = chinaCalendar({
      seasons: [{ from: '06-01', to: '09-30', weekly: { ...weekly, mon: [['08:00', '12:00']] } }],
    });
    expect(isAffected(clockOf(workingDays(5), '2026-03-02T10:00:00+08:00'), summer)).toBe(false);
    expect(isAffected(clockOf(workingDays(5), '2026-07-02T10:00:00+08:00'), summer)).toBe(true);
  });
});

describe('what moves clocks without a change of their own days', () => {
  test('another length of the usual day moves terms counted in lengths of it', () => {
    const shortWeek = chinaCalendar({
      weekly: { ...weekly, wed: [['09:00', '12:00']], thu: [['09:00', '12:00']], fri: [['09:00', '12:00']] },
    });
    const lengths = clockOf({ kind: 'workingDays', amount: 1, end: 'dayLengths' }, '2026-03-02T09:00:00+08:00');
    expect(isAffected(lengths, shortWeek)).toBe(true);
    expect(isAffected(withoutTerm(lengths), shortWeek)).toBe(true);
    expect(isAffected(clockOf(workingDays(1), '2026-03-02T09:00:00+08:00'), shortWeek)).toBe(false);
  });

  test('another zone moves every day, but not one of the same offsets', () => {
    const clock = clockOf(workingDays(1), '2026-03-02T09:00:00+08:00');
    expect(isAffected(clock, chinaCalendar({ zone: 'Asia/Urumqi' }))).toBe(true);
    expect(isAffected(clock, chinaCalendar({ zone: 'Asia/Chongqing' }))).toBe(false);
    const weekend = clockOf(
      { kind: 'naturalDays', amount: 1, roll: 'none', end: 'endOfDay' },
      '2026-03-07T10:00:00+08:00',
    );
    expect(isAffected(weekend, chinaCalendar({ zone: 'Asia/Urumqi' }))).toBe(true);
  });

  test('a night that became shorter affects what runs in its last hours, on the next date', () => {
    const nights = (end: string): CalendarDefinition => {
      const night: Hours = [['20:00', end]];
      const week: Weekly = { mon: night, tue: night, wed: night, thu: night, fri: night, sat: night, sun: night };
      return { id: 'nights', zone: 'Asia/Shanghai', weekly: week, dates: { '2026-03-04': night } };
    };
    const before = createCalendar({ ...nights('29:00'), weekly: {} });
    const after = createCalendar({ ...nights('23:00'), weekly: {} });
    expect(
      isAffected({ startedAt: '2026-03-05T02:00:00+08:00', dueAt: '2026-03-05T04:00:00+08:00' }, after, before),
    ).toBe(true);
    expect(
      isAffected({ startedAt: '2026-03-05T05:00:00+08:00', dueAt: '2026-03-05T07:00:00+08:00' }, after, before),
    ).toBe(false);
  });
});

test('a clock that is not affected never moves, whatever week, season, zone or date changed', () => {
  const hours = fc.constantFrom<Hours>(
    [],
    [['08:00', '12:00']],
    [['09:00', '17:00']],
    [['20:00', '29:00']],
    [['00:00', '24:00']],
  );
  const week = fc.record({ mon: hours, tue: hours, wed: hours, thu: hours, fri: hours, sat: hours, sun: hours });
  const document = fc.record({
    id: fc.constant('any'),
    zone: fc.constantFrom('Asia/Shanghai', 'Asia/Urumqi', 'Europe/London'),
    weekly: week,
    seasons: fc.array(fc.record({ from: fc.constant('06-01'), to: fc.constantFrom('06-10', '08-31'), weekly: week }), {
      maxLength: 1,
    }),
    dates: fc.dictionary(
      fc.integer({ min: 10, max: 28 }).map((day) => `2026-06-${day}`),
      hours,
      { maxKeys: 3 },
    ),
  });
  const day = fc.constantFrom('mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun');
  const change = fc.oneof(
    fc.record({ day, hours }).map(
      ({ day: weekday, hours: other }) =>
        (before: CalendarDefinition): CalendarDefinition => ({
          ...before,
          weekly: { ...before.weekly, [weekday]: other },
        }),
    ),
    document.map((after) => () => after),
  );
  const term = fc.oneof(
    fc.record({
      kind: fc.constantFrom('workingDays' as const, 'naturalDays' as const),
      amount: fc.integer({ min: 1, max: 12 }),
      startDay: fc.constantFrom('excluded' as const, 'included' as const),
      end: fc.constantFrom('closing' as const, 'endOfDay' as const, 'sameClock' as const),
    }),
    fc.record({
      kind: fc.constant('workingDays' as const),
      amount: fc.integer({ min: 1, max: 5 }),
      end: fc.constant('dayLengths' as const),
    }),
    fc.record({
      kind: fc.constantFrom('workingTime' as const, 'elapsed' as const),
      amount: fc.integer({ min: 1, max: 60 }),
      unit: fc.constant('hour' as const),
      startAt: fc.constantFrom('instant' as const, 'nextOpening' as const),
      boundary: fc.constantFrom('end' as const, 'nextStart' as const),
    }),
    fc.record({ kind: fc.constantFrom('sameDay' as const, 'nextDay' as const) }),
  );
  const year = fc.constantFrom(2026, 2031);
  let [kept, affected] = [0, 0];
  fc.assert(
    fc.property(document, change, term, year, fc.nat(40 * 24 * 60), (before, amend, limit, inYear, minute) => {
      const [old, fresh] = [createCalendar(before), createCalendar(amend(before))];
      const startedAt = Date.UTC(inYear, 5, 1) + minute * 60_000;
      const due = (calendar: WorkingCalendar) => {
        try {
          return isoInZone(dueDate(limit, startedAt, calendar).dueAt, 'UTC');
        } catch {
          return 'never';
        }
      };
      const dueAt = due(old);
      if (dueAt === 'never') return;
      const diff = diffCalendars(old, fresh);
      for (const clock of [
        { startedAt, dueAt, term: limit },
        { startedAt, dueAt },
      ]) {
        if (affectedClocks([clock], diff).length > 0) affected++;
        else {
          kept++;
          expect(due(fresh)).toBe(dueAt);
        }
      }
    }),
    { numRuns: proofSize({ quick: 80, ci: 400, full: 8_000 }) },
  );
  expect(Math.min(kept, affected)).toBeGreaterThan(0);
});

test('a calendar that never closes is affected by no other calendar of its kind', () => {
  const clock = clockOf(workingDays(3), '2026-03-02T10:00:00+08:00', alwaysCalendar());
  expect(isAffected(clock, alwaysCalendar(), alwaysCalendar())).toBe(false);
});
