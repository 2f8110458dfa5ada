import { dueDate } from '../due-date.js';
import type { ExplainedStep } from '../explained-step.js';
import { isoInZone } from '../local-time.js';
import { parseTerm, type Term } from '../term.js';
import { calendarOf } from './calendar-file.js';
import { type CommonOptions, exitCode, type Io, UsageError } from './io.js';

export interface ExplainOptions extends CommonOptions {
  readonly calendar?: string;
}

const timed = {
  minutes: ['elapsed', 'minute'],
  hours: ['elapsed', 'hour'],
  workingMinutes: ['workingTime', 'minute'],
  workingHours: ['workingTime', 'hour'],
} as const;
const counted = ['workingDays', 'naturalDays', 'naturalMonths'];
const forms = [...counted, ...Object.keys(timed)].map((unit) => `13${unit}`).join(', ');

/** Prints each counted day of a term with its reason and source. */
export function explainTerm(term: string, start: string, options: ExplainOptions, io: Io): number {
  const { lang, json } = options;
  const calendar = calendarOf(options.calendar, io);
  const due = dueDate(readTerm(term), start, calendar);
  const steps = due.explain();
  const dueAt = isoInZone(due.dueAt, calendar.zone);
  if (json) {
    io.out(`${JSON.stringify({ dueAt, certainty: due.certainty, calendar: { ...due.calendar }, steps })}\n`);
    return exitCode.ok;
  }
  for (const step of steps) io.out(`${line(step, lang)}\n`);
  const doubt = { zh: '（暂定，以国务院通知为准）', en: ' (provisional until the notice is published)' }[lang];
  io.out(`${{ zh: '到期', en: 'due' }[lang]} ${dueAt}${due.certainty === 'official' ? '' : doubt}\n`);
  return exitCode.ok;
}

function line({ kind, date, text, source }: ExplainedStep, lang: 'zh' | 'en'): string {
  const mark = { start: '·', counted: '+', skipped: '-', rolled: '>', due: '=' }[kind];
  return `${mark} ${date}  ${text[lang]}${source === undefined ? '' : `  [${source}]`}`;
}

/** A term as JSON, or in short such as `13workingDays`. */
function readTerm(text: string): Term {
  if (text.trimStart().startsWith('{')) {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      throw new UsageError(
        `the term ${text} is no JSON`,
        `Write it like {"kind":"workingDays","amount":13}, or ${forms}.`,
      );
    }
    return parseTerm(value);
  }
  const [, amount = '', unit = ''] = /^(\d{1,6})\s*([A-Za-z]+)$/.exec(text) ?? [];
  if (counted.includes(unit)) return parseTerm({ kind: unit, amount: Number(amount) });
  if (Object.hasOwn(timed, unit)) {
    const [kind, timeUnit] = timed[unit as keyof typeof timed];
    return parseTerm({ kind, amount: Number(amount), unit: timeUnit });
  }
  throw new UsageError(`the term "${text}" is unknown`, `Allowed: ${forms}, or a term as JSON.`);
}
