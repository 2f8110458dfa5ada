import {
  affectedClocks,
  chinaCalendar,
  createCalendar,
  diffCalendars,
  dueDate,
  evaluateClock,
  type HolidayYear,
  isoInZone,
  retimeClock,
} from '@hotline-kit/sla-calendar';

// #region thirteen-days
const office = chinaCalendar(); // national holidays and make-up workdays, 09:00–12:00 and 13:30–17:30
const received = '2026-02-12T10:00:00+08:00';
const due = dueDate({ kind: 'workingDays', amount: 13 }, received, office);
console.log(isoInZone(due.dueAt, office.zone)); // 2026-03-09T17:30:00+08:00
// #endregion

// #region why
for (const { date, text, source } of due.explain().slice(0, 4)) console.log(`${date} ${text.zh}（${source}）`);
// 2026-02-12 开始的当日不计入，自次日起算（民法典第二百零一条第一款）
// 2026-02-13 第 1 个工作日（工作日）（行政许可法第八十二条）
// 2026-02-14 第 2 个工作日（春节调休上班）（国办发明电〔2025〕7号）
// 2026-02-15 春节放假，不计入（国办发明电〔2025〕7号）
// #endregion

// #region natural-days
const three = dueDate({ kind: 'naturalDays', amount: 3 }, '2026-02-13T10:00:00+08:00', office);
console.log(isoInZone(three.dueAt, office.zone)); // 2026-02-24T17:30:00+08:00, for the 16th is a day off
const exact = dueDate(
  { kind: 'naturalDays', amount: 3, roll: 'none', end: 'endOfDay' },
  '2026-02-13T10:00:00+08:00',
  office,
);
console.log(isoInZone(exact.dueAt, office.zone)); // 2026-02-17T00:00:00+08:00, the end of the 16th
// #endregion

// #region months
const months = dueDate({ kind: 'naturalMonths', amount: 3 }, '2014-05-28T10:00:00+08:00', office);
console.log(isoInZone(months.dueAt, office.zone)); // 2014-08-28T17:30:00+08:00
const lastDay = dueDate({ kind: 'naturalMonths', amount: 1, roll: 'none' }, '2026-01-31T10:00:00+08:00', office);
console.log(isoInZone(lastDay.dueAt, office.zone)); // 2026-02-28T17:30:00+08:00, a make-up Saturday
// #endregion

// #region hours
const wall = dueDate({ kind: 'elapsed', amount: 30, unit: 'minute' }, '2026-03-06T17:20:00+08:00', office);
console.log(isoInZone(wall.dueAt, office.zone)); // 2026-03-06T17:50:00+08:00
const working = dueDate({ kind: 'workingTime', amount: 30, unit: 'minute' }, '2026-03-06T17:20:00+08:00', office);
console.log(isoInZone(working.dueAt, office.zone)); // 2026-03-09T09:20:00+08:00
// #endregion

// #region region
const guangxi: HolidayYear = {
  year: 2021,
  source: '广西壮族自治区2021年“壮族三月三”放假安排',
  off: [{ name: '壮族三月三', from: '2021-04-14', to: '2021-04-16' }],
  work: [{ name: '壮族三月三', date: '2021-04-18' }],
};
const nanning = createCalendar({ ...office.definition, id: 'nanning', holidays: ['cn', guangxi] });
console.log(nanning.dayInfo('2021-04-18').kind, office.dayInfo('2021-04-18').kind); // makeupWorkday weekend
// #endregion

// #region next-year
const desk = chinaCalendar({ onMissingYear: 'provisional' });
const over = dueDate({ kind: 'workingDays', amount: 5 }, '2026-12-30T10:00:00+08:00', desk);
console.log(over.certainty); // provisional
// #endregion

// #region pause
const policy = { term: { kind: 'workingDays', amount: 5 }, pauses: 'wholeDays' } as const;
const clock = [
  { type: 'start', at: '2026-03-02T09:00:00+08:00' },
  { type: 'pause', at: '2026-03-03T16:00:00+08:00' },
  { type: 'resume', at: '2026-03-05T09:30:00+08:00' },
] as const;
const now = '2026-03-06T09:00:00+08:00';
console.log(isoInZone(evaluateClock(policy, clock, now, office).dueAt, office.zone)); // 2026-03-12T17:30:00+08:00
const byTime = { ...policy, pauses: 'workingTime' } as const;
console.log(isoInZone(evaluateClock(byTime, clock, now, office).dueAt, office.zone)); // 2026-03-11T11:00:00+08:00
// #endregion

// #region amended
const amended = chinaCalendar({ dates: { '2026-03-05': [] } }); // closed by order of 3 March
const amendment = { before: office, after: amended, diff: diffCalendars(office, amended) };
const open = [{ ticket: 'A', startedAt: '2026-03-02T09:00:00+08:00', dueAt: '2026-03-09T17:30:00+08:00' }];
console.log(affectedClocks(open, amendment.diff).map(({ ticket }) => ticket)); // [ 'A' ]
const running = {
  policy: { term: { kind: 'workingDays', amount: 5 } },
  events: [{ type: 'start', at: '2026-03-02T09:00:00+08:00' }],
} as const;
const entry = retimeClock(running, amendment, {
  onAmendment: 'recompute',
  at: '2026-03-03T12:00:00+08:00',
  by: 'office',
});
console.log(entry.text.zh); // 放假安排调整：按调整后的安排重新计算，期限由 2026-03-09T17:30:00+08:00 改为 2026-03-10T17:30:00+08:00
// #endregion
