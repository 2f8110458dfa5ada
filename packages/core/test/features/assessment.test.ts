import { assess, hostRow, openFigure } from '@hotline-kit/core/assessment';
import { cityFolder, loadCityPack } from '@hotline-kit/rules/node';
import { describe, expect, test } from 'vitest';
import { assessed, at, bad, figure, good, november, rowsOf, tickets } from './city-assessment.js';

test('GZ7: 在线解答…转派各承办单位推动办理 — answered online and dispatched are counted apart', async () => {
  const lives = [...tickets(7, { registeredAt: at(2), online: true }), ...tickets(3, { registeredAt: at(2) })];
  const assessment = await assessed('guangzhou', lives);
  expect(['received', 'answeredOnline', 'dispatched'].map((id) => figure(assessment, id).text)).toEqual([
    '10',
    '7',
    '3',
  ]);
});

test('GZ9: 11个区和11个市直部门的领导接电活动 — tickets of leaders’ days, by district and department', async () => {
  const pack = await loadCityPack(cityFolder('guangzhou'));
  const units = pack.units.all.filter(
    ({ kind, parent }) => kind === 'district' || (kind === 'department' && parent === 'city'),
  );
  const chosen = [
    ...units.filter(({ kind }) => kind === 'district'),
    ...units.filter(({ kind }) => kind === 'department').slice(0, 11),
  ];
  const lives = chosen.flatMap(({ id }) => tickets(1, { registeredAt: at(5), channel: 'leaderDay', unit: id }));
  const assessment = assess(rowsOf(pack, lives), pack, november);
  expect(figure(assessment, 'leaderCalls').base).toBe(22);
  for (const { id } of chosen) expect(figure(assessment, 'leaderCalls', 'branch', id).base, id).toBe(1);
});

test('GZ13: 把各街镇和区属部门的热线承办工作情况纳入考核 — a district assesses its streets, and its own figure is theirs together', async () => {
  const lives = [
    ...tickets(3, { ...good, unit: 'tianhe-liede' }),
    ...tickets(1, { ...bad, unit: 'tianhe-shipai' }),
    ...tickets(5, { ...bad, unit: 'yuexiu-beijing' }),
  ];
  const own = await assessed('guangzhou', lives, { within: 'tianhe' });
  expect(figure(own, 'onTimeClosureRate', 'branch', 'tianhe').text).toBe('75.00%');
  expect(figure(own, 'onTimeClosureRate', 'branch', 'tianhe-liede').text).toBe('100.00%');
  expect(figure(own, 'onTimeClosureRate', 'branch', 'tianhe-shipai').text).toBe('0.00%');
  expect(figure(own, 'onTimeClosureRate').base).toBe(4);
  const city = await assessed('guangzhou', lives);
  expect(figure(city, 'onTimeClosureRate', 'branch', 'tianhe')).toEqual(
    figure(own, 'onTimeClosureRate', 'branch', 'tianhe'),
  );
});

describe('the last of each group', () => {
  const month = [
    ...tickets(12, { ...good, unit: 'tianhe' }),
    ...tickets(12, { ...bad, unit: 'haizhu' }),
    ...tickets(12, { ...good, unit: 'transport' }),
    ...tickets(12, { ...bad, unit: 'education' }),
  ];

  test('GZ14: 定期通报…绩效考核问责制度 — named in a notice, each by its article', async () => {
    const { consequences } = await assessed('guangzhou', month);
    const notices = consequences.filter(({ id }) => id === 'notice-to-last');
    expect(notices.map(({ group, key, office, to, article }) => [group, key, office, to, article])).toEqual([
      ['districts', 'haizhu', 'supervision-office', ['unitHead'], '样例规程第三十二条'],
      ['departments', 'education', 'supervision-office', ['unitHead'], '样例规程第三十二条'],
    ]);
  });

  test('CS13: 与两办督查室的通报机制…各组排名最后 — through both supervision offices, to the heads', async () => {
    const lives = [...tickets(12, { ...good, unit: 'furong' }), ...tickets(12, { ...bad, unit: 'kaifu' })];
    const { consequences } = await assessed('changsha', lives);
    const notices = consequences.filter(({ action }) => action === 'notice');
    expect(notices.map(({ key, office, to }) => [key, office, to])).toEqual([
      ['kaifu', 'supervision-office', ['unitHead']],
      ['kaifu', 'party-supervision-office', ['unitHead']],
    ]);
  });

  test('CS14: 每月约谈…督促抓好问题整改 — the second month there is an interview, and a rectification to report', async () => {
    const lives = [...tickets(12, { ...good, unit: 'furong' }), ...tickets(12, { ...bad, unit: 'kaifu' })];
    const first = await assessed('changsha', lives);
    const actions = (each: typeof first) =>
      each.consequences.filter(({ key }) => key === 'kaifu').map(({ action }) => action);
    expect(actions(first)).not.toContain('interview');
    const second = await assessed('changsha', lives, { earlier: [first] });
    expect(actions(second)).toEqual(expect.arrayContaining(['interview', 'rectify']));
    const third = await assessed('changsha', lives, { earlier: [second, first] });
    expect(actions(third)).toContain('accountability');
  });
});

test('CS2: 在线办结率72.6%,回访满意度96.4%', async () => {
  const lives = [
    ...tickets(726, { registeredAt: at(3), online: true }),
    ...tickets(264, { ...good, satisfaction: 4 }),
    ...tickets(10, { ...bad, satisfaction: 2 }),
  ];
  const assessment = await assessed('changsha', lives);
  expect(figure(assessment, 'onlineRate').text).toBe('72.6%');
  expect(figure(assessment, 'satisfaction').text).toBe('96.4%');
});

test('HK3: 对工作人员以及职能单位还要进行追责 — person and unit, after two periods of bad results', async () => {
  const lives = tickets(12, { ...bad, unit: 'meilan', handler: 'officer-7' });
  const first = await assessed('haikou', lives);
  const second = await assessed('haikou', lives, { earlier: [first] });
  const held = second.consequences.filter(({ action }) => action === 'accountability');
  expect(held.map(({ id, key, to, article }) => [id, key, to, article])).toEqual([
    ['bad-result', 'officer-7', ['handler', 'unitHead'], '样例规程第三十三条'],
  ]);
});

test('HK10: 办结率99.86%,接通率98.5%,满意率95%', async () => {
  const pack = await loadCityPack(cityFolder('haikou'));
  const lives = [
    ...tickets(9486, { ...good, satisfaction: 5 }),
    ...tickets(500, { ...good, satisfaction: 2 }),
    ...tickets(14, { registeredAt: at(1), dueAt: at(20) }),
  ];
  const calls = Array.from({ length: 200 }, (_, n) =>
    hostRow('calls', `c-${n}`, Date.parse(at(4)), { callOffered: true, callAnswered: n < 197 }),
  );
  const excused = hostRow('calls', 'c-surge', Date.parse(at(4)), { callOffered: true, callExcused: true });
  const assessment = assess([...rowsOf(pack, lives), ...calls, excused], pack, november);
  expect(figure(assessment, 'closureRate').text).toBe('99.86%');
  expect(figure(assessment, 'answerRate')).toMatchObject({ text: '98.5%', base: 200, excluded: 1 });
  expect(figure(assessment, 'satisfaction')).toMatchObject({ text: '95.0%', base: 9986 });
});

test('YF1: 办理+30.84%,受理+22.24%,表扬+283%,督办−43%,互联网受理+107% — against the same months of the year before', async () => {
  const year = (y: string, n: readonly number[]) => {
    const day = (d: string) => `${y}-${d}T09:00:00+08:00`;
    const [received = 0, handled = 0, praise = 0, supervised = 0, internet = 0] = n;
    const done = { registeredAt: day('06-01'), repliedAt: day('06-05'), closedAt: day('06-06') };
    return [
      ...tickets(handled - supervised, done),
      ...tickets(supervised, { ...done, supervised: 1 as const }),
      ...tickets(praise, {
        registeredAt: day('06-02'),
        type: 'praise' as const,
        online: true,
        closedAt: '2022-01-01T00:00:00+08:00',
      }),
      ...tickets(internet, { registeredAt: day('06-02'), channel: 'miniProgram' }),
      ...tickets(received - handled - praise - internet, { registeredAt: day('06-03') }),
    ];
  };
  const lives = [...year('2023', [5000, 2500, 100, 100, 100]), ...year('2024', [6112, 3271, 383, 57, 207])];
  const assessment = await assessed('yunfu', lives, {
    from: '2024-01-01T00:00:00+08:00',
    to: '2024-12-01T00:00:00+08:00',
    previous: 'year',
  });
  const change = (id: string) => figure(assessment, id).change?.text;
  expect(['received', 'handled', 'praised', 'supervised', 'internet'].map(change)).toEqual([
    '+22.24%',
    '+30.84%',
    '+283.00%',
    '-43.00%',
    '+107.00%',
  ]);
});

test('YF2: 签收率100%;1天内办结工单占比13.48%,3天内26.41%', async () => {
  const closed = (hours: number) => {
    const end = new Date(Date.parse(at(1)) + hours * 3_600_000).toISOString();
    return { registeredAt: at(1), dueAt: at(28), repliedAt: end, closedAt: end };
  };
  const lives = [...tickets(1348, closed(23)), ...tickets(1293, closed(60)), ...tickets(7359, closed(240))];
  const assessment = await assessed('yunfu', lives);
  expect(figure(assessment, 'signRate').text).toBe('100.00%');
  expect(figure(assessment, 'onTimeClosureRate').text).toBe('100.00%');
  expect(figure(assessment, 'daysToClose').buckets?.map(({ text }) => text)).toEqual(['13.48%', '26.41%']);
  // Signed half an hour after the dispatch, each of them.
  expect(figure(assessment, 'meanSign').text).toBe('0.50');
});

test('YF16: 考核对象精细到承办单位的经办人 — each handler’s figure opens to the tickets', async () => {
  const pack = await loadCityPack(cityFolder('yunfu'));
  const lives = [
    ...tickets(3, { ...good, unit: 'luoding', handler: 'a' }),
    ...tickets(1, { ...bad, unit: 'luoding', handler: 'b' }),
  ];
  const rows = rowsOf(pack, lives);
  const assessment = assess(rows, pack, november);
  expect(figure(assessment, 'handlerOnTimeRate', 'handler', 'a').text).toBe('100.00%');
  const late = { ...november, metric: 'handlerOnTimeRate', by: 'handler', key: 'b', part: 'misses' } as const;
  expect(openFigure(rows, pack, late)).toEqual([lives.at(-1)?.id]);
});

test('YF8: 效能榜 — a monthly board with its red and warning lists', async () => {
  const towns = ['yuncheng', 'yun-an', 'xinxing', 'yunan', 'luoding'];
  const lives = towns.flatMap((unit, n) => [...tickets(12, { ...good, unit }), ...tickets(n, { ...bad, unit })]);
  const { boards, consequences } = await assessed('yunfu', lives);
  const [districts] = boards.find(({ id }) => id === 'monthly')?.groups ?? [];
  expect(districts?.standings.map(({ key }) => key)).toEqual(towns);
  // Of five, the first two are praised and the last two warned: never one who is both.
  const keysOf = (id: string) => consequences.filter((each) => each.id === id).map(({ key }) => key);
  expect([keysOf('praise-red'), keysOf('warn-black')]).toEqual([
    ['yuncheng', 'yun-an'],
    ['yunan', 'luoding'],
  ]);
});

test('YF3: 100多项指标 — over a hundred, each of them data, and each evaluated', async () => {
  const shared = { type: 'complaint', matter: 'bus', channel: 'phone', district: 'yuncheng' } as const;
  const lives = [...tickets(3, { ...good, ...shared }), ...tickets(1, { ...bad, ...shared })];
  const { metrics } = await assessed('yunfu', lives);
  expect(metrics.length).toBeGreaterThan(100);
  expect(new Set(metrics.map(({ title }) => title.zh)).size).toBe(metrics.length);
  expect(metrics.filter(({ total }) => !Number.isInteger(total.base))).toEqual([]);
  const text = (id: string) => metrics.find((metric) => metric.id === id)?.total.text;
  expect(
    ['onTimeClosureRate-complaint', 'onTimeClosureRate-consult', 'received-traffic', 'received-phone'].map(text),
  ).toEqual(['75.00%', '–', '4', '4']);
});

test('GZ23: 水电气网、五险一金、消费纠纷、交通出行 — figures by theme, whatever the matter below it', async () => {
  const matters = ['water-outage', 'power-bill', 'pension', 'refund', 'bus', 'metro'];
  const lives = matters.flatMap((matter) => tickets(2, { registeredAt: at(3), matter }));
  const assessment = await assessed('guangzhou', lives);
  const base = (theme: string) => figure(assessment, 'received', 'theme', theme).base;
  expect(['theme-utilities', 'theme-social-security', 'theme-consumption', 'theme-traffic'].map(base)).toEqual([
    4, 2, 2, 4,
  ]);
});

test('HK6: 以群众是否满意为我们唯一的标准 — a target of 95 %, judged before it is rounded', async () => {
  const rated = (good5: number, bad1: number) => [
    ...tickets(good5, { ...good, satisfaction: 5 }),
    ...tickets(bad1, { ...good, satisfaction: 1 }),
  ];
  expect(figure(await assessed('haikou', rated(19, 1)), 'satisfaction')).toMatchObject({
    text: '95.0%',
    reached: true,
  });
  expect(figure(await assessed('haikou', rated(1899, 101)), 'satisfaction')).toMatchObject({
    text: '95.0%',
    reached: false,
  });
});

test('DG4: 按时办结率99.6%', async () => {
  const closedLate = { ...good, repliedAt: at(25), closedAt: at(26) } as const;
  const assessment = await assessed('dongguan', [...tickets(996, good), ...tickets(4, closedLate)]);
  expect(figure(assessment, 'closedOnTime')).toMatchObject({ text: '99.6%', base: 1000 });
});
