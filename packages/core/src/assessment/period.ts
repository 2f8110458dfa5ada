import { instantOf } from '@hotline-kit/sla-calendar';
import { HotlineError } from '../errors.js';

/**
 * The span of a day, a month, a quarter, a half year or a year on the calendar.
 *
 * @param name `2024-11-05`, `2024-11`, `2024-Q4`, `2024-H2` or `2024`
 * @param zone IANA name; a pack’s is `pack.defaultCalendar.zone`
 * @throws HotlineError `assessmentInvalid` for any other text
 * @example
 * spanOf('2024-11', 'Asia/Shanghai').to.toISOString(); // '2024-11-30T16:00:00.000Z'
 */
export function spanOf(name: string, zone: string): { readonly from: Date; readonly to: Date } {
  const day = /^(\d{4})-(\d\d)-(\d\d)$/.exec(name);
  if (day !== null) {
    const next = new Date(Date.UTC(Number(day[1]), Number(day[2]) - 1, Number(day[3]) + 1));
    return { from: instantOf(`${name}T00:00`, zone), to: instantOf(`${next.toISOString().slice(0, 10)}T00:00`, zone) };
  }
  const [year, month, months] = monthsOf(name);
  const first = (months: number): Date => {
    const at = new Date(Date.UTC(year, months, 1));
    return instantOf(`${at.toISOString().slice(0, 10)}T00:00`, zone);
  };
  return { from: first(month), to: first(month + months) };
}

/** Year, first month from 0, and number of months. */
function monthsOf(name: string): readonly [number, number, number] {
  const match = /^(\d{4})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])|H([12])))?$/.exec(name);
  if (match === null) {
    throw new HotlineError(
      'assessmentInvalid',
      { zh: `“${name.slice(0, 40)}”不是时段`, en: `"${name.slice(0, 40)}" is no period` },
      {
        fix: {
          zh: '请写作 2024-11-05、2024-11、2024-Q4、2024-H2 或 2024',
          en: 'write 2024-11-05, 2024-11, 2024-Q4, 2024-H2 or 2024',
        },
      },
    );
  }
  const [, year, month, quarter, half] = match;
  if (month !== undefined) return [Number(year), Number(month) - 1, 1];
  if (quarter !== undefined) return [Number(year), (Number(quarter) - 1) * 3, 3];
  if (half !== undefined) return [Number(year), (Number(half) - 1) * 6, 6];
  return [Number(year), 0, 12];
}
