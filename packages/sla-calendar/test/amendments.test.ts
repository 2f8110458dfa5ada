import {
  affectedClocks,
  chinaCalendar,
  diffCalendars,
  dueBatch,
  dueDate,
  evaluateClock,
  type HolidayYear,
  isoInZone,
  publishedYears,
  retimeClock,
  type WorkingCalendar,
} from '@hotline-kit/sla-calendar';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { proofSize } from './proof-size.js';

const after = chinaCalendar();

/** A year as the first notice had it, with the ranges and make-up days that the amendment replaced. */
function asFirstPublished(year: number, change: (table: HolidayYear) => Partial<HolidayYear>): WorkingCalendar {
  const { amends: _, ...table } = publishedYears.find((one) => one.year === year) as HolidayYear;
  return chinaCalendar({ years: [{ ...table, ...change(table) }] });
}

const amendments = [
  {
    notice: '国发明电〔2015〕1号, 2015-05-13: three days for the 70th anniversary, Sunday worked',
    before: asFirstPublished(2015, ({ off, work = [] }) => ({
      off: off.filter(({ from }) => from !== '2015-09-03'),
      work: work.filter(({ date }) => date !== '2015-09-06'),
    })),
    days: [
      '2015-09-03 workday > holiday',
      '2015-09-04 workday > holiday',
      '2015-09-05 weekend > holiday',
      '2015-09-06 weekend > makeupWorkday',
    ],
    startedAt: '2015-09-02T10:00:00+08:00',
    amount: 2,
    dueBefore: '2015-09-04',
    dueAfter: '2015-09-07',
    untouched: { startedAt: '2015-08-27T10:00:00+08:00', dueAt: '2015-09-02T17:30:00+08:00' },
  },
  {
    notice: '国办发明电〔2019〕3号, 2019-03-22: Labour Day of four days, two Sundays worked',
    before: asFirstPublished(2019, ({ off, work = [] }) => ({
      off: off.map((range) => (range.from === '2019-05-01' ? { ...range, to: '2019-05-01' } : range)),
      work: work.filter(({ date }) => date !== '2019-04-28' && date !== '2019-05-05'),
    })),
    days: [
      '2019-04-28 weekend > makeupWorkday',
      '2019-05-02 workday > holiday',
      '2019-05-03 workday > holiday',
      '2019-05-04 weekend > holiday',
      '2019-05-05 weekend > makeupWorkday',
    ],
    startedAt: '2019-04-30T10:00:00+08:00',
    amount: 2,
    dueBefore: '2019-05-03',
    dueAfter: '2019-05-06',
    untouched: { startedAt: '2019-05-06T10:00:00+08:00', dueAt: '2019-05-08T17:30:00+08:00' },
  },
  {
    notice: '国办发明电〔2020〕1号, 2020-01-26: issued inside the Spring Festival that it made longer',
    before: asFirstPublished(2020, ({ off, work = [] }) => ({
      off: off.map((range) => (range.to === '2020-02-02' ? { ...range, to: '2020-01-30' } : range)),
      work: [...work, { name: '春节', date: '2020-02-01' }],
    })),
    days: ['2020-01-31 workday > holiday', '2020-02-01 makeupWorkday > holiday', '2020-02-02 weekend > holiday'],
    startedAt: '2020-01-23T10:00:00+08:00',
    amount: 5,
    dueBefore: '2020-02-05',
    dueAfter: '2020-02-07',
    untouched: { startedAt: '2020-01-20T10:00:00+08:00', dueAt: '2020-01-30T17:30:00+08:00' },
  },
] as const;

describe.each(amendments)('$notice', ({ before, days, startedAt, amount, dueBefore, dueAfter, untouched }) => {
  const diff = diffCalendars(before, after);
  const policy = { term: { kind: 'workingDays', amount } } as const;
  const clock = { policy, events: [{ type: 'start', at: startedAt }] } as const;
  const retimed = (onAmendment: 'recompute' | 'keep' | 'favourCitizen' | 'favourUnit') =>
    retimeClock(clock, { before, after, diff }, { onAmendment, at: startedAt, by: 'supervision-office' });
  const day = (date: Date) => isoInZone(date, 'Asia/Shanghai').slice(0, 10);

  test('the diff names each amended day with its kind before and after', () => {
    expect(diff.days.map(({ date, before: old, after: fresh }) => `${date} ${old.kind} > ${fresh.kind}`)).toEqual(days);
    expect(diff).toMatchObject({ everyWeek: false, yearsAdded: [], yearsRemoved: [], zone: 'Asia/Shanghai' });
    expect(diff.before.hash).toBe(before.hash);
    expect(diff.after.hash).toBe(after.hash);
  });

  test('a clock that runs through it moves, with an audit entry of both dates, calendars and days', () => {
    const entry = retimed('recompute');
    expect([day(entry.before.dueAt), day(entry.after.dueAt)]).toEqual([dueBefore, dueAfter]);
    expect(entry).toMatchObject({
      type: 'clock.retimed',
      by: 'supervision-office',
      onAmendment: 'recompute',
      moved: true,
    });
    expect(entry.before.calendar.hash).toBe(before.hash);
    expect(entry.after.calendar.hash).toBe(after.hash);
    expect(entry.days.length).toBeGreaterThan(0);
    expect(entry.text.zh).toContain(`改为 ${dueAfter}T17:30:00+08:00`);
    expect(entry.text.en).toContain(`due ${dueAfter}T17:30:00+08:00 instead of ${dueBefore}T17:30:00+08:00`);
    expect(JSON.parse(JSON.stringify(entry))).toMatchObject({
      moved: true,
      recomputed: entry.recomputed.toISOString(),
    });
  });

  test('keep and favourCitizen leave it, favourUnit moves it, since this amendment gives time', () => {
    expect(day(retimed('keep').after.dueAt)).toBe(dueBefore);
    expect(day(retimed('favourCitizen').after.dueAt)).toBe(dueBefore);
    expect(day(retimed('favourUnit').after.dueAt)).toBe(dueAfter);
    expect(retimed('keep')).toMatchObject({ moved: false });
    expect(day(retimed('keep').recomputed)).toBe(dueAfter);
    expect(retimed('keep').text.zh).toMatch(/期限仍为/);
  });

  test('of two clocks only the one that touches an amended day is affected', () => {
    const touched = { startedAt, dueAt: `${dueBefore}T17:30:00+08:00`, id: 'touched' };
    expect(affectedClocks([touched, { ...untouched, id: 'untouched' }], diff)).toEqual([touched]);
  });

  test('what was late before the amendment is judged by the deadline that the policy leaves', () => {
    const between = `${dueAfter}T09:00:00+08:00`;
    const answered = { policy, events: [...clock.events, { type: 'satisfied', at: between }] } as const;
    expect(evaluateClock(policy, answered.events, between, before).late).toBe(true);
    const entry = (onAmendment: 'keep' | 'recompute') =>
      retimeClock(answered, { before, after, diff }, { onAmendment, at: between, by: 'system' });
    expect(entry('recompute')).toMatchObject({ before: { late: true }, after: { late: false } });
    expect(entry('keep')).toMatchObject({ before: { late: true }, after: { late: true } });
  });
});

describe('amendments in general', () => {
  const [{ before }] = amendments;

  test('a calendar does not differ from itself, and the way back is the same days turned round', () => {
    expect(diffCalendars(after, after).days).toEqual([]);
    const there = diffCalendars(before, after).days;
    const back = diffCalendars(after, before).days;
    expect(back.map(({ date, before: a, after: b }) => ({ date, before: b, after: a }))).toEqual(there);
  });

  test('an amendment that takes time away: favourCitizen takes the earlier, favourUnit the later', () => {
    const clock = {
      policy: { term: { kind: 'workingDays', amount: 2 } },
      events: [{ type: 'start', at: '2015-09-02T10:00:00+08:00' }],
    } as const;
    const back = { before: after, after: before, diff: diffCalendars(after, before) };
    const due = (onAmendment: 'favourCitizen' | 'favourUnit') =>
      retimeClock(clock, back, { onAmendment, at: '2015-09-02T10:00:00+08:00', by: 'x' }).after.dueAt.toISOString();
    expect(due('favourCitizen')).toBe('2015-09-04T09:30:00.000Z');
    expect(due('favourUnit')).toBe('2015-09-07T09:30:00.000Z');
  });

  test('a new year is named as added', () => {
    const upTo2025 = { ...after.definition, holidays: [publishedYears.filter(({ year }) => year < 2026)] };
    const shorter = chinaCalendar({ ...upTo2025, onMissingYear: 'provisional' });
    const diff = diffCalendars(shorter, after);
    expect(diff).toMatchObject({ yearsAdded: [2026], yearsRemoved: [], from: '2006-12-01', to: '2026-12-31' });
    expect(diff.days.find(({ date }) => date === '2026-02-17')).toMatchObject({
      before: { kind: 'workday', certainty: 'provisional' },
      after: { kind: 'holiday', name: '春节', certainty: 'official' },
    });
    expect(affectedClocks([{ startedAt: '2026-03-02T00:00:00Z', dueAt: '2026-03-03T00:00:00Z' }], diff)).toEqual([]);
  });

  test('hours over midnight reach the clocks of the next date', () => {
    const nights = chinaCalendar({ dates: { '2026-03-04': [['20:00', '29:00']] } });
    const noNight = chinaCalendar({ dates: { '2026-03-04': [['20:00', '23:00']] } });
    const diff = diffCalendars(nights, noNight);
    const clock = { startedAt: '2026-03-05T02:00:00+08:00', dueAt: '2026-03-05T04:00:00+08:00' };
    expect(affectedClocks([clock], diff)).toEqual([clock]);
    const later = { startedAt: '2026-03-06T02:00:00+08:00', dueAt: '2026-03-06T04:00:00+08:00' };
    expect(affectedClocks([later], diff)).toEqual([]);
  });

  test('a clock that is not affected never moves (any amended day, any term)', () => {
    const numRuns = proofSize({ quick: 150, ci: 1_500, full: 6_000 });
    const days = fc.integer({ min: 0, max: 364 });
    const date = (day: number) => new Date(Date.UTC(2025, 0, 1 + day)).toISOString().slice(0, 10);
    const hours = fc.constantFrom<[string, string][][]>([], [['08:00', '20:00']], [['20:00', '29:00']]);
    const term = fc.oneof(
      fc.record({ kind: fc.constant('workingDays' as const), amount: fc.integer({ min: 1, max: 30 }) }),
      fc.record({ kind: fc.constant('naturalDays' as const), amount: fc.integer({ min: 1, max: 60 }) }),
      fc.record({
        kind: fc.constant('workingTime' as const),
        amount: fc.integer({ min: 1, max: 200 }),
        unit: fc.constant('hour' as const),
      }),
    );
    let unaffected = 0;
    fc.assert(
      fc.property(days, hours, days, fc.nat(86_399), term, (changed, own, started, second, limit) => {
        const amended = chinaCalendar({ dates: { [date(changed)]: own } });
        const startedAt = Date.UTC(2025, 0, 1 + started) + second * 1000;
        const { dueAt } = dueDate(limit, startedAt, after);
        const diff = diffCalendars(after, amended);
        if (affectedClocks([{ startedAt, dueAt }], diff).length > 0) return;
        unaffected++;
        expect(dueDate(limit, startedAt, amended).dueAt).toEqual(dueAt);
      }),
      { numRuns: Math.ceil(numRuns / 5) },
    );
    expect(unaffected).toBeGreaterThan(0);
  });

  test('a whole city is recomputed by the batch with the same results', () => {
    const startedAt = Float64Array.from({ length: 500 }, (_, n) => Date.UTC(2015, 7, 28) + n * 977_000);
    const amount = startedAt.map((_, n) => ((n % 40) + 1) * 1_800_000);
    const due = dueBatch({ startedAt, amount }, after);
    startedAt.forEach((at, n) => {
      expect(after.addWorkingTime(at, { milliseconds: amount[n] as number }).getTime()).toBe(due[n]);
    });
  });
});
