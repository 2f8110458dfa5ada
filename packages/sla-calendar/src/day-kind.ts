import type { CalendarDefinition } from './calendar-definition.js';
import { type DayNumber, dayNumberOf, dayText, parseDay, weekdayOf, yearOf } from './civil-date.js';
import { UnknownYearError } from './errors.js';
import { fixedHolidayOf } from './fixed-holidays.js';
import type { HolidayYear } from './holiday-year.js';
import {
  lengthOf,
  type MinuteInterval,
  minuteIntervals,
  type WeeklyMinutes,
  weeklyMinutes,
  withoutBreaks,
} from './working-hours.js';

/**
 * What a date is: a day of the weekly hours, Saturday or Sunday without hours, a day off of a notice, a make-up workday,
 * a date with hours of its own, or closed for another reason.
 */
export type DayKind = 'workday' | 'weekend' | 'holiday' | 'makeupWorkday' | 'ownHours' | 'closed';

/** Whether a result rests on published data alone, or on a year whose notice is not there yet. */
export type Certainty = 'official' | 'provisional';

/** A date resolved through all layers. */
export interface ResolvedDay {
  readonly kind: DayKind;
  readonly hours: readonly MinuteInterval[];
  /** Name of the holiday, also on its make-up workdays. */
  readonly name?: string;
  /** The notice or layer that names the date. */
  readonly source?: string;
}

interface NamedDay {
  readonly off: boolean;
  readonly name?: string;
  readonly source?: string;
}

interface Season {
  /** First and last day as month × 100 + day; a season may run over New Year. */
  readonly from: number;
  readonly to: number;
  readonly weekly: WeeklyMinutes;
}

/**
 * From this day of December on, the notice of the next year may still name make-up workdays: they lie within a week of
 * New Year's Day (2011-12-31 and 2007-12-29 were such).
 */
const firstOpenDecemberDay = 25;

/** The rules that turn a date into its kind and hours. */
export class DayRules {
  readonly id: string;
  /** Whether hours of a date can reach into the next one. */
  readonly overnight: boolean;
  /** Years with a table, ascending; empty where no layer of holidays is named. */
  readonly knownYears: readonly number[];
  /** Years of which any layer names a day, whole or not. */
  readonly namedYears: readonly number[];
  /** Working time of a usual day in minutes: the most frequent one of the week, the longer one among equals. */
  readonly usualLength: number;
  readonly #hasLayers: boolean;
  readonly #national: boolean;
  readonly #known: ReadonlySet<number>;
  readonly #named = new Map<DayNumber, NamedDay>();
  readonly #weekly: WeeklyMinutes;
  /** The last one of the document first, since later seasons win. */
  readonly #seasons: readonly Season[];
  readonly #makeupAs: CalendarDefinition['makeupAs'];
  readonly #makeupHours: readonly MinuteInterval[] | undefined;
  readonly #dates: ReadonlyMap<DayNumber, readonly MinuteInterval[]>;
  readonly #breaks: ReadonlyMap<DayNumber, readonly MinuteInterval[]>;
  readonly #provisional: boolean;

  constructor(definition: CalendarDefinition, layers: readonly (readonly HolidayYear[])[]) {
    this.id = definition.id;
    this.#weekly = weeklyMinutes(definition.weekly);
    this.#seasons = (definition.seasons ?? [])
      .map(({ from, to, weekly }) => ({ from: monthDayOf(from), to: monthDayOf(to), weekly: weeklyMinutes(weekly) }))
      .reverse();
    this.#makeupAs = definition.makeupAs;
    this.#makeupHours = Array.isArray(definition.makeupAs) ? minuteIntervals(definition.makeupAs) : undefined;
    this.#dates = datedHours(definition.dates);
    this.#breaks = datedHours(definition.breaks);
    this.#provisional = definition.onMissingYear === 'provisional';
    this.#national = (definition.holidays ?? []).includes('cn');
    this.#hasLayers = layers.length > 0;
    this.namedYears = layers.flat().map((table) => table.year);
    const whole = layers.flat().filter((table) => table.statutoryDays !== undefined);
    this.knownYears = [...new Set((whole.length > 0 ? whole : layers.flat()).map((table) => table.year))].sort(
      (a, b) => a - b,
    );
    this.#known = new Set(this.knownYears);
    for (const table of layers.flat()) this.#name(table);
    this.usualLength = usualLengthOf(this.#weekly);
    const everyHours = [...this.#weekly, ...this.#seasons.flatMap((season) => season.weekly), ...this.#dates.values()];
    this.overnight = [...everyHours, this.#makeupHours ?? []].some((hours) => hours.some(([, to]) => to > 1440));
  }

  /** Whether every instant is working time: 24 hours on seven days and nothing that could close one. */
  get alwaysOpen(): boolean {
    const bare = !this.#hasLayers && this.#seasons.length === 0 && this.#dates.size === 0 && this.#breaks.size === 0;
    return (
      bare &&
      this.#weekly.every(
        (hours) => hours.length > 0 && hours[0]?.[0] === 0 && lengthOf(hours) === 1440 && !this.overnight,
      )
    );
  }

  /** Whether the holidays of a year are known; without any layer every year is. */
  knows(year: number): boolean {
    return !this.#hasLayers || this.#known.has(year);
  }

  /** @throws UnknownYearError where a year is unknown and the calendar does not compute provisionally. */
  requireYear(year: number): void {
    if (!this.#provisional && !this.knows(year)) throw new UnknownYearError(this.id, year, this.knownYears);
  }

  /** Whether a count may run through a year without an error. */
  counts(year: number): boolean {
    return this.#provisional || this.knows(year);
  }

  /** Certainty of a stretch of days, both ends included. */
  certaintyOf(from: DayNumber, to: DayNumber): Certainty {
    if (!this.#hasLayers) return 'official';
    for (let year = yearOf(from); year <= yearOf(to); year++) {
      if (!this.#known.has(year)) return 'provisional';
      const reachesOpenDays = to >= dayNumberOf(year, 12, firstOpenDecemberDay) && from <= dayNumberOf(year, 12, 31);
      if (reachesOpenDays && !this.#known.has(year + 1)) return 'provisional';
    }
    return 'official';
  }

  resolve(day: DayNumber): ResolvedDay {
    const base = this.#withoutBreaks(day);
    const breaks = this.#breaks.get(day);
    return breaks === undefined ? base : { ...base, hours: withoutBreaks(base.hours, breaks) };
  }

  #withoutBreaks(day: DayNumber): ResolvedDay {
    const named = this.#named.get(day) ?? this.#fixed(day);
    const origin = {
      ...(named?.name === undefined ? {} : { name: named.name }),
      ...(named?.source === undefined ? {} : { source: named.source }),
    };
    const own = this.#dates.get(day);
    if (own !== undefined) return { kind: own.length > 0 ? 'ownHours' : 'closed', hours: own, ...origin };
    const weekly = this.#weeklyOf(day);
    if (named?.off === true) return { kind: 'holiday', hours: [], ...origin };
    if (named?.off === false) return { kind: 'makeupWorkday', hours: this.#makeupOf(weekly), ...origin };
    const hours = weekly[weekdayOf(day)] ?? [];
    if (hours.length > 0) return { kind: 'workday', hours };
    return { kind: weekdayOf(day) >= 5 ? 'weekend' : 'closed', hours };
  }

  #fixed(day: DayNumber): NamedDay | undefined {
    if (!this.#national || this.#known.has(yearOf(day))) return undefined;
    const fixed = fixedHolidayOf(dayText(day));
    return fixed === undefined ? undefined : { off: true, ...fixed };
  }

  #makeupOf(weekly: WeeklyMinutes): readonly MinuteInterval[] {
    if (this.#makeupHours !== undefined) return this.#makeupHours;
    const weekday = typeof this.#makeupAs === 'string' ? this.#makeupAs : undefined;
    if (weekday !== undefined) return weekly[weekdayIndex[weekday]] ?? [];
    return weekly.find((hours) => hours.length > 0) ?? [];
  }

  #weeklyOf(day: DayNumber): WeeklyMinutes {
    if (this.#seasons.length === 0) return this.#weekly;
    const at = monthDayOf(dayText(day).slice(5));
    const inSeason = ({ from, to }: Season) => (from <= to ? at >= from && at <= to : at >= from || at <= to);
    return this.#seasons.find(inSeason)?.weekly ?? this.#weekly;
  }

  #name(table: HolidayYear): void {
    const source = table.source === undefined ? {} : { source: table.source };
    for (const { name, from, to = from } of table.off) {
      const last = requireDay(to);
      for (let day = requireDay(from); day <= last; day++) this.#named.set(day, { off: true, name, ...source });
    }
    for (const { name, date } of table.work ?? []) {
      this.#named.set(requireDay(date), { off: false, ...(name === undefined ? {} : { name }), ...source });
    }
  }
}

const weekdayIndex = { mon: 0, tue: 1, wed: 2, thu: 3, fri: 4, sat: 5, sun: 6 } as const;

function datedHours(dates: CalendarDefinition['dates']): ReadonlyMap<DayNumber, readonly MinuteInterval[]> {
  return new Map(Object.entries(dates ?? {}).map(([date, hours]) => [requireDay(date), minuteIntervals(hours)]));
}

/** A date that the schema has already accepted. */
function requireDay(text: string): DayNumber {
  return parseDay(text) as DayNumber;
}

function monthDayOf(text: string): number {
  return Number(text.slice(0, 2)) * 100 + Number(text.slice(3));
}

function usualLengthOf(weekly: WeeklyMinutes): number {
  const counts = new Map<number, number>();
  for (const length of weekly.map(lengthOf)) if (length > 0) counts.set(length, (counts.get(length) ?? 0) + 1);
  const ranked = [...counts].sort(([lengthA, countA], [lengthB, countB]) => countB - countA || lengthB - lengthA);
  return ranked[0]?.[0] ?? 0;
}
