import { expect, test } from 'vitest';
import { at, done, handledTicket, noiseAtNight, openSampleDesk, people, refused } from '../sample-desk.js';

const { agent, dispatcher, clerk, handler, leader, callback, citizen } = people;

test('from the call to the rating: 登记 → 派单 → 签收 → 受理 → 联系 → 到场 → 答复 → 审批 → 回访 → 评价 → 办结', async () => {
  const desk = await openSampleDesk();

  const received = done(await desk.register(noiseAtNight, { id: 'call-1', by: agent, at: at('09:00') }));
  expect(received.number).toBe('ST-20260302-0001');
  expect(received.clocks['dispatch']?.dueAt).toEqual(new Date(at('09:30')));

  const dispatched = done(await received.do('dispatch', {}, { by: dispatcher, at: at('09:03') }));
  // The implementation list: noise in the east goes to Riverside, urban management assists.
  expect(dispatched.lead).toBe('riverside');
  expect(dispatched.assists).toEqual(['urban-management']);
  expect(dispatched.record.reason).toMatchObject({ via: 'list', line: 2, article: '样例办法第八条' });
  expect(dispatched.clocks['dispatch']?.state).toBe('met');

  const signed = done(await dispatched.do('sign', {}, { by: clerk, at: at('09:05') }));
  expect(signed.clocks['contact']?.dueAt).toEqual(new Date(at('09:35')));
  expect(signed.clocks['arrive']?.dueAt).toEqual(new Date(at('10:05')));

  const handling = done(await signed.do('accept', {}, { by: handler, at: at('09:10') }));
  expect(handling.record.handler).toBe('handler-4');

  const contacted = done(
    await handling.do('contactCitizen', { method: 'phone', reached: true }, { by: handler, at: at('09:20') }),
  );
  expect(contacted.clocks['contact']).toMatchObject({ state: 'met', late: false });

  const arrived = done(await contacted.do('arriveOnSite', { place: '沿河路12号' }, { by: handler, at: at('10:00') }));
  expect(arrived.clocks['arrive']).toMatchObject({ state: 'met', late: false });

  const reply = { result: '已责令停工', solved: 'yes' } as const;
  const pending = done(await arrived.do('submitReply', reply, { by: handler, at: at('14:00') }));
  expect(pending.state).toBe('pendingApproval');
  if (!pending.is('pendingApproval')) return;

  const replied = done(await pending.do('approveReply', {}, { by: leader, at: at('14:30') }));
  expect(replied.clocks['handle']).toMatchObject({ state: 'met', late: false });
  expect(replied.clocks['callback']?.dueAt).toEqual(new Date(at('17:30', '2026-03-05')));

  const called = done(
    await replied.do('callBack', { method: 'phone', reached: true }, { by: callback, at: at('15:00') }),
  );
  const rating = { solved: 'yes', satisfaction: 5, contacted: true } as const;
  const rated = done(await called.do('rate', rating, { by: citizen, at: at('15:05') }));
  // 主办、协办均办结: urban management has yet to say what it did.
  expect(refused(await rated.do('close', {}, { by: callback, at: at('15:06') })).code).toBe('assistsOpen');
  const result = '已会同查处';
  const assisted = done(await rated.do('finishAssist', { result }, { by: people.assistant, at: at('15:06') }));
  const closed = done(await assisted.do('close', {}, { by: callback, at: at('15:07') }));

  expect(closed.state).toBe('closed');
  expect(Object.values(closed.clocks).filter(({ stoppedAt }) => stoppedAt === undefined)).toEqual([]);
  expect(await desk.verify(closed.id)).toMatchObject({ ok: true });
});

test('an unhappy callback sends it round again, and the citizen is asked again', async () => {
  const desk = await openSampleDesk();
  const given = (by: (typeof people)[keyof typeof people], time: string) => ({ by, at: at(time) });
  const id = 'call-1';
  const steps = [
    { type: 'register', data: noiseAtNight, id, ...given(agent, '09:00') },
    { type: 'dispatch', data: {}, ticket: id, ...given(dispatcher, '09:01') },
    { type: 'sign', data: {}, ticket: id, ...given(clerk, '09:02') },
    { type: 'accept', data: {}, ticket: id, ...given(handler, '09:03') },
    { type: 'contactCitizen', data: { method: 'phone', reached: true }, ticket: id, ...given(handler, '09:10') },
    { type: 'arriveOnSite', data: {}, ticket: id, ...given(handler, '09:30') },
    { type: 'submitReply', data: { result: '已劝导', solved: 'yes' }, ticket: id, ...given(handler, '10:00') },
    { type: 'approveReply', data: {}, ticket: id, ...given(leader, '10:10') },
    { type: 'rate', data: { solved: 'no', satisfaction: 1, contacted: true }, ticket: id, ...given(citizen, '11:00') },
    { type: 'redispatch', data: { reason: '仍在施工' }, ticket: id, ...given(callback, '11:05') },
  ] as const;
  const results = await desk.batch(steps);
  const again = done(results.at(-1) as (typeof results)[number]);

  expect(again.state).toBe('dispatched');
  expect(again.round).toBe(2);
  expect(again.lead).toBe('riverside');
  // Nobody named the unit: the list's line still is the reason, and the log must not say that a person was.
  expect(again.record.reason).toMatchObject({ via: 'list', line: 2, article: '样例办法第八条' });
  expect(again.record.rating).toBeNull();
  expect(again.clocks['handle']).toMatchObject({ state: 'running', generation: 2 });
  expect(again.clocks['handle']?.startedAt).toEqual(new Date(at('11:05')));
});

test('nobody acts: the clocks warn, breach, urge and bring a supervision, each once', async () => {
  const desk = await openSampleDesk();
  const received = done(await desk.register(noiseAtNight, { id: 'call-1', by: agent, at: at('09:00') }));
  const dispatched = done(await received.do('dispatch', {}, { by: dispatcher, at: at('09:03') }));
  done(await dispatched.do('sign', {}, { by: clerk, at: at('09:05') }));

  // Exactly at the due instant one is still on time: only the warning at half of the 30 minutes is fired.
  expect(await desk.runDue(at('09:35'))).toMatchObject({ fired: 1, failed: [] });
  const late = await desk.runDue('2026-03-02T09:35:00.001+08:00');
  expect(late.fired).toBe(1);
  expect(late.nextDueAt).toEqual(new Date(at('09:50')));
  expect(await desk.runDue(at('09:40'))).toMatchObject({ fired: 0 });

  const ticket = await desk.ticket('call-1');
  expect(ticket?.clocks['contact']?.state).toBe('breached');
  expect(ticket?.supervision).toBe(1);
  const history = await desk.history('call-1');
  expect(history.slice(-6).map(({ type }) => type)).toEqual([
    'clock.warned',
    'clock.breached',
    'ticket.urged',
    'clock.started',
    'supervision.started',
    'clock.started',
  ]);
  expect(history.at(-2)).toMatchObject({
    actor: { role: 'system' },
    data: { level: 1, rule: 'urgent-contact-supervise', article: '样例办法第二十一条' },
  });
});

test('a supervised ticket cannot close without its supervision reply', async () => {
  const desk = await openSampleDesk();
  const id = 'call-1';
  const given = (by: (typeof people)[keyof typeof people], time: string) => ({ ticket: id, by, at: at(time) });
  await desk.batch([
    { type: 'register', data: noiseAtNight, id, by: agent, at: at('09:00') },
    { type: 'dispatch', data: {}, ...given(dispatcher, '09:01') },
    { type: 'sign', data: {}, ...given(clerk, '09:02') },
    { type: 'accept', data: {}, ...given(handler, '09:03') },
    { type: 'supervise', data: { level: 2, reason: '反复投诉' }, ...given(people.supervisor, '09:04') },
    { type: 'contactCitizen', data: { method: 'phone', reached: true }, ...given(handler, '09:10') },
    { type: 'arriveOnSite', data: {}, ...given(handler, '09:30') },
    { type: 'submitReply', data: { result: '已停工', solved: 'yes' }, ...given(handler, '10:00') },
  ]);

  // A supervised reply is approved by the head of the unit, not by the leader.
  const byLeader = await desk.execute({ type: 'approveReply', data: {}, ...given(leader, '10:05') });
  expect(byLeader).toMatchObject({ ok: false, refusal: { code: 'notAuthorised' } });
  const results = await desk.batch([
    { type: 'approveReply', data: {}, ...given(people.head, '10:06') },
    { type: 'rate', data: { solved: 'yes', satisfaction: 4, contacted: true }, ...given(citizen, '11:00') },
    { type: 'finishAssist', data: { result: '已会同查处' }, ...given(people.assistant, '11:00') },
    { type: 'close', data: {}, ...given(callback, '11:01') },
    { type: 'reportSupervision', data: { report: '已落实' }, ...given(handler, '11:02') },
    { type: 'close', data: {}, ...given(callback, '11:03') },
  ]);
  expect(results.map((result) => (result.ok ? 'done' : result.refusal.code))).toEqual([
    'done',
    'done',
    'done',
    'supervisionUnanswered',
    'done',
    'done',
  ]);
});

test('a promise to the citizen runs its own clock by the date that the unit named', async () => {
  const desk = await openSampleDesk();
  const handling = await handledTicket(desk);
  const promised = done(
    await handling.do(
      'promise',
      { what: '周三前加装隔音', by: at('17:30', '2026-03-04') },
      { by: handler, at: at('11:00') },
    ),
  );
  expect(promised.record.promise).toEqual({
    slot: 1,
    what: '周三前加装隔音',
    madeAt: new Date(at('11:00')).toISOString(),
    fulfilledAt: null,
  });
  const kept = done(await promised.do('fulfilPromise', {}, { by: handler, at: at('16:00') }));
  expect(kept.record.promise?.fulfilledAt).toBe(new Date(at('16:00')).toISOString());
});

test('the end of a ticket does not undo that a clock had run out', async () => {
  const desk = await openSampleDesk();
  const id = 'call-1';
  const given = (by: (typeof people)[keyof typeof people], time: string) => ({ ticket: id, by, at: at(time) });
  const results = await desk.batch([
    { type: 'register', data: { ...noiseAtNight, confidential: true }, id, by: agent, at: at('09:00') },
    { type: 'dispatch', data: {}, ...given(dispatcher, '09:01') },
    { type: 'sign', data: {}, ...given(clerk, '09:02') },
    { type: 'accept', data: {}, ...given(handler, '09:03') },
    { type: 'submitReply', data: { result: '已停工', solved: 'yes' }, ...given(handler, '10:30') },
    { type: 'approveReply', data: {}, ...given(people.head, '10:31') },
    { type: 'reportSupervision', data: { report: '已落实' }, ...given(handler, '10:32') },
    { type: 'concludeSupervision', data: { conclusion: '同意' }, ...given(people.supervisor, '10:33') },
    { type: 'waiveCallback', data: { ground: 'protectedReporter' }, ...given(callback, '10:34') },
  ]);
  const closed = done(results.at(-1) as (typeof results)[number]);
  expect(closed.state).toBe('closed');
  expect(closed.clocks['contact']).toMatchObject({ state: 'cancelled', late: true });
  expect(closed.clocks['callback']).toMatchObject({ state: 'met', late: false });
  // A concluded supervision is over: it counts no more.
  expect(closed.supervision).toBe(0);
});
