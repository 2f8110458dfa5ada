/** A statutory holiday whose date is fixed by rule in the solar calendar. */
export interface FixedHoliday {
  readonly name: string;
  readonly source: string;
}

const decree795 = '国务院令第795号 全国年节及纪念日放假办法';
const newYear = '元旦';
const labourDay = '劳动节';
const nationalDay = '国庆节';

/** `MM-DD` → name, for the years from the decree on; the days of the lunar calendar need the notice. */
const since2025: ReadonlyMap<string, string> = new Map([
  ['01-01', newYear],
  ['05-01', labourDay],
  ['05-02', labourDay],
  ['10-01', nationalDay],
  ['10-02', nationalDay],
  ['10-03', nationalDay],
]);

/**
 * The solar statutory holidays of a year without a notice: all that can be said of it before the State Council arranges
 * it. Years before 2025 have tables or are too old to be guessed, so only the decree in force is held.
 */
export function fixedHolidayOf(day: string): FixedHoliday | undefined {
  if (Number(day.slice(0, 4)) < 2025) return undefined;
  const name = since2025.get(day.slice(5));
  return name === undefined ? undefined : { name, source: decree795 };
}
