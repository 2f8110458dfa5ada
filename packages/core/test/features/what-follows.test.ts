import { fileURLToPath } from 'node:url';
import { assess, clustersOf, packClusters } from '@hotline-kit/core/assessment';
import { loadCityPack } from '@hotline-kit/rules/node';
import { expect, test } from 'vitest';
import { assessed, at, bad, figure, good, november, rowsOf, tickets } from './city-assessment.js';
import { agent, carriedOut, deskOf, dispatcher } from './city-desk.js';

test('GZ14: 定期通报…绩效考核问责制度 — a district names the last of its streets to its own executive meeting, then holds it to account', async () => {
  const root = fileURLToPath(new URL('../../../rules', import.meta.url));
  const pack = await loadCityPack(fileURLToPath(new URL('../../../rules/test/packs/tianhe', import.meta.url)), {
    root,
  });
  const rows = rowsOf(pack, [
    ...tickets(3, { ...good, unit: 'tianhe-liede' }),
    ...tickets(3, { ...bad, unit: 'tianhe-shipai' }),
    ...tickets(3, { ...bad, unit: 'yuexiu-beijing' }),
  ]);
  const scope = { ...november, within: 'tianhe' };
  const first = assess(rows, pack, scope);
  const followed = (each: typeof first) =>
    each.consequences
      .filter(({ board }) => board === 'tianhe-streets')
      .map(({ action, key, office, article }) => [action, key, office, article]);
  const [meeting, article] = ['tianhe-executive-meeting', '天河样例细则第七条'];
  expect(followed(first)).toEqual([['notice', 'tianhe-shipai', meeting, article]]);
  expect(followed(assess(rows, pack, { ...scope, earlier: [first] }))).toEqual([
    ['notice', 'tianhe-shipai', meeting, article],
    ['accountability', 'tianhe-shipai', meeting, article],
  ]);
});

test('YF8: 效能榜…亮起警示,实施实时督办 — the open tickets of a unit on the warning list are supervised, by the article', async () => {
  const towns = ['yuncheng', 'yun-an', 'xinxing', 'yunan', 'luoding', 'transport'];
  const month = towns.flatMap((unit, n) => [...tickets(12, { ...good, unit }), ...tickets(2 * n, { ...bad, unit })]);
  const { consequences } = await assessed('yunfu', month);
  const [warned] = consequences.filter(({ id }) => id === 'supervise-black');
  expect(warned).toMatchObject({ action: 'supervise', office: 'supervision-office', article: '样例规程第三十一条' });
  const lead = warned?.key ?? '';
  const { desk } = await deskOf('yunfu');
  const call = { channel: 'phone', type: 'complaint', content: '诉求', place: {} } as const;
  for (const unit of [lead, 'transport']) {
    const { record } = carriedOut(await desk.register(call, { by: agent, at: at(27) }));
    const sent = { ticket: record.id, type: 'dispatch', data: { lead: unit }, by: dispatcher, at: at(27, '09:05') };
    carriedOut(await desk.execute(sent as never));
  }
  const officer = { id: 'officer-1', role: 'superviseOfficer' } as const;
  for (const ticket of await desk.find({ lead })) {
    const data = { level: 1, reason: warned?.text.zh ?? '', article: warned?.article };
    carriedOut(await ticket.do('supervise', data as never, { by: officer, at: at(28) }));
  }
  const levels = (await desk.find({})).map(({ lead: unit, supervision }) => [unit, supervision]);
  expect(new Map(levels as [string, number][])).toEqual(
    new Map([
      [lead, 1],
      ['transport', 0],
    ]),
  );
});

test('YF3: 8个专题大屏 — what each screen shows is a call of the assessment', async () => {
  const { pack } = await deskOf('yunfu');
  const place = (district: string) => ({ district, unit: district, matter: 'bus' });
  const lives = [
    ...tickets(6, { ...good, ...place('luoding') }),
    ...tickets(3, { ...bad, ...place('xinxing'), supervised: 2 }),
    ...tickets(2, { registeredAt: at(2), online: true, channel: 'miniProgram' }),
  ];
  const rows = rowsOf(pack, lives);
  const drawn = assess(rows, pack, { ...november, groupBy: ['district', 'theme', 'channel', 'day'] });
  // 事件地图, 热点: where, and what gathers there.
  expect(figure(drawn, 'received', 'district', 'luoding').base).toBe(6);
  const hot = clustersOf(rows, pack, { ...november, by: ['matter', 'district'], atLeast: 5 });
  expect(hot.map(({ key, tickets: found }) => [key.matter, key.district, found.length])).toEqual([
    ['bus', 'luoding', 6],
  ]);
  // 难点: what had to be supervised.
  expect(figure(drawn, 'supervised', 'theme', 'theme-traffic').base).toBe(3);
  // 考核: boards; 专题: themes; 渠道: channels; 趋势: days; 联动110: what went to an emergency line.
  expect(drawn.boards.map(({ id }) => id)).toEqual(expect.arrayContaining(['monthly', 'handlers']));
  expect(figure(drawn, 'received', 'theme', 'theme-traffic').base).toBe(9);
  expect(figure(drawn, 'internet', 'channel', 'miniProgram').base).toBe(2);
  expect(figure(drawn, 'received', 'day', '2024-11-01').base).toBe(9);
  expect(figure(drawn, 'toEmergency').base).toBe(0);
  const { desk } = await deskOf('yunfu');
  const smoke = { channel: 'phone', type: 'help', content: '冒烟', place: { district: 'luoding' } } as const;
  const { record } = carriedOut(await desk.register(smoke, { by: agent, at: at(3) }));
  const data = { line: '119', acknowledgement: '119指挥中心已接' };
  carriedOut(
    await desk.execute({ ticket: record.id, type: 'transferEmergency', data, by: agent, at: at(3, '09:01') } as never),
  );
  expect(figure(await desk.assess(november), 'toEmergency', 'district', 'luoding').base).toBe(1);
});

test('GZ12: 从传统话务端到互联网渠道…指尖上的热线 — each channel is taken in, and counted by itself and as internet', async () => {
  const { desk } = await deskOf('guangzhou');
  const channels = ['phone', 'sms', 'web', 'wechat', 'miniProgram', 'app'] as const;
  for (const channel of channels) {
    const call = { channel, type: 'complaint', content: '诉求', place: {} } as const;
    const by = channel === 'phone' ? agent : ({ id: 'citizen-1', role: 'citizen' } as const);
    carriedOut(await desk.register(call, { by, at: at(4) }));
  }
  const drawn = await desk.assess(november);
  for (const channel of channels) expect(figure(drawn, 'received', 'channel', channel).base, channel).toBe(1);
  expect(figure(drawn, 'internet').base).toBe(4);
});

test('YF17: 多维度聚集性分析…热点、难点事件、敏感诉求 — the pack says what gathers, where and from how many, by its article', async () => {
  const { desk, pack } = await deskOf('yunfu');
  const busIn = (district: string) => ({ matter: 'bus', district, unit: district });
  const rows = rowsOf(pack, [
    ...tickets(10, { ...good, ...busIn('luoding') }),
    ...tickets(9, { ...good, ...busIn('xinxing') }),
    ...tickets(2, { ...good, ...busIn('xinxing'), supervised: 2 as const }),
    ...tickets(3, { ...bad, matter: 'litter', district: 'yunan', unit: 'yunan', returnedBy: 'luoding' }),
    ...tickets(30, { ...good, ...busIn('yun-an'), registeredAt: '2024-12-01T09:00:00+08:00' }),
  ]);
  const unpaid = { channel: 'phone', type: 'complaint', matter: 'wages-construction', content: '欠薪' } as const;
  const { record } = carriedOut(
    await desk.register({ ...unpaid, place: { district: 'luoding' } }, { by: agent, at: at(8) }),
  );
  rows.add(await desk.history(record.id));
  const found = packClusters(rows, pack, november);
  expect(found.map(({ id, title, article }) => [id, title.zh, article])).toEqual([
    ['hotspot', '热点', '样例规程第三十六条'],
    ['pain-point', '难点', '样例规程第三十六条'],
    ['sensitive', '敏感诉求', '样例规程第三十六条'],
    ['repeated', '反复诉求', '样例规程第三十六条'],
  ]);
  const of = (id: string) =>
    found
      .find((each) => each.id === id)
      ?.clusters.map(({ key, tickets: all }) => [key.matter, key.district, all.length]);
  // Two supervised tickets are no pain point, but they make a hotspot of the nine beside them.
  expect(of('hotspot')).toEqual([
    ['bus', 'xinxing', 11],
    ['bus', 'luoding', 10],
  ]);
  expect(of('pain-point')).toEqual([['litter', 'yunan', 3]]);
  expect(of('sensitive')).toEqual([['wages-construction', undefined, 1]]);
  expect(of('repeated')).toEqual([]);
});
