import { type DayNumber, parseDay } from './civil-date.js';

/** What a table of holidays says of its days; a range without `to` is one day. */
export interface DayTable {
  readonly source?: string;
  readonly off: readonly { readonly name: string; readonly from: string; readonly to?: string }[];
  readonly work?: readonly { readonly name?: string; readonly date: string }[];
}

/** A day that a table names. */
export interface NamedDay {
  readonly day: DayNumber;
  readonly off: boolean;
  readonly name: string | undefined;
  readonly source: string | undefined;
  /** Where the table names it. */
  readonly path: PropertyKey[];
}

/** The days that a table names, one by one; its dates exist. */
export function daysOf({ source, off, work = [] }: DayTable): readonly NamedDay[] {
  const days: NamedDay[] = [];
  off.forEach(({ name, from, to = from }, index) => {
    const last = parseDay(to) as DayNumber;
    for (let day = parseDay(from) as DayNumber; day <= last; day++)
      days.push({ day, off: true, name, source, path: ['off', index] });
  });
  work.forEach(({ name, date }, index) => {
    days.push({ day: parseDay(date) as DayNumber, off: false, name, source, path: ['work', index, 'date'] });
  });
  return days;
}
