import { dayNumberOf, dayText } from './civil-date.js';
import type { HolidayYear } from './holiday-year.js';
import { holidayNames, packedYears } from './published-table.js';

const statuses = { v: 'verified', n: 'numberNotSeen', u: 'numberUnverified' } as const;

/** Reads one line of the packed table. */
function unpacked(line: string): HolidayYear {
  const [first, number = '', status, papers = '', statutoryDays, off = '', work = '', ...amendment] = line.split(' ');
  const year = Number(first);
  const [amendedBy, on = '', what = '', extraDays] = amendment;
  const date = (text: string, later = 0) =>
    dayText(dayNumberOf(year - 1, 12, 1) + Number.parseInt(text.slice(1, 3), 36) + later);
  const name = (text: string) => holidayNames[text.charCodeAt(0) - 97] as string;
  return {
    year,
    source: number.length > 3 ? number : `国办发明电〔${year - 1}〕${number}号`,
    sourceStatus: statuses[status as keyof typeof statuses],
    papers: papers.split(',').map(
      (paper) =>
        // Folders of single days are the archive's older addresses, without encryption.
        `http${paper.includes('-') ? '' : 's'}://www.gov.cn/zhengce/zhengceku/${paper.replace(':', '/content_')}.htm`,
    ),
    statutoryDays: Number(statutoryDays),
    ...(amendedBy === undefined
      ? {}
      : { amends: [{ source: amendedBy, date: on, what, extraDays: Number(extraDays) }] }),
    off: (off.match(/.{4}/g) ?? []).map((text) => ({
      name: name(text),
      from: date(text),
      to: date(text, Number.parseInt(text.slice(3), 36) - 1),
    })),
    work: (work.match(/.{3}/g) ?? []).map((text) => ({ name: name(text), date: date(text) })),
  };
}

/**
 * The national arrangement of 2007 to 2026, one table for each State Council notice. Years after the last notice are
 * not here and are never guessed. Frozen, since every calendar shares them.
 */
export const publishedYears: readonly HolidayYear[] = Object.freeze(packedYears.split('\n').map(unpacked));
