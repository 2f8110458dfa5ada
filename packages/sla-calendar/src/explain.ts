import { type DayNumber, dayText } from './civil-date.js';
import type { DayKind } from './day-kind.js';
import type { Course } from './due-instant.js';
import type { Engine } from './engine.js';
import type { ExplainedStep } from './explained-step.js';
import { law } from './law.js';
import type { DayTerm, Term, TodayTerm } from './term.js';

type Facts = Pick<ExplainedStep, 'from' | 'to' | 'day'>;
type Tell = (
  kind: ExplainedStep['kind'],
  day: DayNumber,
  zh: string,
  en: string,
  source?: string,
  facts?: Facts,
) => void;

/** The steps by which a term that started at an instant ran its course, in the order of time. */
export function explainDueDate(
  term: Term,
  startedAt: number,
  course: Course,
  engine: Engine,
): readonly ExplainedStep[] {
  const steps: ExplainedStep[] = [];
  const tell: Tell = (kind, day, zh, en, source, facts) => {
    const date = dayText(day);
    steps.push({ kind, date, ...facts, text: { zh, en }, ...(source === undefined ? {} : { source }) });
  };
  const received = engine.dayOf(startedAt);
  const clock = clockText(startedAt, engine);
  if ('unit' in term) {
    tell('start', received, `自 ${clock} 起算`, `the time runs from ${clock}`, law.hours);
    tellTime(tell, startedAt, course, engine, law.hours, term.kind === 'elapsed');
  } else if ('amount' in term) {
    tellDays(tell, term, startedAt, course, engine);
  } else if (term.kind !== 'fixed') {
    tellToday(tell, term, received, course, engine);
  }
  const [zh, en, source] = ending(term, clockText(course.due, engine));
  // 24:00 belongs to the day that it ends.
  tell('due', engine.dayOf(course.due - 1), zh, en, source, { to: new Date(course.due) });
  return steps;
}

/** @param rule the article that makes the time count; a make-up workday rests on its notice. */
function tellTime(
  tell: Tell,
  startedAt: number,
  { from, due }: Course,
  engine: Engine,
  rule: string,
  elapsed = false,
): void {
  const stretch = (kind: 'counted' | 'skipped', a: number, b: number, zh: string, en: string) => {
    const day = engine.dayOf(a);
    const source = elapsed ? rule : (engine.resolve(day).source ?? rule);
    tell(kind, day, zh, en, source, { from: new Date(a), to: new Date(b) });
  };
  if (from > startedAt) stretch('skipped', startedAt, from, '至开始办公前不计时', 'not counted until opening');
  for (const [a, b] of elapsed ? [[from, due] as const] : engine.segments(from, due)) {
    const zh = `${elapsed ? '自然' : '工作'}时间计 ${lengthText(b - a, '小时', '分钟', '秒')}`;
    stretch('counted', a, b, zh, `${lengthText(b - a, 'h', 'min', 's')} of ${elapsed ? '' : 'working '}time`);
  }
}

function tellDays(tell: Tell, term: DayTerm, startedAt: number, course: Course, engine: Engine): void {
  const { from, counted = false, last = 0, rolled = 0 } = course;
  const { kind, amount, lateReceipt } = term;
  const start = engine.dayOf(from);
  if (from !== startedAt) {
    const [late, date, clock] = [lateReceipt?.from, dayText(start), clockText(from, engine)];
    const zh = `${late} 后收到，视为 ${date} ${clock} 收到`;
    const en = `received from ${late} on, so it counts as received on ${date} at ${clock}`;
    tell('start', engine.dayOf(startedAt), zh, en, law.otherRule);
  }
  if (term.end === 'dayLengths') {
    const en = 'counted in lengths of a working day, from the instant on';
    tell('start', start, '按工作日时长累计，自收到时起算', en, law.otherRule);
    tellTime(tell, from, course, engine, law.otherRule);
    return;
  }
  if (counted)
    tell('start', start, '开始的当日计入', 'the starting day is counted, as the rule of this term says', law.otherRule);
  else tell('start', start, '开始的当日不计入，自次日起算', 'the starting day is not counted', law.startingDay);

  let day = counted ? start : start + 1;
  if (kind === 'workingDays') {
    for (let number = 0; number < amount; day++) {
      const [zh, en, source] = wordsOf(day, engine);
      if (engine.hoursOf(day) === undefined) tell('skipped', day, `${zh}，不计入`, `${en}, not counted`, source);
      else {
        number++;
        tell('counted', day, `第 ${number} 个工作日（${zh}）`, `working day ${number} (${en})`, source, {
          day: number,
        });
      }
    }
    return;
  }
  if (kind === 'naturalMonths') {
    const en = `the corresponding day ${amount} months later, or the last of the month`;
    tell('counted', last, `${amount} 个月后的对应日（无对应日的为月末日）`, en, law.correspondingDay);
  } else {
    for (let number = 1; day <= last; day++, number++) {
      const en = `day ${number}; days off inside the term count`;
      tell('counted', day, `第 ${number} 日（期间内的休息日不扣除）`, en, law.lastDayOff, { day: number });
    }
  }
  tellRoll(tell, last, rolled, engine);
}

function tellToday(tell: Tell, { kind, cutoff }: TodayTerm, received: DayNumber, course: Course, engine: Engine): void {
  const { due, counted, last = 0, rolled = 0 } = course;
  const [zh, en] = kind === 'sameDay' ? ['当日', 'the same day'] : ['次日', 'the next day'];
  if (counted) tell('start', received, zh, en, law.otherRule);
  else {
    const late = `received after ${cutoff}, so it counts as received the next day`;
    tell('start', received, `${cutoff} 后收到，视为次日收到`, late, law.otherRule);
  }
  tellRoll(tell, last, rolled, engine);
  const end = engine.dayOf(due - 1);
  if (end > rolled)
    tell(
      'rolled',
      end,
      '下班后收到，顺延至下一工作日',
      'received after closing: the next working day',
      law.endOfLastDay,
    );
}

function tellRoll(tell: Tell, last: DayNumber, rolled: DayNumber, engine: Engine): void {
  for (let day = last; day < rolled; day++) {
    const [zh, en] = wordsOf(day, engine);
    tell('skipped', day, `届满日为${zh}，顺延`, `the last day is a day off (${en}), so it moves on`, law.lastDayOff);
  }
  if (rolled > last) tell('rolled', rolled, '顺延后的届满日', 'the last day after moving on', law.lastDayOff);
}

/** How the last day ends. */
function ending(term: Term, clock: string): readonly [zh: string, en: string, source?: string] {
  if ('unit' in term) return ['期间届满', 'the term ends', law.hours];
  if (term.kind === 'fixed') return ['工单载明的日期', 'the date that was given'];
  switch (term.end) {
    case 'endOfDay':
      return ['届满日截止于 24:00', 'the last day ends at 24:00', law.endOfLastDay];
    case 'sameClock':
      return [
        `届满日同一时刻（停止办公的，为下次开始办公时）${clock}`,
        `the same time of day, or the next opening: ${clock}`,
        law.otherRule,
      ];
    case 'dayLengths':
      return [`时长用尽 ${clock}`, `the working time is used up at ${clock}`, law.otherRule];
    default:
      return [
        `届满日截止于停止业务活动的时间 ${clock}`,
        `the last day ends when business stops, at ${clock}`,
        law.endOfLastDay,
      ];
  }
}

/** `*` stands for the name of the holiday. */
const dayWords: Readonly<Record<DayKind, readonly [zh: string, en: string]>> = {
  holiday: ['*放假', 'holiday *'],
  makeupWorkday: ['*调休上班', 'make-up workday *'],
  weekend: ['周末休息日', 'weekend'],
  ownHours: ['当日另定办公时间', 'own hours of this date'],
  closed: ['不办公', 'closed'],
  workday: ['工作日', 'workday'],
};

/** What a date is, in words, and what says so. */
function wordsOf(day: DayNumber, engine: Engine): readonly [zh: string, en: string, source: string] {
  const { kind, name = '', source = law.workingDays } = engine.resolve(day);
  const [zh, en] = dayWords[kind].map((words) => words.replace('*', () => name).trim()) as [string, string];
  return [zh, en, kind === 'ownHours' || kind === 'closed' ? law.otherRule : source];
}

function clockText(at: number, engine: Engine): string {
  return new Date(at + engine.offsetAt(at)).toISOString().slice(11, 16);
}

function lengthText(milliseconds: number, ...units: readonly string[]): string {
  const seconds = Math.round(milliseconds / 1000);
  const amounts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const parts = amounts.flatMap((amount, i) => (amount === 0 ? [] : `${amount} ${units[i]}`));
  return parts.join(' ') || `0 ${units[2]}`;
}
