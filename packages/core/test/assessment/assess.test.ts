import type { NewEvent } from '@hotline-kit/core';
import { type Assessment, assess, FactRows, hostRow, openFigure, spanOf } from '@hotline-kit/core/assessment';
import { describe, expect, test } from 'vitest';
import { type LifeOptions, lifeOf } from './lives.js';
import { is, packWith } from './sample-plan.js';

const november = spanOf('2024-11', 'Asia/Shanghai');
const at = (day: number, time = '09:00') => `2024-11-${String(day).padStart(2, '0')}T${time}:00+08:00`;

const pack = packWith({
  metrics: [
    {
      id: 'onTime',
      title: { zh: '按期办结率', en: 'On time' },
      period: 'dueAt',
      denominator: {},
      numerator: { all: [...is('isClosed', true).all, ...is('isLate', false).all] },
      exclude: [is('unreasonable', true)],
      groupBy: ['unit', 'branch', 'handler', 'channel', 'level', 'month'],
      target: 90,
    },
    { id: 'received', title: { zh: '受理量', en: 'Received' }, kind: 'count', groupBy: ['channel', 'type', 'line'] },
    {
      id: 'meanTotal',
      title: { zh: '平均办理时长', en: 'Mean duration' },
      kind: 'statistic',
      statistic: 'mean',
      of: 'totalSeconds',
      unit: 'hour',
      period: 'closedAt',
      round: { digits: 1, mode: 'halfUp' },
    },
    {
      id: 'medianTotal',
      title: { zh: '办理时长中位数', en: 'Median duration' },
      kind: 'statistic',
      statistic: 'median',
      of: 'totalSeconds',
      unit: 'day',
      period: 'closedAt',
    },
    {
      id: 'daysToClose',
      title: { zh: '办结用时分布', en: 'Days to close' },
      kind: 'histogram',
      of: 'totalSeconds',
      unit: 'day',
      period: 'closedAt',
      buckets: [
        { id: 'oneDay', title: { zh: '1天内' }, atMost: 1 },
        { id: 'threeDays', title: { zh: '3天内' }, atMost: 3 },
      ],
    },
    {
      id: 'supervised',
      title: { zh: '督办数', en: 'Supervised' },
      kind: 'count',
      where: is('wasSupervised', true),
      groupBy: ['unit'],
      better: 'lower',
    },
    {
      id: 'score',
      title: { zh: '考核得分', en: 'Score' },
      kind: 'score',
      full: 100,
      deductions: [
        { metric: 'onTime', below: 99, per: 1, points: 0.5, most: 10, article: '样例第一条' },
        { metric: 'supervised', above: 0, points: 2 },
      ],
      groupBy: ['unit'],
      article: '样例第一条',
    },
    {
      id: 'calls',
      title: { zh: '接通率', en: 'Answer rate' },
      over: 'calls',
      denominator: is('callOffered', true),
      numerator: is('callAnswered', true),
      round: { digits: 1, mode: 'halfUp' },
    },
  ],
  groups: [{ id: 'departments', title: { zh: '市直部门' }, kinds: ['department'], parent: 'city' }],
  boards: [
    {
      id: 'league',
      title: { zh: '部门榜' },
      metric: 'onTime',
      by: 'unit',
      groups: ['departments'],
      red: 1,
      black: 1,
      minimum: 2,
    },
  ],
  consequences: [
    {
      id: 'last',
      title: { zh: '末位通报' },
      board: 'league',
      when: is('rankFromLast', 1),
      action: 'notice',
      office: 'hotline-centre',
      to: ['unitHead'],
      text: { zh: '本月末位' },
      article: '样例第二条',
    },
    {
      id: 'twice',
      title: { zh: '连续末位约谈' },
      board: 'league',
      when: { all: [{ fact: 'timesLast', operator: 'greaterThanInclusive', value: 2 }] },
      action: 'interview',
      text: { zh: '连续两月末位' },
      article: '样例第三条',
    },
  ],
});

const lives: readonly LifeOptions[] = [
  { id: 't1', unit: 'transport', handler: 'h1', dueAt: at(11), repliedAt: at(2), closedAt: at(2), registeredAt: at(1) },
  {
    id: 't2',
    unit: 'transport',
    handler: 'h2',
    dueAt: at(11),
    repliedAt: at(12),
    closedAt: at(12),
    registeredAt: at(1),
  },
  {
    id: 't3',
    unit: 'education',
    dueAt: at(11),
    repliedAt: at(3),
    closedAt: at(4),
    registeredAt: at(1),
    channel: 'web',
  },
  {
    id: 't4',
    unit: 'education',
    dueAt: at(11),
    repliedAt: at(1, '21:00'),
    closedAt: at(1, '21:00'),
    registeredAt: at(1),
  },
  { id: 't5', unit: 'changan', dueAt: at(20), registeredAt: at(1), supervised: 2 },
  { id: 't6', unit: 'market', dueAt: '2024-12-01T00:00:00+08:00', registeredAt: at(30), line: '12315' },
  { id: 't7', registeredAt: '2023-11-05T09:00:00+08:00', unit: 'transport', dueAt: '2023-11-15T09:00:00+08:00' },
];
const events = lives.flatMap(lifeOf);

const rowsOf = (log: readonly NewEvent[] = events) => {
  const rows = new FactRows(pack);
  rows.add(log);
  return rows;
};

const figure = (assessment: Assessment, metric: string, by?: string, key?: string) => {
  const found = assessment.metrics.find(({ id }) => id === metric);
  const part = found?.parts.find((each) => each.by === by)?.figures.find((each) => each.key === key)?.figure;
  const result = by === undefined ? found?.total : part;
  if (result === undefined) expect.fail(`no figure ${metric} ${by} ${key}`);
  return result;
};

describe('the figures of a month', () => {
  const assessment = assess(rowsOf(), pack, november);

  test('a ticket counts in the month of the metric’s own instant: due on 1 December is not due in November', () => {
    expect(figure(assessment, 'onTime')).toMatchObject({ base: 5, hits: 3, text: '60.00%', reached: false });
    expect(figure(assessment, 'received').base).toBe(6);
  });

  test('the base of 按期结案率 is what fell due, not what was closed', () => {
    expect(figure(assessment, 'onTime', 'unit', 'transport').text).toBe('50.00%');
    expect(figure(assessment, 'onTime', 'unit', 'changan').text).toBe('0.00%');
  });

  test('down to the handler, by channel, by level and by month', () => {
    expect(figure(assessment, 'onTime', 'handler', 'h1').text).toBe('100.00%');
    expect(figure(assessment, 'onTime', 'handler', 'h2').text).toBe('0.00%');
    expect(figure(assessment, 'onTime', 'channel', 'web').text).toBe('100.00%');
    expect(figure(assessment, 'onTime', 'level', 'street').base).toBe(1);
    expect(figure(assessment, 'onTime', 'month', '2024-11').base).toBe(5);
    expect(figure(assessment, 'received', 'line', '12315').base).toBe(1);
  });

  test('a unit’s branch holds all below it', () => {
    expect(figure(assessment, 'onTime', 'branch', 'city').base).toBe(5);
    expect(figure(assessment, 'onTime', 'branch', 'transport').base).toBe(2);
  });

  test('mean, median, and the shares closed within one and three days', () => {
    // 24 h, 264 h, 72 h and 12 h
    expect(figure(assessment, 'meanTotal').text).toBe('93.0');
    expect(figure(assessment, 'medianTotal').text).toBe('2.00');
    expect(figure(assessment, 'daysToClose').buckets?.map(({ text, count }) => [text, count])).toEqual([
      ['50.00%', 2],
      ['75.00%', 3],
    ]);
  });

  test('a score is full marks less deductions, each with its article, and none costs more than its ceiling', () => {
    // 39 points below 99 cost 19.5, at most 10; one supervision costs 2.
    expect(figure(assessment, 'score')).toMatchObject({ text: '88.00', base: 5 });
    expect(figure(assessment, 'score').deductions).toEqual([
      { metric: 'onTime', text: '60.00', points: 10, article: '样例第一条' },
      { metric: 'supervised', text: '1.00', points: 2 },
    ]);
    expect(figure(assessment, 'score', 'unit', 'education').text).toBe('100.00');
  });

  test('where nothing counts there is no figure, and never a division by nothing', () => {
    const empty = assess([], pack, november);
    expect(figure(empty, 'onTime')).toEqual({ value: null, text: '–', base: 0, hits: 0, excluded: 0 });
    expect(figure(empty, 'received').text).toBe('0');
    expect(figure(empty, 'medianTotal').value).toBeNull();
  });

  test('each figure opens to its tickets', () => {
    const open = (query: object) => openFigure(rowsOf(), pack, { metric: 'onTime', ...november, ...query });
    expect(open({})).toEqual(['t1', 't2', 't3', 't4', 't5']);
    expect(open({ part: 'hits' })).toEqual(['t1', 't3', 't4']);
    expect(open({ part: 'misses', by: 'unit', key: 'transport' })).toEqual(['t2']);
    for (const { by, figures } of assessment.metrics
      .flatMap(({ parts }) => parts)
      .filter((each) => each.by === 'unit')) {
      for (const { key, figure: each } of figures) {
        if (figures === assessment.metrics[0]?.parts[0]?.figures) expect(open({ by, key })).toHaveLength(each.base);
      }
    }
  });

  test('a town assesses its own: only what it and those below it lead', () => {
    const own = assess(rowsOf(), pack, { ...november, within: 'changan' });
    expect(figure(own, 'onTime').base).toBe(1);
    expect(own.within).toBe('changan');
  });

  test('year over year: a count in percent, a rate in percentage points', () => {
    const compared = assess(rowsOf(), pack, { ...november, previous: 'year' });
    expect(figure(compared, 'received').change).toEqual({ before: '1', value: 500, text: '+500.00%', in: 'percent' });
    expect(figure(compared, 'onTime').change).toMatchObject({ before: '0.00%', text: '+60.00', in: 'points' });
  });

  test('rows of the host, such as calls, stand beside tickets', () => {
    const calls = [true, true, false].map((callAnswered, index) =>
      hostRow('calls', `c${index}`, Date.parse(at(3)), { callOffered: true, callAnswered }),
    );
    expect(figure(assess([...rowsOf(), ...calls], pack, november), 'calls').text).toBe('66.7%');
    expect(figure(assessment, 'calls').text).toBe('–');
  });
});

describe('boards and what follows', () => {
  const assessment = assess(rowsOf(), pack, november);
  const standings = assessment.boards.find(({ id }) => id === 'league')?.groups[0]?.standings ?? [];

  test('units are ranked within their group by the exact figure; who has too few tickets is not ranked', () => {
    expect(standings.map(({ key, rank, list }) => [key, rank, list])).toEqual([
      ['education', 1, 'red'],
      ['transport', 2, 'black'],
    ]);
  });

  test('the last of the group is named, with the article; the second time in a row there is an interview', () => {
    expect(assessment.consequences.map(({ id, key, article }) => [id, key, article])).toEqual([
      ['last', 'transport', '样例第二条'],
    ]);
    const next = assess(rowsOf(), pack, { ...november, earlier: [assessment] });
    expect(next.consequences.map(({ id, key, action }) => [id, key, action])).toEqual([
      ['last', 'transport', 'notice'],
      ['twice', 'transport', 'interview'],
    ]);
  });

  test('equals share a rank', () => {
    const tied = ['transport', 'education', 'market'].flatMap((unit, index) =>
      [1, 2].flatMap((n) => {
        const repliedAt = index === 2 ? at(12) : at(2);
        return lifeOf({ id: `${unit}${n}`, unit, dueAt: at(11), repliedAt, closedAt: repliedAt, registeredAt: at(1) });
      }),
    );
    const { boards } = assess(rowsOf(tied), pack, november);
    expect(
      boards
        .find(({ id }) => id === 'league')
        ?.groups[0]?.standings.map(({ key, rank, rankFromLast }) => [key, rank, rankFromLast]),
    ).toEqual([
      ['education', 1, 2],
      ['transport', 1, 2],
      ['market', 3, 1],
    ]);
  });
});

describe('of a unit, what is its own', () => {
  const own = packWith({
    metrics: [
      {
        id: 'returnRate',
        title: { zh: '退单率', en: 'Returned of dispatched' },
        denominator: is('wasDispatched', true),
        numerator: is('wasReturned', true),
        hitBy: 'returnedBy',
        groupBy: ['holder', 'holderBranch', 'branch', 'channel'],
      },
      ...['sign', 'handle'].map((clock) => ({
        id: `mean-${clock}`,
        title: { zh: '平均用时', en: 'Mean time' },
        kind: 'statistic',
        of: `clock.${clock}.seconds`,
        statistic: 'mean',
        unit: 'hour',
        period: 'registeredAt',
      })),
    ],
  });
  const sentBack = { unit: 'transport', returnedBy: 'education', registeredAt: at(1) };
  const rowsUnder = (logs: readonly NewEvent[]) => {
    const rows = new FactRows(own);
    rows.add(logs);
    return rows;
  };

  test('a returned ticket is in the base of all who held it, and a return of the unit that sent it back alone', () => {
    const rows = rowsUnder([
      ...lifeOf({ ...sentBack, id: 'a' }),
      ...lifeOf({ id: 'b', unit: 'education', registeredAt: at(1) }),
    ]);
    const assessment = assess(rows, own, november);
    const shown = (by: string, key: string) => figure(assessment, 'returnRate', by, key);
    expect(shown('holder', 'education')).toMatchObject({ text: '50.00%', hits: 1, base: 2 });
    expect(shown('holder', 'transport')).toMatchObject({ text: '0.00%', hits: 0, base: 1 });
    // Of all that the units of a city held, and of what they sent back; each ticket once.
    expect(shown('holderBranch', 'city')).toMatchObject({ text: '50.00%', hits: 1, base: 2 });
    expect(shown('holderBranch', 'education')).toMatchObject({ text: '50.00%', hits: 1, base: 2 });
    expect(shown('holderBranch', 'transport')).toMatchObject({ text: '0.00%', hits: 0, base: 1 });
    expect(shown('branch', 'transport')).toMatchObject({ text: '0.00%', base: 1 });
    expect(shown('channel', 'phone')).toMatchObject({ text: '50.00%', base: 2 });
    expect(figure(assessment, 'returnRate').text).toBe('50.00%');
    const opened = (key: string, part: 'hits' | 'misses') =>
      openFigure(rows, own, { ...november, metric: 'returnRate', by: 'holder', key, part });
    expect([opened('education', 'hits'), opened('transport', 'hits'), opened('transport', 'misses')]).toEqual([
      ['a'],
      [],
      ['a'],
    ]);
  });

  test('time runs by the clock’s own calendar: a weekend between two working days costs none', () => {
    const friday = at(1, '16:50');
    const dispatched = lifeOf({ id: 'a', registeredAt: friday, dueAt: at(20), repliedAt: at(4, '09:10') });
    const assessment = assess(rowsUnder(dispatched), own, november);
    // Dispatched at 17:00 and signed at 17:30, the closing of the office.
    expect(figure(assessment, 'mean-sign').text).toBe('0.50');
    // From 17:00 to 17:30 on Friday, and from 08:30 to 09:10 on Monday.
    expect(figure(assessment, 'mean-handle').text).toBe('1.17');
  });
});

describe('what cannot be assessed is refused with what there is', () => {
  const refusal = (options: object) => () => assess([], pack, { ...november, ...options });
  test.each([
    [{ metrics: ['ontime'] }, /no metric "ontime".*onTime/],
    [{ within: 'atlantis' }, /no unit "atlantis"/],
    [{ groupBy: ['colour'] }, /no dimension "colour".*unit/],
    [{ to: november.from }, /ends before it begins/],
  ])('%j', (options, message) => {
    expect(refusal(options)).toThrow(message);
    expect(refusal(options)).toThrow(expect.objectContaining({ code: 'assessmentInvalid' }));
  });

  test.each(['2024-13', '2024-Q5', 'November'])('%s is no period', (name) => {
    expect(() => spanOf(name, 'Asia/Shanghai')).toThrow(/no period/);
  });

  test('a day, a quarter, a half year and a year begin at midnight of the zone', () => {
    const span = (name: string) => Object.values(spanOf(name, 'Asia/Shanghai')).map((date) => date.toISOString());
    expect(span('2024-02-29')).toEqual(['2024-02-28T16:00:00.000Z', '2024-02-29T16:00:00.000Z']);
    expect(span('2024-Q4')).toEqual(['2024-09-30T16:00:00.000Z', '2024-12-31T16:00:00.000Z']);
    expect(span('2021-H1')).toEqual(['2020-12-31T16:00:00.000Z', '2021-06-30T16:00:00.000Z']);
    expect(span('2024')).toEqual(['2023-12-31T16:00:00.000Z', '2024-12-31T16:00:00.000Z']);
  });

  test('the year before a leap February ends with its own last day', () => {
    const leap = { from: '2024-02-01T00:00:00+08:00', to: '2024-03-01T00:00:00+08:00', previous: 'year' } as const;
    const log = ['2023-02-28T23:59:00+08:00', '2023-03-01T00:00:00+08:00'].flatMap((registeredAt, index) =>
      lifeOf({ id: `t${index}`, registeredAt }),
    );
    expect(figure(assess(rowsOf(log), pack, leap), 'received').change?.before).toBe('1');
  });
});
