import type { DayNumber } from './civil-date.js';
import { rolled } from './due-instant.js';
import type { Engine } from './engine.js';
import type { Pause } from './own-time.js';
import type { Term } from './term.js';
import { endOfDay, endOn } from './working-days.js';

/**
 * The days that a pause touches: working days of which it takes working time, or civil days for terms that count those.
 */
export function daysTouched({ from, to }: Pause, term: Term, engine: Engine): readonly DayNumber[] {
  const days: DayNumber[] = [];
  if (!(from < to)) return days;
  const civil = term.kind !== 'workingDays';
  const last = engine.dayOf(to - 1);
  // Hours over midnight belong to the day before.
  for (let day = engine.dayOf(from) - (!civil && engine.overnight ? 1 : 0); day <= last; day++) {
    const [opens, closes] = civil ? [from, to] : (engine.hoursOf(day) ?? [to, to]);
    const [start, end] = [Math.max(opens, from), Math.min(closes, to)];
    if (civil || engine.between(start, end) > 0) days.push(day);
  }
  return days;
}

/** The due instant later by a number of days in the term's own unit; it ends on the last one as the term says. */
export function dueMovedByDays(due: number, count: number, term: Term, engine: Engine): number {
  if (count === 0) return due;
  const from = engine.dayOf(instantOfDueDay(due, engine));
  const roll = 'roll' in term ? term.roll : undefined;
  const day = term.kind === 'workingDays' ? engine.workingDay(from, count) : rolled(from + count, roll, engine);
  const end = 'end' in term ? term.end : undefined;
  return endOn(engine, day, end, instantOfDay(due, engine));
}

/** An instant inside the civil day to which a due instant belongs: 24:00 belongs to the day that it ends. */
export function instantOfDay(due: number, engine: Engine): number {
  return engine.dayOf(due) === engine.dayOf(due - 1) ? due : due - 1;
}

/** As `instantOfDay`, where a closing after midnight belongs to the day on which its hours began. */
export function instantOfDueDay(due: number, engine: Engine): number {
  const before = engine.dayOf(due) - 1;
  const night = engine.overnight && engine.hoursOf(before)?.[1] === due;
  return night ? endOfDay(engine, before) - 1 : instantOfDay(due, engine);
}
