import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { chinaCalendar } from './china-calendar.js';
import { dayNumberOf, dayText, parseDay, weekdayOf } from './civil-date.js';
import { contentHash } from './content-hash.js';
import { holidayYearSchema } from './holiday-year.js';
import { publishedYears } from './published-years.js';

/** Working days of each year from 2007 on, counted in the notices. */
const workdays = [249, 251, 250, 250, 250, 249, 250, 250, 249, 250, 249, 250, 250, 249, 250, 249, 249, 251, 248, 248];

describe('the bundled notices', () => {
  test('cover 2007 to 2026 without a hole, each with its source and paper', () => {
    expect(publishedYears.map(({ year }) => year)).toEqual(workdays.map((_, index) => 2007 + index));
    for (const { source, papers } of publishedYears) {
      expect(source).toMatch(/^国/);
      expect(papers?.every((paper) => /^https?:\/\/www\.gov\.cn\//.test(paper))).toBe(true);
    }
  });

  test('are what the files of the notices say, day by day (pack them with "pnpm … run add-year")', () => {
    const folder = new URL('../holidays/', import.meta.url);
    const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
    const tables = files.sort().map((file) => {
      const { note: _, ...table } = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
      return table;
    });
    expect(publishedYears).toEqual(tables);
  });

  test.each(publishedYears)('$year satisfies the schema and its checksum', (table) => {
    expect(holidayYearSchema.safeParse(table).error).toBeUndefined();
  });

  test('the surplus of the checksum is explained by amendments in 2015 (+1) and 2020 (+2) alone', () => {
    const surplus = publishedYears.flatMap(({ year, amends = [] }) => amends.map(({ extraDays }) => [year, extraDays]));
    expect(surplus).toEqual([
      [2015, 1],
      [2019, 0],
      [2020, 2],
    ]);
  });

  test.each(workdays.map((days, index) => [2007 + index, days]))('%i has %i working days', (year, days) => {
    const office = chinaCalendar();
    const first = office.isWorkingDay(`${year}-01-01`) ? 1 : 0;
    expect(office.workingDaysBetween(`${year}-01-01`, `${year}-12-31`) + first).toBe(days);
  });

  test('all 7,305 days have the kind that two independent tables give them', () => {
    const office = chinaCalendar();
    const marks: string[] = [];
    for (let day = dayNumberOf(2007, 1, 1); day <= dayNumberOf(2026, 12, 31); day++) {
      const { kind } = office.dayInfo(dayText(day));
      marks.push(kind === 'holiday' ? 'o' : kind === 'makeupWorkday' ? 'm' : weekdayOf(day) < 5 ? 'w' : 'e');
    }
    expect(marks).toHaveLength(7305);
    expect(contentHash(marks.join(''))).toBe('28effb6e3cc536de5114798a72bced1dd7525ed59755297efa70498d8a18e4ed');
  });

  test('changing any single day of a table breaks its checksum or its schema', () => {
    for (const table of publishedYears) {
      const { off, work = [] } = table;
      off.forEach(({ from, to = from }, index) => {
        for (let day = parseDay(from) as number; day <= (parseDay(to) as number); day++) {
          // A weekend that is taken out of a holiday stays a day off, so only weekdays can be wrong.
          if (weekdayOf(day) >= 5) continue;
          const parts = [
            { name: 'x', from, to: dayText(day - 1) },
            { name: 'x', from: dayText(day + 1), to },
          ].filter((part) => part.from <= part.to);
          expect(
            holidayYearSchema.safeParse({ ...table, off: [...off.slice(0, index), ...parts, ...off.slice(index + 1)] })
              .success,
          ).toBe(false);
        }
      });
      work.forEach((_, index) => {
        expect(
          holidayYearSchema.safeParse({ ...table, work: work.filter((_, other) => other !== index) }).success,
        ).toBe(false);
      });
    }
  });

  test('a table of 2027 that circulates without a notice is refused by the checksum', () => {
    const invented = {
      year: 2027,
      source: 'none',
      statutoryDays: 13,
      off: [
        { name: '春节', from: '2027-02-14', to: '2027-02-22' },
        { name: '国庆节', from: '2027-10-01', to: '2027-10-08' },
      ],
      work: [],
    };
    const issues = holidayYearSchema.safeParse(invented).error?.issues ?? [];
    expect(issues.map(({ path, message }) => `${path.join('/')}: ${message}`)).toEqual([
      'statutoryDays: checksum: 12 weekdays off − 0 make-up workdays = 12, not 13 statutory days',
    ]);
  });
});
