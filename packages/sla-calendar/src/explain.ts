import { type DayNumber, dayText } from './civil-date.js';
import { lastNaturalDay, lastTodayDay, rolled } from './due-instant.js';
import { type BilingualText, type ExplainedStep, explainDay, kindText } from './explained-step.js';
import { law } from './law.js';
import type { DayTerm, Term, TimeTerm, TodayTerm } from './term.js';
import { countedReceipt, countsStartDay, type Engine } from './working-days.js';

/** The steps by which a term that started at `start` came to be due at `due`, in the order of time. */
export function explainDueDate(term: Term, start: number, due: number, engine: Engine): readonly ExplainedStep[] {
  switch (term.kind) {
    case 'elapsed':
    case 'workingTime':
      return [
        ...explainTime(term, start, due, engine),
        dueStep(due, engine, { zh: '期间届满', en: 'the term ends' }, law.hours),
      ];
    case 'workingDays':
      return [
        ...explainReceipt(term, start, engine),
        ...explainWorkingDays(term, countedReceipt(engine, start, term.lateReceipt), due, engine),
        endStep(term.end, due, engine),
      ];
    case 'naturalDays':
    case 'naturalMonths':
      return [
        ...explainReceipt(term, start, engine),
        ...explainNaturalTerm(term, countedReceipt(engine, start, term.lateReceipt), engine),
        endStep(term.end, due, engine),
      ];
    case 'sameDay':
    case 'nextDay':
      return [...explainToday(term, start, due, engine), endStep(term.end, due, engine)];
    case 'fixed':
      return [dueStep(due, engine, { zh: '工单载明的日期', en: 'the date that was given' })];
  }
}

function explainTime(term: TimeTerm, start: number, due: number, engine: Engine): readonly ExplainedStep[] {
  const at = dayText(engine.timeline.dayOf(start));
  const begin = { zh: `自 ${clockText(start, engine)} 起算`, en: `the time runs from ${clockText(start, engine)}` };
  const first: ExplainedStep = { kind: 'start', date: at, text: begin, source: law.hours };
  const opening = term.startAt === 'nextOpening' ? engine.timeline.nextOpening(start) : start;
  const counted = term.kind === 'elapsed' ? [[opening, due] as const] : engine.timeline.segments(start, due);
  const waiting: readonly ExplainedStep[] =
    term.kind === 'elapsed' && opening > start
      ? [period('skipped', start, opening, engine, { zh: '至开始办公前不计时', en: 'not counted until opening' })]
      : [];
  const steps = counted.map(([from, to]) => {
    const length = minutesText(to - from);
    const working = term.kind === 'workingTime';
    return period('counted', from, to, engine, {
      zh: `${working ? '工作时间' : '自然时间'}计 ${length.zh}`,
      en: `${length.en} of ${working ? 'working time' : 'time'}`,
    });
  });
  return [first, ...waiting, ...steps];
}

function explainReceipt(term: DayTerm, start: number, engine: Engine): readonly ExplainedStep[] {
  const counted = countedReceipt(engine, start, term.lateReceipt);
  if (counted === start) return [];
  const date = dayText(engine.timeline.dayOf(counted));
  const [late, at] = [term.lateReceipt?.from ?? '', clockText(counted, engine)];
  const text = {
    zh: `${late} 后收到，视为 ${date} ${at} 收到`,
    en: `received from ${late} on, so it counts as received on ${date} at ${at}`,
  };
  return [{ kind: 'start', date: dayText(engine.timeline.dayOf(start)), text, source: law.otherRule }];
}

function explainWorkingDays(term: DayTerm, start: number, due: number, engine: Engine): readonly ExplainedStep[] {
  const from = engine.timeline.dayOf(start);
  if (term.end === 'dayLengths') {
    const note: ExplainedStep = {
      kind: 'start',
      date: dayText(from),
      text: { zh: '按工作日时长累计，自收到时起算', en: 'counted in lengths of a working day, from the instant on' },
      source: law.otherRule,
    };
    const parts = engine.timeline.segments(start, due).map(([a, b]) => {
      const length = minutesText(b - a);
      return period('counted', a, b, engine, { zh: `工作时间计 ${length.zh}`, en: `${length.en} of working time` });
    });
    return [note, ...parts];
  }
  const counted = countsStartDay(engine, start, term.startDay ?? 'excluded');
  const steps: ExplainedStep[] = [startStep(from, counted)];
  let number = 0;
  for (let day = counted ? from : from + 1; number < term.amount; day++) {
    if (engine.timeline.isWorkingDay(day)) number++;
    steps.push(explainDay(day, engine, number));
  }
  return steps;
}

function explainNaturalTerm(term: DayTerm, start: number, engine: Engine): readonly ExplainedStep[] {
  const from = engine.timeline.dayOf(start);
  const counted = countsStartDay(engine, start, term.startDay ?? 'excluded');
  const last = lastNaturalDay(term, start, engine);
  const steps: ExplainedStep[] = [startStep(from, counted)];
  if (term.kind === 'naturalMonths') {
    steps.push({
      kind: 'counted',
      date: dayText(last),
      text: {
        zh: `${term.amount} 个月后的对应日（无对应日的为月末日）`,
        en: `the corresponding day ${term.amount} months later, or the last of the month`,
      },
      source: law.correspondingDay,
    });
  } else {
    for (let day = counted ? from : from + 1, number = 1; day <= last; day++, number++) {
      const text = {
        zh: `第 ${number} 日（期间内的休息日不扣除）`,
        en: `day ${number}; days off inside the term count`,
      };
      steps.push({ kind: 'counted', date: dayText(day), day: number, text });
    }
  }
  return [...steps, ...explainRoll(last, term.roll, engine)];
}

function explainToday(term: TodayTerm, start: number, due: number, engine: Engine): readonly ExplainedStep[] {
  const from = engine.timeline.dayOf(start);
  const last = lastTodayDay(term, start, engine);
  const late = last - from > (term.kind === 'nextDay' ? 1 : 0);
  const text: BilingualText = late
    ? {
        zh: `${term.cutoff ?? ''} 后收到，视为次日收到`,
        en: `received after ${term.cutoff ?? ''}, so it counts as received the next day`,
      }
    : { zh: term.kind === 'sameDay' ? '当日' : '次日', en: term.kind === 'sameDay' ? 'the same day' : 'the next day' };
  const begin: ExplainedStep = { kind: 'start', date: dayText(from), text, source: law.otherRule };
  const end = engine.timeline.dayOf(due - 1);
  const rolledTo = rolled(last, term.roll, engine);
  const afterClosing: readonly ExplainedStep[] =
    end > rolledTo
      ? [
          {
            kind: 'rolled',
            date: dayText(end),
            text: { zh: '下班后收到，顺延至下一工作日', en: 'received after closing: the next working day' },
          },
        ]
      : [];
  return [begin, ...explainRoll(last, term.roll, engine), ...afterClosing];
}

function explainRoll(last: DayNumber, roll: DayTerm['roll'], engine: Engine): readonly ExplainedStep[] {
  const steps: ExplainedStep[] = [];
  const end = rolled(last, roll, engine);
  for (let day = last; day < end; day++) {
    const { text } = kindText(day, engine);
    steps.push({
      kind: 'skipped',
      date: dayText(day),
      text: { zh: `届满日为${text.zh}，顺延`, en: `the last day is a day off (${text.en}), so it moves on` },
      source: law.lastDayOff,
    });
  }
  if (end > last) {
    const text = { zh: '顺延后的届满日', en: 'the last day after moving on' };
    steps.push({ kind: 'rolled', date: dayText(end), text, source: law.lastDayOff });
  }
  return steps;
}

function startStep(day: DayNumber, counted: boolean): ExplainedStep {
  const text = counted
    ? { zh: '开始的当日计入', en: 'the starting day is counted, as the rule of this term says' }
    : { zh: '开始的当日不计入，自次日起算', en: 'the starting day is not counted' };
  return { kind: 'start', date: dayText(day), text, source: counted ? law.otherRule : law.startingDay };
}

function endStep(end: DayTerm['end'], due: number, engine: Engine): ExplainedStep {
  const clock = clockText(due, engine);
  switch (end ?? 'closing') {
    case 'endOfDay':
      return dueStep(due, engine, { zh: '届满日截止于 24:00', en: 'the last day ends at 24:00' }, law.endOfLastDay);
    case 'sameClock':
      return dueStep(
        due,
        engine,
        {
          zh: `届满日同一时刻（停止办公的，为下次开始办公时）${clock}`,
          en: `the same time of day, or the next opening: ${clock}`,
        },
        law.otherRule,
      );
    case 'dayLengths':
      return dueStep(
        due,
        engine,
        { zh: `时长用尽 ${clock}`, en: `the working time is used up at ${clock}` },
        law.otherRule,
      );
    default:
      return dueStep(
        due,
        engine,
        { zh: `届满日截止于停止业务活动的时间 ${clock}`, en: `the last day ends when business stops, at ${clock}` },
        law.endOfLastDay,
      );
  }
}

function dueStep(due: number, engine: Engine, text: BilingualText, source?: string): ExplainedStep {
  const date = dayText(engine.timeline.dayOf(due - 1));
  return { kind: 'due', date, to: new Date(due), text, ...(source === undefined ? {} : { source }) };
}

function period(
  kind: 'counted' | 'skipped',
  from: number,
  to: number,
  engine: Engine,
  text: BilingualText,
): ExplainedStep {
  return { kind, date: dayText(engine.timeline.dayOf(from)), from: new Date(from), to: new Date(to), text };
}

function clockText(at: number, engine: Engine): string {
  return new Date(at + engine.zone.offsetAt(at)).toISOString().slice(11, 16);
}

function minutesText(milliseconds: number): BilingualText {
  const seconds = Math.round(milliseconds / 1000);
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const parts = (names: readonly [string, string, string], gap: string) =>
    [hours, minutes, rest]
      .map((value, i) => (value === 0 ? '' : `${value}${names[i]}`))
      .filter((part) => part !== '')
      .join(gap) || `0${names[2]}`;
  return { zh: parts([' 小时', ' 分钟', ' 秒'], ' '), en: parts([' h', ' min', ' s'], ' ') };
}
