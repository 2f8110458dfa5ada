import { assess, FactRows, openFigure } from '@hotline-kit/core/assessment';
import { describe, expect, test } from 'vitest';
import { at, figure, november } from './city-assessment.js';
import { agent, carriedOut, deskOf, dispatcher, seeThrough } from './city-desk.js';

const call = { channel: 'phone', type: 'complaint', content: '诉求', place: {} } as const;

test('CS22: 《话务服务质量标准》 — checks of quality, their share, their mean score, and those without a fault', async () => {
  const { desk, pack } = await deskOf('changsha');
  const checker = { id: 'checker-1', role: 'qualityChecker' } as const;
  const ids: string[] = [];
  for (const day of ['2024-11-04', '2024-11-05', '2024-11-06']) {
    ids.push((await seeThrough(desk, call, 'furong', day)).record.id);
  }
  const check = async (n: number, data: object) =>
    carriedOut(await desk.execute({ ticket: ids[n], type: 'checkQuality', data, by: checker, at: at(7) } as never));
  await check(0, { stage: 'first', score: 92 });
  await check(1, { stage: 'first', score: 70, flags: ['noResult'] });
  const drawn = await desk.assess(november);
  expect(figure(drawn, 'qualityCheckedRate')).toMatchObject({ text: '66.67%', base: 3, hits: 2 });
  expect(figure(drawn, 'qualityScoreMean')).toMatchObject({ text: '81.00', base: 2 });
  expect(figure(drawn, 'qualityFlawlessRate')).toMatchObject({ text: '50.00%', base: 2 });
  const faulty = { ...november, metric: 'qualityFlawlessRate', part: 'misses' } as const;
  expect(await desk.openFigure(faulty)).toEqual([ids[1]]);
  expect(pack.assessment.metric('qualityScoreMean')?.article).toBe('样例办法第二十九条');
});

test('HK2: 30分钟内没有得到响应,那么说对你就要进行考核 — a miss is supervised, lowers the rate, and costs points by article', async () => {
  const { desk } = await deskOf('haikou');
  const [prompt, slow] = ['water-supply', 'transport'];
  const handled = async (lead: string) => {
    const { record } = carriedOut(await desk.register(call, { by: agent, at: at(4, '09:00') }));
    carriedOut(
      await desk.execute({ ticket: record.id, type: 'dispatch', data: { lead }, by: dispatcher, at: at(4, '09:05') }),
    );
    const by = { id: `h-${lead}`, role: 'handler', unit: lead } as const;
    carriedOut(await desk.execute({ ticket: record.id, type: 'sign', data: {}, by, at: at(4, '09:10') }));
    carriedOut(await desk.execute({ ticket: record.id, type: 'accept', data: {}, by, at: at(4, '09:12') }));
    return { id: record.id, by };
  };
  const first = await handled(prompt ?? '');
  const second = await handled(slow ?? '');
  const contacted = { type: 'contactCitizen', data: { method: 'phone', reached: true } } as const;
  // Exactly thirty minutes after the dispatch is still in time.
  carriedOut(await desk.execute({ ticket: first.id, ...contacted, by: first.by, at: at(4, '09:35') }));
  await desk.runDue('2024-11-04T09:35:00.001+08:00');
  const levels = await Promise.all([first, second].map(async ({ id }) => (await desk.ticket(id))?.supervision));
  expect(levels).toEqual([0, 1]);
  const drawn = await desk.assess({ ...november, groupBy: ['branch'] });
  expect(figure(drawn, 'respondedRate', 'branch', prompt).text).toBe('100.00%');
  expect(figure(drawn, 'respondedRate', 'branch', slow).text).toBe('0.00%');
  expect(figure(drawn, 'score', 'branch', slow).deductions).toContainEqual(
    expect.objectContaining({ metric: 'respondedRate', points: 20, article: '样例规程第三十条' }),
  );
  expect(figure(drawn, 'score', 'branch', prompt).deductions).toContainEqual(
    expect.objectContaining({ metric: 'respondedRate', points: 0 }),
  );
});

test('GZ3: 三级共享 — city, district and street read one and the same ticket; another district does not', async () => {
  const { desk } = await deskOf('guangzhou');
  const place = { district: 'tianhe', street: 'tianhe-liede' };
  const { record } = carriedOut(await desk.register({ ...call, place }, { by: agent, at: at(4) }));
  const lead = { lead: 'tianhe-liede' };
  carriedOut(
    await desk.execute({ ticket: record.id, type: 'dispatch', data: lead, by: dispatcher, at: at(4, '09:05') }),
  );
  const seenBy = async (role: string, unit?: string) => {
    const viewer = { id: `${role}-1`, role, ...(unit && { unit }) } as never;
    const [found] = await desk.find({}, viewer);
    if (found === undefined) return undefined;
    const { number, state, holder } = await desk.view(found.id, viewer, { at: at(4, '09:06') });
    return [number, state, holder?.unit, found.record.call.content];
  };
  const shared = [record.number, 'dispatched', 'tianhe-liede', '诉求'];
  for (const [role, unit] of [
    ['dispatcher'],
    ['districtDispatcher', 'tianhe'],
    ['unitLeader', 'tianhe'],
    ['handler', 'tianhe-liede'],
  ] as const) {
    expect(await seenBy(role, unit), role).toEqual(shared);
  }
  expect(await seenBy('handler', 'haizhu-chigang')).toBeUndefined();
});

describe('GZ2: 统一接听、按责转办、限时办结、统一督办、统一考核', () => {
  test('GZ2: one ticket through all five, and its figure opens to it', async () => {
    const { desk, pack } = await deskOf('guangzhou');
    const litter = { ...call, matter: 'litter', place: { district: 'tianhe' } };
    const { record } = carriedOut(await desk.register(litter, { by: agent, at: at(4) }));
    const sent = await desk.execute({
      ...{ ticket: record.id, type: 'dispatch', data: {}, by: dispatcher, at: at(4, '09:05') },
    });
    const dispatched = carriedOut(sent);
    expect([dispatched.lead, dispatched.record.reason?.article]).toEqual([
      'tianhe-urban-management',
      expect.stringContaining('样例规程'),
    ]);
    const clerk = { id: 'clerk', role: 'unitClerk', unit: 'tianhe-urban-management' } as const;
    carriedOut(await desk.execute({ ticket: record.id, type: 'sign', data: {}, by: clerk, at: at(4, '09:10') }));
    const due = (await desk.ticket(record.id))?.clocks['handle']?.dueAt ?? expect.fail('no limit');
    await desk.runDue(new Date(due.getTime() + 1));
    const late = (await desk.ticket(record.id)) ?? expect.fail('no ticket');
    expect([late.clocks['handle']?.state, late.supervision]).toEqual(['breached', 1]);
    const rows = new FactRows(pack);
    rows.add(await desk.history(record.id));
    const drawn = assess(rows, pack, november);
    expect(figure(drawn, 'onTimeClosureRate', 'branch', 'tianhe').text).toBe('0.00%');
    expect(openFigure(rows, pack, { ...november, metric: 'onTimeClosureRate', part: 'misses' })).toEqual([record.id]);
    expect(figure(drawn, 'supervisionRate', 'branch', 'tianhe').text).toBe('100.00%');
  });
});

test('HK13: 重点单位、困难群众的重点关注 — the desk tags it for those who serve; the citizen, the public and other units read nothing of it', async () => {
  const { desk } = await deskOf('haikou');
  const household = { ...call, type: 'help', matter: 'low-income', place: { district: 'xiuying' } } as const;
  const given = { by: agent, at: at(4) };
  const noted = carriedOut(await desk.register({ ...household, applicant: 'c-1', facts: { focus: true } }, given));
  const plain = carriedOut(await desk.register({ ...household, applicant: 'c-2' }, given));
  expect([noted, plain].map(({ record }) => record.tags)).toEqual([['重点关注'], []]);
  for (const { id } of [noted, plain]) {
    carriedOut(
      await desk.execute({ ticket: id, type: 'dispatch', data: {}, by: dispatcher, at: at(4, '09:05') } as never),
    );
  }
  // Not before others: the same unit, and the same limits to the second.
  const [one, other] = await Promise.all([noted.id, plain.id].map((id) => desk.ticket(id)));
  expect(one?.lead).toBe(other?.lead);
  for (const [id, clock] of Object.entries(one?.clocks ?? {})) expect(clock.dueAt).toEqual(other?.clocks[id]?.dueAt);
  const tagsFor = async (viewer: object) =>
    (await desk.find({}, viewer as never)).map(({ record }) => record.tags).filter((tags) => tags.length > 0);
  expect(await tagsFor({ id: 'h-1', role: 'handler', unit: one?.lead })).toEqual([['重点关注']]);
  for (const viewer of [
    { id: 'c-1', role: 'citizen' },
    { id: 'h-2', role: 'handler', unit: 'transport' },
  ]) {
    expect(await tagsFor(viewer), viewer.role).toEqual([]);
  }
  const view = await desk.view(noted.id, 'public', { at: at(4, '10:00') }).catch(() => undefined);
  expect(JSON.stringify(view ?? {})).not.toContain('重点关注');
  const drawn = await desk.assess(november);
  expect(figure(drawn, 'focused').base).toBe(1);
});
