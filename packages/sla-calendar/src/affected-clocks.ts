import type { CalendarDiff, RegularHours } from './calendar-diff.js';
import { type DayNumber, parseDay } from './civil-date.js';
import { dayRules } from './day-kind.js';
import { needsNoCalendar } from './due-instant.js';
import type { Hours } from './hours-schema.js';
import { type Instant, toEpochMilliseconds } from './instant.js';
import { clock } from './minutes.js';
import { countBelow } from './sorted-list.js';
import type { Term } from './term.js';
import { type ZoneOffsets, zoneOffsets } from './zone-offsets.js';

/** What `affectedClocks` needs of a clock. */
export interface DatedClock {
  readonly startedAt: Instant;
  /** As the earlier calendar gave it. */
  readonly dueAt: Instant;
  /** With it, a term of hours is affected only by changes between both instants, and wall time never is. */
  readonly term?: Term;
}

type Opening = readonly [from: number, to: number];

/** A day that opens at other instants. */
interface ChangedHours {
  readonly day: DayNumber;
  readonly before: readonly Opening[];
  readonly after: readonly Opening[];
}

/**
 * The clocks whose own counting touches time that changed: the only ones that an amendment can move.
 *
 * @example
 * const diff = diffCalendars(chinaCalendar(), chinaCalendar({ dates: { '2026-03-05': [] } }))
 * affectedClocks([{ startedAt: '2026-03-02T09:00:00+08:00', dueAt: '2026-03-04T17:30:00+08:00' }], diff) // []
 */
export function affectedClocks<C extends DatedClock>(clocks: readonly C[], diff: CalendarDiff): readonly C[] {
  const zones = [zoneOffsets(diff.regular?.before.zone ?? diff.zone), zoneOffsets(diff.zone)] as const;
  const weeks = diff.regular && ([weekOf(diff.regular.before), weekOf(diff.regular.after)] as const);
  const usualLengthChanged = weeks !== undefined && weeks[0].usualLength !== weeks[1].usualLength;
  const changesBetween = changesOf(diff, zones, weeks);
  return clocks.filter(({ startedAt, dueAt, term }) => {
    if (term !== undefined && needsNoCalendar(term)) return false;
    if (usualLengthChanged && (term === undefined || ('end' in term && term.end === 'dayLengths'))) return true;
    const instants = [toEpochMilliseconds(startedAt), toEpochMilliseconds(dueAt)];
    const [start, due] = [Math.min(...instants), Math.max(...instants)];
    const daysOf = (at: number) => zones.map(({ dayOf }) => dayOf(at));
    const first = Math.min(...daysOf(start));
    // Hours over midnight belong to the day before.
    for (const { day, before, after } of changesBetween(first - 1, Math.max(...daysOf(due)))) {
      const affected =
        term !== undefined && 'unit' in term
          ? !same(within(before, start, due), within(after, start, due))
          : day >= first || [...before, ...after].some(([, end]) => end > start);
      if (affected) return true;
    }
    return false;
  });
}

/** The changes from one day to another, both included: those of the diff, and what follows of them for other years. */
function changesOf(
  diff: CalendarDiff,
  zones: readonly [ZoneOffsets, ZoneOffsets],
  weeks: readonly [DayHours, DayHours] | undefined,
): (first: DayNumber, last: DayNumber) => Iterable<ChangedHours> {
  const changeOn = (day: DayNumber, ...hours: readonly [Hours, Hours]): readonly ChangedHours[] => {
    const [before, after] = zones.map((zone, side) => openings(day, hours[side] ?? [], zone)) as [Opening[], Opening[]];
    const shifted = zones[0].atClock(day, 0) !== zones[1].atClock(day, 0);
    return shifted || !same(before, after) ? [{ day, before, after }] : [];
  };
  const known = diff.days.flatMap(({ date, before, after }) =>
    changeOn(parseDay(date) as DayNumber, before.hours as Hours, after.hours as Hours),
  );
  const knownDays = known.map(({ day }) => day);
  const [from, to] = [parseDay(diff.from) as DayNumber, parseDay(diff.to) as DayNumber];
  return function* (first, last) {
    yield* known.slice(countBelow(knownDays, first), countBelow(knownDays, last + 1));
    if (weeks === undefined) return;
    for (let day = first; day <= last; day++)
      if (day < from || day > to) yield* changeOn(day, weeks[0].resolve(day).hours, weeks[1].resolve(day).hours);
  };
}

type DayHours = ReturnType<typeof dayRules>;

function weekOf(regular: RegularHours): DayHours {
  return dayRules({ id: '', ...regular }, []);
}

function openings(day: DayNumber, hours: Hours, { atClock }: ZoneOffsets): readonly Opening[] {
  return hours.map(([from, to]) => [atClock(day, clock(from)), atClock(day, clock(to))]);
}

/** The last instant is included, since time that is used up at it may end with the opening that follows. */
function within(hours: readonly Opening[], start: number, due: number): readonly Opening[] {
  return hours
    .map(([from, to]): Opening => [Math.max(from, start), Math.min(to, due + 1)])
    .filter(([from, to]) => from < to);
}

function same(a: readonly Opening[], b: readonly Opening[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
