import { chinaCalendar, dueAfterPause } from '@hotline-kit/sla-calendar';
import { addDays, addMinutes, differenceInMinutes, format, max, set } from 'date-fns';
import { type Contestant, measure, mustAgree, report } from './measure.js';

// The peers count in the time zone of the process; so that they are right at all, it is the calendar's.
process.env.TZ = 'Asia/Shanghai';

const office = chinaCalendar();
const minute = 60_000;

/** The hours of a day as everybody writes them first: a loop over days with date-fns and two sets of dates. */
const off = new Set<string>();
const makeup = new Set<string>();
for (let day = new Date(2007, 0, 1); day < new Date(2027, 0, 1); day = addDays(day, 1)) {
  const key = format(day, 'yyyy-MM-dd');
  const weekend = day.getDay() === 0 || day.getDay() === 6;
  const works = office.isWorkingDay(key);
  if (works && weekend) makeup.add(key);
  if (!works && !weekend) off.add(key);
}

function dayLoop(from: Date, minutes: number): Date {
  let left = minutes;
  for (let day = from; ; day = addDays(day, 1)) {
    const key = format(day, 'yyyy-MM-dd');
    const weekend = day.getDay() === 0 || day.getDay() === 6;
    if ((weekend && !makeup.has(key)) || off.has(key)) continue;
    for (const [h1, m1, h2, m2] of [
      [9, 0, 12, 0],
      [13, 30, 17, 30],
    ] as const) {
      const open = max([from, set(day, { hours: h1, minutes: m1, seconds: 0, milliseconds: 0 })]);
      const close = set(day, { hours: h2, minutes: m2, seconds: 0, milliseconds: 0 });
      const here = differenceInMinutes(close, open);
      if (here <= 0) continue;
      if (here >= left) return addMinutes(open, left);
      left -= here;
    }
  }
}

const spans = { 'a day': 7 * 60, '30 days': 21 * 7 * 60, 'a year': 250 * 7 * 60, 'ten years': 2500 * 7 * 60 } as const;
const starts = Array.from({ length: 64 }, (_, n) => new Date(Date.UTC(2009, n % 12, 2 + (n % 25), 1 + (n % 8), n)));

export async function benchTime(): Promise<void> {
  for (const [span, minutes] of Object.entries(spans)) {
    const loops = minutes > 100_000 ? 2 : minutes > 10_000 ? 8 : 64;
    const sample = starts.slice(0, loops);
    const ours = () => starts.map((start) => office.addWorkingTime(start, { minutes }).getTime());
    const theirs = () => sample.map((start) => dayLoop(start, minutes).getTime());
    mustAgree(`add working time, ${span}`, ours().slice(0, loops), theirs());
    const repeat = 2000;
    const contestants: Contestant[] = [
      { name: 'ours', operations: repeat * starts.length, run: () => times(repeat, ours) },
      { name: 'a date-fns day loop', operations: sample.length, run: theirs },
    ];
    report(`Add working time over ${span}`, await measure(contestants));
  }

  const term = { kind: 'workingDays', amount: 5 } as const;
  const recompute = () => {
    let last = 0;
    for (let ticket = 0; ticket < 100_000; ticket += 1) {
      const start = Date.UTC(2024, 0, 2) + (ticket % 500_000) * minute;
      for (let clock = 1; clock <= 5; clock += 1) {
        let at = office.addWorkingTime(start, { hours: clock * 7 });
        at = dueAfterPause(at, start + 60 * minute, start + 180 * minute, term, office);
        at = dueAfterPause(at, start + 600 * minute, start + 700 * minute, term, office);
        last = at.getTime();
      }
    }
    return last;
  };
  const [measured] = await measure([{ name: '100,000 tickets × 5 clocks × 2 pauses', operations: 1, run: recompute }]);
  if (measured !== undefined) {
    report('Recompute a city', [measured], [`${Math.round(measured.microseconds / 1000)} ms CPU in all`]);
  }
}

function times(count: number, act: () => unknown): unknown {
  let last: unknown;
  for (let n = 0; n < count; n += 1) last = act();
  return last;
}
