import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import {
  chinaCalendar,
  civilDateOf,
  createCalendar,
  dueAfterPause,
  dueBatch,
  evaluateClock,
} from '@hotline-kit/sla-calendar';
import { addDays, addMinutes, differenceInMinutes, format, max, set } from 'date-fns';
import { type Contestant, measure, mustAgree } from './measure.js';
import { report } from './report.js';
import { dateOf, holidays, peers, type TimePeer } from './time-peers.js';

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
    for (const peer of peers) {
      // What takes seconds a call is asked for short spans only.
      const calls =
        minutes <= 420 ? 16 : minutes <= 8820 ? 2 : minutes <= 105_000 && peer.name.startsWith('dayjs') ? 1 : 0;
      const add = peer.addWorkingMinutes;
      if (add === undefined || calls === 0) continue;
      const asked = starts.slice(0, calls);
      const answers = () => asked.map((start) => add(start, minutes).getTime());
      const same = asked.map((start) => expressible(peer).addWorkingTime(start, { minutes }).getTime());
      mustAgree(`${peer.name}, ${span}`, same, answers());
      contestants.push({ name: `${peer.name} (no make-up workdays)`, operations: calls, run: answers });
    }
    report(`Add working time over ${span}`, await measure(contestants));
  }

  await benchDays();
  await benchCompiling();

  await benchCity();
}

/** 100,000 tickets with five clocks of 7 to 35 working hours, each paused twice: three ways to the same due instants. */
async function benchCity(): Promise<void> {
  const [tickets, clocks] = [100_000, [1, 2, 3, 4, 5]];
  const terms = clocks.map((clock) => ({ kind: 'workingTime', amount: clock * 7, unit: 'hour' }) as const);
  const startOf = (ticket: number) => Date.UTC(2024, 0, 2) + ticket * minute;
  const pauses = [
    [60, 180],
    [600, 700],
  ] as const;

  const size = tickets * clocks.length;
  const columns = {
    startedAt: Float64Array.from({ length: size }, (_, n) => startOf(Math.floor(n / clocks.length))),
    amount: Float64Array.from({ length: size }, (_, n) => ((n % clocks.length) + 1) * 420 * minute),
    pausesPerClock: pauses.length,
    pausedAt: new Float64Array(size * 2),
    resumedAt: new Float64Array(size * 2),
  };
  columns.startedAt.forEach((start, n) => {
    pauses.forEach(([from, to], p) => {
      columns.pausedAt[n * 2 + p] = start + from * minute;
      columns.resumedAt[n * 2 + p] = start + to * minute;
    });
  });
  const sum = (due: (ticket: number, clock: number) => number) => {
    let all = 0;
    for (let ticket = 0; ticket < tickets; ticket += 1)
      for (let clock = 0; clock < clocks.length; clock += 1) all += due(ticket, clock);
    return all;
  };
  const inBatch = () => dueBatch(columns, office).reduce((all, due) => all + due, 0);
  const byCalls = () =>
    sum((ticket, clock) => {
      const [start, term] = [startOf(ticket), terms[clock] as (typeof terms)[number]];
      let due = office.addWorkingTime(start, { hours: term.amount });
      for (const [from, to] of pauses)
        due = dueAfterPause(due, start + from * minute, start + to * minute, term, office);
      return due.getTime();
    });
  const byReadings = () => {
    let [events, now]: [Parameters<typeof evaluateClock>[1], number] = [[], 0];
    return sum((ticket, clock) => {
      if (clock === 0) {
        const start = startOf(ticket);
        const paused = pauses.flatMap(([from, to]) => [
          { type: 'pause', at: start + from * minute } as const,
          { type: 'resume', at: start + to * minute } as const,
        ]);
        [events, now] = [[{ type: 'start', at: start }, ...paused], start + 800 * minute];
      }
      return evaluateClock({ term: terms[clock] as (typeof terms)[number] }, events, now, office).dueAt.getTime();
    });
  };
  mustAgree('a city, in a batch and by single calls', inBatch(), byCalls());
  mustAgree('a city, in a batch and by readings', inBatch(), byReadings());
  const measured = await measure([
    { name: 'dueBatch', operations: 1, run: inBatch },
    { name: 'addWorkingTime and dueAfterPause', operations: 1, run: byCalls },
    { name: 'evaluateClock', operations: 1, run: byReadings },
  ]);
  const goals = measured.slice(0, 2).map(({ name, microseconds }) => ({
    what: `100,000 tickets × 5 clocks × 2 pauses, ${name}`,
    measured: microseconds / 1000,
    unit: 'ms CPU',
    goal: 250,
  }));
  report('Recompute a city: 500,000 clocks with two pauses each', measured, [], 'CPU', goals);
}

const { weekly } = office.definition;
const days = holidays.map((from) => ({ name: 'off', from }));
const noMakeup = createCalendar({
  id: 'no-make-up',
  zone: 'Asia/Shanghai',
  weekly,
  onMissingYear: 'provisional',
  holidays: [
    Array.from({ length: 20 }, (_, n) => ({
      year: 2007 + n,
      off: days.filter(({ from }) => from.startsWith(String(2007 + n))),
    })),
  ],
});
const weekends = createCalendar({ id: 'weekends', zone: 'Asia/Shanghai', weekly });

/** The calendar that a peer can express: the one in which it must give our answers. */
function expressible(peer: TimePeer) {
  if (peer.knows === 'weekends') return weekends;
  return peer.knows === 'holidays' ? noMakeup : office;
}

async function benchDays(): Promise<void> {
  for (const [span, count] of Object.entries({ 'a day': 1, '30 days': 21, 'a year': 250, 'ten years': 2500 })) {
    const repeat = 2000;
    const ours = () => starts.map((start) => office.addWorkingDays(start, count).getTime());
    const contestants: Contestant[] = [
      { name: 'ours', operations: repeat * starts.length, run: () => times(repeat, ours) },
    ];
    for (const peer of peers) {
      const add = peer.addWorkingDays;
      const calls = peer.name.startsWith('date-fns') ? 64 : count <= 21 ? 16 : count <= 250 ? 4 : 1;
      if (add === undefined || (peer.name.startsWith('moment') && count > 250)) continue;
      const asked = starts.slice(0, calls).map(workingStart);
      const answers = () => asked.map((start) => add(start, count));
      const calendar = expressible(peer);
      const same = asked.map((start) => civilDateOf(calendar.addWorkingDays(start, count), 'Asia/Shanghai'));
      mustAgree(`${peer.name}, ${span}`, same, answers().map(dateOf));
      contestants.push({ name: `${peer.name} (knows ${peer.knows})`, operations: calls, run: answers });
    }
    report(`Add working days over ${span}`, await measure(contestants));
  }
}

/** Some peers begin a count on a day off differently, so that all are asked on a day that works for all. */
function workingStart(at: Date): Date {
  let start = at;
  while (![office, noMakeup, weekends].every((calendar) => calendar.isWorkingDay(start))) start = addDays(start, 1);
  return start;
}

async function benchCompiling(): Promise<void> {
  const script = fileURLToPath(new URL('./cold-compile.ts', import.meta.url));
  const flags = ['--import', 'tsx', script];
  const cold = Array.from({ length: 5 }, () => Number(spawnSync(process.execPath, flags, { encoding: 'utf8' }).stdout));
  const median = cold.sort((a, b) => a - b)[2] ?? Number.NaN;
  const warm = () => {
    const calendar = chinaCalendar();
    for (const year of [2024, 2025, 2026]) calendar.addWorkingTime(Date.UTC(year, 5, 1), { hours: 8 });
  };
  const [measured] = await measure([
    { name: 'a fresh calendar, warm process', operations: 20, run: () => times(20, warm) },
  ]);
  if (measured === undefined) return;
  report('Compile three years', [measured], [`a fresh process: ${median.toFixed(1)} ms CPU, median of 5 (goal 60 ms)`]);
}

function times(count: number, act: () => unknown): unknown {
  let last: unknown;
  for (let n = 0; n < count; n += 1) last = act();
  return last;
}
