import { addCivilMonths, type DayNumber, parseDay } from './civil-date.js';
import type { Engine } from './engine.js';
import { InvalidTermError } from './errors.js';
import { toEpochMilliseconds } from './instant.js';
import { clock } from './minutes.js';
import type { DayTerm, Term, TimeTerm } from './term.js';
import { unitLength } from './unit-length.js';
import { addWorkingDays, countsStartDay, endOfDay, endOn } from './working-days.js';

/** How a term runs: what both its due instant and its explanation are read from. Instants are epoch milliseconds. */
export interface Course {
  /** From when time is counted: the start, or the instant as which it counts. */
  readonly from: number;
  readonly due: number;
  /** Whether the day of `from` is counted. */
  readonly counted?: boolean;
  /** The last day, before it rolls off days off, and after. */
  readonly last?: DayNumber;
  readonly rolled?: DayNumber;
}

/** When a term that starts at an instant is due, both in epoch milliseconds. */
export function dueInstant(term: Term, startedAt: number, engine: Engine): number {
  return courseOf(term, startedAt, engine).due;
}

/** @throws InvalidTermError for a term that was not read by `parseTerm` and cannot be counted. */
export function courseOf(term: Term, startedAt: number, engine: Engine): Course {
  switch (term.kind) {
    case 'elapsed': {
      const from = term.startAt === 'nextOpening' ? engine.nextOpening(startedAt) : startedAt;
      return { from, due: from + lengthOfTerm(term) };
    }
    case 'workingTime':
      return {
        from: startedAt,
        due: engine.advance(startedAt, lengthOfTerm(term), term.boundary === 'nextStart'),
      };
    case 'workingDays':
    case 'naturalDays':
    case 'naturalMonths':
      return courseOfDays(term, startedAt, engine);
    case 'sameDay':
    case 'nextDay': {
      // Receipt after the cutoff counts as the next day's.
      const late = term.cutoff !== undefined && engine.wallClock(startedAt) > clock(term.cutoff);
      const last = engine.dayOf(startedAt) + (term.kind === 'nextDay' ? 1 : 0) + (late ? 1 : 0);
      const day = rolled(last, term.roll, engine);
      let due = endOn(engine, day, term.end, startedAt);
      // Received after closing: the day has no business hours left, so it is the next working day's, or ends at 24:00.
      if (due <= startedAt)
        due = term.roll === 'none' ? endOfDay(engine, day) : endOn(engine, engine.workingDay(day, 1), 'closing', due);
      return { from: startedAt, due, counted: !late, last, rolled: day };
    }
    case 'fixed': {
      const day = parseDay(term.at);
      const due = day === undefined ? toEpochMilliseconds(term.at) : endOn(engine, day, 'closing', startedAt);
      return { from: startedAt, due };
    }
    default:
      throw new InvalidTermError('/kind', (term as { kind: unknown }).kind, 'this kind of term is unknown');
  }
}

/** A day off rolls to the first working day after it (民法典 art. 203(1)). */
export function rolled(day: DayNumber, roll: 'forward' | 'none' | undefined, engine: Engine): DayNumber {
  return roll === 'none' ? day : engine.workingDay(day, 0);
}

function courseOfDays(term: DayTerm, startedAt: number, engine: Engine): Course {
  const { kind, amount, end, roll, lateReceipt } = term;
  if (!(Number.isSafeInteger(amount) && amount > 0)) {
    throw new InvalidTermError('/amount', amount, 'days and months are counted as a positive whole number');
  }
  const received = engine.dayOf(startedAt);
  // Late in the day, receipt counts at a stated time of the next working day.
  const from =
    lateReceipt !== undefined && engine.wallClock(startedAt) >= clock(lateReceipt.from)
      ? engine.atClock(engine.workingDay(received, 1), clock(lateReceipt.countsAt))
      : startedAt;
  const counted = countsStartDay(engine, from, term.startDay);
  if (kind === 'workingDays') return { from, due: addWorkingDays(engine, from, amount, term), counted };

  if (end === 'dayLengths') throw new InvalidTermError('/end', end, '"dayLengths" counts working days only');
  const start = engine.dayOf(from);
  const { day, clamped } =
    kind === 'naturalMonths' ? addCivilMonths(start, amount) : { day: start + amount, clamped: false };
  // A term that counts its first day ends a day earlier; a month without the corresponding day on its last.
  const last = counted && !clamped ? day - 1 : day;
  const final = rolled(last, roll, engine);
  const stays = end === 'sameClock' && roll === 'none';
  const due = stays ? engine.atClock(final, engine.wallClock(from)) : endOn(engine, final, end, from);
  return { from, due, counted, last, rolled: final };
}

function lengthOfTerm({ amount, unit }: TimeTerm): number {
  const length = amount * (unitLength[unit] ?? Number.NaN);
  if (length > 0 && length < Number.MAX_SAFE_INTEGER) return Math.round(length);
  throw new InvalidTermError('/amount', amount, 'a term has a positive amount of seconds, minutes or hours');
}

/** Whether a term is due where it is whatever the calendar says: it looks at no hours and no days off. */
export function needsNoCalendar(term: Term): boolean {
  return term.kind === 'elapsed' ? term.startAt !== 'nextOpening' : term.kind === 'fixed' && term.at.length > 10;
}
