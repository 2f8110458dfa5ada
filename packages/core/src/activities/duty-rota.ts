import { civilDateOf, type Instant, instantOf, toEpochMilliseconds } from '@hotline-kit/sla-calendar';
import * as z from 'zod';
import { HotlineError } from '../errors.js';
import { type Actor, checkedActor } from '../ticket/actor.js';
import type { Activity } from './activity.js';

const date = z.iso.date();
const person = z.strictObject({
  id: z.string().min(1).max(200),
  role: z.string().min(1),
  unit: z.string().min(1),
  /** Their title on duty, such as 副总值班长. */
  title: z.string().min(1).max(100).exactOptional(),
});

/** The shape of a rota, for hosts that read it from their own records. */
export const dutyRotaSchema = z.strictObject({
  id: z.string().min(1).max(100),
  /** The first day of the first turn. */
  starts: date,
  /** How long a turn is: so many months, or so many days. */
  turn: z.union([
    z.strictObject({ months: z.int().positive().max(12) }),
    z.strictObject({ days: z.int().positive().max(366) }),
  ]),
  /** Shifts of a day by their beginnings, `HH:MM` in order; a person has a shift for a turn. One shift unless given. */
  shifts: z
    .array(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/))
    .min(1)
    .max(24)
    .refine((times) => times.every((time, n) => n === 0 || time > (times[n - 1] ?? '')), 'shifts stand in order')
    .exactOptional(),
  /** Who takes turns, in order. */
  people: z.array(person).min(1).max(1000),
  /** Who stands in for a turn, by its first day and the shift’s beginning. */
  swaps: z
    .array(z.strictObject({ starts: date, shift: z.string().exactOptional(), person }))
    .max(1000)
    .exactOptional(),
});

/** A duty rota 轮值表: heads who are on duty in rotation, or shift leaders 值班长. Plain JSON of the host’s. */
export type DutyRota = z.infer<typeof dutyRotaSchema>;

/** One turn of a rota. */
export interface DutyTurn {
  readonly actor: Actor;
  readonly title?: string;
  readonly from: Date;
  /** No longer part of the turn. */
  readonly to: Date;
}

/**
 * Who is on duty at an instant: an actor who may act on the desk by their role. Nothing before the rota starts.
 *
 * @param zone IANA name; a pack’s is `pack.defaultCalendar.zone`
 * @throws HotlineError `invalidRota`, or `invalidActor` for a role that there is not
 * @example
 * onDuty(rota, '2024-11-05T09:00:00+08:00', 'Asia/Shanghai')?.title; // '副总值班长'
 */
export function onDuty(rota: DutyRota, at: Instant, zone: string): DutyTurn | undefined {
  const { starts, turn, shifts = ['00:00'], people, swaps = [] } = checked(rota);
  const instant = new Date(toEpochMilliseconds(at));
  const day = civilDateOf(instant, zone);
  const shift = shifts.filter((time) => instantOf(`${day}T${time}`, zone) <= instant).length - 1;
  // Before the first shift of a day the last one of the day before goes on.
  const [index, dutyDay] = shift < 0 ? [shifts.length - 1, addDays(day, -1)] : [shift, day];
  if (dutyDay < starts) return undefined;
  const count =
    'months' in turn ? monthsBetween(starts, dutyDay) / turn.months : daysBetween(starts, dutyDay) / turn.days;
  const number = Math.floor(count);
  const first = 'months' in turn ? addMonths(starts, number * turn.months) : addDays(starts, number * turn.days);
  const swap = swaps.find((each) => each.starts === first && (each.shift ?? shifts[index]) === shifts[index]);
  const found = swap?.person ?? people[(number * shifts.length + index) % people.length];
  if (found === undefined) return undefined;
  const { id, role, unit, title } = found;
  const next = index + 1 < shifts.length ? [dutyDay, shifts[index + 1]] : [addDays(dutyDay, 1), shifts[0]];
  return {
    actor: checkedActor({ id, role: role as Actor['role'], unit }),
    ...(title !== undefined && { title }),
    from: instantOf(`${dutyDay}T${shifts[index]}`, zone),
    to: instantOf(`${next[0]}T${next[1]}`, zone),
  };
}

/**
 * The turns of a span as activities: how often each head and each shift leader was on duty is counted like any figure.
 *
 * @throws HotlineError `invalidRota`
 */
export function dutyActivities(
  rota: DutyRota,
  { from, to }: { readonly from: Instant; readonly to: Instant },
  zone: string,
): readonly Activity[] {
  const activities: Activity[] = [];
  const [begin, end] = [new Date(toEpochMilliseconds(from)), new Date(toEpochMilliseconds(to))];
  for (let at = begin; at < end; ) {
    const turn = onDuty(rota, at, zone);
    if (turn === undefined) {
      at = instantOf(`${rota.starts}T${rota.shifts?.[0] ?? '00:00'}`, zone);
      if (at < begin) break;
      continue;
    }
    const { actor, title } = turn;
    activities.push({
      id: `${rota.id}:${turn.from.toISOString()}`,
      kind: 'duty',
      person: actor.id,
      ...(title !== undefined && { title }),
      unit: actor.unit ?? '',
      from: turn.from.toISOString(),
      to: turn.to.toISOString(),
    });
    at = turn.to;
  }
  return activities;
}

function checked(rota: DutyRota): DutyRota {
  const result = dutyRotaSchema.safeParse(rota);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const [where, why] = [issue?.path.join('.'), issue?.message];
  throw new HotlineError(
    'invalidRota',
    { zh: `轮值表的“${where}”有误（${why}）`, en: `${where}: ${why}` },
    {
      fix: {
        zh: '请给出“starts”、“turn”，以及含编号、角色和单位的“people”',
        en: 'give "starts", "turn", and "people" with id, role and unit',
      },
    },
  );
}

const DAY = 86_400_000;

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / DAY;
}

function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);
}

/** Whole months from a date to a later one: a month is over on the day of the same number, else the last. */
function monthsBetween(from: string, to: string): number {
  const [year = 0, month = 0] = to.split('-').map(Number);
  const [startYear = 0, startMonth = 0] = from.split('-').map(Number);
  const months = (year - startYear) * 12 + month - startMonth;
  return addMonths(from, months) > to ? months - 1 : months;
}

function addMonths(date: string, months: number): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10);
}
