import type { Actor, Desk, Ticket } from '@hotline-kit/core';
import { describe, expect, test } from 'vitest';
import { calm, town } from '../life/town.js';
import { at, done, people, refused } from '../sample-desk.js';

const days = (amount: number) => ({ kind: 'workingDays', amount }) as const;

const dueOf = (ticket: Ticket | undefined, clock = 'handle') => ticket?.clocks[clock]?.dueAt.toISOString();
const types = async (desk: Desk) => (await desk.history('t')).map(({ type }) => type);

describe('办理时限', () => {
  test('法律法规另有较长期限的从其规定，其间告知诉求人；须写明依据', async () => {
    const { give, must, handled } = await town();
    await must('register', people.agent, '09:00', calm);
    const statutory = { lead: 'riverside', statutory: days(60) };
    expect(refused(await give('dispatch', people.dispatcher, '09:03', statutory)).problems).toMatchObject([
      { code: 'missing', field: 'law' },
    ]);
    const long = await must('dispatch', people.dispatcher, '09:03', { ...statutory, law: '某法第三条' });
    expect(Object.keys(long.record.duties)).toContain('statutoryPeriod.statutory');
    const usual = await (await town()).handled();
    expect(dueOf(long) ?? '').toBe(new Date('2026-05-28T17:30:00+08:00').toISOString());
    expect((dueOf(long) ?? '') > (dueOf(usual) ?? '')).toBe(true);
    void handled;
  });

  test('不得突破上限：延期后超过上限的不予受理；可突破的由指定的人审批', async () => {
    const ceiling = { ceiling: days(16), ceilingKind: 'hard' };
    const extension = { term: days(2), reason: '协调' };
    const hard = await town({ procedure: { handlingLimit: ceiling } });
    await hard.handled();
    expect(refused(await hard.give('requestExtension', people.handler, '09:20', extension)).code).toBe('overLimit');

    const soft = await town({
      procedure: {
        handlingLimit: { ...ceiling, ceilingKind: 'soft' },
        extension: { approver: ['unitLeader', 'unitHead'] },
      },
    });
    await soft.handled();
    await soft.must('requestExtension', people.handler, '09:20', extension);
    expect(refused(await soft.give('approveExtension', people.leader, '09:21')).code).toBe('notAuthorised');
    await soft.must('approveExtension', people.head, '09:22');
  });
});

describe('答复种类', () => {
  const partly = { result: '正在协调', solved: 'partly', unsolvedReason: '未完' };

  test('暂停的答复：办结时限停至下次答复；并须在规定时间内再次答复', async () => {
    const kinds = [{ id: 'final' }, { id: 'waiting', effect: 'pauses', next: days(5) }];
    const { must, handled } = await town({ procedure: { reply: { kinds, approver: ['unitLeader', 'unitHead'] } } });
    const before = dueOf(await handled());
    await must('submitReply', people.handler, '10:00', { ...partly, kind: 'waiting' });
    const paused = await must('approveReply', people.leader, '10:01');
    expect(paused.clocks['handle']?.state).toBe('paused');
    expect(paused.clocks['nextReply']?.state).toBe('running');
    const next = await must('submitReply', people.handler, '10:01', { result: '已停工', solved: 'yes' }, '2026-03-04');
    expect(next.clocks['nextReply']?.state).toBe('met');
    expect((dueOf(next) ?? '') > (before ?? '')).toBe(true);
  });

  test('延长的答复：办结时限移至答复所写的日期；须写明日期', async () => {
    const { give, must, handled } = await town();
    await handled();
    const statutory = { ...partly, kind: 'statutory', more: { law: '某法' } };
    expect(refused(await give('submitReply', people.handler, '10:00', statutory)).code).toBe('missing');
    const until = '2026-03-30T17:30:00+08:00';
    await must('submitReply', people.handler, '10:00', { ...statutory, until });
    expect(dueOf(await must('approveReply', people.leader, '10:01'))).toBe(new Date(until).toISOString());
  });
});

describe('挂起', () => {
  const litigation = { ground: 'litigation', reason: '诉讼中' };

  test('每次最长多久：更长的不予受理；期满自行恢复，时限自期满之时起续计', async () => {
    const { desk, give, must, handled } = await town({ procedure: { suspension: { limit: days(2) } } });
    await handled();
    const long = { ...litigation, until: '2026-03-20T17:30:00+08:00' };
    expect(refused(await give('suspend', people.handler, '10:00', long)).code).toBe('overLimit');
    const until = '2026-03-03T10:00:00+08:00';
    await must('suspend', people.handler, '10:00', { ...litigation, until });
    // The workers are three days late: the clock stood until the end of the suspension, and not a minute longer.
    await desk.runDue(at('09:00', '2026-03-06'));
    const resumed = await desk.ticket('t');
    expect(resumed?.record.suspension).toBeNull();
    expect(resumed?.record.clocks['handle']?.pausedTotal).toBe(7 * 3_600_000);
    expect(await types(desk)).toContain('ticket.resumed');
  });

  test('按整日扣除：同一日内的两次挂起只扣一日', async () => {
    const { must, handled } = await town({ procedure: { suspension: { pauses: 'wholeDays', maximum: 3 } } });
    const before = dueOf(await handled());
    await must('suspend', people.handler, '10:00', litigation);
    const once = await must('resume', people.handler, '11:00');
    await must('suspend', people.handler, '15:00', litigation);
    const twice = await must('resume', people.handler, '16:00');
    expect((dueOf(once) ?? '') > (before ?? '')).toBe(true);
    expect(dueOf(twice)).toBe(dueOf(once));
  });
});

describe('争议、管辖与回避', () => {
  const raised: readonly [string, Actor, string, object][] = [
    ['requestReturn', people.clerk, '09:05', { reason: '不属职责', evidence: '三定', proposedUnit: 'hillside' }],
    ['raiseDispute', people.dispatcher, '09:06', { reason: '两家都说无权' }],
  ];

  test('裁定期间由谁办理：由规程所定的单位先行办理；裁定后时限重新起算', async () => {
    const dispute = { meanwhile: [{ unit: 'hillside' }], handling: 'continues', clocks: 'restart' };
    const { must } = await town({ procedure: { dispute } });
    await must('register', people.agent, '09:00', calm);
    await must('dispatch', people.dispatcher, '09:03', { lead: 'riverside' });
    for (const [type, by, time, data] of raised) await must(type, by, time, data);
    const neighbour: Actor = { id: 'h', role: 'handler', unit: 'hillside' };
    await must('recordProgress', neighbour, '09:07', { text: '先行处置' });
    const settled = await must('designate', people.dispatcher, '09:08', { lead: 'hillside', reason: '属地' });
    expect(settled.clocks['handle']).toMatchObject({ generation: 2, startedAt: new Date(at('09:08')) });
    expect(settled.record.meanwhile).toBeNull();
  });

  test('几个单位均有权时谁优先：先受理者优先', async () => {
    const { must } = await town({ procedure: { competence: { preference: ['firstReceived'] } } });
    await must('register', people.agent, '09:00', calm);
    await must('dispatch', people.dispatcher, '09:03', { lead: 'riverside' });
    for (const [type, by, time, data] of raised) await must(type, by, time, data);
    expect((await must('designate', people.dispatcher, '09:08', { reason: '先受理' })).lead).toBe('riverside');
  });

  test('主办单位回避，由规程所定的单位接替', async () => {
    const { must, handled } = await town();
    await handled();
    await must('recuse', people.dispatcher, '09:20', { unit: 'riverside', ground: 'interest', reason: '利害关系' });
    const next = await must('designate', people.dispatcher, '09:21', { reason: '回避' });
    expect(next.lead).toBe('east-district');
  });
});

test('协办：各单位各有时限，先办完的先停；逾期的各自向主办单位和热线说明，他人不得代为说明', async () => {
  const { desk, must, not, handled } = await town();
  await handled({ lead: 'riverside', assists: ['urban-management'] });
  // The second one is named a day later, and has its own time from then on.
  await must('addAssist', people.dispatcher, '09:00', { assists: ['power-company'] }, '2026-03-03');
  const two = await must('finishAssist', people.assistant, '09:30', { result: '已查处' }, '2026-03-03');
  expect(two.clocks['assist@urban-management']?.state).toBe('met');
  expect(dueOf(two, 'assist@power-company')).toBe(new Date('2026-03-06T17:30:00+08:00').toISOString());
  expect(two.clocks['assist']).toBeUndefined();
  await desk.runDue(at('09:00', '2026-03-09'));
  const late = await desk.ticket('t');
  expect(Object.keys(late?.record.duties ?? {})).toEqual(['assist.explain@power-company']);
  expect(late?.record.duties['assist.explain@power-company']).toMatchObject({
    ...{ to: ['lead', 'hotline'], by: 'assists', unit: 'power-company', state: 'open' },
  });
  const told = { duty: 'assist.explain@power-company', more: { reason: '设备待料' } };
  expect(await not('inform', people.assistant, '09:10', told, '2026-03-09')).toMatchObject({ code: 'notAuthorised' });
  expect(late?.can(people.assistant).find(({ command }) => command === 'inform')?.ok).toBe(false);
  const electrician: Actor = { id: 'e', role: 'handler', unit: 'power-company' };
  expect(late?.can(electrician).find(({ command }) => command === 'inform')).toMatchObject({
    takes: { duty: ['assist.explain@power-company'] },
  });
  expect(await not('inform', electrician, '09:11', { duty: told.duty }, '2026-03-09')).toMatchObject({
    problems: [{ code: 'missing', field: 'reason' }],
  });
  const explained = await must('inform', electrician, '09:12', told, '2026-03-09');
  expect(explained.record.duties['assist.explain@power-company']?.state).toBe('fulfilled');
});

test('协办时限由 clocks.json 另定的，也各单位各计；重新派单后不再协办的，时限取消', async () => {
  const clocks = {
    assist: {
      ...{ term: days(5), start: ['ticket.dispatched', 'assist.added'] },
      ...{ stop: ['assist.finished'], cancel: ['return.approved'] },
    },
  };
  for (const own of [{}, { clocks }]) {
    const { must } = await town(own);
    await must('register', people.agent, '09:00', calm);
    const assists = ['urban-management', 'power-company'];
    const both = await must('dispatch', people.dispatcher, '09:03', { lead: 'riverside', assists });
    const ids = assists.map((unit) => `assist@${unit}`);
    expect(ids.map((id) => both.clocks[id]?.state)).toEqual(['running', 'running']);
    await must('requestReturn', people.clerk, '09:05', { reason: '不属职责', evidence: '三定' });
    const back = await must('approveReturn', people.dispatcher, '09:06');
    expect(ids.map((id) => back.clocks[id]?.state)).toEqual(['cancelled', 'cancelled']);
    const again = await must('dispatch', people.dispatcher, '09:10', { lead: 'hillside', assists: ['power-company'] });
    expect(ids.map((id) => again.clocks[id]?.generation)).toEqual([1, 2]);
  }
});

test('承诺：可同时有几项，各有时限，逐项兑现', async () => {
  const clocks = { promise: { term: days(2), start: ['promise.made'], stop: ['promise.fulfilled'] } };
  const { must, handled } = await town({ clocks });
  await handled();
  await must('promise', people.handler, '09:20', { what: '加装隔音' });
  const two = await must('promise', people.handler, '09:21', { what: '夜间停工', by: at('17:30', '2026-03-05') });
  expect(dueOf(two, 'promise-2')).toBe(new Date(at('17:30', '2026-03-05')).toISOString());
  const one = await must('fulfilPromise', people.handler, '09:30', { promise: 2 });
  expect([one.clocks['promise']?.state, one.clocks['promise-2']?.state]).toEqual(['running', 'met']);
  expect(one.record.promises.map(({ fulfilledAt }) => fulfilledAt !== null)).toEqual([false, true]);
});

test('救济：由规程所定的复核人决定，逾期不得申请', async () => {
  const { give, must, handled } = await town();
  await handled();
  await must('submitReply', people.handler, '10:00', { result: '已处理', solved: 'yes' });
  await must('approveReply', people.leader, '10:01');
  await must('rate', people.citizen, '10:02', { solved: 'partly', satisfaction: 3, contacted: true });
  await must('close', people.callback, '10:03', { reason: '经复核' });
  const late = await give('seekRemedy', people.citizen, '10:00', { reason: '不服' }, '2026-04-20');
  expect(refused(late).code).toBe('windowClosed');
  const sought = await must('seekRemedy', people.citizen, '10:10', { reason: '不服' });
  expect(sought.clocks['remedy']?.state).toBe('running');
  const decision = { decision: 'upheld', reason: '维持' };
  expect(refused(await give('decideRemedy', people.dispatcher, '10:11', decision)).code).toBe('notAuthorised');
  const office: Actor = { id: 's', role: 'supervisionOffice' };
  expect((await must('decideRemedy', office, '10:12', decision)).clocks['remedy']?.state).toBe('met');
});

test('分件：各件沿用原起算时间', async () => {
  const { desk, must, handled } = await town();
  const whole = await handled();
  const parts = [{ content: '路灯不亮', matter: 'streetlight' }];
  await must('split', people.agent, '09:30', { parts, reason: '两件事' });
  const given = { type: 'dispatch', ticket: 't-1', data: {}, by: people.dispatcher, at: at('09:40') } as const;
  const part = done(await desk.execute(given)) as Ticket;
  expect(part.clocks['handle']?.startedAt).toEqual(whole.clocks['handle']?.startedAt);
});

test('保密：所列情形成立即保密，不待诉求人提出', async () => {
  const { must } = await town();
  const report = await must('register', people.agent, '09:00', { ...calm, type: 'report' });
  expect(report.record.call).toMatchObject({ confidential: true, confidentialOn: ['reporter'] });
});

test('本身没有审批步骤的操作，由审批人办理，或填明由谁批准', async () => {
  const { give, must, handled } = await town();
  await handled();
  const beyond = { to: '省', reason: '跨市' };
  expect(refused(await give('escalateBeyondCity', people.dispatcher, '09:20', beyond)).problems).toMatchObject([
    { code: 'missing', field: 'approvedBy' },
  ]);
  const approved = await must('escalateBeyondCity', people.dispatcher, '09:20', {
    ...beyond,
    more: { approvedBy: '市领导' },
  });
  expect(approved.clocks['beyondCity']?.state).toBe('running');
});

test('不予受理须告知诉求人：事由与法定途径记入日志', async () => {
  const { desk, must } = await town();
  await must('register', people.agent, '09:00', calm);
  await must('refuse', people.agent, '09:05', { ground: 'litigation', reason: '已诉', legalPath: '法院' });
  const event = (await desk.history('t')).find(({ type }) => type === 'ticket.refused');
  expect(event?.data).toMatchObject({ tell: { zh: '请依法向受理机关提出。' } });
});
