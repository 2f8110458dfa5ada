import { dayNumberOf, dayText } from './civil-date.js';
import type { HolidayYear } from './holiday-year.js';
import { holidayNames, packedYears } from './published-table.js';

/** Reads one line of the packed table. */
function unpacked(line: string): HolidayYear {
  const [
    first,
    number = '',
    status,
    papers = '',
    statutoryDays,
    packed = '',
    amendedBy,
    date = '',
    what = '',
    extraDays,
  ] = line.split(' ');
  const year = Number(first);
  const holidays = [...packed.matchAll(/(.)(..)(.)([A-Z]*)/g)].map(
    ([, letter = '', from = '', length = '', work = '']) => ({
      name: holidayNames[letter.charCodeAt(0) - 97] as string,
      from: dayNumberOf(year - 1, 12, 1) + Number.parseInt(from, 36),
      length: Number.parseInt(length, 36),
      work: [...work],
    }),
  );
  return {
    year,
    source: number.length > 3 ? number : `国办发明电〔${year - 1}〕${number}号`,
    sourceStatus: status as 'verified' | 'numberNotSeen' | 'numberUnverified',
    papers: papers.split(',').map(addressOf),
    statutoryDays: Number(statutoryDays),
    ...(amendedBy === undefined ? {} : { amends: [{ source: amendedBy, date, what, extraDays: Number(extraDays) }] }),
    off: holidays.map(({ name, from, length }) => ({ name, from: dayText(from), to: dayText(from + length - 1) })),
    work: holidays.flatMap(({ name, from, work }) =>
      work.map((capital) => ({ name, date: dayText(from + capital.charCodeAt(0) - 77) })),
    ),
  };
}

/** Folders of single days are the archive's older addresses, without encryption. */
function addressOf(paper: string): string {
  if (paper.includes('//')) return paper;
  return `http${paper.includes('-') ? '' : 's'}://www.gov.cn/zhengce/zhengceku/${paper.replace(':', '/content_')}.htm`;
}

/**
 * The national arrangement of 2007 to 2026, one table for each State Council notice. Years after the last notice are
 * not here and are never guessed. Frozen, since every calendar shares them.
 */
export const publishedYears: readonly HolidayYear[] = Object.freeze(packedYears.split('\n').map(unpacked));
