import { dueDate, type Instant, type Term, type WorkingCalendar } from '@hotline-kit/sla-calendar';
import type { Facts, TicketFacts } from '../facts.js';
import { choose } from '../pack/choice.js';
import type { Procedure } from './procedure.js';

/** Where a limit comes from. */
export type LimitOrigin = 'ticket' | 'matter' | 'pack' | 'statutory';

/** The limits that a ticket could have, as terms or as dates (`{ kind: 'fixed' }`). */
export type LimitCandidates = { readonly [Origin in LimitOrigin]?: Term | undefined };

/** From when and by which calendar limits count. */
export interface LimitStart {
  readonly from: Instant;
  readonly calendar: WorkingCalendar;
}

/** The limit that counts. */
export interface ChosenLimit {
  readonly origin: LimitOrigin;
  readonly term: Term;
  readonly dueAt: Date;
  /** Whether a hard ceiling cut it. */
  readonly isCut: boolean;
  /** Whether it lies beyond a soft ceiling: then the procedure's `handlingLimit.beyond` must be fulfilled. */
  readonly isBeyond: boolean;
}

const USUAL_ORDER: readonly LimitOrigin[] = ['ticket', 'matter', 'pack'];

/**
 * Which of several limits counts: the first in the procedure's order, unless a statutory period prevails; then the
 * ceiling. A statutory period is not cut: no city shortens the law.
 *
 * @throws InvalidTermError where a term is none.
 * @example
 * chooseLimit(procedure, facts, { pack: { kind: 'workingDays', amount: 10 }, statutory: { kind: 'workingDays', amount: 60 } },
 *   { from: '2026-03-02T09:00:00+08:00', calendar: chinaCalendar() })?.origin; // 'statutory'
 */
export function chooseLimit(
  procedure: Procedure,
  facts: Facts | TicketFacts,
  candidates: LimitCandidates,
  { from, calendar }: LimitStart,
): ChosenLimit | undefined {
  const { handlingLimit, statutoryPeriod } = procedure;
  const dueOf = (term: Term): Date => dueDate(term, from, calendar).dueAt;
  const order = choose(handlingLimit?.order, facts) ?? USUAL_ORDER;
  const origin = order.find((each) => candidates[each] !== undefined);
  const term = origin === undefined ? undefined : candidates[origin];
  const { statutory } = candidates;
  if (statutory !== undefined && statutoryPeriod !== undefined) {
    const prevails = choose(statutoryPeriod.prevails, facts) ?? 'longer';
    const dueAt = dueOf(statutory);
    if (prevails === 'always' || (prevails === 'longer' && (term === undefined || dueAt > dueOf(term)))) {
      return { origin: 'statutory', term: statutory, dueAt, isCut: false, isBeyond: false };
    }
  }
  if (origin === undefined || term === undefined) return undefined;
  return { origin, ...underCeiling(procedure, facts, term, { from, calendar }) };
}

/**
 * A due instant against the ceiling of the procedure: one of a hard ceiling is cut, one of a soft ceiling is marked.
 * An extension is asked in the same way, with the due instant that it would lead to.
 */
export function underCeiling(
  procedure: Procedure,
  facts: Facts | TicketFacts,
  term: Term,
  { from, calendar }: LimitStart,
): Omit<ChosenLimit, 'origin'> {
  const dueAt = dueDate(term, from, calendar).dueAt;
  const ceiling = choose(procedure.handlingLimit?.ceiling, facts);
  const highest = ceiling === undefined ? undefined : dueDate(ceiling, from, calendar).dueAt;
  if (ceiling === undefined || highest === undefined || dueAt <= highest) {
    return { term, dueAt, isCut: false, isBeyond: false };
  }
  const isSoft = choose(procedure.handlingLimit?.ceilingKind, facts) === 'soft';
  return isSoft
    ? { term, dueAt, isCut: false, isBeyond: true }
    : { term: ceiling, dueAt: highest, isCut: true, isBeyond: false };
}

/**
 * The last instant at which an extension may be asked, where the procedure wants it some time before the due instant
 * (`extension.notice`); nothing where it does not. Later than that, the desk says `windowClosed` to `permit`.
 */
export function extensionClosesAt(
  procedure: Procedure,
  facts: Facts | TicketFacts,
  dueAt: Date,
  calendar: WorkingCalendar,
): Date | undefined {
  const notice = choose(procedure.extension?.notice, facts);
  if (notice === undefined) return undefined;
  switch (notice.kind) {
    case 'elapsed':
      return new Date(dueAt.getTime() - notice.amount * MILLISECONDS[notice.unit]);
    case 'workingTime':
      return calendar.addWorkingTime(dueAt, { [`${notice.unit}s`]: -notice.amount });
    case 'workingDays':
      return calendar.addWorkingDays(dueAt, -notice.amount, { end: 'sameClock' });
    case 'naturalDays':
      return new Date(dueAt.getTime() - notice.amount * 24 * MILLISECONDS.hour);
    default:
      return dueAt;
  }
}

const MILLISECONDS = { second: 1000, minute: 60_000, hour: 3_600_000 } as const;
