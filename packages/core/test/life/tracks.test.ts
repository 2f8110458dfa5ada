import type { Actor } from '@hotline-kit/core';
import { describe, expect, test } from 'vitest';
import { at, people } from '../sample-desk.js';
import { calm, others, solved, town } from './town.js';

const { agent, dispatcher, clerk, handler, leader, head, stranger, citizen, callback } = people;
const { office, mayor, chair, checker, electrician } = others;
const platform: Actor = { id: 'platform', role: 'system' };

describe('表扬', () => {
  test('群众表扬承办单位或个人，不改变工单状态；办结后也可表扬，未办理的不能', async () => {
    const { desk, must, not, closed } = await town();
    await must('register', agent, '09:00', calm, undefined, 'u');
    expect((await not('praise', citizen, '09:01', { text: '谢谢' }, undefined, 'u')).code).toBe('illegalInState');
    await closed();
    expect((await not('praise', handler, '10:10', { text: '自夸' })).code).toBe('notAuthorised');
    expect((await not('praise', citizen, '10:10', { text: '谢谢', unit: 'nowhere' })).code).toBe('unknownUnit');
    expect((await not('praise', citizen, '10:10', {})).code).toBe('invalidData');
    const praised = await must('praise', citizen, '10:11', { text: '处理很快', person: 'handler-4' });
    expect([praised.state, praised.record.praises]).toEqual(['closed', 1]);
    const event = (await desk.history('t')).find(({ type }) => type === 'ticket.praised');
    expect(event?.data).toMatchObject({ unit: 'riverside', person: 'handler-4' });
  });
});

describe('标签', () => {
  test('人、规则、分类器均可打标签；可以移除；不属热线的人不能', async () => {
    const { desk, must, not, handled } = await town();
    await handled();
    await must('tag', agent, '09:20', { add: ['夜间施工', '噪声'] });
    const labels = [{ tag: '工地', kind: 'place', confidence: 0.9 }];
    const tagged = await must('tag', platform, '09:21', { labels, origin: 'classifier', remove: ['噪声'] });
    expect(tagged.record.tags).toEqual(['夜间施工', '工地']);
    expect((await not('tag', handler, '09:22', { add: ['无关'] })).code).toBe('notAuthorised');
    expect((await not('tag', agent, '09:22', { labels: [{ tag: 'x', confidence: 2 }] })).code).toBe('invalidData');
    const origins = (await desk.history('t')).flatMap((event) =>
      event.type === 'ticket.tagged' ? [event.data.origin] : [],
    );
    expect(origins).toEqual(['rule', 'person', 'classifier']);
  });
});

describe('批示与领导接听日', () => {
  test('领导批示记入工单；交办的成为领导交办件，不得退单', async () => {
    const { must, not } = await town();
    await must('register', agent, '09:00', calm);
    await must('dispatch', dispatcher, '09:03', { lead: 'riverside' });
    expect((await not('instruct', leader, '09:05', { text: '抓紧' })).code).toBe('notAuthorised');
    const instructed = await must('instruct', mayor, '09:06', { text: '限期办结', assigns: true });
    expect(instructed.record).toMatchObject({ instructions: 1, leaderAssigned: true });
    expect(await not('requestReturn', clerk, '09:07', { reason: '不属职责', evidence: '三定' })).toMatchObject({
      code: 'forbidden',
      text: { zh: '领导交办件不得退单。' },
      article: '样例办法第十五条',
    });
    expect((await must('instruct', head, '09:08', { text: '请尽快' })).record.instructions).toBe(2);
  });

  test('领导接听日登记的，即为领导交办件', async () => {
    const { must } = await town();
    const call = { ...calm, channel: 'leaderDay' };
    expect((await must('register', mayor, '09:00', call)).record.leaderAssigned).toBe(true);
  });
});

describe('街镇呼、部门应', () => {
  test('街镇呼叫部门，被呼叫的部门须响应，其他部门不能代为响应', async () => {
    const { must, not, handled } = await town();
    await handled();
    expect((await not('departmentResponds', electrician, '09:19', { text: '到', comes: true })).code).toBe(
      'notAuthorised',
    );
    const six = ['power-company', 'urban-management', 'east-district', 'west-district', 'hillside', 'old-harbour'];
    expect(await not('callForDepartments', handler, '09:20', { departments: six, reason: '断电' })).toMatchObject({
      code: 'tooMany',
      article: '样例办法第二十一条',
    });
    const call = { departments: ['power-company', 'urban-management'], reason: '断电' };
    expect((await must('callForDepartments', handler, '09:21', call)).clocks['departments']?.state).toBe('running');
    expect((await not('departmentResponds', stranger, '09:22', { text: '到', comes: true })).code).toBe(
      'notAuthorised',
    );
    const one = await must('departmentResponds', electrician, '09:30', { text: '一小时内到', comes: true });
    expect([one.record.departmentCall?.responded, one.clocks['departments']?.state]).toEqual([
      ['power-company'],
      'running',
    ]);
    const both = await must('departmentResponds', people.assistant, '09:40', { text: '不属职责', comes: false });
    expect(both.clocks['departments']?.state).toBe('met');
  });
});

test('质检：逐步进行，由不同的人；指出的问题须告知主办单位', async () => {
  const { must, not, closed } = await town();
  await closed();
  expect((await not('checkQuality', checker, '10:10', { stage: 'none' })).code).toBe('stageNotAllowed');
  expect((await not('checkQuality', checker, '10:10', { stage: 'first', score: 101 })).code).toBe('invalidData');
  const checked = await must('checkQuality', checker, '10:11', { stage: 'first', score: 60, flags: ['noResult'] });
  expect([checked.state, checked.record.qualityChecks, Object.keys(checked.record.stages)]).toEqual([
    ...['closed', 1],
    ['quality.first'],
  ]);
  expect(checked.record.duties['checkQuality.lead']?.state).toBe('open');
});

describe('疑难会商', () => {
  const question = { question: '谁主责', units: ['riverside', 'urban-management'], more: { reason: '职责交叉' } };

  test('会商须有纪要和主责单位；结论须执行：按结论指定', async () => {
    const { must, not, handled } = await town();
    await handled();
    expect((await not('concludeConsultation', chair, '09:20', { minutes: '纪要', conclusion: 'x' })).code).toBe(
      'noConsultation',
    );
    const convened = await must('convene', dispatcher, '09:20', question);
    expect(convened.clocks['consultation']?.state).toBe('running');
    expect((await not('convene', dispatcher, '09:21', question)).code).toBe('consultationOpen');
    expect(await not('concludeConsultation', chair, '09:30', { minutes: '纪要', conclusion: '城管' })).toMatchObject({
      problems: [{ code: 'missing', field: 'lead' }],
      article: '样例办法第二十一条',
    });
    const conclusion = { minutes: '会议纪要', conclusion: '城管主责', lead: 'urban-management' };
    expect((await not('concludeConsultation', dispatcher, '09:31', conclusion)).code).toBe('notAuthorised');
    await must('concludeConsultation', chair, '09:32', conclusion);
    const settled = await must('designate', dispatcher, '09:33', { reason: '会商结论' });
    expect(settled).toMatchObject({ state: 'dispatched', lead: 'urban-management' });
  });

  test('工单终结的，未结束的会商随之终止', async () => {
    const { must, handled } = await town();
    await handled();
    await must('convene', dispatcher, '09:20', question);
    const gone = await must('withdraw', citizen, '09:30', { reason: '已解决' });
    expect([gone.record.consultation, gone.clocks['consultation']?.state]).toEqual([null, 'cancelled']);
  });
});

describe('转紧急热线：三方通话', () => {
  const law = { procedure: { emergency: { acceptsFirst: 'hotline', requires: ['line'] } } };

  test('生命财产危险优先：先转，线上确认接收后终结；拒收的继续办理', async () => {
    const { must, not } = await town(law);
    await must('register', agent, '09:00', calm);
    expect((await not('transferEmergency', agent, '09:01', { line: '95598' })).code).toBe('lineNotAllowed');
    const offered = await must('transferEmergency', agent, '09:01', { line: '119', agreed: '消防到场，话务员不挂断' });
    expect([offered.state, offered.clocks['emergency']?.state]).toEqual(['received', 'running']);
    expect((await not('transferEmergency', agent, '09:02', { line: '110' })).code).toBe('handoverOpen');
    const no = { accepted: false, acknowledgement: '无火情' };
    expect((await must('acknowledgeHandover', agent, '09:02', no)).record.handover).toBeNull();
    await must('transferEmergency', agent, '09:03', { line: '110' });
    const yes = { accepted: true, acknowledgement: '指挥中心 3 号' };
    expect((await must('acknowledgeHandover', agent, '09:04', yes)).state).toBe('transferredEmergency');
  });

  test('已派单的，紧急热线到场，承办单位继续办理', async () => {
    const { must, handled } = await town(law);
    await handled();
    const both = await must('transferEmergency', handler, '09:20', { line: '120', acknowledgement: '已派车' });
    expect([both.state, both.record.handover?.acknowledgedAt === null]).toEqual(['handling', false]);
  });
});

test('线索移送：只记移送给谁和受保护记录的编号；被反映单位看不到有此移送', async () => {
  const { desk, must, not, handled } = await town();
  await handled();
  const clue = { record: 'clue-77', more: { reason: '反映本单位' } };
  expect((await not('transferClue', handler, '09:20', clue)).code).toBe('notAuthorised');
  expect((await not('transferClue', agent, '09:20', { record: 'clue-77' })).problems).toMatchObject([
    { field: 'reason' },
  ]);
  expect((await not('transferClue', agent, '09:20', { ...clue, receiver: 'auditor' })).code).toBe('receiverNotAllowed');
  expect((await must('transferClue', agent, '09:21', clue)).record.clues).toBe(1);
  const view = JSON.stringify(await desk.view('t', handler, { at: at('09:30') }));
  expect(view).not.toMatch(/clue-77|clue\.transferred/);
});

test('承诺在答复之后继续跟踪：答复、回访后仍可兑现，办结后所欠的也可兑现', async () => {
  const clocks = {
    promise: { term: { kind: 'workingDays', amount: 2 }, start: ['promise.made'], stop: ['promise.fulfilled'] },
  };
  const { desk, must, not, handled, ticket } = await town({ clocks });
  await handled();
  expect((await not('fulfilPromise', handler, '09:19')).code).toBe('noPromise');
  await must('promise', handler, '09:20', { what: '加装隔音', by: at('17:30', '2026-03-04') });
  await must('promise', handler, '09:21', { what: '公示工期', by: at('17:30', '2026-06-30') });
  await must('submitReply', handler, '10:00', solved);
  await must('approveReply', leader, '10:01');
  expect((await ticket()).clocks['promise']?.state).toBe('running');
  await desk.runDue(at('09:00', '2026-03-05'));
  expect((await ticket()).clocks['promise']?.state).toBe('breached');
  const kept = await must('fulfilPromise', handler, '09:01', { promise: 1 }, '2026-03-05');
  expect(kept.clocks['promise']).toMatchObject({ state: 'met', late: true });
  await must('rate', citizen, '09:02', { solved: 'yes', satisfaction: 5, contacted: true }, '2026-03-05');
  await must('close', callback, '09:03', {}, '2026-03-05');
  const last = await must('fulfilPromise', handler, '10:00', {}, '2026-06-29');
  expect([last.state, last.record.promises.every(({ fulfilledAt }) => fulfilledAt !== null)]).toEqual(['closed', true]);
});

test('撤回：只有诉求人和热线可以；所有待办事项随之终止', async () => {
  const { must, not, handled } = await town();
  await handled();
  await must('requestExtension', handler, '09:20', { term: { kind: 'workingDays', amount: 2 }, reason: '协调' });
  expect((await not('withdraw', handler, '09:21', { reason: '代撤' })).code).toBe('notAuthorised');
  expect((await not('withdraw', citizen, '09:21', {})).code).toBe('invalidData');
  const gone = await must('withdraw', citizen, '09:22', { reason: '已解决' });
  expect(gone).toMatchObject({ state: 'withdrawn', record: { extension: null } });
  expect((await not('reopen', agent, '09:23', { reason: '反悔' })).code).toBe('illegalInState');
  expect(Object.values(gone.clocks).filter(({ stoppedAt }) => stoppedAt === undefined)).toEqual([]);
});

test.each([
  ['只有一人', [{ id: 'p' }], 'p'],
  ['未推选代表', [{ id: 'p' }, { id: 'q' }], ''],
  [
    '代表受全体委托',
    [{ id: 'p', representative: true }, { id: 'q' }, { id: 'r', representedBy: 'p', consent: true }],
    'p',
  ],
  [
    '有人不同意',
    [
      { id: 'p', representative: true },
      { id: 'q', representedBy: 'p', consent: false },
    ],
    '',
  ],
  [
    '各有代表',
    [
      { id: 'p', representative: true },
      { id: 'q', representedBy: 'r' },
      { id: 'r', representative: true },
    ],
    '',
  ],
])('多人诉求，谁也不能代他人撤回：%s', async (_what, applicants, may) => {
  const { applicant: _one, ...call } = calm;
  for (const { id } of applicants) {
    const { give, must, ticket } = await town({ procedure: { applicants: null } });
    await must('register', agent, '09:00', { ...call, applicants });
    const by = { id, role: 'citizen' } as const;
    const result = await give('withdraw', by, '09:01', { reason: '算了' });
    expect(result.ok ? '' : result.refusal.code, id).toBe(id === may ? '' : 'notForOthers');
    if (!result.ok) {
      const asked = (await ticket()).can(by);
      expect(asked.find(({ command }) => command === 'withdraw')).toMatchObject({ ok: false });
      await must('withdraw', agent, '09:03', { reason: '已核实各诉求人意愿' });
    }
  }
});

test('多人诉求，登记人另有其人的，名单中的代表方可撤回', async () => {
  const { must, not } = await town();
  const applicants = [{ id: 'p', representative: true }, { id: 'q' }];
  await must('register', agent, '09:00', { ...calm, applicants });
  expect((await not('withdraw', citizen, '09:01', { reason: '算了' })).code).toBe('notForOthers');
  await must('withdraw', { id: 'p', role: 'citizen' }, '09:02', { reason: '已解决' });
});

test('重新受理：限期、限次；回到已接收，重新派单', async () => {
  const { must, not, closed } = await town();
  await closed();
  expect((await not('reopen', citizen, '10:10', { reason: '又坏了' })).code).toBe('notAuthorised');
  expect(await not('reopen', agent, '10:10', { reason: '又坏了' }, '2026-04-20')).toMatchObject({
    code: 'windowClosed',
    article: '样例办法第二十二条',
  });
  const again = await must('reopen', agent, '10:10', { reason: '又坏了' });
  expect(again).toMatchObject({ state: 'received', round: 2, record: { closedAt: null, counts: { reopenings: 1 } } });
  await must('dispatch', dispatcher, '10:11', { lead: 'riverside' });
  await must('sign', clerk, '10:12');
  await must('accept', handler, '10:13');
  await must('submitReply', handler, '10:20', solved);
  await must('approveReply', leader, '10:21');
  await must('rate', citizen, '10:22', { solved: 'yes', satisfaction: 4, contacted: true });
  await must('close', callback, '10:23');
  expect((await not('reopen', agent, '10:24', { reason: '再次' })).code).toBe('reopeningsExhausted');
});

test('督办：办结前须反馈，办结后由督办人办结督办；未办结的督办不得归档', async () => {
  const { must, not, replied } = await town();
  await replied();
  await must('supervise', office, '10:05', { level: 2, reason: '重复投诉' });
  await must('rate', citizen, '10:06', { solved: 'yes', satisfaction: 5, contacted: true });
  expect((await not('close', callback, '10:07')).code).toBe('supervisionUnanswered');
  await must('reportSupervision', handler, '10:08', { report: '已落实' });
  await must('close', callback, '10:09');
  expect((await not('archive', dispatcher, '10:10')).code).toBe('supervisionOpen');
  expect((await must('concludeSupervision', office, '10:11', { conclusion: '同意' })).record.supervision.state).toBe(
    'concluded',
  );
  expect((await must('archive', dispatcher, '10:12')).state).toBe('archived');
});
