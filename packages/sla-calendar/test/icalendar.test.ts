import { chinaCalendar, InvalidCalendarError, publishedYears } from '@hotline-kit/sla-calendar';
import { holidaysFromICalendar, toICalendar } from '@hotline-kit/sla-calendar/icalendar';
import { describe, expect, test } from 'vitest';

const office = chinaCalendar();
const stamp = '2026-01-02T03:04:05Z';
const years = { from: 2026, to: 2026 };

function file(...events: string[][]): string {
  const lines = events.flatMap((lines, index) => [
    'BEGIN:VEVENT',
    `UID:${index}`,
    'DTSTAMP:20260101T000000Z',
    ...lines,
    'END:VEVENT',
  ]);
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:test', ...lines, 'END:VCALENDAR', ''].join('\r\n');
}

describe('export', () => {
  test('holidays and make-up workdays are all-day events, with an exclusive end, as RFC 5545 has it', () => {
    const text = toICalendar(office, { from: '2026-02-01', to: '2026-02-28', stamp });
    const events = text
      .split('BEGIN:VEVENT')
      .slice(1)
      .map((event) => /SUMMARY:(.*?)\r/.exec(event)?.[1]);
    expect(events).toEqual(['春节（班）', '春节（休）', '春节（班）']);
    expect(text).toContain('DTSTART;VALUE=DATE:20260215\r\nDTEND;VALUE=DATE:20260224');
    expect(text).toContain('UID:2026-02-15@cn-office');
    expect(text).toContain('DTSTAMP:20260102T030405Z');
    expect(text).toContain('DESCRIPTION:国办发明电〔2025〕7号');
    expect(text.split('\r\n').every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true);
  });

  test('days of a year without a notice are tentative; own hours and closed dates are told; English on request', () => {
    const desk = chinaCalendar({
      onMissingYear: 'provisional',
      title: { zh: '窗口', en: 'Counter' },
      dates: { '2026-03-04': [['09:00', '12:00']], '2026-03-05': [] },
    });
    const text = toICalendar(desk, { from: '2026-03-01', to: '2027-01-31', stamp, lang: 'en' });
    expect(text).toContain('SUMMARY:open 09:00–12:00');
    expect(text).toContain('SUMMARY:closed');
    expect(text).toContain('NAME:Counter');
    const [, newYear = ''] = text.split('UID:2027-01-01@');
    expect(newYear.slice(0, newYear.indexOf('END:VEVENT'))).toContain('STATUS:TENTATIVE');
    expect(text.slice(0, text.indexOf('UID:2027'))).not.toContain('TENTATIVE');
  });

  test('the same calendar gives the same text', () => {
    const options = { from: '2026-01-01', to: '2026-12-31', stamp };
    expect(toICalendar(chinaCalendar(), options)).toBe(toICalendar(office, options));
  });
});

describe('import', () => {
  test.each(publishedYears)('the export of $year comes back day by day', ({ year }) => {
    const text = toICalendar(office, { from: `${year}-01-01`, to: `${year}-12-31`, stamp });
    const { years: tables, skipped } = holidaysFromICalendar(text, { years: { from: year, to: year } });
    const back = chinaCalendar({ id: 'back', holidays: [[...tables]] });
    for (let day = Date.UTC(year, 0, 1); day <= Date.UTC(year, 11, 31); day += 86_400_000) {
      const date = new Date(day).toISOString().slice(0, 10);
      expect([date, back.dayInfo(date).kind]).toEqual([date, office.dayInfo(date).kind]);
      expect(back.dayInfo(date).name).toBe(office.dayInfo(date).name);
    }
    expect(skipped).toEqual([]);
  });

  test('summaries of other programs: 休 and 班, English words, or a rule of your own', () => {
    const text = file(
      ['SUMMARY:火把节 休', 'DTSTART;VALUE=DATE:20260806', 'DTEND;VALUE=DATE:20260809'],
      ['SUMMARY:火把节 补班', 'DTSTART;VALUE=DATE:20260815'],
      ['SUMMARY:Make-up workday', 'DTSTART;VALUE=DATE:20260816'],
    );
    expect(holidaysFromICalendar(text, { years, source: 'a region' }).years).toEqual([
      {
        year: 2026,
        source: 'a region',
        off: [{ name: '火把节', from: '2026-08-06', to: '2026-08-08' }],
        work: [
          { name: '火把节', date: '2026-08-15' },
          { name: 'Make-up workday', date: '2026-08-16' },
        ],
      },
    ]);
    const ignored = holidaysFromICalendar(text, {
      years,
      classify: ({ from }) => (from > '2026-08-10' ? 'ignore' : 'off'),
    });
    expect(ignored.years[0]?.work).toEqual([]);
    expect(ignored.skipped.map(({ reason }) => reason)).toEqual(['ignored', 'ignored']);
  });

  test('recurring events are repeated inside the years asked for, and no further', () => {
    const text = file(['SUMMARY:厂庆', 'DTSTART;VALUE=DATE:20200601', 'RRULE:FREQ=YEARLY']);
    const { years: tables } = holidaysFromICalendar(text, { years: { from: 2025, to: 2027 } });
    expect(tables.map(({ off }) => off[0]?.from)).toEqual(['2025-06-01', '2026-06-01', '2027-06-01']);
  });

  test('timed, cancelled and foreign events are left out and named', () => {
    const text = file(
      ['SUMMARY:meeting', 'DTSTART:20260601T090000Z'],
      ['SUMMARY:gone', 'DTSTART;VALUE=DATE:20260602', 'STATUS:CANCELLED'],
      ['SUMMARY:old', 'DTSTART;VALUE=DATE:20100602'],
    );
    expect(holidaysFromICalendar(text, { years })).toEqual({
      years: [],
      skipped: [
        { summary: 'meeting', reason: 'timed' },
        { summary: 'gone', reason: 'cancelled' },
        { summary: 'old', reason: 'outside' },
      ],
    });
  });

  test('a date both off and worked, a make-up workday on a Monday and other text are refused', () => {
    const both = file(['SUMMARY:a', 'DTSTART;VALUE=DATE:20260606'], ['SUMMARY:a 班', 'DTSTART;VALUE=DATE:20260606']);
    expect(() => holidaysFromICalendar(both, { years })).toThrow(/2026-06-06 is both/);
    const monday = file(['SUMMARY:a 班', 'DTSTART;VALUE=DATE:20260608']);
    expect(() => holidaysFromICalendar(monday, { years })).toThrow(/no Saturday or Sunday/);
    expect(() => holidaysFromICalendar('hello', { years })).toThrow(InvalidCalendarError);
    const daily = file(['SUMMARY:a', 'DTSTART;VALUE=DATE:19000101', 'RRULE:FREQ=DAILY']);
    expect(() => holidaysFromICalendar(daily, { years })).toThrow(/repeats more than/);
  });

  test('two events on one day are one day off', () => {
    const text = file(
      ['SUMMARY:国庆节', 'DTSTART;VALUE=DATE:20251006'],
      ['SUMMARY:中秋节', 'DTSTART;VALUE=DATE:20251006'],
    );
    expect(holidaysFromICalendar(text, { years: { from: 2025, to: 2025 } }).years[0]?.off).toEqual([
      { name: '国庆节', from: '2025-10-06', to: '2025-10-06' },
    ]);
  });
});
