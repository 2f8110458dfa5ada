import type { NamedDay } from './named-days.js';

const source = '国务院令第795号 全国年节及纪念日放假办法';

/** `MM-DD` → name, for the years from the decree on; the days of the lunar calendar need the notice. */
const since2025: Readonly<Record<string, string>> = {
  '01-01': '元旦',
  '05-01': '劳动节',
  '05-02': '劳动节',
  '10-01': '国庆节',
  '10-02': '国庆节',
  '10-03': '国庆节',
};

/**
 * The solar statutory holidays of a year without a notice: all that can be said of it before the State Council arranges
 * it. Years before 2025 have tables or are too old to be guessed, so only the decree in force is held.
 */
export function fixedHolidayOf(date: string): Pick<NamedDay, 'off' | 'name' | 'source'> | undefined {
  const name = date < '2025' ? undefined : since2025[date.slice(5)];
  return name === undefined ? undefined : { off: true, name, source };
}
