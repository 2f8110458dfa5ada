import { chinaCalendar } from '../china-calendar.js';
import type { HolidayYear } from '../holiday-year.js';
import { parseYears } from '../parse-definition.js';
import { type CommonOptions, exitCode, type Io, messageOf, readJson, UsageError } from './io.js';

/** Statutory days of a year since State Council Decree 795 of 2024. */
const statutoryDaysSince2025 = 13;

export interface AddYearOptions extends CommonOptions {
  readonly year?: string;
  readonly source?: string;
  readonly paper?: readonly string[];
  readonly statutory?: string;
  /** `name=YYYY-MM-DD/YYYY-MM-DD`, or one date. */
  readonly off?: readonly string[];
  /** `name=YYYY-MM-DD`. */
  readonly work?: readonly string[];
  readonly out?: string;
}

/**
 * Builds the file of a year from the dates of a notice, proves its checksum, and compiles a calendar with it. Nothing is
 * written that is not proved, and nothing is guessed.
 */
export function addYear(notice: string | undefined, options: AddYearOptions, io: Io): number {
  const { lang, json, out } = options;
  const given = notice === undefined ? tableOf(options) : withDefaults(readJson(notice, io));
  const [table] = parseYears([given]) as [HolidayYear];
  const { weekdaysOff, makeupDays } = counted(table);
  const workdays = workdaysOf(table);
  const text = `${JSON.stringify(table, null, 2)}\n`;
  if (out !== undefined) {
    try {
      io.writeFile(out, text);
    } catch (error) {
      throw new UsageError(`cannot write ${out}: ${messageOf(error)}`, 'Name a file that does not exist yet.');
    }
  }
  if (json) {
    io.out(`${JSON.stringify({ year: table.year, weekdaysOff, makeupDays, workdays, table })}\n`);
    return exitCode.ok;
  }
  if (out === undefined) io.out(text);
  const sum = `${weekdaysOff} − ${makeupDays} = ${weekdaysOff - makeupDays}`;
  const said = {
    zh: `${table.year} 年校验通过：放假工作日 ${weekdaysOff} 天 − 调休上班 ${makeupDays} 天 = 法定 ${table.statutoryDays} 天；全年 ${workdays} 个工作日。请与 ${table.source} 逐日核对。`,
    en: `${table.year} is proved: weekdays off − make-up workdays: ${sum}, as the ${table.statutoryDays} statutory days say; ${workdays} working days. Compare every day with ${table.source}.`,
  };
  io.error(`${said[lang]}\n`);
  return exitCode.ok;
}

function tableOf({ year, source, paper, statutory, off = [], work = [] }: AddYearOptions): unknown {
  if (year === undefined || source === undefined || off.length === 0) {
    throw new UsageError(
      'a year needs a NOTICE.json, or --year, --source and --off',
      'For example: add-year --year YYYY --source "国办发明电〔…〕…号" --off 元旦=YYYY-01-01/YYYY-01-03 --work 元旦=YYYY-01-04',
    );
  }
  return withDefaults({
    year: Number(year),
    source,
    sourceStatus: 'verified',
    ...(paper === undefined ? {} : { papers: paper }),
    ...(statutory === undefined ? {} : { statutoryDays: Number(statutory) }),
    off: off.map((entry) => {
      const [name, dates] = named(entry, '--off');
      const [from, to = from] = dates.split('/');
      return { name, from, to };
    }),
    work: work.map((entry) => {
      const [name, date] = named(entry, '--work');
      return { name, date };
    }),
  });
}

function named(entry: string, option: string): readonly [name: string, dates: string] {
  const at = entry.indexOf('=');
  if (at > 0) return [entry.slice(0, at), entry.slice(at + 1)];
  throw new UsageError(
    `${option} "${entry}" names no holiday`,
    `Write ${option} 春节=YYYY-MM-DD, or a range with "/".`,
  );
}

/** A notice since 2025 says nothing of its statutory days: they are the decree's. */
function withDefaults(table: unknown): unknown {
  if (typeof table !== 'object' || table === null || Object.hasOwn(table, 'statutoryDays')) return table;
  const year = Object.hasOwn(table, 'year') ? (table as { year: unknown }).year : undefined;
  return typeof year === 'number' && year >= 2025 ? { ...table, statutoryDays: statutoryDaysSince2025 } : table;
}

function counted(table: HolidayYear): { weekdaysOff: number; makeupDays: number } {
  const makeupDays = (table.work ?? []).length;
  const extra = (table.amends ?? []).reduce((sum, { extraDays }) => sum + extraDays, 0);
  return { weekdaysOff: (table.statutoryDays ?? 0) + extra + makeupDays, makeupDays };
}

/** Compiles the year; days of its last December may still change with the notice after it. */
function workdaysOf(table: HolidayYear): number {
  const { year } = table;
  const calendar = chinaCalendar({ years: [table], onMissingYear: 'provisional' });
  return calendar.workingDaysBetween(`${year - 1}-12-31`, `${year}-12-31`);
}
