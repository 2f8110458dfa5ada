import { millisecondsInDay, millisecondsInMinute } from 'date-fns/constants';
import { addCivilMonths, type DayNumber, parseDay } from './civil-date.js';
import { InvalidTermError } from './errors.js';
import { toEpochMilliseconds } from './instant.js';
import { minutesOf } from './minutes.js';
import type { DayTerm, Term, TodayTerm } from './term.js';
import { unitLength } from './unit-length.js';
import {
  addWorkingDays,
  countedReceipt,
  countsStartDay,
  type Engine,
  endOfDay,
  sameClockOn,
  wallClock,
} from './working-days.js';

/** When a term that starts at an instant is due, both in epoch milliseconds. */
export function dueInstant(term: Term, startedAt: number, engine: Engine): number {
  switch (term.kind) {
    case 'elapsed':
      return (term.startAt === 'nextOpening' ? engine.timeline.nextOpening(startedAt) : startedAt) + lengthOfTerm(term);
    case 'workingTime':
      return engine.timeline.advance(startedAt, lengthOfTerm(term), term.boundary === 'nextStart');
    case 'workingDays':
      return addWorkingDays(engine, countedReceipt(engine, startedAt, term.lateReceipt), wholeAmount(term), term);
    case 'naturalDays':
    case 'naturalMonths':
      return endOfNaturalTerm(term, countedReceipt(engine, startedAt, term.lateReceipt), engine);
    case 'sameDay':
    case 'nextDay':
      return endOfTodayTerm(term, startedAt, engine);
    case 'fixed':
      return fixedInstant(term.at, engine);
    default:
      throw new InvalidTermError('/kind', (term as { kind: unknown }).kind, 'this kind of term is unknown');
  }
}

/** The last day of a term of natural days or months, before it rolls off a day off. */
export function lastNaturalDay(term: DayTerm, startedAt: number, engine: Engine): DayNumber {
  const start = engine.timeline.dayOf(startedAt);
  const counted = countsStartDay(engine, startedAt, term.startDay ?? 'excluded');
  if (term.kind !== 'naturalMonths') return start + wholeAmount(term) - (counted ? 1 : 0);
  const { day, clamped } = addCivilMonths(start, wholeAmount(term));
  // A month that counts its first day ends on the day before the corresponding one; where there is none, on the last.
  return counted && !clamped ? day - 1 : day;
}

/** The day on which a 当日 or 次日 term ends, before it rolls: receipt after the cutoff counts as the next day's. */
export function lastTodayDay(term: TodayTerm, startedAt: number, engine: Engine): DayNumber {
  const late =
    term.cutoff !== undefined && wallClock(engine, startedAt) > minutesOf(term.cutoff) * millisecondsInMinute;
  return engine.timeline.dayOf(startedAt) + (term.kind === 'nextDay' ? 1 : 0) + (late ? 1 : 0);
}

/** A day off rolls to the first working day after it (民法典 art. 203(1)). */
export function rolled(day: DayNumber, roll: 'forward' | 'none' | undefined, engine: Engine): DayNumber {
  return roll === 'none' ? day : engine.timeline.workingDay(day, 0, true);
}

function endOfNaturalTerm(term: DayTerm, startedAt: number, engine: Engine): number {
  const day = rolled(lastNaturalDay(term, startedAt, engine), term.roll, engine);
  if (term.end === 'dayLengths') throw new InvalidTermError('/end', term.end, '"dayLengths" counts working days only');
  if (term.end === 'endOfDay') return endOfDay(engine, day);
  if (term.end === 'sameClock')
    return term.roll === 'none' ? sameWallClock(engine, day, startedAt) : sameClockOn(engine, day, startedAt);
  return closingOrMidnight(engine, day);
}

function endOfTodayTerm(term: TodayTerm, startedAt: number, engine: Engine): number {
  const last = lastTodayDay(term, startedAt, engine);
  const day = rolled(last, term.roll, engine);
  if (term.end === 'endOfDay') return endOfDay(engine, day);
  const due = closingOrMidnight(engine, day);
  if (due > startedAt) return due;
  // Received after closing: the day has no business hours left, so it is the next working day's, or ends at 24:00.
  return term.roll === 'none' ? endOfDay(engine, day) : closingOrMidnight(engine, rolled(day + 1, 'forward', engine));
}

function sameWallClock(engine: Engine, day: DayNumber, from: number): number {
  return engine.zone.instantOf(day * millisecondsInDay + wallClock(engine, from));
}

function closingOrMidnight(engine: Engine, day: DayNumber): number {
  return engine.timeline.closingOf(day) ?? endOfDay(engine, day);
}

function fixedInstant(at: string, engine: Engine): number {
  const day = parseDay(at);
  return day === undefined ? toEpochMilliseconds(at) : closingOrMidnight(engine, day);
}

function lengthOfTerm(term: Extract<Term, { unit: unknown }>): number {
  const length = term.amount * (unitLength[term.unit] ?? Number.NaN);
  if (!(length > 0 && length < Number.MAX_SAFE_INTEGER)) {
    throw new InvalidTermError('/amount', term.amount, 'a term has a positive amount of seconds, minutes or hours');
  }
  return Math.round(length);
}

function wholeAmount(term: DayTerm): number {
  if (!(Number.isSafeInteger(term.amount) && term.amount > 0)) {
    throw new InvalidTermError('/amount', term.amount, 'days and months are counted as a positive whole number');
  }
  return term.amount;
}
