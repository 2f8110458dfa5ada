import { dueDate, type Instant, toEpochMilliseconds, type WorkingCalendar } from '@hotline-kit/sla-calendar';
import type { Facts, TicketFacts } from '../facts.js';
import type { Procedure } from './procedure.js';
import type { Rate } from './rate.js';

/** What a rate is counted over. */
export interface RateHistory {
  /** When the command was given before on this ticket, in any order. */
  readonly times: readonly Instant[];
  /**
   * Of these, what the present one is counted together with, where a rate does not count the whole ticket: those of the
   * same applicant, towards the same unit, by the same actor. All of them, unless said.
   */
  readonly of?: Readonly<Partial<Record<Exclude<Rate['per'], 'ticket'>, readonly Instant[]>>>;
  /** When it is asked now. */
  readonly at: Instant;
  /** The calendar that counts the time. */
  readonly calendar: WorkingCalendar;
}

/**
 * Whether a rate of the procedure is used up: `maximum` times were within its term, and are not over yet. The desk tells
 * `permit` by the fact `tooSoon`. A rate without a term counts over the life of the ticket.
 *
 * @example
 * rateReached(procedure, 'urging', facts, { times: ['2026-03-02T09:00:00+08:00'], at, calendar }); // { maximum: 1, … }
 */
export function rateReached(
  procedure: Procedure,
  section: 'urging' | 'enquiry',
  facts: Facts | TicketFacts,
  { times, of = {}, at, calendar }: RateHistory,
): Rate | undefined {
  const now = toEpochMilliseconds(at);
  return (procedure[section]?.limits ?? []).find(({ maximum, within, when, per }) => {
    if (when !== undefined && !when(facts)) return false;
    const counted = (per === 'ticket' ? times : (of[per] ?? times)).filter(
      (time) => within === undefined || dueDate(within, time, calendar).dueAt.getTime() >= now,
    );
    return counted.length >= maximum;
  });
}
