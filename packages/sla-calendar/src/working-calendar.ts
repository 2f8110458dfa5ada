import type { CalendarDefinition } from './calendar-definition.js';
import { type DayNumber, dayText, parseDay, type Weekday, weekdayOf, weekdays, yearOf } from './civil-date.js';
import { contentHash } from './content-hash.js';
import type { Certainty, DayKind } from './day-kind.js';
import { type Engine, engineFor } from './engine.js';
import { InvalidInstantError, InvalidTermError } from './errors.js';
import type { HolidayYear } from './holiday-year.js';
import { type Instant, toEpochMilliseconds } from './instant.js';
import { millisecondsInHour, millisecondsInMinute, millisecondsInSecond } from './milliseconds.js';
import { present } from './present.js';
import { addWorkingDays, type WorkingDaysOptions } from './working-days.js';

/** An amount of working time. Negative amounts go back; the parts are added. */
export interface WorkingDuration {
  readonly hours?: number;
  readonly minutes?: number;
  readonly seconds?: number;
  readonly milliseconds?: number;
}

/**
 * Where a count ends that is used up exactly at closing time: at the closing (`end`, the default after 民法典
 * art. 203(2)) or at the next opening (`nextStart`). Going back, the same holds for openings.
 */
export type Boundary = 'end' | 'nextStart';

/** What a calendar knows of one date. */
export interface DayInfo {
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly weekday: Weekday;
  readonly kind: DayKind;
  /** Whether the date has any working time. */
  readonly working: boolean;
  /** Opening hours; an end above `24:00` lies in the next date. */
  readonly hours: readonly (readonly [from: string, to: string])[];
  readonly opensAt?: Date;
  readonly closesAt?: Date;
  /** Name of the holiday, also on its make-up workdays. */
  readonly name?: string;
  /** The notice that names the date. */
  readonly source?: string;
  readonly certainty: Certainty;
}

/** The years for which a calendar holds holidays. Without any layer of holidays every date is covered. */
export interface Coverage {
  readonly years: readonly number[];
  /** First and last date, `YYYY-MM-DD`; absent where every date is covered. */
  readonly from?: string;
  readonly to?: string;
}

/** A stretch of working time. */
export interface Period {
  readonly from: Date;
  readonly to: Date;
}

/** Identity of the calendar that a result was computed with. */
export interface CalendarReference {
  readonly id: string;
  readonly version: string;
  readonly hash: string;
}

/** The compiled parts of a calendar, for the modules of this package. */
export let engineOf: (calendar: WorkingCalendar) => Engine;
/** Identity of a calendar, as results carry it: one object for all of them, which hashes when it is asked. */
export let referenceOf: (calendar: WorkingCalendar) => CalendarReference;

/**
 * A working-time calendar: immutable, compiled lazily, and the same in every process time zone.
 * Make one with `createCalendar`, `chinaCalendar` or `alwaysCalendar`.
 *
 * Every method that counts throws `UnknownYearError` where it would need the holidays of a year without data (unless the
 * definition says `onMissingYear: "provisional"`), `InvalidInstantError` for values that are no instants, and
 * `NoWorkingTimeError` where the calendar has not enough working time until 2199.
 */
export class WorkingCalendar {
  /** Id of the definition. */
  readonly id: string;
  /** IANA name of the time zone. */
  readonly zone: string;
  /** Version of the definition; by default the years that it holds, such as `2007-2026`. */
  readonly version: string;
  /** The validated document. */
  readonly definition: CalendarDefinition;
  readonly #engine: Engine;
  readonly #reference: CalendarReference;

  static {
    engineOf = (calendar) => calendar.#engine;
    referenceOf = (calendar) => calendar.#reference;
  }

  constructor(definition: CalendarDefinition, layers: readonly (readonly HolidayYear[])[]) {
    this.#engine = engineFor(definition, layers);
    this.id = definition.id;
    this.zone = definition.zone;
    this.definition = definition;
    const { knownYears } = this.#engine;
    this.version = definition.version ?? (knownYears.length === 0 ? '1' : `${knownYears[0]}-${knownYears.at(-1)}`);
    let hash: string | undefined;
    this.#reference = Object.freeze({
      id: this.id,
      version: this.version,
      get hash() {
        hash ??= contentHash([definition, layers.map((layer) => layer.map(tableHash))]);
        return hash;
      },
    });
  }

  /** SHA-256 (hex) of the definition and of all holiday years that it uses: equal hashes count equally. */
  get hash(): string {
    return this.#reference.hash;
  }

  /**
   * The kind, hours and origin of a date.
   *
   * @param day `YYYY-MM-DD`, or an instant, which means the date that it has in the calendar's zone.
   * @example
   * chinaCalendar().dayInfo('2026-02-14').kind // 'makeupWorkday'
   */
  dayInfo(day: Instant): DayInfo {
    const number = this.#dayOf(day);
    const engine = this.#engine;
    engine.requireYear(yearOf(number));
    const { kind, hours, name, source } = engine.resolve(number);
    const [opensAt, closesAt] = engine.hoursOf(number)?.map((at) => new Date(at)) ?? [];
    return {
      date: dayText(number),
      weekday: weekdays[weekdayOf(number)] as Weekday,
      kind,
      working: closesAt !== undefined,
      hours,
      certainty: engine.certaintyOf(number, number),
      ...present({ opensAt, closesAt, name, source }),
    };
  }

  /**
   * Whether a date has any working time.
   *
   * @param day `YYYY-MM-DD`, or an instant.
   */
  isWorkingDay(day: Instant): boolean {
    return this.#engine.hoursOf(this.#dayOf(day)) !== undefined;
  }

  /** Whether an instant is working time. At closing time it is not. */
  isOpen(at: Instant): boolean {
    return this.#engine.isOpen(toEpochMilliseconds(at));
  }

  /** The first instant from `at` on that is working time; `at` itself where it is. */
  nextOpening(at: Instant): Date {
    return new Date(this.#engine.nextOpening(toEpochMilliseconds(at)));
  }

  /** The first closing after `at`; `undefined` where the calendar never closes any more. */
  nextClosing(at: Instant): Date | undefined {
    const closing = this.#engine.nextClosing(toEpochMilliseconds(at));
    return closing === undefined ? undefined : new Date(closing);
  }

  /** The stretches of working time from `from` to `to`, cut to them, in order. */
  periods(from: Instant, to: Instant): readonly Period[] {
    const segments = this.#engine.segments(toEpochMilliseconds(from), toEpochMilliseconds(to));
    return segments.map(([start, end]) => ({ from: new Date(start), to: new Date(end) }));
  }

  /** The years for which the calendar holds holidays. */
  coverage(): Coverage {
    const years = this.#engine.knownYears;
    const [first, last] = [years[0], years[years.length - 1]];
    return first === undefined ? { years } : { years, from: `${first}-01-01`, to: `${last}-12-31` };
  }

  /**
   * Whether a result over these dates rests on published holidays alone. The last week of December stays `provisional`
   * until the notice of the next year is there, for it may name make-up workdays in it (2011-12-31 was one).
   */
  certainty(from: Instant, to: Instant): Certainty {
    const [a, b] = [this.#dayOf(from), this.#dayOf(to)];
    return this.#engine.certaintyOf(Math.min(a, b), Math.max(a, b));
  }

  /**
   * The instant at which an amount of working time has passed; a negative amount goes back. Zero leaves the instant as it
   * is, or with `nextStart` moves it to the next opening.
   *
   * @example
   * chinaCalendar().addWorkingTime('2026-02-14T17:00:00+08:00', { hours: 1 }).toISOString()
   * // '2026-02-24T01:30:00.000Z', after the Spring Festival
   */
  addWorkingTime(from: Instant, duration: WorkingDuration, options: { readonly boundary?: Boundary } = {}): Date {
    const at = toEpochMilliseconds(from);
    return new Date(this.#engine.advance(at, millisecondsOf(duration), options.boundary === 'nextStart'));
  }

  /** Working milliseconds from `a` to `b`; negative where `b` is earlier. */
  workingTimeBetween(a: Instant, b: Instant): number {
    return this.#engine.between(toEpochMilliseconds(a), toEpochMilliseconds(b));
  }

  /**
   * The end of the `days`-th working day after an instant (before it, if negative). 0 means the first working day from
   * the day of the instant on.
   *
   * @example
   * chinaCalendar().addWorkingDays('2026-02-12T10:00:00+08:00', 13).toISOString() // '2026-03-09T09:30:00.000Z'
   */
  addWorkingDays(from: Instant, days: number, options: WorkingDaysOptions = {}): Date {
    return new Date(addWorkingDays(this.#engine, toEpochMilliseconds(from), days, options));
  }

  /**
   * Number of working days after the date of `a` up to and including the date of `b`; negative where `b` is earlier.
   * The first date is not counted (民法典 art. 201(1)).
   */
  workingDaysBetween(a: Instant, b: Instant): number {
    return this.#engine.workingDaysBetween(this.#dayOf(a), this.#dayOf(b));
  }

  #dayOf(day: Instant): DayNumber {
    if (typeof day === 'string' && day.length === 10) {
      const parsed = parseDay(day);
      if (parsed === undefined)
        throw new InvalidInstantError(day, `"${day}" is no date. Write an existing date as "YYYY-MM-DD".`);
      return parsed;
    }
    return this.#engine.dayOf(toEpochMilliseconds(day));
  }
}

const tableHashes = new WeakMap<HolidayYear, string>();

function tableHash(table: HolidayYear): string {
  const hash = tableHashes.get(table) ?? contentHash(table);
  tableHashes.set(table, hash);
  return hash;
}

function millisecondsOf({ hours = 0, minutes = 0, seconds = 0, milliseconds = 0 }: WorkingDuration): number {
  const sum =
    hours * millisecondsInHour + minutes * millisecondsInMinute + seconds * millisecondsInSecond + milliseconds;
  if (Number.isFinite(sum)) return Math.round(sum);
  throw new InvalidTermError('', sum, 'hours, minutes, seconds and milliseconds are finite numbers');
}
