import { type Call, type DeskCommand, memoryStore, openDesk } from '@hotline-kit/core';
import { describe, expect, test } from 'vitest';
import { town } from '../life/town.js';
import { at, done, handledTicket, noiseAtNight, openSampleDesk, pack, people, refused } from '../sample-desk.js';

const { agent, dispatcher, clerk, handler, stranger, citizen, callback } = people;

describe('a refusal says what, why, and what would be legal', () => {
  test('a command that the state does not know', async () => {
    const desk = await openSampleDesk();
    const received = done(await desk.register(noiseAtNight, { id: 'call-1', by: agent, at: at('09:00') }));
    const result = await desk.execute({ type: 'close', data: {}, ticket: received.id, by: callback, at: at('09:01') });
    expect(refused(result)).toEqual({
      code: 'illegalInState',
      text: { zh: '工单已接收，不能办结', en: '"close" is not possible while Received ("received")' },
      remedy: {
        zh: '可先在线解答；此时可以：在线解答、不予受理、转紧急热线、紧急热线接收、派单、并案、撤回',
        en: 'for instance first answerOnline; possible now: answerOnline, refuse, transferEmergency, acknowledgeHandover, dispatch, merge, withdraw',
      },
    });
  });

  test('a command that nobody ever heard of, and one named like a property of every object', async () => {
    const desk = await openSampleDesk();
    done(await desk.register(noiseAtNight, { id: 'call-1', by: agent, at: at('09:00') }));
    for (const type of ['explode', '__proto__', 'constructor', 'toString']) {
      const command = { type, data: {}, ticket: 'call-1', by: agent, at: at('09:01') } as unknown as DeskCommand;
      expect(refused(await desk.execute(command)).code).toBe('illegalInState');
    }
  });

  test('somebody of another unit', async () => {
    const desk = await openSampleDesk();
    const handling = await handledTicket(desk);
    const result = await handling.do('recordProgress', { text: '看看' }, { by: stranger, at: at('09:20') });
    expect(refused(result)).toMatchObject({
      code: 'notAuthorised',
      text: { zh: '经办人无权对此工单记录进展' },
      remedy: { en: expect.stringContaining('handler') },
    });
  });

  test('a citizen who is not the applicant may not rate', async () => {
    const desk = await openSampleDesk();
    const handling = await handledTicket(desk);
    const reply = { result: '已停工', solved: 'yes' } as const;
    const pending = done(await handling.do('submitReply', reply, { by: handler, at: at('10:00') }));
    if (!pending.is('pendingApproval')) throw new Error('the sample procedure asks for approval');
    // Nobody contacted the citizen in time, so the ticket is supervised: the head of the unit approves.
    const replied = done(await pending.do('approveReply', {}, { by: people.head, at: at('10:01') }));
    const rating = { solved: 'yes', satisfaction: 5, contacted: true } as const;
    const other = { id: 'citizen-99', role: 'citizen' } as const;
    expect(refused(await replied.do('rate', rating, { by: other, at: at('10:02') })).code).toBe('notAuthorised');
    expect(done(await replied.do('rate', rating, { by: citizen, at: at('10:02') })).state).toBe('calledBack');
  });

  test('data that does not fit, every fault at once', async () => {
    const desk = await openSampleDesk();
    const call = { channel: 'phone', type: 'complain', content: '', place: {}, phone: '138' } as unknown as Call;
    const refusal = refused(await desk.register(call, { id: 'call-1', by: agent, at: at('09:00') }));
    expect(refusal.code).toBe('invalidData');
    expect(refusal.problems?.map(({ field }) => field)).toEqual(['type', 'content', '']);
    expect(refusal.problems?.[2]?.text.en).toContain('phone');
    expect(refusal.problems?.[1]?.text.zh).toBe('登记的数据“content”有误：数值过小：期望 string >=1 字符');
    expect(await desk.ticket('call-1')).toBeUndefined();
  });

  test('a reply without a result, and one that is not solved without saying why', async () => {
    const desk = await openSampleDesk();
    const handling = await handledTicket(desk);
    const given = { by: handler, at: at('10:00') };
    const empty = await handling.do('submitReply', { result: '  ', solved: 'yes' }, given);
    expect(refused(empty).problems?.map(({ field }) => field)).toEqual(['result']);
    const unsolved = await handling.do('submitReply', { result: '无法处理', solved: 'no' }, given);
    expect(refused(unsolved).problems?.map(({ field }) => field)).toEqual(['unsolvedReason']);
  });

  test('a matter, a channel, a unit, a clock that the pack does not know', async () => {
    const desk = await openSampleDesk();
    const given = { by: agent, at: at('09:00') };
    expect(refused(await desk.register({ ...noiseAtNight, matter: 'nosie' }, given)).code).toBe('unknownMatter');
    expect(refused(await desk.register({ ...noiseAtNight, channel: 'pigeon' }, given)).code).toBe('unknownChannel');
    const received = done(await desk.register(noiseAtNight, { ...given, id: 'call-1' }));
    const by = { by: dispatcher, at: at('09:01') };
    expect(refused(await received.do('dispatch', { lead: 'moon-office' }, by)).code).toBe('unknownUnit');
    const limits = { handel: { kind: 'fixed', at: at('17:00') } } as const;
    expect(refused(await received.do('dispatch', { limits }, by))).toMatchObject({
      code: 'unknownClock',
      remedy: { en: 'use one of dispatch, sign, contact, arrive, handle, callback' },
    });
  });

  test('a ticket that does not exist', async () => {
    const desk = await openSampleDesk();
    const command = { type: 'sign', data: {}, ticket: 'nothing', by: clerk, at: at('09:00') } as const;
    expect(refused(await desk.execute(command)).code).toBe('ticketUnknown');
  });

  test('a date that is over: nobody promises, suspends or puts off until yesterday', async () => {
    const { must, not, handled } = await town({ procedure: { extension: { limit: undefined } } });
    const { dueAt } = (await handled()).clocks['handle'] ?? {};
    const [past, now, ahead] = [at('09:19'), at('09:20'), at('09:21')];
    const reply = {
      result: '正在协调',
      solved: 'partly',
      unsolvedReason: '未完',
      kind: 'statutory',
      more: { law: '某法' },
    };
    const waiting = { ground: 'waiting-for-citizen', reason: '补材料' };
    const dated = [
      ['promise', { what: '修好' }, 'by'],
      ['submitReply', reply, 'until'],
      ['suspend', waiting, 'until'],
    ] as const;
    for (const [type, data, field] of dated) {
      for (const date of [past, now]) {
        const refusal = await not(type, handler, '09:20', { ...data, [field]: date });
        expect(refusal).toMatchObject({ code: 'dateOver', text: { en: `the date of "${field}", ${date}, is over` } });
      }
    }
    const shorter = { term: { kind: 'fixed', at: dueAt?.toISOString() }, reason: '协调' };
    expect(await not('requestExtension', handler, '09:20', shorter)).toMatchObject({ code: 'notLater' });
    await must('promise', handler, '09:20', { what: '修好', by: ahead });
  });

  test('what the procedure does not permit, with its article', async () => {
    const desk = await openSampleDesk();
    const handling = await handledTicket(desk);
    done(await handling.do('contactCitizen', { method: 'phone', reached: true }, { by: handler, at: at('09:20') }));
    const reply = { result: '已停工', solved: 'yes' } as const;
    const pending = done(await handling.do('submitReply', reply, { by: handler, at: at('09:55') }));
    if (!pending.is('pendingApproval')) throw new Error('the sample procedure asks for approval');
    const replied = done(await pending.do('approveReply', {}, { by: people.leader, at: at('10:01') }));
    const waived = await replied.do('waiveCallback', { ground: 'noTime' }, { by: callback, at: at('10:02') });
    expect(refused(waived)).toMatchObject({ code: 'groundNotAllowed', article: '样例办法第十六条' });
  });
});

describe('what only a programmer can mend is thrown, typed', () => {
  test('a time without offset', async () => {
    const desk = await openSampleDesk();
    const registering = desk.register(noiseAtNight, { by: agent, at: '2026-03-02T09:00:00' });
    await expect(registering).rejects.toMatchObject({ code: 'invalidInstant' });
    await expect(registering).rejects.toThrow('+08:00');
  });

  test.each([
    ['seconds for milliseconds', Date.parse(at('09:05')) / 1000],
    ['milliseconds for seconds', Date.parse(at('09:05')) * 1000],
    ['a year long ago', '1066-03-02T09:05:00+08:00'],
    ['a year that nobody lives to see', '9999-12-31T23:59:59+08:00'],
  ])('an instant of another age, as of %s: nothing is fired, nothing is written', async (_what, other) => {
    const desk = await openSampleDesk();
    const received = done(await desk.register(noiseAtNight, { id: 'call-1', by: agent, at: at('09:00') }));
    const asked = { by: { id: 'office', role: 'system' }, at: other } as const;
    const acts = [
      () => desk.register(noiseAtNight, { by: agent, at: other }),
      () => received.do('dispatch', {}, { by: dispatcher, at: other }),
      () => desk.runDue(other),
      () => desk.retime(asked),
      () => desk.import([], { ...asked, source: 'old' }),
      () => desk.caller('call-1', { by: dispatcher, at: other }),
    ];
    for (const act of acts) await expect(act()).rejects.toMatchObject({ code: 'instantOutOfRange' });
    expect((await desk.history('call-1')).length).toBe(received.version);
  });

  test('what is said to have been done before the ticket was there, but for clocks that are off by a day', async () => {
    const desk = await openSampleDesk();
    const received = done(await desk.register(noiseAtNight, { id: 'call-1', by: agent, at: at('09:00') }));
    const early = await received.do('dispatch', {}, { by: dispatcher, at: '2026-03-01T08:59:59+08:00' });
    expect(refused(early)).toMatchObject({ code: 'beforeRegistration', remedy: { zh: '请核对时刻和本机时钟' } });
    done(await received.do('dispatch', {}, { by: dispatcher, at: '2026-03-01T09:00:00+08:00' }));
  });

  test('an actor without id, or with a role that does not exist', async () => {
    const desk = await openSampleDesk();
    const given = { at: at('09:00') };
    const nobody = { ...given, by: { id: '', role: 'agent' } as const };
    await expect(desk.register(noiseAtNight, nobody)).rejects.toMatchObject({ code: 'invalidActor' });
    const wizard = { ...given, by: { id: 'a', role: 'wizard' } as unknown as typeof agent };
    await expect(desk.register(noiseAtNight, wizard)).rejects.toThrow('use one of agent, dispatcher');
  });

  test('nothing of the host’s user object but id, role and unit reaches the log', async () => {
    const desk = await openSampleDesk();
    const user = { ...agent, password: 'secret', phone: '13900000000' };
    done(await desk.register(noiseAtNight, { id: 'call-1', by: user, at: at('09:00') }));
    const log = JSON.stringify(await desk.history('call-1'));
    expect(log).not.toContain('secret');
    expect(log).not.toContain('13900000000');
  });
});

test('the caller’s identity is in no event, no snapshot and no fact, and can be erased', async () => {
  const desk = await openSampleDesk();
  const handling = await handledTicket(desk);
  const everything = JSON.stringify([await desk.history('call-1'), handling.record]);
  expect(everything).not.toContain('陈先生');
  expect(everything).not.toContain('13800000000');
  expect(await desk.caller('call-1')).toEqual({ name: '陈先生', phone: '13800000000' });
  expect(await desk.eraseCaller('call-1')).toBe(true);
  expect(await desk.caller('call-1')).toBeUndefined();
  expect(await desk.verify('call-1')).toMatchObject({ ok: true });
});

test('can() names every command with ok or the reason, and what it allows is not refused for state or role', async () => {
  const desk = await openDesk({ pack, store: memoryStore() });
  const handling = await handledTicket(desk);
  const allowed = handling.can(handler);
  expect(allowed.filter(({ ok }) => ok).map(({ command }) => command)).toEqual([
    'transferEmergency',
    'contactCitizen',
    'arriveOnSite',
    'recordProgress',
    'promise',
    'requestExtension',
    'suspend',
    'requestTermination',
    'submitReply',
    'callForDepartments',
    'recuse',
    'addEvidence',
  ]);
  const refusals = Object.fromEntries(allowed.flatMap((each) => (each.ok ? [] : [[each.command, each.refusal.code]])));
  expect(refusals).toMatchObject({ sign: 'illegalInState', urge: 'notAuthorised', fulfilPromise: 'noPromise' });
  expect(allowed).toHaveLength(70);
});
