import { describe, expect, test } from 'vitest';
import type { CalendarDefinition } from './calendar-definition.js';
import { diffCalendars } from './calendar-diff.js';
import { createCalendar } from './create-calendar.js';
import { type AmendmentPolicy, retimeClock } from './retime.js';

const nine: [string, string][] = [['09:00', '17:00']];
const office = (dates: NonNullable<CalendarDefinition['dates']> = {}) =>
  createCalendar({
    id: 'office',
    zone: 'Asia/Shanghai',
    weekly: { mon: nine, tue: nine, wed: nine, thu: nine, fri: nine },
    dates,
  });
const start = '2026-03-02T10:00:00+08:00';
const clock = { policy: { term: { kind: 'workingDays', amount: 2 } }, events: [{ type: 'start', at: start }] } as const;

/** Two working days from Monday, due on Wednesday 17:00. */
function retimed(dates: NonNullable<CalendarDefinition['dates']>, onAmendment: AmendmentPolicy = 'recompute') {
  const [before, after] = [office(), office(dates)];
  return retimeClock(
    clock,
    { before, after, diff: diffCalendars(before, after) },
    { onAmendment, at: start, by: 'office' },
  );
}

describe('an audit entry names the amended dates from the start to the later of both due dates', () => {
  const named = (...dates: string[]) =>
    retimed(Object.fromEntries(dates.map((date) => [date, []]))).days.map(({ date }) => date);

  test('not those before and after', () => {
    expect(named('2026-03-01', '2026-02-27', '2026-03-05')).toEqual([]);
    expect(named('2026-02-27', '2026-03-03', '2026-03-06')).toEqual(['2026-03-03']);
  });

  test('the first and the last included', () => {
    expect(named('2026-03-02')).toEqual(['2026-03-02']);
    // Due on Wednesday before, and on Thursday after.
    expect(named('2026-03-04', '2026-03-05')).toEqual(['2026-03-04', '2026-03-05']);
    expect(named('2026-03-04')).toEqual(['2026-03-04']);
    const shorter = retimed({ '2026-03-04': [['09:00', '12:00']] });
    expect(shorter.after.dueAt).toEqual(new Date('2026-03-04T12:00:00+08:00'));
    expect(shorter.days.map(({ date }) => date)).toEqual(['2026-03-04']);
  });

  test('where the due instant is 24:00, the date after it is not named', () => {
    const midnight = {
      policy: { term: { kind: 'workingDays', amount: 2, end: 'endOfDay' } },
      events: clock.events,
    } as const;
    const [before, after] = [office(), office({ '2026-03-05': [] })];
    const amendment = { before, after, diff: diffCalendars(before, after) };
    expect(retimeClock(midnight, amendment, { onAmendment: 'recompute', at: start, by: 'office' }).days).toEqual([]);
  });
});

describe('an audit entry says in both languages what became of the term', () => {
  test.each<[AmendmentPolicy, string, string]>([
    [
      'recompute',
      '放假安排调整：按调整后的安排重新计算，期限由 2026-03-04T17:00:00+08:00 改为 2026-03-05T17:00:00+08:00',
      'Holidays amended: recomputed after the amendment, due 2026-03-05T17:00:00+08:00 instead of 2026-03-04T17:00:00+08:00',
    ],
    [
      'keep',
      '放假安排调整：维持原已告知的期限，期限仍为 2026-03-04T17:00:00+08:00',
      'Holidays amended: the term that was told is kept, still due 2026-03-04T17:00:00+08:00',
    ],
    [
      'favourCitizen',
      '放假安排调整：取对群众有利的较早期限，期限仍为 2026-03-04T17:00:00+08:00',
      'Holidays amended: the earlier of both, in favour of the citizen, still due 2026-03-04T17:00:00+08:00',
    ],
    [
      'favourUnit',
      '放假安排调整：取对承办单位有利的较晚期限，期限由 2026-03-04T17:00:00+08:00 改为 2026-03-05T17:00:00+08:00',
      'Holidays amended: the later of both, in favour of the unit, due 2026-03-05T17:00:00+08:00 instead of 2026-03-04T17:00:00+08:00',
    ],
  ])('%s', (policy, zh, en) => {
    const entry = retimed({ '2026-03-03': [] }, policy);
    expect(entry.text).toEqual({ zh, en });
    expect(entry.moved).toBe(en.includes('instead'));
    expect(entry.recomputed).toEqual(new Date('2026-03-05T17:00:00+08:00'));
    expect(entry.at).toEqual(new Date(start));
  });
});
