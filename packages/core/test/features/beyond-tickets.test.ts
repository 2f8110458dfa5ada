import {
  type Activity,
  activityRows,
  assess,
  batchRow,
  clustersOf,
  type DutyRota,
  dutyActivities,
  FactRows,
  hostRow,
  onDuty,
  projectCall,
  projectProgress,
  shareBatch,
  spanOf,
} from '@hotline-kit/core/assessment';
import { expect, test } from 'vitest';
import { at, figure, good, november, rowsOf, tickets } from './city-assessment.js';
import { agent, carriedOut, deskOf, dispatcher, finish, seeThrough } from './city-desk.js';

test('GZ10: 集中投诉重点事项;梳理出民生实事问题,交各区办理,已全部完成 — a cluster becomes an item of a project, and all are done', async () => {
  const { desk, pack } = await deskOf('guangzhou');
  const complaint = { channel: 'phone', type: 'complaint', matter: 'parking-space', content: '没有停车位' } as const;
  const places = [
    ['tianhe', 'tianhe-liede', 4],
    ['haizhu', 'haizhu-chigang', 3],
    ['yuexiu', 'yuexiu-beijing', 1],
  ] as const;
  for (const [district, street, count] of places) {
    for (let n = 0; n < count; n += 1) {
      carriedOut(await desk.register({ ...complaint, place: { district, street } }, { by: agent, at: at(3) }));
    }
  }
  const rows = async () => {
    const all = new FactRows(pack);
    for (const { record } of await desk.find({ limit: 100 })) all.add(await desk.history(record.id));
    return all;
  };
  const clusters = clustersOf(await rows(), pack, { ...november, by: ['matter', 'district', 'street'], atLeast: 3 });
  expect(clusters.map(({ key, tickets: found }) => [key.district, found.length])).toEqual([
    ['tianhe', 4],
    ['haizhu', 3],
  ]);
  const project = '2024年民生实事';
  for (const cluster of clusters) {
    const lead = cluster.key.district ?? '';
    const call = projectCall(cluster, { project, what: `${lead}:增设公共停车位` });
    const { record } = carriedOut(await desk.register(call, { by: dispatcher, at: at(5) }));
    const before = projectProgress(await rows(), project);
    expect(before.isFinished).toBe(false);
    await finish(desk, record.id, lead, '2024-11-06');
  }
  const { items, ...progress } = projectProgress(await rows(), project);
  expect(progress).toEqual({ done: 2, isFinished: true });
  expect(new Map(items.map(({ lead, isDone, isLate, answers }) => [lead, [isDone, isLate, answers]]))).toEqual(
    new Map([
      ['tianhe', [true, false, 4]],
      ['haizhu', [true, false, 3]],
    ]),
  );
  const done = await desk.assess({ ...november, metrics: ['handled'], groupBy: ['tag'] });
  expect(figure(done, 'handled', 'tag', project).base).toBe(2);
});

test('GZ17: 32个单位…69批次6.5万条;28个单位…75批次47.26万条 — batches for departments and media, without personal data', async () => {
  const { desk, pack } = await deskOf('guangzhou');
  const secrets = ['陈先生', '13800000000', '猎德大道12号502房', '我叫陈某', 'citizen-42'];
  const call = {
    ...({ channel: 'phone', type: 'complaint', matter: 'noise-social', content: '我叫陈某,楼下太吵' } as const),
    place: { district: 'tianhe', street: 'tianhe-liede', address: '猎德大道12号502房' },
    caller: { name: '陈先生', phone: '13800000000' },
    applicant: 'citizen-42',
  };
  await seeThrough(desk, call, 'tianhe-liede', '2024-11-05');
  carriedOut(await desk.register({ ...call, confidential: true }, { by: agent, at: at(6) }));
  carriedOut(await desk.register({ ...call, place: { street: '陈先生家楼下' } }, { by: agent, at: at(7) }));
  const rows = new FactRows(pack);
  for (const { record } of await desk.find()) rows.add(await desk.history(record.id));
  const plan = { recipient: 'public-security', purpose: '社会面治安防控' } as const;
  const batch = shareBatch(
    rows,
    pack,
    { ...plan, fields: ['matter', 'street', 'registeredOn', 'closedOn', 'satisfaction'], matters: ['theme-noise'] },
    { ...november, id: 'b-1', at: at(30) },
  );
  expect(batch.rows).toEqual([
    {
      row: 1,
      matter: 'noise-social',
      street: 'tianhe-liede',
      registeredOn: '2024-11-05',
      closedOn: '2024-11-05',
      satisfaction: 5,
    },
    { row: 2, matter: 'noise-social', registeredOn: '2024-11-07' },
  ]);
  const sent = JSON.stringify(batch);
  for (const secret of [...secrets, ...rows].map((each) => (typeof each === 'string' ? each : each.id))) {
    expect(sent).not.toContain(`"${secret}"`);
  }
  const other = { ...november, id: 'b-2', at: at(30) };
  for (const fields of [['content'], ['address'], ['handler'], ['constructor'], []]) {
    expect(() => shareBatch(rows, pack, { ...plan, fields } as never, other)).toThrow(/invalidSharing/);
  }
  // The ledger: how many units got how many batches and rows, of the two reported periods.
  const ledger = (units: number, batches: number, rowsInAll: number) => {
    const each = Math.floor(rowsInAll / batches);
    return Array.from({ length: batches }, (_, n) => ({
      ...batch,
      id: `b-${n}`,
      recipient: `unit-${n % units}`,
      rows: Array.from({ length: n === 0 ? rowsInAll - (batches - 1) * each : each }, (_, row) => ({ row })),
    }));
  };
  for (const [units, batches, rowsInAll] of [
    [32, 69, 65_000],
    [28, 75, 472_600],
  ] as const) {
    const assessment = assess(ledger(units, batches, rowsInAll).map(batchRow), pack, november);
    expect(figure(assessment, 'sharedBatches').base).toBe(batches);
    expect(figure(assessment, 'sharedRows').text).toBe(`${rowsInAll}`);
    const [shared] = assessment.metrics.find(({ id }) => id === 'sharedBatches')?.parts ?? [];
    expect(shared?.figures).toHaveLength(units);
  }
});

test('YF20: “局长”进窗口…出点子187条,办实事、解难题385件 — heads at the counter; problems become recorded measures', async () => {
  const { desk, pack } = await deskOf('yunfu');
  const problem = { channel: 'counter', type: 'suggestion', content: '窗口排队时间长', place: {} } as const;
  const ticket = await seeThrough(desk, problem, 'city', '2024-11-05');
  const rows = new FactRows(pack);
  rows.add(await desk.history(ticket.record.id));
  const activities = Array.from({ length: 165 }, (_, n): Activity => {
    const measures = Array.from({ length: n < 55 ? 3 : 2 }, () => ({ what: '增设窗口', doneAt: at(20) }));
    return {
      ...{ id: `a-${n}`, kind: 'counter', person: `head-${n}`, unit: `bureau-${n}`, from: at(4), to: at(4, '11:00') },
      ideas: n < 22 ? 2 : 1,
      measures: n === 0 ? [...measures.slice(1), { what: '增设窗口', ticket: ticket.record.id }] : measures,
    };
  });
  const open = { ...activities[0], id: 'a-open', ideas: 0, measures: [{ what: '未完成' }] } as Activity;
  const assessment = assess([...rows, ...activityRows([...activities, open], rows)], pack, november);
  expect(['ideasSum', 'measuresSum', 'measuresDoneSum'].map((id) => figure(assessment, id).text)).toEqual([
    '187',
    '386',
    '385',
  ]);
  const [units] = assessment.metrics.find(({ id }) => id === 'activities')?.parts ?? [];
  expect(units?.figures).toHaveLength(165);
  expect(() => activityRows([{ ...open, to: open.from }], rows)).toThrow(/ends before it begins/);
});

const heads: DutyRota = {
  id: 'heads',
  starts: '2024-01-31',
  turn: { months: 1 },
  people: ['meilan', 'longhua', 'qiongshan'].map((unit) => ({ id: `head-${unit}`, role: 'unitHead', unit })),
  swaps: [{ starts: '2024-03-31', person: { id: 'deputy', role: 'unitHead', unit: 'xiuying' } }],
};
const zone = 'Asia/Shanghai';

test('HK8: 领导每月定期…轮流值班 — heads are on duty in rotation monthly, and stand in for one another', async () => {
  const who = (instant: string) => onDuty(heads, instant, zone)?.actor.id;
  expect(who('2024-01-30T23:59:59+08:00')).toBeUndefined();
  expect(who('2024-01-31T00:00:00+08:00')).toBe('head-meilan');
  // A month is over on the day of the same number, else on its last day.
  expect(who('2024-02-28T23:59:59+08:00')).toBe('head-meilan');
  expect(who('2024-02-29T00:00:00+08:00')).toBe('head-longhua');
  expect(who('2024-03-31T08:00:00+08:00')).toBe('deputy');
  expect(who('2024-04-30T08:00:00+08:00')).toBe('head-meilan');
  const { pack } = await deskOf('haikou');
  const rows = activityRows(dutyActivities(heads, spanOf('2024-11', zone), zone), rowsOf(pack, []));
  const duty = assess(rows, pack, november);
  expect(figure(duty, 'activities').base).toBe(30);
  expect(figure(duty, 'activities', 'handler', 'head-meilan').base).toBe(29);
  expect(figure(duty, 'activities', 'handler', 'head-longhua').base).toBe(1);
});

test('HK15: 副总值班长 — a shift leader is on duty by the hour, and acts on the desk', async () => {
  const leaders: DutyRota = {
    id: 'shift-leaders',
    starts: '2024-11-01',
    turn: { days: 1 },
    shifts: ['08:00', '20:00'],
    people: [1, 2, 3].map((n) => ({
      id: `leader-${n}`,
      role: 'superviseOfficer',
      unit: 'hotline-centre',
      title: '副总值班长',
    })),
  };
  const who = (instant: string) => onDuty(leaders, instant, zone)?.actor.id;
  expect(who('2024-11-01T07:59:00+08:00')).toBeUndefined();
  expect(
    ['2024-11-01T08:00', '2024-11-01T20:00', '2024-11-02T07:59', '2024-11-02T08:00', '2024-11-02T20:00'].map((each) =>
      who(`${each}:00+08:00`),
    ),
  ).toEqual(['leader-1', 'leader-2', 'leader-2', 'leader-3', 'leader-1']);
  const { desk } = await deskOf('haikou');
  const { record } = carriedOut(
    await desk.register({ channel: 'phone', type: 'help', content: '停水', place: {} }, { by: agent, at: at(2) }),
  );
  const night = at(2, '21:00');
  const leader = onDuty(leaders, night, zone) ?? expect.fail('nobody is on duty');
  expect(leader).toMatchObject({ title: '副总值班长', actor: { id: 'leader-1' } });
  const ticket = (await desk.ticket(record.id)) ?? expect.fail('no ticket');
  const supervised = await ticket.do('supervise', { level: 1, reason: '值班长督办' }, { by: leader.actor, at: night });
  expect(carriedOut(supervised).record.supervision.level).toBe(1);
  expect(() => onDuty({ ...leaders, shifts: ['20:00', '08:00'] }, night, zone)).toThrow(/shifts stand in order/);
  expect(() => onDuty({ ...leaders, people: [] }, night, zone)).toThrow(/invalidRota/);
});

test('HK12: 一个号对外、一个平台监控、一张网管理、一个指挥体系调度 — one number, one view, one net, one command', async () => {
  const { desk, pack } = await deskOf('haikou');
  // One number: what comes over any merged line is a ticket of the same desk, in one row of numbers.
  const lines = (pack.facts['line']?.enum ?? []) as readonly string[];
  expect(lines.length).toBe(85);
  const districts = pack.units.all.filter(({ kind }) => kind === 'district').map(({ id }) => id);
  for (const [n, line] of lines.entries()) {
    const place = { district: districts[n % districts.length] ?? '' };
    const call = {
      channel: 'phone',
      type: 'complaint',
      matter: 'litter',
      content: '垃圾',
      place,
      source: { line },
    } as const;
    carriedOut(await desk.register(call, { by: agent, at: at(4) }));
  }
  const all = await desk.find({ limit: 100 });
  expect(new Set(all.map(({ record }) => record.number)).size).toBe(85);
  // One view: every district in one assessment, and each figure opens to its tickets.
  const seen = await desk.assess({ ...november, metrics: ['received'], groupBy: ['district', 'line'] });
  expect(districts.map((id) => figure(seen, 'received', 'district', id).base).reduce((a, b) => a + b)).toBe(85);
  // One net: every unit hangs below the one city.
  expect(
    pack.units.all.filter(({ id }) => id !== 'city' && !pack.units.ancestors(id).some((up) => up.id === 'city')),
  ).toEqual([]);
  // One command: the same dispatcher sends to any level and any district.
  const street = pack.units.all.find(({ kind }) => kind === 'street')?.id ?? '';
  for (const [n, lead] of [...districts, street, 'city'].entries()) {
    const ticket = all[n] ?? expect.fail('no ticket');
    const sent = await ticket.do('dispatch', { lead }, { by: dispatcher, at: at(4, '09:30') });
    expect(carriedOut(sent).record.lead).toBe(lead);
  }
});

test('DG9: 为全镇环卫工人换上新衣 — one request, one promise for the whole class, kept with proof and counted', async () => {
  const { desk, pack } = await deskOf('changsha');
  const call = { channel: 'phone', type: 'suggestion', content: '环卫工人工装破旧', place: {} } as const;
  const { record } = carriedOut(await desk.register(call, { by: agent, at: at(4) }));
  const lead = 'kaifu';
  const by = { id: 'h-1', role: 'handler', unit: lead } as const;
  const step = async (type: string, data: object, who: object, day: number, time: string) =>
    carriedOut(await desk.execute({ ticket: record.id, type, data, by: who, at: at(day, time) } as never));
  await step('dispatch', { lead }, dispatcher, 4, '09:10');
  await step('sign', {}, by, 4, '09:20');
  await step('accept', {}, by, 4, '09:30');
  const promised = await step('promise', { what: '换发新工装', forClass: '全镇环卫工人' }, by, 4, '10:00');
  expect(promised.record.promise?.forClass).toBe('全镇环卫工人');
  const kept = await step('fulfilPromise', { evidence: '发放现场照片' }, by, 6, '10:00');
  expect(kept.record.promise).toMatchObject({ forClass: '全镇环卫工人', fulfilledAt: expect.any(String) });
  const rows = new FactRows(pack);
  rows.add(await desk.history(record.id));
  expect(figure(assess(rows, pack, november), 'classRemedies').base).toBe(1);
});

test('GZ21: 年度服务量创千万 — a year of contacts adds up, to the last one', async () => {
  const { pack } = await deskOf('guangzhou');
  const contacts = { quick: 20_000, ci: 100_000, full: 10_000_000 }[process.env['HOTLINE_PROOF'] ?? 'quick'] ?? 20_000;
  const year = spanOf('2024', zone);
  const length = year.to.getTime() - year.from.getTime();
  const calls = function* () {
    for (let n = 0; n < contacts; n += 1) {
      const when = year.from.getTime() + Math.floor((n / contacts) * length);
      yield hostRow('calls', `c-${n}`, when, { callOffered: true, callAnswered: n % 50 !== 0, line: '12345' });
    }
  };
  const drawn = assess(calls(), pack, { ...year, metrics: ['callVolume', 'answerRate'] });
  expect(figure(drawn, 'callVolume').base).toBe(contacts);
  expect(figure(drawn, 'answerRate').text).toBe('98.0%');
  const months = drawn.metrics.find(({ id }) => id === 'callVolume')?.parts.find(({ by }) => by === 'month')?.figures;
  expect(months?.reduce((sum, { figure: { base } }) => sum + base, 0)).toBe(contacts);
  expect(months).toHaveLength(12);
});

test('a cluster counts what is registered in the span, agrees in all, and is no unreasonable demand', async () => {
  const { pack } = await deskOf('guangzhou');
  const rows = rowsOf(pack, [
    ...tickets(2, { ...good, matter: 'parking', district: 'tianhe' }),
    ...tickets(5, { ...good, matter: 'parking' }),
    ...tickets(5, { ...good, matter: 'parking', district: 'tianhe', registeredAt: '2024-12-01T00:00:00+08:00' }),
  ]);
  const query = { ...november, by: ['matter', 'district'], atLeast: 2 } as const;
  expect(clustersOf(rows, pack, query).map(({ tickets: found }) => found.length)).toEqual([2]);
  expect(clustersOf(rows, pack, { ...query, atLeast: 3 })).toEqual([]);
});
