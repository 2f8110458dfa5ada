import { describe, expect, test } from 'vitest';
import { chinaCalendar } from './china-calendar.js';
import { createCalendar } from './create-calendar.js';
import { InvalidCalendarError, NoWorkingTimeError } from './errors.js';

const valid = { id: 'office', zone: 'Asia/Shanghai', weekly: { mon: [['09:00', '12:00']] } };

/** The problems that a document is refused for, one line each. */
function problemsOf(change: Record<string, unknown>, options?: unknown): readonly string[] {
  try {
    createCalendar({ ...valid, ...change } as never, options as never);
    return [];
  } catch (error) {
    expect(error).toBeInstanceOf(InvalidCalendarError);
    return (error as InvalidCalendarError).message.split('\n');
  }
}

describe('a calendar document is refused with pointer, reason and fix', () => {
  test('an unknown key names the one that was meant', () => {
    expect(problemsOf({ weekley: {} })[0]).toMatch(/^\/weekley: unknown key "weekley".*Did you mean "weekly"\?$/);
    expect(problemsOf({ weekly: { mno: [] } })[0]).toMatch(
      /^\/weekly\/mno: .*Allowed: mon, tue, .*Did you mean "mon"\?$/,
    );
  });

  test('every problem is told at once', () => {
    expect(problemsOf({ id: '', zone: 7, weekly: { mon: 'nine' } }).map((line) => line.split(':')[0])).toEqual([
      '/id',
      '/zone',
      '/weekly/mon',
    ]);
  });

  test('an unknown zone', () => {
    expect(problemsOf({ zone: 'Asia/Shangai' })).toEqual([
      '/zone: unknown time zone "Asia/Shangai". Use a name of the IANA time zone database, for example "Asia/Shanghai".',
    ]);
  });

  test('hours over midnight, in the wrong order, overlapping, or no hours at all', () => {
    const hours = (...mon: unknown[]) => problemsOf({ weekly: { mon } })[0];
    expect(hours(['22:00', '06:00'])).toMatch(
      /^\/weekly\/mon\/0: .*For hours over midnight write \["22:00", "30:00"\]\.$/,
    );
    expect(hours(['13:00', '17:00'], ['09:00', '12:00'])).toMatch(/^\/weekly\/mon\/1: .*Sort the intervals/);
    expect(hours(['09:00', '12:00'], ['11:00', '13:00'])).toMatch(/^\/weekly\/mon\/1: /);
    expect(hours(['09:00', '48:01'])).toMatch(/^\/weekly\/mon\/0\/1: /);
    expect(hours(['24:00', '25:00'])).toMatch(/^\/weekly\/mon\/0\/0: .*Give it to the next day/);
    expect(hours(['9:00', '12:00'])).toMatch(/^\/weekly\/mon\/0\/0: /);
    expect(hours(['09:00'])).toMatch(/^\/weekly\/mon\/0/);
  });

  test('dates that do not exist, days of the year that do not exist', () => {
    expect(problemsOf({ dates: { '2026-02-29': [] } })[0]).toMatch(/^\/dates\/2026-02-29: /);
    expect(problemsOf({ breaks: { tomorrow: [] } })[0]).toMatch(/^\/breaks\/tomorrow: /);
    expect(problemsOf({ seasons: [{ from: '06-31', to: '09-30', weekly: {} }] })[0]).toMatch(/^\/seasons\/0\/from: /);
  });

  test('a misspelt layer, and settings with a word that does not exist', () => {
    expect(problemsOf({ holidays: ['china'] })[0]).toMatch(/^\/holidays\/0: .*Allowed: "cn", /);
    expect(problemsOf({ onMissingYear: 'guess' })).toEqual([
      '/onMissingYear: unknown value. Allowed: throw, provisional.',
    ]);
    expect(problemsOf({ makeupAs: 'monday' })[0]).toMatch(/^\/makeupAs: .*Allowed: mon, /);
  });

  test('a holiday year with a wrong make-up day, a day outside, or a wrong sum', () => {
    const year = (table: object) => problemsOf({ holidays: [{ year: 2026, source: 'x', off: [], ...table }] });
    expect(year({ work: [{ date: '2026-03-02' }] })[0]).toMatch(
      /^\/holidays\/0\/work\/0\/date: .*no Saturday or Sunday/,
    );
    expect(year({ off: [{ name: 'x', from: '2027-01-01' }] })[0]).toMatch(
      /^\/holidays\/0\/off\/0\/to: .*2025-12-01 to 2026-12-31/,
    );
    expect(year({ off: [{ name: 'x', from: '2026-05-02' }], work: [{ date: '2026-05-02' }] })[0]).toMatch(
      /both a day off and a make-up workday/,
    );
    expect(year({ statutoryDays: 13 })[0]).toMatch(
      /^\/holidays\/0\/statutoryDays: checksum: 0 weekdays off − 0 make-up workdays = 0/,
    );
    expect(
      year({
        off: [
          { name: 'x', from: '2026-05-04' },
          { name: 'x', from: '2026-05-04' },
        ],
      })[0],
    ).toMatch(/already named/);
    expect(year({ off: [{ name: 'x', from: '2026-05-04', to: '2026-05-01' }] })[0]).toMatch(/before it begins/);
  });

  test('years passed in are whole years of a layer that the calendar names', () => {
    const table = { year: 2027, off: [] };
    expect(problemsOf({ holidays: ['cn'] }, { years: [table] })[0]).toMatch(/^\/0\/statutoryDays: .*after "cn"/);
    expect(problemsOf({}, { years: [{ ...table, source: 'x', statutoryDays: 0 }] })[0]).toMatch(
      /^\/holidays: .*Add "cn"/,
    );
  });

  test('keys that reach a prototype are refused wherever they stand', () => {
    const hostile = JSON.parse('{"dates":{"__proto__":[["09:00","12:00"]]}}');
    expect(problemsOf(hostile)).toEqual(['/dates/__proto__: the key "__proto__" is not allowed.']);
    expect(problemsOf({ title: JSON.parse('{"constructor":"x"}') })[0]).toMatch(/^\/title\/constructor: /);
    let deep: unknown = [];
    for (let i = 0; i < 100; i++) deep = [deep];
    expect(problemsOf({ holidays: deep })[0]).toMatch(/nested deeper/);
  });

  test('no document at all', () => {
    for (const value of [null, undefined, 'office', 7, []])
      expect(() => createCalendar(value as never)).toThrow(InvalidCalendarError);
  });
});

test('the hash follows the content, not the order of keys or what was asked of the calendar', () => {
  const [a, b] = [
    createCalendar(valid as never),
    createCalendar({ weekly: valid.weekly, zone: valid.zone, id: valid.id } as never),
  ];
  expect(a.hash).toMatch(/^[0-9a-f]{64}$/);
  a.isWorkingDay('2026-03-02');
  expect(b.hash).toBe(a.hash);
  expect(createCalendar({ ...valid, zone: 'Asia/Urumqi' } as never).hash).not.toBe(a.hash);
  expect(chinaCalendar({ version: '2026.1' }).version).toBe('2026.1');
});

test('changing a document afterwards changes no calendar', () => {
  const document = structuredClone(valid) as typeof valid;
  const calendar = createCalendar(document as never);
  document.weekly.mon[0] = ['00:00', '24:00'];
  expect(calendar.dayInfo('2026-03-02').hours).toEqual([['09:00', '12:00']]);
});

test('a calendar without working time says so instead of searching for ever', () => {
  const closed = createCalendar({ ...valid, weekly: {} } as never);
  expect(() => closed.nextOpening('2026-03-02T00:00:00Z')).toThrow(NoWorkingTimeError);
  expect(() => closed.addWorkingDays('2026-03-02T00:00:00Z', -1)).toThrow(NoWorkingTimeError);
  expect(() => createCalendar(valid as never).addWorkingTime(0, { hours: 1e9 })).toThrow(NoWorkingTimeError);
  expect(closed.workingTimeBetween('2026-03-02T00:00:00Z', '2027-03-02T00:00:00Z')).toBe(0);
});
