import { describe, expect, test } from 'vitest';
import { at, people } from '../sample-desk.js';
import { calm, others, town } from './town.js';

const { agent, dispatcher, clerk, callback } = people;
const { checker } = others;
const returning = { reason: '不属职责', evidence: '三定' };

describe('告知：只能填写该项义务所列的对象', () => {
  const owing = async () => {
    const told = await town();
    await told.must('register', agent, '09:00', calm);
    await told.must('refuse', agent, '09:01', { ground: 'litigation', reason: '已诉', legalPath: '向法院提出' });
    return told;
  };
  const duty = { duty: 'refuse.reasons', content: '已告知', more: { ground: '已诉', reason: '已诉' } };

  test('未列的对象，不予记录，并列明可填写的对象', async () => {
    const { not, ticket } = await owing();
    expect(await not('inform', agent, '09:02', { ...duty, to: ['citizen', 'mayor'] })).toMatchObject({
      code: 'recipientNotAllowed',
      text: { zh: '该告知义务的对象不含：mayor', en: 'this duty does not name: mayor' },
      remedy: { zh: '可填写：诉求人（citizen）', en: 'allowed as "to": citizen' },
    });
    expect((await ticket()).record.duties['refuse.reasons']).toMatchObject({ state: 'open', told: [] });
  });

  test('所列的对象，照记', async () => {
    const { must } = await owing();
    const { record } = await must('inform', agent, '09:02', { ...duty, to: ['citizen'] });
    expect(record.duties['refuse.reasons']).toMatchObject({ state: 'fulfilled', told: ['citizen'] });
  });
});

describe('争议：提出时填写的步骤，须是规程所列的下一步', () => {
  const returned = async (procedure = {}) => {
    const told = await town({ procedure });
    await told.must('register', agent, '09:00', calm);
    await told.must('dispatch', dispatcher, '09:01', { lead: 'riverside' });
    await told.must('requestReturn', clerk, '09:02', returning);
    return told;
  };

  test.each(['supervision-office', 'nowhere'])('%s 不是下一步', async (stage) => {
    const { not, must } = await returned();
    expect(await not('raiseDispute', dispatcher, '09:03', { reason: '两家', stage })).toMatchObject({
      code: 'stageNotAllowed',
      remedy: { en: 'next: hotline' },
    });
    await must('raiseDispute', dispatcher, '09:03', { reason: '两家', stage: 'hotline' });
  });

  test('规程未列步骤的，不得填写', async () => {
    const { not, must } = await returned({ dispute: null });
    expect(await not('raiseDispute', dispatcher, '09:03', { reason: '两家' })).toMatchObject({
      code: 'sectionMissing',
    });
    await must('rejectReturn', dispatcher, '09:03', { reason: '属职责' });
    const other = await returned({ dispute: { path: undefined } });
    const raised = { reason: '两家', stage: 'hotline' };
    expect(await other.not('raiseDispute', dispatcher, '09:03', raised)).toMatchObject({
      code: 'stageNotAllowed',
      remedy: { zh: '请勿填写 stage', en: 'leave out "stage"' },
    });
    await other.must('raiseDispute', dispatcher, '09:03', { reason: '两家' });
  });
});

describe('质检、回访：各属规程所列的一步，只能指出该步所列的问题', () => {
  const stages = [
    { id: 'first', by: ['qualityChecker'], flags: [{ id: 'noResult', title: { zh: '答复无结果' } }, 'late'] },
    { id: 'review', by: ['superviseOfficer'] },
  ];

  test('未列的问题，不予记录，并列明可指出的问题', async () => {
    const { must, not } = await town({ procedure: { quality: { stages } } });
    await must('register', agent, '09:00', calm);
    const check = { stage: 'first', score: 60 };
    expect(await not('checkQuality', checker, '09:01', { ...check, flags: ['late', 'rude'] })).toMatchObject({
      code: 'flagNotAllowed',
      text: { zh: '只能指出：答复无结果、late。', en: 'What may be found fault with as "flags": noResult, late.' },
    });
    await must('checkQuality', checker, '09:02', { ...check, flags: ['late', 'noResult'] });
  });

  test('该步未列问题，而他步列有的，不得指出；各步均未列的，不限', async () => {
    const first = await town({ procedure: { quality: { stages } } });
    await first.must('register', agent, '09:00', calm);
    const review = { stage: 'review', flags: ['late'] };
    expect(await first.not('checkQuality', people.supervisor, '09:01', review)).toMatchObject({
      code: 'flagNotAllowed',
    });
    const free = await town({ procedure: { quality: { stages: [{ id: 'only' }] } } });
    await free.must('register', agent, '09:00', calm);
    await free.must('checkQuality', checker, '09:01', { stage: 'only', flags: ['rude'] });
  });

  test('列有几步而未填写步骤的，不予记录：否则人人可越过该步的办理人、次数与须填内容', async () => {
    const { must, not, ticket } = await town({ procedure: { quality: { stages } } });
    await must('register', agent, '09:00', calm);
    expect(await not('checkQuality', checker, '09:01', { score: 60 })).toMatchObject({
      code: 'stageNotAllowed',
      text: { en: 'One of these is needed as "stage": first, review.' },
    });
    const of = (await ticket()).can(checker, { at: at('09:01') }).find(({ command }) => command === 'checkQuality');
    expect(of).toMatchObject({ ok: true, takes: { stage: ['first'] } });
  });

  test('只有一步的，未填写即属该步：其办理人、次数照样约束，日志照记', async () => {
    const only = [{ id: 'phone', by: ['callbackOfficer'], maximum: 1 }];
    const { replied, must, not, desk } = await town({ procedure: { callback: { stages: only } } });
    await replied();
    const call = { method: 'phone', reached: false };
    expect(await not('callBack', agent, '10:10', call)).toMatchObject({ code: 'notAuthorised' });
    await must('callBack', callback, '10:10', call);
    expect((await desk.history('t')).find(({ type }) => type === 'citizen.calledBack')?.data).toMatchObject({
      stage: 'phone',
    });
    expect(await not('callBack', callback, '10:11', call)).toMatchObject({ code: 'tooMany' });
  });

  test('规程未列步骤的，不得填写', async () => {
    const { replied, not, must } = await town({ procedure: { callback: { stages: undefined } } });
    await replied();
    const call = { method: 'phone', reached: true };
    expect(await not('callBack', callback, '10:10', { ...call, stage: 'first' })).toMatchObject({
      code: 'stageNotAllowed',
    });
    await must('callBack', callback, '10:10', call);
  });
});
