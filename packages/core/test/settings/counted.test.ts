import type { Actor } from '@hotline-kit/core';
import { describe, expect, test } from 'vitest';
import { calm, others, town } from '../life/town.js';
import { at, people } from '../sample-desk.js';

const { agent, dispatcher, citizen, callback, supervisor } = people;
const neighbour: Actor = { id: 'citizen-43', role: 'citizen' };
const two = { ...calm, applicants: [{ id: 'citizen-42' }, { id: 'citizen-43' }] };
const day = { kind: 'naturalDays', amount: 1 };
const once = (per: string) => [{ maximum: 1, within: day, per, article: '样例办法第二十条' }];

describe('频次：按工单、诉求人、承办单位、操作人分别计算', () => {
  test.each([
    ['ticket', ['tooOften', 'tooOften', 'tooOften']],
    ['actor', ['tooOften', 'ok', 'ok']],
    ['applicant', ['tooOften', 'ok', 'tooOften']],
  ])('查询频次按 %s 计', async (per, expected) => {
    const { must, give } = await town({ procedure: { enquiry: { limits: once(per) } } });
    await must('register', agent, '09:00', two);
    await must('enquire', citizen, '09:05');
    const results = [
      await give('enquire', citizen, '09:06'),
      await give('enquire', neighbour, '09:07'),
      // The hotline asks for the first applicant, unless another one is named.
      await give('enquire', agent, '09:08'),
    ];
    expect(results.map((result) => (result.ok ? 'ok' : result.refusal.code))).toEqual(expected);
  });

  test('按诉求人计：话务员代问的计入其本人；诉求人不得以他人名义规避', async () => {
    const { must, not, ticket } = await town({ procedure: { enquiry: { limits: once('applicant') } } });
    await must('register', agent, '09:00', two);
    await must('enquire', agent, '09:05', { applicant: 'citizen-42' });
    expect(await not('enquire', citizen, '09:06')).toMatchObject({ code: 'tooOften', article: '样例办法第二十条' });
    expect(await not('enquire', citizen, '09:06', { applicant: 'citizen-43' })).toMatchObject({ code: 'tooOften' });
    const enquire = (by: Actor) => async () =>
      (await ticket()).can(by, { at: at('09:07') }).find(({ command }) => command === 'enquire')?.ok;
    expect([await enquire(citizen)(), await enquire(neighbour)(), await enquire(agent)()]).toEqual([false, true, true]);
    await must('enquire', agent, '09:08', { applicant: 'citizen-43' });
    expect(await enquire(agent)()).toBe(false);
    // The day is over, by the calendar.
    await must('enquire', citizen, '09:00', {}, '2026-03-04');
  });

  test('催办频次按承办单位计：转派后重新计算，规则自动的催办也计入', async () => {
    const { must, not } = await town({ procedure: { urging: { limits: once('unit') } } });
    await must('register', agent, '09:00', calm);
    await must('dispatch', dispatcher, '09:03', { lead: 'riverside' });
    await must('urge', agent, '09:05', { reason: '请抓紧' });
    expect(await not('urge', dispatcher, '09:06', { reason: '请抓紧' })).toMatchObject({ code: 'tooOften' });
    await must('requestReturn', people.clerk, '09:07', { reason: '不属职责', evidence: '三定' });
    await must('approveReturn', dispatcher, '09:08');
    await must('dispatch', dispatcher, '09:09', { lead: 'hillside' });
    await must('urge', dispatcher, '09:10', { reason: '请抓紧' });
    expect(await not('urge', agent, '09:11', { reason: '请抓紧' })).toMatchObject({ code: 'tooOften' });
  });

  test('未定期间的频次，计工单的一生', async () => {
    const { must, not } = await town({ procedure: { enquiry: { limits: [{ maximum: 1 }] } } });
    await must('register', agent, '09:00', calm);
    await must('enquire', citizen, '09:05');
    expect(await not('enquire', citizen, '09:00', {}, '2027-01-15')).toMatchObject({ code: 'tooOften' });
  });
});

describe('查询：依该工单答复，单独计数', () => {
  const told = async (changes: object, by: Actor = citizen, call: object = calm) => {
    const { give, must } = await town({ procedure: { enquiry: changes } });
    await must('register', agent, '09:00', call);
    await must('dispatch', dispatcher, '09:03', { lead: 'riverside' });
    const result = await give('enquire', by, '09:05', { question: '办到哪一步了' });
    if (!result.ok) throw new Error(result.refusal.text.en);
    return result.events.find(({ type }) => type === 'ticket.enquired')?.data;
  };

  test('规程列明的内容，逐项告知；尚无的不告知', async () => {
    expect(await told({ shows: ['number', 'state', 'holder', 'dueAt', 'reply', 'closedAt'] })).toMatchObject({
      told: {
        number: 'ST-20260302-0001',
        state: 'dispatched',
        holder: 'riverside',
        dueAt: new Date('2026-03-23T17:30:00+08:00').toISOString(),
      },
    });
    expect(await told({ shows: ['matter', 'registeredAt'] })).toMatchObject({
      told: { matter: 'noise', registeredAt: new Date(at('09:00')).toISOString() },
    });
  });

  test('答复在审批前不告知，批准后告知', async () => {
    const { must, handled, desk } = await town({ procedure: { enquiry: { shows: ['reply'] } } });
    await handled();
    await must('enquire', citizen, '09:20');
    await must('submitReply', people.handler, '10:00', { result: '已停工', solved: 'yes' });
    await must('enquire', citizen, '10:01');
    await must('approveReply', people.leader, '10:02');
    await must('enquire', citizen, '10:03');
    const log = await desk.history('t');
    expect(log.flatMap((event) => (event.type === 'ticket.enquired' ? [event.data.told] : []))).toEqual([
      {},
      {},
      { reply: '已停工' },
    ]);
  });

  test('规程未列明的，告知公开内容；保密工单只告知编号与状态', async () => {
    const { must, desk } = await town({ procedure: { enquiry: null } });
    await must('register', agent, '09:00', calm);
    await must('register', agent, '09:00', { ...calm, confidential: true }, undefined, 'u');
    await must('enquire', citizen, '09:05');
    await must('enquire', citizen, '09:05', {}, undefined, 'u');
    const open = (await desk.history('t')).find(({ type }) => type === 'ticket.enquired')?.data;
    const kept = (await desk.history('u')).find(({ type }) => type === 'ticket.enquired')?.data;
    expect(open).toMatchObject({ told: { number: 'ST-20260302-0001', state: 'received', matter: 'noise' } });
    expect((kept as { told: object }).told).toEqual({ number: 'ST-20260302-0002', state: 'received' });
  });

  test('计为查询的，不计重复诉求；规程另定的，计为重复', async () => {
    const { must } = await town();
    await must('register', agent, '09:00', calm);
    expect((await must('enquire', citizen, '09:05')).record.enquiries).toMatchObject({ asked: 1, repeats: 0 });
    const other = await town({ procedure: { enquiry: { countsAs: 'repeat' } } });
    await other.must('register', agent, '09:00', calm);
    expect((await other.must('enquire', citizen, '09:05')).record.enquiries).toMatchObject({ asked: 0, repeats: 1 });
  });
});

describe('不合理诉求：不重办、不评价、不再登记、不计考核', () => {
  const finding = { ground: 'settled', reason: '已终结', evidence: '决定书', more: { approvedBy: '主要负责人' } };
  const all = { all: [{ fact: 'round', operator: 'greaterThanInclusive', value: 1 }] };
  const plan = {
    metrics: [
      {
        ...{ id: 'rate', title: { zh: '解决率' }, denominator: all, basis: 'sample' },
        numerator: { all: [{ fact: 'solved', operator: 'equal', value: 'yes' }] },
        round: { digits: 1, mode: 'halfUp' },
      },
      { id: 'count', kind: 'count', title: { zh: '受理量' }, where: all, basis: 'sample' },
    ],
  };
  const assessed = async (effects: readonly string[]) => {
    const files = { 'assessment.json': JSON.stringify(plan) };
    const told = await town({ procedure: { unreasonable: { effects } }, files });
    await told.must('register', agent, '09:00', calm);
    await told.must('register', agent, '09:01', calm, undefined, 'u');
    const before = await told.desk.assess({ from: at('00:00'), to: at('00:00', '2026-03-03') });
    await told.must('markUnreasonable', supervisor, '09:02', finding);
    const after = await told.desk.assess({ from: at('00:00'), to: at('00:00', '2026-03-03') });
    return [before, after].map(({ metrics }) =>
      metrics.map(({ id, total }) => `${id} ${total.base} excluded ${total.excluded}`),
    );
  };

  test('不计考核的，各项指标均剔除并列明剔除数；单纯的计数不评价任何人，照计', async () => {
    expect(await assessed(['notAssessed'])).toEqual([
      ['rate 2 excluded 0', 'count 2 excluded 0'],
      ['rate 1 excluded 1', 'count 2 excluded 0'],
    ]);
    expect((await assessed(['noRedispatch']))[1]).toEqual(['rate 2 excluded 0', 'count 2 excluded 0']);
  });

  test.each(['rate', 'redispatch'])('认定后不得 %s', async (command) => {
    const effect = command === 'rate' ? 'noRating' : 'noRedispatch';
    const { must, not, replied } = await town({
      procedure: { unreasonable: { effects: [effect] }, redispatch: { mode: 'may' } },
    });
    await replied();
    const rating = { solved: 'no', satisfaction: 1, contacted: true };
    if (command === 'redispatch') await must('rate', citizen, '10:02', rating);
    await must('markUnreasonable', others.office, '10:03', finding);
    const data = command === 'rate' ? rating : { reason: '未解决' };
    const by = command === 'rate' ? citizen : callback;
    expect(await not(command, by, '10:04', data)).toMatchObject({ code: 'notAllowed', article: '样例办法第十九条' });
  });
});

test('分件：分几次也以规程所定的件数为限', async () => {
  const { must, not } = await town({ procedure: { splitting: { maximum: 3 } } });
  await must('register', agent, '09:00', calm);
  const parts = [{ content: '路灯' }, { content: '积水' }];
  await must('split', agent, '09:01', { parts, reason: '两件事' });
  expect(await not('split', agent, '09:02', { parts, reason: '又两件' })).toMatchObject({
    code: 'tooMany',
    text: { zh: '分件合计最多3件，已分2件' },
    article: '样例办法第十条',
  });
  await must('split', agent, '09:03', { parts: [{ content: '积水' }], reason: '又一件' });
});

test('裁定须逐级进行：不得越过前一级', async () => {
  const { must, not } = await town();
  await must('register', agent, '09:00', calm);
  await must('dispatch', dispatcher, '09:03', { lead: 'riverside' });
  await must('requestReturn', people.clerk, '09:05', { reason: '不属职责', evidence: '三定' });
  await must('raiseDispute', dispatcher, '09:06', { reason: '两家' });
  const last = { lead: 'hillside', reason: '属地', stage: 'supervision-office' };
  expect(await not('designate', dispatcher, '09:07', last)).toMatchObject({ code: 'notAuthorised' });
  const officer: Actor = { id: 'd', role: 'superviseOfficer' };
  expect(await not('designate', officer, '09:07', last)).toMatchObject({ code: 'notAuthorised' });
  await must('designate', dispatcher, '09:08', { ...last, stage: 'hotline' });
});
