import type { Actor } from '@hotline-kit/core';
import { expect, test } from 'vitest';
import { at, people } from '../sample-desk.js';
import { calm, others, solved, town } from './town.js';

const { agent, dispatcher, clerk, handler, leader, head, citizen, callback, supervisor } = people;
const { office, checker } = others;
const days = (amount: number) => ({ kind: 'workingDays', amount }) as const;
const urgent = { all: [{ fact: 'urgent', operator: 'equal', value: true }] };
const returning = { reason: '不属职责', evidence: '三定' };
const partly = { result: '在办', solved: 'partly', unsolvedReason: '未完' };
const manifest = {
  ...{
    format: 1,
    id: 'sample-town',
    version: '2026.1',
    title: { zh: '样例市', en: 'Sample Town' },
    calendar: 'office',
  },
  ...{ effective: { from: '2026-01-01' }, hotline: 'hotline-centre', fallbackUnit: 'hotline-centre' },
  numbering: { prefix: 'ST' },
};
const utc = (time: string, day?: string) => new Date(at(time, day)).toISOString();

test('idea 1: 时限、要求、审批人均可按条件选择，末项为默认', async () => {
  const { must, not, ticket, handled } = await town({
    procedure: {
      return: { requires: [{ when: urgent, value: ['reason'] }, { value: ['reason', 'evidence'] }] },
    },
  });
  await must('register', agent, '09:00', { ...calm, urgent: true }, undefined, 'u');
  await must('dispatch', dispatcher, '09:03', { lead: 'riverside' }, undefined, 'u');
  expect((await ticket('u')).clocks['sign']?.dueAt.toISOString()).toBe(utc('09:18'));
  // Urgent: two hours, and a reason alone; else a working day, with what proves it.
  expect(await not('requestReturn', clerk, '11:04', { reason: '不属职责' }, undefined, 'u')).toMatchObject({
    code: 'windowClosed',
    article: '样例办法第十五条',
  });
  await must('requestReturn', clerk, '11:03', { reason: '不属职责' }, undefined, 'u');
  await must('register', agent, '09:00', calm, undefined, 'v');
  await must('dispatch', dispatcher, '09:03', { lead: 'riverside' }, undefined, 'v');
  expect((await not('requestReturn', clerk, '11:04', { reason: '不属职责' }, undefined, 'v')).problems).toMatchObject([
    { code: 'missing', field: 'evidence' },
  ]);
  await must('requestReturn', clerk, '11:04', returning, undefined, 'v');
  // A supervised reply is the unit head's to approve.
  await handled();
  await must('supervise', supervisor, '09:20', { level: 1, reason: '重复投诉' });
  await must('submitReply', handler, '10:00', solved);
  expect((await not('approveReply', leader, '10:01')).code).toBe('notAuthorised');
  await must('approveReply', head, '10:02');
});

test('idea 2: 任何操作均可禁止或要求填写内容，引用条款；一次列明所缺的全部', async () => {
  const { must, not, handled } = await town({
    procedure: {
      commands: {
        contactCitizen: { requires: ['recordingId', 'note'], article: '样例办法第十三条' },
        praise: { forbid: [{ when: urgent, text: { zh: '紧急件不登记表扬。' }, article: '样例办法第二十六条' }] },
      },
    },
  });
  await handled();
  const refusal = await not('contactCitizen', handler, '09:20', { method: 'phone', reached: true });
  expect(refusal.problems).toMatchObject([
    { code: 'missing', field: 'recordingId', article: '样例办法第十三条' },
    { code: 'missing', field: 'note', article: '样例办法第十三条' },
  ]);
  const contact = { method: 'phone', reached: true, note: '已说明', recordingId: 'r-1' };
  await must('contactCitizen', handler, '09:21', contact);
  await must('praise', citizen, '09:22', { text: '谢谢' });
  const fast = await town({ procedure: { commands: { praise: { forbid: [{ when: urgent }] } } } });
  await fast.must('register', agent, '09:00', { ...calm, urgent: true });
  await fast.must('dispatch', dispatcher, '09:03', { lead: 'riverside' });
  await fast.must('sign', clerk, '09:05');
  await fast.must('accept', handler, '09:10');
  expect((await fast.not('praise', citizen, '09:22', { text: '谢谢' })).code).toBe('forbidden');
});

test('idea 3: 自有渠道、时限、证据种类、节点；节点可在系统外发生；时限可自另一时限到期时起算', async () => {
  const changes = {
    files: { 'pack.json': JSON.stringify({ ...manifest, channels: { snapshot: { zh: '随手拍', en: 'Snapshot' } } }) },
    clocks: {
      appraisal: {
        title: { zh: '评估', en: 'Appraisal' },
        term: days(3),
        start: ['progress.recorded:court-ruling'],
        basis: 'sample',
      },
      explain: {
        title: { zh: '说明', en: 'Explanation' },
        term: days(1),
        start: ['clock.due:handle'],
        basis: 'sample',
      },
    },
  };
  const { desk, must, not, ticket } = await town(changes);
  expect((await not('register', agent, '09:00', { ...calm, channel: 'pigeon' })).code).toBe('unknownChannel');
  await must('register', agent, '09:00', { ...calm, channel: 'snapshot' });
  await must('dispatch', dispatcher, '09:03', { lead: 'riverside' });
  await must('sign', clerk, '09:05');
  await must('accept', handler, '09:10');
  const ruling = { text: '法院已裁定', milestone: 'court-ruling' };
  expect((await not('recordProgress', handler, '09:20', ruling, '2026-03-05')).problems).toMatchObject([
    { field: 'occurredAt' },
  ]);
  await must('recordProgress', handler, '09:20', { ...ruling, occurredAt: at('10:00', '2026-03-03') }, '2026-03-05');
  // Three working days from the ruling itself, not from when it was recorded.
  expect((await ticket()).clocks['appraisal']?.dueAt.toISOString()).toBe(utc('17:30', '2026-03-06'));
  await desk.runDue(at('09:00', '2026-03-25'));
  const { handle, explain } = (await ticket()).clocks;
  expect(handle?.state).toBe('breached');
  expect(explain?.startedAt).toEqual(handle?.dueAt);
  const photo = [
    { kind: 'site-photo', media: [{ id: 'p', mediaType: 'image/jpeg', sha256: 'a'.repeat(64), bytes: 1 }] },
  ];
  const asks = await town({ procedure: { commands: { recordProgress: { evidence: ['site-photo'] } } } });
  await asks.handled();
  expect((await asks.not('recordProgress', handler, '09:20', { text: '到场' })).problems).toMatchObject([
    { code: 'evidenceMissing', field: 'evidence' },
  ]);
  expect(
    (await asks.not('recordProgress', handler, '09:20', { text: '到场', evidence: photo })).problems,
  ).toMatchObject([{ code: 'evidenceIncomplete', field: 'evidence' }]);
});

test('idea 4: 时限可来自工单或事项，为期间或日期；延期可用任何单位；上限可硬可软', async () => {
  const { must, not, ticket } = await town({
    procedure: {
      extension: { limit: { kind: 'workingTime', amount: 8, unit: 'hour' }, approver: ['unitLeader', 'unitHead'] },
    },
  });
  await must('register', agent, '09:00', calm);
  const limits = { handle: { kind: 'fixed', at: at('12:00', '2026-03-04') } };
  await must('dispatch', dispatcher, '09:03', { lead: 'riverside', limits });
  expect((await ticket()).clocks['handle']?.dueAt.toISOString()).toBe(utc('12:00', '2026-03-04'));
  await must('sign', clerk, '09:05');
  await must('accept', handler, '09:10');
  expect(await not('requestExtension', handler, '09:20', { term: days(1), reason: '协调' })).toMatchObject({
    code: 'termKind',
    article: '样例办法第十七条',
  });
  const term = { kind: 'workingTime', amount: 4, unit: 'hour' };
  await must('requestExtension', handler, '09:20', { term, reason: '协调' });
  await must('approveExtension', leader, '09:21');
  expect((await ticket()).clocks['handle']?.dueAt.toISOString()).toBe(utc('17:30', '2026-03-04'));
  const hard = await town({ procedure: { handlingLimit: { ceiling: days(15), ceilingKind: 'hard' } } });
  await hard.handled();
  expect((await hard.not('requestExtension', handler, '09:20', { term: days(1), reason: '协调' })).code).toBe(
    'overLimit',
  );
  const soft = await town({ procedure: { handlingLimit: { ceiling: days(15), ceilingKind: 'soft' } } });
  await soft.handled();
  await soft.must('requestExtension', handler, '09:20', { term: days(1), reason: '协调' });
});

test('idea 5: 告知义务：几个对象、抄送、各自的时限、证明与免除；答复群众与反馈热线是两项', async () => {
  const { desk, must, not, ticket, handled } = await town({
    procedure: {
      reply: {
        answer: [
          { id: 'citizen', to: 'citizen', copy: 'superior', term: days(1), parts: ['content'], proof: ['recordingId'] },
        ],
        report: [{ id: 'hotline', to: 'hotline', by: 'lead', term: days(2), waiver: ['sameSystem'] }],
      },
    },
  });
  await handled();
  await must('submitReply', handler, '10:00', solved);
  const replied = await must('approveReply', leader, '10:01');
  expect(Object.keys(replied.record.duties)).toEqual(['approveReply.citizen', 'approveReply.hotline']);
  expect(replied.record.duties['approveReply.citizen']).toMatchObject({ to: ['citizen'], copy: ['superior'] });
  const refusal = await not('inform', handler, '10:05', { duty: 'approveReply.citizen' });
  expect(refusal.problems).toMatchObject([{ field: 'content' }, { field: 'recordingId' }]);
  const told = { duty: 'approveReply.citizen', content: '已停工', more: { recordingId: 'r-2' } };
  expect((await must('inform', handler, '10:06', told)).clocks['inform-approveReply-citizen']?.state).toBe('met');
  // What the lead owes is not another unit's to fulfil, and is waived on no other ground.
  expect(await not('inform', people.stranger, '10:07', { duty: 'approveReply.hotline' })).toMatchObject({
    code: 'notAuthorised',
  });
  const waiving = { duty: 'approveReply.hotline', ground: 'busy' };
  expect(await not('waiveInforming', callback, '10:08', waiving)).toMatchObject({
    code: 'groundNotAllowed',
    remedy: { zh: '可免情形：sameSystem' },
  });
  await desk.runDue(at('09:00', '2026-03-05'));
  expect((await ticket()).clocks['inform-approveReply-hotline']?.state).toBe('breached');
  const waived = await must('waiveInforming', callback, '09:01', { ...waiving, ground: 'sameSystem' }, '2026-03-05');
  expect(waived.record.duties['approveReply.hotline']?.state).toBe('waived');
});

test('idea 6: 答复种类是数据：情形、内容、对工单的效果', async () => {
  const kinds = [
    { id: 'final', title: { zh: '最终答复' } },
    { id: 'staged', effect: 'continues', grounds: ['phases'], requires: ['nextStep'], maximum: 1, next: days(3) },
  ];
  const { must, not, handled } = await town({ procedure: { reply: { kinds } } });
  await handled();
  const staged = { ...partly, kind: 'staged' };
  expect((await not('submitReply', handler, '10:00', staged)).problems).toMatchObject([
    { code: 'groundNotAllowed', field: 'ground' },
    { code: 'missing', field: 'nextStep' },
  ]);
  const whole = { ...staged, ground: 'phases', more: { nextStep: '下周验收' } };
  await must('submitReply', handler, '10:00', whole);
  const after = await must('approveReply', leader, '10:01');
  expect(after).toMatchObject({ state: 'handling', record: { reply: null, interimReplies: [{ kind: 'staged' }] } });
  expect(after.clocks['nextReply']?.dueAt.toISOString()).toBe(utc('17:30', '2026-03-05'));
  expect((await not('submitReply', handler, '10:02', whole)).code).toBe('tooMany');
  // The kind that is used up is no reason against another one.
  const may = after.can(handler).find(({ command }) => command === 'submitReply');
  expect(may).toEqual({ command: 'submitReply', ok: true, takes: { kind: ['final'] } });
  expect((await must('submitReply', handler, '10:03', solved)).state).toBe('pendingApproval');
});

test('idea 7: 按关系找单位；几个单位均有权时按顺序，含受理先后；各层级可承接什么', async () => {
  const { must, not } = await town({
    procedure: {
      competence: { preference: ['firstReceived', { commonSuperiorOf: 'contenders' }] },
      receiving: {
        levels: [{ kinds: ['street', 'district', 'department', 'hotline'] }, { kinds: ['utility'], when: urgent }],
      },
    },
  });
  await must('register', agent, '09:00', calm);
  expect(await not('dispatch', dispatcher, '09:03', { lead: 'power-company' })).toMatchObject({
    code: 'receivingNotAllowed',
    article: '样例办法第十一条',
  });
  await must('dispatch', dispatcher, '09:03', { lead: 'hillside' });
  const clerkOf: Actor = { id: 'c', role: 'unitClerk', unit: 'hillside' };
  await must('requestReturn', clerkOf, '09:05', { ...returning, proposedUnit: 'riverside' });
  await must('raiseDispute', dispatcher, '09:06', { reason: '两家' });
  expect((await must('designate', dispatcher, '09:07', { reason: '先受理' })).lead).toBe('hillside');
  const above = await town({ procedure: { competence: { preference: [{ commonSuperiorOf: 'contenders' }] } } });
  await above.must('register', agent, '09:00', calm);
  await above.must('dispatch', dispatcher, '09:03', { lead: 'hillside' });
  await above.must('requestReturn', clerkOf, '09:05', { ...returning, proposedUnit: 'riverside' });
  await above.must('raiseDispute', dispatcher, '09:06', { reason: '两家' });
  expect((await above.must('designate', dispatcher, '09:07', { reason: '共同上级' })).lead).toBe('east-district');
});

test('idea 8: 对已有工单的查询，依该工单答复，单独计数', async () => {
  const { desk, must, handled } = await town();
  await handled();
  const { record, state } = await must('enquire', citizen, '09:30', { question: '办到哪一步了' });
  expect([state, record.enquiries.asked, record.urges]).toEqual(['handling', 1, 0]);
  const [event] = (await desk.history('t')).filter(({ type }) => type === 'ticket.enquired');
  expect(event?.data).toMatchObject({
    told: { state: 'handling', holder: 'riverside', dueAt: utc('17:30', '2026-03-23') },
  });
});

test('idea 9: 回访与复核分步，由不同的人进行，各步可指出问题并通知', async () => {
  const stages = [
    { id: 'city', by: ['callbackOfficer'], requires: ['remark'], flags: [{ id: 'rude', inform: ['lead'] }] },
    { id: 'office', by: ['superviseOfficer'], final: true },
  ];
  const { must, not, ticket, replied } = await town({ procedure: { callback: { stages } } });
  await replied();
  const call = { method: 'phone', reached: true };
  expect((await not('callBack', callback, '10:10', { ...call, stage: 'city' })).problems).toMatchObject([
    { field: 'remark' },
  ]);
  expect((await not('callBack', callback, '10:10', { ...call, stage: 'office' })).code).toBe('notAuthorised');
  const stagesFor = async (by: Actor) => {
    const may = (await ticket()).can(by, { at: at('10:10') }).find(({ command }) => command === 'callBack');
    return may?.ok === true ? may.takes : may?.refusal.code;
  };
  expect([await stagesFor(callback), await stagesFor(supervisor)]).toEqual([
    { stage: ['city'] },
    { stage: ['office'] },
  ]);
  const flagged = await must('callBack', callback, '10:11', {
    ...call,
    stage: 'city',
    remark: '态度',
    flags: ['rude'],
  });
  expect(Object.keys(flagged.record.duties)).toContain('callBack.lead');
  await must('callBack', supervisor, '10:12', { ...call, stage: 'office' });
  expect(Object.keys((await ticket()).record.stages)).toEqual(['callback.city', 'callback.office']);
  expect((await not('checkQuality', checker, '10:13', { stage: 'review' })).code).toBe('notAuthorised');
});

test('idea 10: 几名诉求人，推选代表，代为提出须有同意；答复以规程为准', async () => {
  const { desk, must, not } = await town({ procedure: { applicants: { representativesFrom: 3 } } });
  const [a, b, c] = ['a', 'b', 'c'].map((id) => ({ id }));
  expect(await not('register', agent, '09:00', { ...calm, applicants: [a, b, c] })).toMatchObject({
    code: 'representativesNeeded',
    article: '样例办法第九条',
  });
  const spoken = { id: 'b', representedBy: 'a' };
  const speaker = { id: 'a', representative: true };
  expect((await not('register', agent, '09:00', { ...calm, applicants: [speaker, spoken] })).code).toBe(
    'consentMissing',
  );
  await must('register', agent, '09:00', { ...calm, applicants: [speaker, { ...spoken, consent: true }, c] });
  for (const [type, by, time, data] of [
    ['dispatch', dispatcher, '09:03', { lead: 'riverside' }],
    ['sign', clerk, '09:05', {}],
    ['accept', handler, '09:10', {}],
    ['submitReply', handler, '10:00', solved],
    ['approveReply', leader, '10:01', {}],
  ] as const)
    await must(type, by, time, data);
  const approved = (await desk.history('t')).find(({ type }) => type === 'reply.approved');
  expect(approved?.data).toMatchObject({ answers: { applicants: ['a'] } });
  // Each of them may look, rate and seek a remedy; nobody else.
  await must('rate', { id: 'c', role: 'citizen' }, '10:02', { solved: 'yes', satisfaction: 5, contacted: true });
  expect((await not('seekRemedy', { id: 'd', role: 'citizen' }, '10:03', { reason: '不服' })).code).toBe(
    'notAuthorised',
  );
});

test('idea 11: 诉求人的救济逐级进行：期限、复核人、次数、终局', async () => {
  const stages = [
    { id: 'review', by: ['superviseOfficer'], window: days(5), term: days(3) },
    { id: 'final', by: ['supervisionOffice'], window: days(5), final: true },
  ];
  const { must, not, ticket, closed } = await town({ procedure: { remedies: { stages } } });
  await closed();
  expect((await not('seekRemedy', citizen, '10:10', { reason: '不服', stage: 'final' })).remedy?.zh).toBe(
    '下一步：review',
  );
  await must('seekRemedy', citizen, '10:10', { reason: '不服' });
  expect((await ticket()).clocks['remedy']?.dueAt.toISOString()).toBe(utc('17:30', '2026-03-05'));
  expect((await not('archive', dispatcher, '10:11')).code).toBe('remedyOpen');
  const upheld = { decision: 'upheld', reason: '维持' };
  expect((await not('decideRemedy', office, '10:12', upheld)).code).toBe('notAuthorised');
  await must('decideRemedy', supervisor, '10:12', upheld);
  const late = await not('seekRemedy', citizen, '10:13', { reason: '仍不服' }, '2026-03-20');
  expect(late).toMatchObject({ code: 'windowClosed', article: '样例办法第二十四条' });
  await must('seekRemedy', citizen, '10:13', { reason: '仍不服' });
  const again = await must('decideRemedy', office, '10:14', { decision: 'changed', reason: '应重新办理' });
  expect(again).toMatchObject({ state: 'pendingDispatch', round: 2, lead: undefined });
});

test('idea 12: 条件可比较两个日期，按工作日计', async () => {
  const facts = Object.fromEntries(
    ['happenedOn', 'askedOn'].map((id) => [id, { type: 'string', title: { zh: id, en: id } }]),
  );
  const late = { all: [{ fact: 'askedOn', operator: 'beyondTerm', value: { fact: 'happenedOn', term: days(13) } }] };
  const { give } = await town({
    files: { 'pack.json': JSON.stringify({ ...manifest, facts }) },
    procedure: { refusal: { grounds: [{ id: 'tooOld', when: late }] } },
  });
  const outcomes: string[] = [];
  // Received Thursday 2026-02-12: the 13th working day after it is 2026-03-09.
  for (const [ticket, askedOn] of [
    ['t', '2026-03-09'],
    ['u', '2026-03-10'],
  ] as const) {
    await give(
      'register',
      agent,
      '09:00',
      { ...calm, facts: { happenedOn: '2026-02-12', askedOn } },
      undefined,
      ticket,
    );
    const result = await give('refuse', agent, '09:01', { ground: 'tooOld', reason: '逾期' }, undefined, ticket);
    outcomes.push(result.ok ? result.ticket.state : result.refusal.code);
  }
  expect(outcomes).toEqual(['groundNotAllowed', 'refused']);
});

test('idea 13: 一个来电分为几张相互关联的工单', async () => {
  const { must, ticket } = await town();
  await must('register', agent, '09:00', calm);
  const parts = [
    { content: '路灯不亮', matter: 'streetlight' },
    { content: '道路破损', matter: 'road' },
  ];
  await must('split', agent, '09:01', { parts, reason: '三件事' });
  expect((await ticket()).record.parts).toEqual(['t-1', 't-2']);
  expect((await ticket('t-2')).record.call).toMatchObject({ splitFrom: 't', matter: 'road', content: '道路破损' });
});

test('idea 14: 异议不停止办理；挂起可按整日或按工作时间扣除', async () => {
  const beside = await town({ procedure: { dispute: { handling: 'continues' }, return: { handling: 'continues' } } });
  await beside.must('register', agent, '09:00', calm);
  await beside.must('dispatch', dispatcher, '09:03', { lead: 'riverside' });
  await beside.must('requestReturn', clerk, '09:05', returning);
  await beside.must('recordProgress', handler, '09:06', { text: '先行查看' });
  await beside.must('raiseDispute', dispatcher, '09:07', { reason: '两家' });
  await beside.must('contactCitizen', handler, '09:08', { method: 'phone', reached: true });
  expect((await beside.ticket()).clocks['handle']?.state).toBe('running');
  const due: (string | undefined)[] = [];
  for (const pauses of ['workingTime', 'wholeDays']) {
    const { must, ticket, handled } = await town({ procedure: { suspension: { pauses } } });
    await handled();
    await must('suspend', handler, '10:00', { ground: 'litigation', reason: '诉讼中' });
    await must('resume', handler, '11:00');
    due.push((await ticket()).clocks['handle']?.dueAt.toISOString());
  }
  expect(due).toEqual([utc('10:00', '2026-03-24'), utc('17:30', '2026-03-24')]);
});

test('idea 15: 回避；对单位、个人、知识条目的督办与追责', async () => {
  const { desk, must, not, handled } = await town({
    procedure: {
      return: {
        consequences: ['unit', 'person', 'knowledgeEntry'].map((subject) => ({
          on: 'rejectReturn',
          outcome: { type: 'account', params: { subject, ground: 'improperReturn' } },
          article: '样例办法第二十五条',
        })),
      },
    },
  });
  await must('register', agent, '09:00', calm, undefined, 'u');
  await must('dispatch', dispatcher, '09:03', { lead: 'riverside' }, undefined, 'u');
  await must('requestReturn', clerk, '09:05', returning, undefined, 'u');
  await must('rejectReturn', dispatcher, '09:06', { reason: '属职责' }, undefined, 'u');
  const accounts = (await desk.history('u')).filter(({ type }) => type === 'accountability.entered');
  expect(accounts.map(({ data }) => data)).toMatchObject([
    { subject: 'unit', unit: 'riverside', points: 0.5, article: '样例办法第二十五条' },
    { subject: 'person', points: 0.5 },
    { subject: 'knowledgeEntry', points: 0.5 },
  ]);
  await handled();
  const recusal = { ground: 'relative', reason: '亲属', person: handler.id, substitute: 'handler-7' };
  expect((await must('recuse', dispatcher, '09:20', recusal)).record.handler).toBe('handler-7');
  expect(await not('recordProgress', handler, '09:21', { text: '查看' })).toMatchObject({ code: 'notAuthorised' });
  await must('recordProgress', { ...handler, id: 'handler-7' }, '09:22', { text: '查看' });
});
