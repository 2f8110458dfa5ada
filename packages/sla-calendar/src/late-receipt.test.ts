import { describe, expect, test } from 'vitest';
import { chinaCalendar } from './china-calendar.js';
import { createCalendar } from './create-calendar.js';
import { dueDate } from './due-date.js';
import { isoInZone } from './local-time.js';
import { parseTerm, type Term } from './term.js';

const lateReceipt = { from: '17:00', countsAt: '08:30' };
const round: [string, string][] = [['00:00', '24:00']];
const boston = createCalendar({
  id: 'boston',
  zone: 'America/New_York',
  weekly: { mon: round, tue: round, wed: round, thu: round, fri: round },
});

function due(term: Term, local: string, calendar = boston): string {
  return isoInZone(dueDate(term, local, calendar).dueAt, calendar.zone)
    .slice(5, 16)
    .replace('T', ' ');
}

describe('received from 17:00 on counts as received at 08:30 of the next working day', () => {
  const twoDays: Term = { kind: 'workingDays', amount: 2, end: 'sameClock', lateReceipt };

  test('in the evening, on Friday evening, and not a minute too early', () => {
    expect(due(twoDays, '2011-07-11T16:59:59-04:00')).toBe('07-13 16:59');
    expect(due(twoDays, '2011-07-11T17:00:00-04:00')).toBe('07-14 08:30');
    expect(due(twoDays, '2011-07-15T19:12:00-04:00')).toBe('07-20 08:30');
  });

  test('what comes in early in the morning keeps its time of day', () => {
    expect(due(twoDays, '2011-07-11T06:20:00-04:00')).toBe('07-13 06:20');
  });

  test('natural days begin to run from there, too', () => {
    const office = chinaCalendar();
    const term: Term = { kind: 'naturalDays', amount: 3, roll: 'none', end: 'endOfDay', lateReceipt };
    expect(due(term, '2026-03-06T16:00:00+08:00', office)).toBe('03-10 00:00');
    expect(due(term, '2026-03-06T18:00:00+08:00', office)).toBe('03-13 00:00');
  });

  test('explain says so first, and only where it happened', () => {
    const [first, second] = dueDate(twoDays, '2011-07-15T19:12:00-04:00', boston).explain();
    expect(first).toMatchObject({
      kind: 'start',
      date: '2011-07-15',
      text: { zh: '17:00 后收到，视为 2011-07-18 08:30 收到' },
      source: '民法典第二百零四条',
    });
    expect(second).toMatchObject({ kind: 'start', date: '2011-07-18' });
    expect(dueDate(twoDays, '2011-07-15T09:12:00-04:00', boston).explain()[0]?.text.zh).not.toMatch(/视为/);
  });

  test('the term comes from a document, and only for days', () => {
    expect(parseTerm(twoDays)).toEqual(twoDays);
    expect(() => parseTerm({ ...twoDays, lateReceipt: { from: '17:00' } })).toThrow(/lateReceipt/);
    expect(() => parseTerm({ kind: 'elapsed', amount: 1, unit: 'hour', lateReceipt })).toThrow();
  });
});
