import { chinaCalendar, createCalendar, dueDate, isoInZone, type Term } from '@hotline-kit/sla-calendar';
import { describe, expect, test } from 'vitest';

const office = chinaCalendar();

/** The due instant as China's clocks show it. */
function due(term: Term, startedAt: string): string {
  return isoInZone(dueDate(term, startedAt, office).dueAt, 'Asia/Shanghai').replace('+08:00', '');
}

describe('民法典第二百零一条：按照年、月、日计算期间的，开始的当日不计入，自下一日开始计算', () => {
  test('"收到之日起 1 个工作日" and "次日起 1 个工作日" end on the same day', () => {
    expect(due({ kind: 'workingDays', amount: 1 }, '2026-03-02T00:00:00+08:00')).toBe('2026-03-03T17:30:00');
    expect(due({ kind: 'workingDays', amount: 1 }, '2026-03-02T23:59:59+08:00')).toBe('2026-03-03T17:30:00');
  });

  test('natural days: received on Monday, three days end on Thursday', () => {
    expect(due({ kind: 'naturalDays', amount: 3 }, '2026-03-02T09:00:00+08:00')).toBe('2026-03-05T17:30:00');
  });

  test('the day belongs to the zone of the calendar: 16:30 UTC is the next day in China', () => {
    expect(due({ kind: 'workingDays', amount: 1 }, '2026-03-02T16:30:00Z')).toBe('2026-03-04T17:30:00');
  });

  test('按照小时计算期间的，自法律规定或者当事人约定的时间开始计算: hours run from the instant', () => {
    expect(due({ kind: 'elapsed', amount: 1, unit: 'hour' }, '2026-02-16T23:40:10+08:00')).toBe('2026-02-17T00:40:10');
    expect(due({ kind: 'workingTime', amount: 1, unit: 'hour' }, '2026-03-02T11:30:00+08:00')).toBe(
      '2026-03-02T14:00:00',
    );
  });
});

describe('民法典第二百零二条：到期月的对应日为期间的最后一日；没有对应日的，月末日为期间的最后一日', () => {
  test('2014-05-28 + 3 months = 2014-08-28 (最高人民法院 2014-12-12)', () => {
    expect(due({ kind: 'naturalMonths', amount: 3 }, '2014-05-28T10:00:00+08:00')).toBe('2014-08-28T17:30:00');
  });

  test('30 November + 3 months has no corresponding day in February', () => {
    const term: Term = { kind: 'naturalMonths', amount: 3, roll: 'none', end: 'endOfDay' };
    expect(due(term, '2025-11-30T10:00:00+08:00')).toBe('2026-03-01T00:00:00');
    expect(due(term, '2023-11-30T10:00:00+08:00')).toBe('2024-03-01T00:00:00');
  });

  test('a month that counts its first day ends on the day before the corresponding one', () => {
    const term: Term = { kind: 'naturalMonths', amount: 1, startDay: 'included', roll: 'none', end: 'endOfDay' };
    expect(due(term, '2026-03-01T10:00:00+08:00')).toBe('2026-04-01T00:00:00');
    expect(due(term, '2026-01-31T10:00:00+08:00')).toBe('2026-03-01T00:00:00');
  });
});

describe('民法典第二百零三条：期间的最后一日是法定休假日的，以法定休假日结束的次日为期间的最后一日', () => {
  test('a last day in the Spring Festival moves to the first working day after it', () => {
    expect(due({ kind: 'naturalDays', amount: 5 }, '2026-02-12T10:00:00+08:00')).toBe('2026-02-24T17:30:00');
  });

  test('days off inside the period are not deducted', () => {
    expect(due({ kind: 'naturalDays', amount: 14 }, '2026-02-12T10:00:00+08:00')).toBe('2026-02-26T17:30:00');
  });

  test('a make-up Saturday is no day off, so nothing moves', () => {
    expect(due({ kind: 'naturalDays', amount: 2 }, '2026-02-12T10:00:00+08:00')).toBe('2026-02-14T17:30:00');
    expect(due({ kind: 'naturalDays', amount: 2 }, '2026-03-05T10:00:00+08:00')).toBe('2026-03-09T17:30:00');
  });

  test('roll "none" leaves the last day where it is, and it ends at 24:00 for lack of business hours', () => {
    const term: Term = { kind: 'naturalDays', amount: 5, roll: 'none' };
    expect(due(term, '2026-02-12T10:00:00+08:00')).toBe('2026-02-18T00:00:00');
  });

  test('期间的最后一日的截止时间为二十四时；有业务时间的，停止业务活动的时间为截止时间', () => {
    const term: Term = { kind: 'workingDays', amount: 2 };
    expect(due(term, '2026-03-02T10:00:00+08:00')).toBe('2026-03-04T17:30:00');
    expect(due({ ...term, end: 'endOfDay' }, '2026-03-02T10:00:00+08:00')).toBe('2026-03-05T00:00:00');
  });
});

describe('民法典第二百零四条：法律另有规定或者当事人另有约定的除外: every rule is a setting', () => {
  test('the day of receipt counts, always or until a time of day', () => {
    const included: Term = { kind: 'workingDays', amount: 2, startDay: 'included' };
    expect(due(included, '2026-03-02T16:00:00+08:00')).toBe('2026-03-03T17:30:00');
    const untilFour: Term = { ...included, startDay: { excludedIfAfter: '16:00' } };
    expect(due(untilFour, '2026-03-02T16:00:00+08:00')).toBe('2026-03-03T17:30:00');
    expect(due(untilFour, '2026-03-02T16:00:01+08:00')).toBe('2026-03-04T17:30:00');
  });

  test('a received weekend cannot be the first working day', () => {
    const included: Term = { kind: 'workingDays', amount: 1, startDay: 'included' };
    expect(due(included, '2026-03-07T10:00:00+08:00')).toBe('2026-03-09T17:30:00');
  });

  test('the same clock, or the next opening where that is closed', () => {
    const term: Term = { kind: 'workingDays', amount: 1, end: 'sameClock' };
    expect(due(term, '2026-03-02T10:15:00+08:00')).toBe('2026-03-03T10:15:00');
    expect(due(term, '2026-03-02T17:30:00+08:00')).toBe('2026-03-03T17:30:00');
    expect(due(term, '2026-03-02T12:30:00+08:00')).toBe('2026-03-03T13:30:00');
    expect(due(term, '2026-03-05T20:00:00+08:00')).toBe('2026-03-09T09:00:00');
  });

  test('two lengths of a working day are fourteen hours of working time', () => {
    const term: Term = { kind: 'workingDays', amount: 2, end: 'dayLengths' };
    expect(due(term, '2026-03-02T10:00:00+08:00')).toBe('2026-03-04T10:00:00');
    expect(due({ kind: 'workingTime', amount: 14, unit: 'hour' }, '2026-03-02T10:00:00+08:00')).toBe(
      '2026-03-04T10:00:00',
    );
  });

  test('time used up exactly at closing ends there, or at the next opening', () => {
    const term: Term = { kind: 'workingTime', amount: 4, unit: 'hour' };
    expect(due(term, '2026-03-06T13:30:00+08:00')).toBe('2026-03-06T17:30:00');
    expect(due({ ...term, boundary: 'nextStart' }, '2026-03-06T13:30:00+08:00')).toBe('2026-03-09T09:00:00');
  });

  test('elapsed time may wait for the next opening', () => {
    const term: Term = { kind: 'elapsed', amount: 30, unit: 'minute', startAt: 'nextOpening' };
    expect(due(term, '2026-03-06T20:00:00+08:00')).toBe('2026-03-09T09:30:00');
    expect(due(term, '2026-03-06T10:00:00+08:00')).toBe('2026-03-06T10:30:00');
  });
});

describe('当日 and 次日', () => {
  test('the same day ends at closing; after closing it is the next working day', () => {
    expect(due({ kind: 'sameDay' }, '2026-03-06T09:00:00+08:00')).toBe('2026-03-06T17:30:00');
    expect(due({ kind: 'sameDay' }, '2026-03-06T18:00:00+08:00')).toBe('2026-03-09T17:30:00');
    expect(due({ kind: 'sameDay', roll: 'none' }, '2026-03-06T18:00:00+08:00')).toBe('2026-03-07T00:00:00');
    expect(due({ kind: 'sameDay', end: 'endOfDay' }, '2026-03-06T18:00:00+08:00')).toBe('2026-03-07T00:00:00');
  });

  test('received after the cutoff counts as received the next day', () => {
    expect(due({ kind: 'sameDay', cutoff: '16:00' }, '2026-03-05T16:00:00+08:00')).toBe('2026-03-05T17:30:00');
    expect(due({ kind: 'sameDay', cutoff: '16:00' }, '2026-03-05T16:01:00+08:00')).toBe('2026-03-06T17:30:00');
    expect(due({ kind: 'nextDay', cutoff: '16:00' }, '2026-03-04T16:01:00+08:00')).toBe('2026-03-06T17:30:00');
  });

  test('the next day of a Friday is the Monday, unless days off do not roll', () => {
    expect(due({ kind: 'nextDay' }, '2026-03-06T09:00:00+08:00')).toBe('2026-03-09T17:30:00');
    expect(due({ kind: 'nextDay', roll: 'none' }, '2026-03-06T09:00:00+08:00')).toBe('2026-03-08T00:00:00');
    expect(due({ kind: 'nextDay' }, '2026-02-13T09:00:00+08:00')).toBe('2026-02-14T17:30:00');
  });
});

describe('a date that the ticket itself carries', () => {
  test('an instant is taken as it is, a date ends at closing or at 24:00', () => {
    expect(due({ kind: 'fixed', at: '2026-03-08T12:00:00+08:00' }, '2026-03-02T09:00:00+08:00')).toBe(
      '2026-03-08T12:00:00',
    );
    expect(due({ kind: 'fixed', at: '2026-03-09' }, '2026-03-02T09:00:00+08:00')).toBe('2026-03-09T17:30:00');
    expect(due({ kind: 'fixed', at: '2026-03-08' }, '2026-03-02T09:00:00+08:00')).toBe('2026-03-09T00:00:00');
  });
});

describe('explain() names the article of each step', () => {
  test('13 working days from 2026-02-12: day by day until 9 March', () => {
    const result = dueDate({ kind: 'workingDays', amount: 13 }, '2026-02-12T10:00:00+08:00', office);
    const steps = result.explain();
    expect(steps[0]).toMatchObject({ kind: 'start', date: '2026-02-12', source: '民法典第二百零一条第一款' });
    expect(steps.filter(({ kind }) => kind === 'counted').map(({ date }) => date.slice(5))).toEqual([
      '02-13',
      '02-14',
      '02-24',
      '02-25',
      '02-26',
      '02-27',
      '02-28',
      '03-02',
      '03-03',
      '03-04',
      '03-05',
      '03-06',
      '03-09',
    ]);
    expect(steps.find(({ date }) => date === '2026-02-14')).toMatchObject({
      day: 2,
      text: { zh: '第 2 个工作日（春节调休上班）', en: 'working day 2 (make-up workday 春节)' },
      source: '国办发明电〔2025〕7号',
    });
    expect(steps.find(({ date }) => date === '2026-02-17')).toMatchObject({
      kind: 'skipped',
      text: { zh: '春节放假，不计入' },
      source: '国办发明电〔2025〕7号',
    });
    expect(steps.at(-1)).toMatchObject({
      kind: 'due',
      date: '2026-03-09',
      to: result.dueAt,
      source: '民法典第二百零三条第二款',
    });
  });

  test('the counted stretches of working time add up to the term', () => {
    const steps = dueDate(
      { kind: 'workingTime', amount: 10, unit: 'hour' },
      '2026-02-14T16:00:00+08:00',
      office,
    ).explain();
    const counted = steps.filter(({ kind }) => kind === 'counted');
    const sum = counted.reduce((time, { from, to }) => time + Number(to) - Number(from), 0);
    expect(sum).toBe(10 * 3_600_000);
    expect(counted.map(({ text }) => text.zh)).toEqual(
      ['1 小时 30 分钟', '3 小时', '4 小时', '1 小时 30 分钟'].map((t) => `工作时间计 ${t}`),
    );
    // The first stretch lies on a make-up Saturday, which the notice made a workday.
    expect(counted.map(({ source }) => source).slice(0, 2)).toEqual([
      '国办发明电〔2025〕7号',
      '民法典第二百零一条第二款',
    ]);
  });

  test('a last day off is explained as moved on, with the holiday it fell on', () => {
    const steps = dueDate({ kind: 'naturalDays', amount: 10 }, '2026-02-12T10:00:00+08:00', office).explain();
    const moved = steps.filter(({ kind }) => kind === 'skipped' || kind === 'rolled');
    expect(moved.map(({ kind, date }) => `${kind} ${date}`)).toEqual([
      'skipped 2026-02-22',
      'skipped 2026-02-23',
      'rolled 2026-02-24',
    ]);
    expect(moved.every(({ source }) => source === '民法典第二百零三条第一款')).toBe(true);
    expect(moved[0]?.text.zh).toBe('届满日为春节放假，顺延');
  });

  test('every kind of term ends its explanation with its due instant', () => {
    const terms: readonly Term[] = [
      { kind: 'elapsed', amount: 2, unit: 'hour', startAt: 'nextOpening' },
      { kind: 'workingTime', amount: 2, unit: 'hour' },
      { kind: 'workingDays', amount: 2, end: 'dayLengths' },
      { kind: 'workingDays', amount: 2, startDay: 'included', end: 'sameClock' },
      { kind: 'naturalDays', amount: 2, end: 'endOfDay' },
      { kind: 'naturalMonths', amount: 1 },
      { kind: 'sameDay' },
      { kind: 'nextDay', cutoff: '09:00' },
      { kind: 'fixed', at: '2026-03-09' },
    ];
    for (const term of terms) {
      const result = dueDate(term, '2026-03-06T19:00:00+08:00', office);
      const steps = result.explain();
      expect(steps.at(-1)).toMatchObject({ kind: 'due', to: result.dueAt });
      expect(steps.every(({ text }) => text.zh !== '' && text.en !== '')).toBe(true);
      const counted = steps.filter(({ kind }) => kind === 'counted');
      expect(counted.every(({ source }) => /第.+条|号$/.test(source ?? ''))).toBe(true);
      const dates = steps.map(({ date }) => date);
      expect([...dates].sort()).toEqual(dates);
    }
  });
});

test('an office that also opens on Saturday counts it as a working day', () => {
  const saturdays = createCalendar({
    ...office.definition,
    weekly: { ...office.definition.weekly, sat: [['09:00', '12:00']] },
  });
  const result = dueDate({ kind: 'workingDays', amount: 1 }, '2026-03-06T10:00:00+08:00', saturdays);
  expect(isoInZone(result.dueAt, 'Asia/Shanghai')).toBe('2026-03-07T12:00:00+08:00');
});
