import { parseDay, yearOf } from '../civil-date.js';
import { calendarOf } from './calendar-file.js';
import { type CommonOptions, exitCode, type Io, UsageError } from './io.js';

/** From this day of the year on the calendar must hold the next year: the notices of 2007 to 2026 came in October to December. */
const firstDayOfDemand = '12-01';

export interface CoverageOptions extends CommonOptions {
  readonly at: string;
  readonly calendar?: string;
}

/** Says which years a calendar holds, and fails where the one that is needed at a date is missing. For a scheduled job. */
export function coverage(options: CoverageOptions, io: Io): number {
  const { at, lang, json } = options;
  const day = parseDay(at);
  if (day === undefined) throw new UsageError(`--at "${at}" is no date`, 'Write an existing date as YYYY-MM-DD.');
  const { years } = calendarOf(options.calendar, io).coverage();
  const needed = yearOf(day) + (at.slice(5) >= firstDayOfDemand ? 1 : 0);
  const missing = years.length > 0 && !years.includes(needed) ? [needed] : [];
  if (json) io.out(`${JSON.stringify({ at, years, needed, missing })}\n`);
  else io.out(`${text(years, needed, missing.length > 0)[lang]}\n`);
  return missing.length === 0 ? exitCode.ok : exitCode.found;
}

function text(years: readonly number[], needed: number, missing: boolean): { zh: string; en: string } {
  const [first, last] = [years[0], years[years.length - 1]];
  if (first === undefined)
    return { zh: '该日历不含节假日，任何年份均可计算', en: 'no holidays named: every year is covered' };
  const held = { zh: `已有 ${first}–${last} 年放假安排`, en: `holidays of ${first}–${last}` };
  if (!missing) return { zh: `${held.zh}，${needed} 年齐备`, en: `${held.en}; ${needed} is there` };
  return {
    zh: `${held.zh}，缺 ${needed} 年。国务院通知公布后运行：sla-calendar add-year 通知.json --out holidays/${needed}.json`,
    en: `${held.en}; ${needed} is missing. When the State Council's notice is published, run: sla-calendar add-year NOTICE.json --out holidays/${needed}.json`,
  };
}
