/** A wall clock's reading in a time zone. */
export interface CivilTime {
  /** As in `2023-07-12`. */
  readonly date: string;
  /** As in `17:30`. */
  readonly time: string;
  /** The day counted from 1970-01-01: equal for two instants of one day, one more for the day after. */
  readonly dayNumber: number;
}

type FiveNumbers = [number, number, number, number, number];

/** The formatter of the zone used last: making one costs far more than using it. */
let zone: string | undefined;
let formatter: Intl.DateTimeFormat;

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  if (zone !== timeZone) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
    zone = timeZone;
  }
  return formatter;
}

/**
 * The civil time of an instant in an IANA zone. Only numbers are taken from Intl, so a server and a browser with
 * other language data show the same text.
 *
 * @param epoch Epoch milliseconds.
 * @throws RangeError for a zone that Intl does not know.
 * @example
 * civilTime(Date.parse('2023-07-10T01:02:00Z'), 'Asia/Shanghai').time // '09:02'
 */
export function civilTime(epoch: number, timeZone: string): CivilTime {
  // American order: 7/10/2023, 09:02.
  const [month, day, year, hour, minute] = formatterOf(timeZone).format(epoch).split(/\D+/).map(Number) as FiveNumbers;
  const wall = Date.UTC(year, month - 1, day, hour, minute);
  const iso = new Date(wall).toISOString();
  return { date: iso.slice(0, 10), time: iso.slice(11, 16), dayNumber: Math.floor(wall / 86_400_000) };
}
