/**
 * An independent answer to every question of working time: the wall clock of a zone written out minute by minute
 * through Intl, opening hours laid over it, and each question answered by walking. Slow on purpose; it shares no code
 * with the package.
 */

/** Plain description of a schedule, from which both the oracle and a calendar document are made. */
export interface Schedule {
  readonly title: string;
  readonly zone: string;
  /** The dates that the oracle writes out, `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
  /** Hours of Sunday, Monday … Saturday as text, `09:00-12:00 13:30-17:30`. */
  readonly week: readonly [string, string, string, string, string, string, string];
  readonly off?: readonly string[];
  /** Make-up workdays and their hours. */
  readonly makeup?: { readonly dates: readonly string[]; readonly hours: string };
  readonly dates?: Readonly<Record<string, string>>;
  readonly breaks?: Readonly<Record<string, string>>;
  readonly season?: { readonly from: string; readonly to: string; readonly week: Schedule['week'] };
}

const minute = 60_000;
/** Changes of the clock fall on quarters of an hour, so Intl is asked once for each. */
const quarter = 15;

export class MinuteOracle {
  /** The first instant that is written out. */
  readonly origin: number;
  readonly minutes: number;
  /** 1 for each minute that is working time. */
  readonly open: Uint8Array;
  /** Dates in the order in which the wall calendar shows them, with their first and last open minute. */
  readonly days: readonly { readonly date: string; readonly first: number; readonly last: number }[];
  readonly #wallToMinute = new Map<number, number>();
  readonly #dayOfMinute: Int32Array;

  constructor(readonly schedule: Schedule) {
    const day = 24 * 60 * minute;
    this.origin = Date.parse(`${schedule.from}T00:00:00Z`) - day;
    this.minutes = (Date.parse(`${schedule.to}T00:00:00Z`) + 2 * day - this.origin) / minute;
    this.open = new Uint8Array(this.minutes);
    this.#dayOfMinute = new Int32Array(this.minutes);

    const wall = this.#wallMinutes();
    const dates: string[] = [];
    wall.forEach((value, index) => {
      if (!this.#wallToMinute.has(value)) this.#wallToMinute.set(value, index);
      const date = new Date(value * minute).toISOString().slice(0, 10);
      if (dates[dates.length - 1] !== date) dates.push(date);
      this.#dayOfMinute[index] = dates.length - 1;
    });
    this.days = dates.map((date) => ({ date, ...this.#lay(date) }));
  }

  /** The minute after which (before which, if negative) the amount is used up. */
  add(from: number, amount: number, boundary: 'end' | 'nextStart'): number {
    let [at, left] = [from, Math.abs(amount)];
    const forward = amount >= 0;
    while (left > 0) {
      if (!forward) at--;
      left -= this.#openAt(at);
      if (forward) at++;
    }
    if (boundary === 'nextStart') {
      if (forward) while (this.#openAt(at) === 0) at++;
      else while (this.#openAt(at - 1) === 0) at--;
    }
    return at;
  }

  between(from: number, to: number): number {
    let count = 0;
    for (let at = from; at < to; at++) count += this.#openAt(at);
    return count;
  }

  /** Index into `days` of the date that the wall shows in a minute. */
  dayOf(at: number): number {
    return this.#dayOfMinute[at] as number;
  }

  /** The n-th working day after the day of a minute, or before it. */
  workingDay(from: number, n: number): number {
    let day = this.dayOf(from);
    for (let left = Math.abs(n); left > 0; ) {
      day += Math.sign(n);
      const at = this.days[day];
      if (at === undefined) throw new RangeError('the oracle ends here');
      if (at.first >= 0) left--;
    }
    return day;
  }

  /** How many working days are written out after (1) or before (-1) the day of a minute. */
  workingDaysFrom(from: number, direction: 1 | -1): number {
    const day = this.dayOf(from);
    const side = direction > 0 ? this.days.slice(day + 1) : this.days.slice(0, day);
    return side.filter(({ first }) => first >= 0).length;
  }

  #openAt(at: number): number {
    const value = this.open[at];
    if (value === undefined) throw new RangeError('the oracle ends here');
    return value;
  }

  #wallMinutes(): number[] {
    const format = new Intl.DateTimeFormat('en-GB', {
      timeZone: this.schedule.zone,
      dateStyle: 'short',
      timeStyle: 'short',
    });
    const wall: number[] = [];
    for (let at = 0; at < this.minutes; at += quarter) {
      // 28/03/2026, 01:45
      const text = format.format(this.origin + at * minute);
      const iso = `${text.slice(6, 10)}-${text.slice(3, 5)}-${text.slice(0, 2)}T${text.slice(12)}:00Z`;
      for (let i = 0; i < quarter; i++) wall.push(Date.parse(iso) / minute + i);
    }
    return wall;
  }

  /** Marks the hours of a date; answers its first and last open minute, -1 where there is none. */
  #lay(date: string): { first: number; last: number } {
    let [first, last] = [-1, -1];
    const broken = parse(this.schedule.breaks?.[date] ?? '');
    const midnight = Date.parse(`${date}T00:00:00Z`) / minute;
    for (const [from, to] of parse(hoursOf(this.schedule, date))) {
      for (const [a, b] of cut([from, to], broken)) {
        const [start, end] = [this.#minuteOfWall(midnight + a), this.#minuteOfWall(midnight + b)];
        if (start === undefined || end === undefined || start >= end) continue;
        this.open.fill(1, Math.max(0, start), Math.min(this.minutes, end));
        first = first < 0 ? start : Math.min(first, start);
        last = Math.max(last, end);
      }
    }
    return { first, last };
  }

  /** The first minute at which the wall shows a time; a time that is skipped lies as far after the last one shown. */
  #minuteOfWall(wall: number): number | undefined {
    for (let back = 0; back <= 24 * 60; back++) {
      const at = this.#wallToMinute.get(wall - back);
      if (at !== undefined) return at + back;
    }
    return undefined;
  }
}

type Interval = readonly [number, number];

function hoursOf(schedule: Schedule, date: string): string {
  const own = schedule.dates?.[date];
  if (own !== undefined) return own;
  if (schedule.makeup?.dates.includes(date)) return schedule.makeup.hours;
  if (schedule.off?.includes(date)) return '';
  const { season } = schedule;
  const inSeason = season !== undefined && date.slice(5) >= season.from && date.slice(5) <= season.to;
  const week = inSeason ? season.week : schedule.week;
  return week[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? '';
}

/** `09:00-12:00 13:30-17:30` → minutes after midnight. */
function parse(hours: string): readonly Interval[] {
  return [...hours.matchAll(/(\d\d):(\d\d)-(\d\d):(\d\d)/g)].map(([, a, b, c, d]) => [
    Number(a) * 60 + Number(b),
    Number(c) * 60 + Number(d),
  ]);
}

/** Minute by minute: the parts of an interval that no break covers. */
function cut([from, to]: Interval, breaks: readonly Interval[]): readonly Interval[] {
  const parts: [number, number][] = [];
  for (let at = from; at < to; at++) {
    if (breaks.some(([a, b]) => at >= a && at < b)) continue;
    const part = parts[parts.length - 1];
    if (part !== undefined && part[1] === at) part[1]++;
    else parts.push([at, at + 1]);
  }
  return parts;
}
