import type { DayNumber } from './civil-date.js';
import { rolled } from './due-instant.js';
import type { Term } from './term.js';
import { type Engine, endOfDay, sameClockOn } from './working-days.js';

/** A stretch during which a clock stood still, in epoch milliseconds. */
export interface Pause {
  readonly from: number;
  readonly to: number;
}

/**
 * The days that a pause touches: working days of which it takes working time, or civil days for terms that count those.
 */
export function daysTouched({ from, to }: Pause, term: Term, engine: Engine): readonly DayNumber[] {
  if (!(from < to)) return [];
  const { timeline } = engine;
  const civil = term.kind !== 'workingDays';
  const days: DayNumber[] = [];
  // Hours over midnight belong to the day before.
  for (
    let day = timeline.dayOf(from) - (!civil && engine.rules.overnight ? 1 : 0);
    day <= timeline.dayOf(to - 1);
    day++
  ) {
    if (civil) {
      days.push(day);
      continue;
    }
    if (!timeline.isWorkingDay(day)) continue;
    const first = Math.max(timeline.openingOf(day) as number, from);
    const last = Math.min(timeline.closingOf(day) as number, to);
    if (timeline.between(first, last) > 0) days.push(day);
  }
  return days;
}

/** The due instant later by a number of days in the term's own unit; it ends on the last one as the term says. */
export function dueMovedByDays(due: number, count: number, term: Term, engine: Engine): number {
  if (count === 0) return due;
  const { timeline } = engine;
  const inside = instantOfDay(due, engine);
  const from = timeline.dayOf(instantOfDueDay(due, engine));
  const civil = term.kind !== 'workingDays';
  const roll = 'roll' in term ? term.roll : undefined;
  const day = civil ? rolled(from + count, roll, engine) : timeline.workingDay(from, count, false);
  const end = 'end' in term ? term.end : undefined;
  if (end === 'endOfDay') return endOfDay(engine, day);
  if (end === 'sameClock' || end === 'dayLengths') return sameClockOn(engine, day, inside);
  return timeline.closingOf(day) ?? endOfDay(engine, day);
}

/** An instant inside the civil day to which a due instant belongs: 24:00 belongs to the day that it ends. */
export function instantOfDay(due: number, engine: Engine): number {
  const midnight = engine.timeline.dayOf(due) !== engine.timeline.dayOf(due - 1);
  return midnight ? due - 1 : due;
}

/** As `instantOfDay`, where a closing after midnight belongs to the day on which its hours began. */
export function instantOfDueDay(due: number, engine: Engine): number {
  if (!engine.rules.overnight) return instantOfDay(due, engine);
  const before = engine.timeline.dayOf(due) - 1;
  return engine.timeline.closingOf(before) === due ? endOfDay(engine, before) - 1 : instantOfDay(due, engine);
}
