import { type HolidayYear, holidayYearSchema, publishedYears } from '@hotline-kit/sla-calendar';
import { expect, test } from 'vitest';

const day = 86_400_000;
const dateOf = (at: number) => new Date(at).toISOString().slice(0, 10);

/** The days that a notice names, one letter for each day from 1 December before: off, worked, or not named. */
function named({ year, off, work = [] }: HolidayYear): readonly string[] {
  const first = Date.UTC(year - 1, 11, 1);
  const marks: string[] = Array((Date.UTC(year, 11, 31) - first) / day + 1).fill('.');
  for (const { from, to = from } of off)
    for (let at = Date.parse(from); at <= Date.parse(to); at += day) marks[(at - first) / day] = 'o';
  for (const { date } of work) marks[(Date.parse(date) - first) / day] = 'm';
  return marks;
}

function tableOf(table: HolidayYear, marks: readonly string[]): HolidayYear {
  const dates = (wanted: string) =>
    marks.flatMap((mark, index) => (mark === wanted ? [dateOf(Date.UTC(table.year - 1, 11, 1) + index * day)] : []));
  return {
    ...table,
    off: dates('o').map((from) => ({ name: 'x', from })),
    work: dates('m').map((date) => ({ date })),
  };
}

test('a single day changed in a notice is refused by the checksum or the weekend rule, unless it is a free weekend either way', () => {
  let refused = 0;
  const passed: string[] = [];
  for (const table of publishedYears) {
    const marks = named(table);
    expect(holidayYearSchema.safeParse(tableOf(table, marks)).success).toBe(true);
    marks.forEach((mark, index) => {
      for (const other of ['.', 'o', 'm'].filter((one) => one !== mark)) {
        const changed = tableOf(table, [...marks.slice(0, index), other, ...marks.slice(index + 1)]);
        if (!holidayYearSchema.safeParse(changed).success) refused++;
        else passed.push(`${new Date(Date.UTC(table.year - 1, 11, 1) + index * day).getUTCDay()} ${mark}>${other}`);
      }
    });
  }
  expect(refused).toBeGreaterThan(10_000);
  // Saturdays and Sundays that a holiday names or does not name: no deadline depends on it, and the digest of all days sees it.
  expect([...new Set(passed)].sort()).toEqual(['0 .>o', '0 o>.', '6 .>o', '6 o>.']);
});
