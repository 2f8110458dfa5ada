import type { CalendarDiff, ChangedDay } from './calendar-diff.js';
import { type ClockEvent, evaluateClock } from './clock.js';
import type { ClockPolicy } from './clock-policy.js';
import type { BilingualText } from './explained-step.js';
import { type Instant, toEpochMilliseconds } from './instant.js';
import { civilDateOf, isoInZone } from './local-time.js';
import { type CalendarReference, referenceOf, type WorkingCalendar } from './working-calendar.js';

/**
 * What becomes of a running deadline when the calendar is amended:
 * - `recompute`: it is what the amended calendar says;
 * - `keep`: what was told stays;
 * - `favourCitizen`: the earlier of both, so that no reply is later than was promised;
 * - `favourUnit`: the later of both, so that nobody is late by an amendment that came afterwards.
 */
export type AmendmentPolicy = 'recompute' | 'keep' | 'favourCitizen' | 'favourUnit';

/** A clock as its policy and its events. */
export interface RecordedClock {
  readonly policy: ClockPolicy;
  readonly events: readonly ClockEvent[];
}

/** Why and by whom a deadline was looked at again, and what came of it. Plain data for an audit log. */
export interface RetimeEntry {
  readonly type: 'clock.retimed';
  /** When it was recomputed, and by whom. */
  readonly at: Date;
  readonly by: string;
  readonly onAmendment: AmendmentPolicy;
  readonly before: { readonly dueAt: Date; readonly late: boolean; readonly calendar: CalendarReference };
  readonly after: { readonly dueAt: Date; readonly late: boolean; readonly calendar: CalendarReference };
  /** What the amended calendar says, whatever the policy made of it. */
  readonly recomputed: Date;
  readonly moved: boolean;
  /** Amended dates between start and due. */
  readonly days: readonly ChangedDay[];
  readonly text: BilingualText;
}

/**
 * Recomputes a clock for an amended calendar under a stated policy.
 *
 * @param options.at the instant of the recomputation; what has stopped before it is judged anew as well.
 * @example
 * const before = chinaCalendar(), after = chinaCalendar({ dates: { '2026-03-03': [] } })
 * const clock = { policy: { term: { kind: 'workingDays', amount: 2 } }, events: [{ type: 'start', at: '2026-03-02T09:00:00+08:00' }] }
 * retimeClock(clock, { before, after, diff: diffCalendars(before, after) },
 *   { onAmendment: 'recompute', at: '2026-03-02T12:00:00+08:00', by: 'office' }).after.dueAt.toISOString() // '2026-03-05T09:30:00.000Z'
 */
export function retimeClock(
  clock: RecordedClock,
  amendment: { readonly before: WorkingCalendar; readonly after: WorkingCalendar; readonly diff: CalendarDiff },
  options: { readonly onAmendment: AmendmentPolicy; readonly at: Instant; readonly by: string },
): RetimeEntry {
  const { before, after, diff } = amendment;
  const { onAmendment, at, by } = options;
  const old = evaluateClock(clock.policy, clock.events, at, before);
  const fresh = evaluateClock(clock.policy, clock.events, at, after);
  const [told, recomputed] = [old.dueAt.getTime(), fresh.dueAt.getTime()];
  const due = {
    recompute: recomputed,
    keep: told,
    favourCitizen: Math.min(told, recomputed),
    favourUnit: Math.max(told, recomputed),
  }[onAmendment];
  const first = civilDateOf(old.startedAt, diff.zone);
  const last = civilDateOf(Math.max(told, recomputed) - 1, diff.zone);
  return {
    type: 'clock.retimed',
    at: new Date(toEpochMilliseconds(at)),
    by,
    onAmendment,
    before: { dueAt: old.dueAt, late: old.late, calendar: referenceOf(before) },
    after: {
      dueAt: new Date(due),
      late: due === recomputed ? fresh.late : old.late,
      calendar: referenceOf(after),
    },
    recomputed: fresh.dueAt,
    moved: due !== told,
    days: diff.days.filter(({ date }) => date >= first && date <= last),
    text: textOf(onAmendment, told, due, diff.zone),
  };
}

const policyText: Readonly<Record<AmendmentPolicy, BilingualText>> = {
  recompute: { zh: '按调整后的安排重新计算', en: 'recomputed after the amendment' },
  keep: { zh: '维持原已告知的期限', en: 'the term that was told is kept' },
  favourCitizen: { zh: '取对群众有利的较早期限', en: 'the earlier of both, in favour of the citizen' },
  favourUnit: { zh: '取对承办单位有利的较晚期限', en: 'the later of both, in favour of the unit' },
};

function textOf(policy: AmendmentPolicy, told: number, due: number, zone: string): BilingualText {
  const { zh, en } = policyText[policy];
  const [from, to] = [isoInZone(told, zone), isoInZone(due, zone)];
  return {
    zh: `放假安排调整：${zh}，期限${told === due ? '仍为' : `由 ${from} 改为`} ${to}`,
    en: `Holidays amended: ${en}, ${told === due ? 'still ' : ''}due ${to}${told === due ? '' : ` instead of ${from}`}`,
  };
}
