import { dueDate, type Term, type WorkingCalendar } from '@hotline-kit/sla-calendar';

/** When a request came in, and when the city wanted it closed. */
export interface PublishedTarget {
  readonly openedAt: Date;
  readonly targetAt: Date;
}

/** How well a term gives published targets. */
export interface Fit {
  readonly term: Term;
  readonly exact: number;
  readonly within5s: number;
  readonly within1min: number;
}

const day = 86_400_000;

/**
 * The term that gives most of the targets of one type within 5 seconds, then to the second, then within a minute.
 * Where two are equal the city's habit decides: short limits are in working days, limits from 30 days on in natural
 * days; then the shorter one.
 */
export function bestTerm(targets: readonly PublishedTarget[], calendar: WorkingCalendar): Fit {
  const [best] = candidates(targets, calendar)
    .map((term) => fitOf(term, targets, calendar))
    .sort(
      (a, b) =>
        b.within5s - a.within5s ||
        b.exact - a.exact ||
        b.within1min - a.within1min ||
        againstHabit(a.term) - againstHabit(b.term) ||
        amountOf(a.term) - amountOf(b.term),
    );
  if (best === undefined) throw new RangeError('a term needs at least one target to be derived from');
  return best;
}

/**
 * The day of receipt is counted as the first one; a weekend is none, so that Monday is. The last day ends at the clock
 * time of the receipt; where the office is closed by then, at its next opening.
 */
export function officeDays(days: number): Term {
  return { kind: 'workingDays', amount: days + 1, startDay: 'included', end: 'sameClock' };
}

/** Natural days end at the clock time of the receipt, on whatever day that is. */
export function naturalDays(days: number): Term {
  return { kind: 'naturalDays', amount: days, end: 'sameClock', roll: 'none' };
}

/** Only amounts that stand in the rows can fit, a day more or less for the hours after closing. */
function candidates(targets: readonly PublishedTarget[], calendar: WorkingCalendar): readonly Term[] {
  const natural = new Set<number>();
  const office = new Set<number>();
  for (const { openedAt, targetAt } of targets) {
    const days = Math.round((targetAt.getTime() - openedAt.getTime()) / day);
    const working = calendar.workingDaysBetween(openedAt, targetAt);
    for (const more of [-1, 0, 1]) {
      natural.add(days + more);
      office.add(working + more);
    }
  }
  return [
    ...[...office].filter((days) => days >= 1).map(officeDays),
    ...[...natural].filter((days) => days >= 1).map(naturalDays),
  ];
}

function fitOf(term: Term, targets: readonly PublishedTarget[], calendar: WorkingCalendar): Fit {
  const counts = { exact: 0, within5s: 0, within1min: 0 };
  for (const { openedAt, targetAt } of targets) {
    const off = Math.abs(dueDate(term, openedAt, calendar).dueAt.getTime() - targetAt.getTime());
    if (off === 0) counts.exact += 1;
    if (off <= 5_000) counts.within5s += 1;
    if (off <= 60_000) counts.within1min += 1;
  }
  return { term, ...counts };
}

function againstHabit(term: Term): number {
  // 20 working days are four weeks.
  if (term.kind === 'workingDays') return amountOf(term) > 21 ? 1 : 0;
  return amountOf(term) < 30 ? 1 : 0;
}

function amountOf(term: Term): number {
  return 'amount' in term ? term.amount : 0;
}
