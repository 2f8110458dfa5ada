import { type DayNumber, dayText } from './civil-date.js';
import { law } from './law.js';
import type { Engine } from './working-days.js';

/** A sentence in both languages. */
export interface BilingualText {
  readonly zh: string;
  readonly en: string;
}

/** One step of an explained due date. */
export interface ExplainedStep {
  /**
   * `start`: how the count begins · `counted`: a day or stretch of time that counts · `skipped`: one that does not ·
   * `rolled`: the last day after moving off days off · `due`: how the last day ends.
   */
  readonly kind: 'start' | 'counted' | 'skipped' | 'rolled' | 'due';
  /** Date in the calendar's zone, `YYYY-MM-DD`; 24:00 belongs to the day that it ends. */
  readonly date: string;
  /** The stretch of time, for steps that count time; `to` alone is the due instant. */
  readonly from?: Date;
  readonly to?: Date;
  /** Number of the day in the count, from 1. */
  readonly day?: number;
  readonly text: BilingualText;
  /** The article or the notice that the step rests on. */
  readonly source?: string;
}

/** A date of a count of working days, with its number where it is counted. */
export function explainDay(day: DayNumber, engine: Engine, number: number): ExplainedStep {
  const { text, source } = kindText(day, engine);
  const date = dayText(day);
  if (!engine.timeline.isWorkingDay(day)) {
    return { kind: 'skipped', date, text: { zh: `${text.zh}，不计入`, en: `${text.en}, not counted` }, source };
  }
  const counted = { zh: `第 ${number} 个工作日（${text.zh}）`, en: `working day ${number} (${text.en})` };
  return { kind: 'counted', date, day: number, text: counted, source };
}

/** What a date is, in words, and what says so. */
export function kindText(day: DayNumber, engine: Engine): { readonly text: BilingualText; readonly source: string } {
  const { kind, name, source = law.workingDays } = engine.rules.resolve(day);
  const named = name ?? '';
  switch (kind) {
    case 'holiday':
      return { text: { zh: `${named}放假`, en: `holiday ${named}` }, source };
    case 'makeupWorkday':
      return { text: { zh: `${named}调休上班`, en: `make-up workday ${named}`.trimEnd() }, source };
    case 'weekend':
      return { text: { zh: '周末休息日', en: 'weekend' }, source };
    case 'ownHours':
      return { text: { zh: '当日另定办公时间', en: 'own hours of this date' }, source: law.otherRule };
    case 'closed':
      return { text: { zh: '不办公', en: 'closed' }, source: law.otherRule };
    default:
      return { text: { zh: '工作日', en: 'workday' }, source };
  }
}
