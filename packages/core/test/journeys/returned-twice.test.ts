import { describe, expect, test } from 'vitest';
import { at, done, handledTicket, noiseAtNight, openSampleDesk, people, refused } from '../sample-desk.js';

const { agent, dispatcher, clerk, handler, leader, callback, citizen } = people;
const calm = { ...noiseAtNight, urgent: false };

async function signed() {
  const desk = await openSampleDesk();
  const received = done(await desk.register(calm, { id: 'call-1', by: agent, at: at('09:00') }));
  const dispatched = done(await received.do('dispatch', {}, { by: dispatcher, at: at('09:03') }));
  return { desk, ticket: done(await dispatched.do('sign', {}, { by: clerk, at: at('09:05') })) };
}

describe('退单', () => {
  const why = { reason: '不属本单位职责', evidence: '三定方案第三条' };

  test('approved, the ticket waits to be dispatched anew, in the same round, and the handling clock is gone', async () => {
    const { ticket } = await signed();
    const asked = done(await ticket.do('requestReturn', why, { by: handler, at: at('10:00') }));
    expect(asked.state).toBe('returnRequested');
    const returned = done(await asked.do('approveReturn', {}, { by: dispatcher, at: at('10:10') }));
    expect(returned.state).toBe('pendingDispatch');
    expect(returned.lead).toBeUndefined();
    expect(returned.clocks['handle']).toMatchObject({ state: 'cancelled', late: false });
    const again = done(await returned.do('dispatch', { lead: 'old-harbour' }, { by: dispatcher, at: at('10:15') }));
    expect(again.round).toBe(1);
    expect(again.record.counts.returns).toBe(1);
    expect(again.clocks['handle']).toMatchObject({ state: 'running', generation: 2 });
  });

  test('rejected, it goes back to where it came from, and the clocks never stood still', async () => {
    const { ticket } = await signed();
    const due = ticket.clocks['handle']?.dueAt;
    const asked = done(await ticket.do('requestReturn', why, { by: handler, at: at('10:00') }));
    const back = done(await asked.do('rejectReturn', { reason: '属你单位职责' }, { by: dispatcher, at: at('11:00') }));
    expect(back.state).toBe('signed');
    expect(back.clocks['handle']?.dueAt).toEqual(due);
  });

  test('what the procedure requires is named at once', async () => {
    const { ticket } = await signed();
    const bare = await ticket.do('requestReturn', { reason: '不是我们的' }, { by: handler, at: at('10:00') });
    expect(refused(bare)).toMatchObject({ code: 'missing', article: '样例办法第十五条' });
  });

  test('after its window it is refused, with the article', async () => {
    const { ticket } = await signed();
    const late = await ticket.do('requestReturn', why, { by: handler, at: at('17:30', '2026-03-04') });
    expect(refused(late)).toMatchObject({ code: 'windowClosed', article: '样例办法第十五条' });
    const inTime = await ticket.do('requestReturn', why, { by: handler, at: at('17:30', '2026-03-03') });
    expect(inTime.ok).toBe(true);
  });

  test('disputed, a third party designates the unit', async () => {
    const { ticket } = await signed();
    const asked = done(await ticket.do('requestReturn', why, { by: handler, at: at('10:00') }));
    const disputed = done(
      await asked.do('raiseDispute', { reason: '两单位均称无权' }, { by: leader, at: at('10:05') }),
    );
    const decision = { lead: 'old-harbour', reason: '按属地原则' };
    const settled = done(await disputed.do('designate', decision, { by: dispatcher, at: at('10:30') }));
    expect(settled).toMatchObject({ state: 'dispatched', lead: 'old-harbour' });
  });
});

describe('延期', () => {
  test('approved before it is due, the clock moves and its warnings with it', async () => {
    const desk = await openSampleDesk();
    const handling = await handledTicket(desk, calm);
    const nothingAsked = await handling.do('approveExtension', {}, { by: leader, at: at('09:59') });
    expect(refused(nothingAsked).code).toBe('noExtension');
    const asked = done(
      await handling.do(
        'requestExtension',
        { term: { kind: 'workingDays', amount: 2 }, reason: '需多部门协调' },
        { by: handler, at: at('10:00') },
      ),
    );
    const twice = await asked.do(
      'requestExtension',
      { term: { kind: 'workingDays', amount: 1 }, reason: '再延' },
      { by: handler, at: at('10:01') },
    );
    expect(refused(twice).code).toBe('extensionOpen');
    const extended = done(await asked.do('approveExtension', {}, { by: leader, at: at('10:05') }));
    // Fifteen working days of a complaint, and two more.
    expect(handling.clocks['handle']?.dueAt).toEqual(new Date(at('17:30', '2026-03-23')));
    expect(extended.clocks['handle']?.dueAt).toEqual(new Date(at('17:30', '2026-03-25')));
    expect(extended.record.counts.extensions).toBe(1);
  });

  test('longer than the procedure allows, or a second time, it is refused', async () => {
    const desk = await openSampleDesk();
    const handling = await handledTicket(desk, calm);
    const given = { by: handler, at: at('10:00') };
    const term = (amount: number) => ({ term: { kind: 'workingDays', amount } as const, reason: '需协调' });
    expect(refused(await handling.do('requestExtension', term(6), given)).code).toBe('overLimit');
    const asked = done(await handling.do('requestExtension', term(5), given));
    const extended = done(await asked.do('approveExtension', {}, { by: leader, at: at('10:05') }));
    expect(refused(await extended.do('requestExtension', term(1), given)).code).toBe('extensionsExhausted');
  });
});

describe('挂起', () => {
  test('while it is suspended the handling clock stands still, and no reply is given', async () => {
    const desk = await openSampleDesk();
    const handling = await handledTicket(desk, calm);
    const due = handling.clocks['handle']?.dueAt;
    const pause = { ground: 'waiting-for-citizen', reason: '待补充材料' };
    const paused = done(await handling.do('suspend', pause, { by: handler, at: at('10:00') }));
    expect(paused.clocks['handle']?.state).toBe('paused');
    const reply = { result: '已处理', solved: 'yes' } as const;
    expect(refused(await paused.do('submitReply', reply, { by: handler, at: at('10:30') })).code).toBe('suspended');
    // Two working days, lunch and night left out.
    const resumed = done(await paused.do('resume', {}, { by: handler, at: at('10:00', '2026-03-04') }));
    expect(due).toEqual(new Date(at('17:30', '2026-03-23')));
    expect(resumed.clocks['handle']).toMatchObject({ state: 'running', dueAt: new Date(at('17:30', '2026-03-25')) });
    expect((await desk.view('call-1', handler, { at: at('10:00', '2026-03-04') })).clocks).toContainEqual(
      expect.objectContaining({ id: 'handle', pausedTotal: 14 * 3_600_000 }),
    );
  });

  test('a ground that the procedure does not know is refused', async () => {
    const desk = await openSampleDesk();
    const handling = await handledTicket(desk, calm);
    const pause = { ground: 'too-busy', reason: '人手不足' };
    const result = await handling.do('suspend', pause, { by: handler, at: at('10:00') });
    expect(refused(result)).toMatchObject({ code: 'groundNotAllowed', article: '样例办法第十八条' });
  });
});

describe('ends beside the flow', () => {
  test('a consultation is answered online and closed; a complaint is not', async () => {
    const desk = await openSampleDesk();
    const consult = {
      channel: 'phone',
      type: 'consult',
      matter: 'consult',
      content: '社保卡如何补办',
      place: {},
    } as const;
    const received = done(await desk.register(consult, { id: 'call-1', by: agent, at: at('09:00') }));
    const answered = done(
      await received.do('answerOnline', { answer: '携身份证到窗口' }, { by: agent, at: at('09:02') }),
    );
    expect(answered.clocks['dispatch']?.state).toBe('cancelled');
    expect(done(await answered.do('close', {}, { by: callback, at: at('09:03') })).state).toBe('closed');

    const complaint = done(await desk.register(calm, { id: 'call-2', by: agent, at: at('09:00') }));
    const wrong = await complaint.do('answerOnline', { answer: '知道了' }, { by: agent, at: at('09:02') });
    expect(refused(wrong).code).toBe('notAnswerable');
  });

  test('refused with ground and reason, or withdrawn by the citizen: nobody handles it any more', async () => {
    const desk = await openSampleDesk();
    const one = done(await desk.register(calm, { id: 'call-1', by: agent, at: at('09:00') }));
    const no = { ground: 'litigation', reason: '法院已受理', legalPath: '请向法院提出' };
    const refusedTicket = done(await one.do('refuse', no, { by: agent, at: at('09:01') }));
    // The sample procedure obliges to tell the citizen, and knows a remedy.
    const left = refusedTicket.can(dispatcher).flatMap(({ ok, command }) => (ok ? [command] : []));
    expect(left).toEqual(['inform', 'seekRemedy']);
    const two = done(await desk.register(calm, { id: 'call-2', by: agent, at: at('09:00') }));
    const gone = done(await two.do('withdraw', { reason: '已自行解决' }, { by: citizen, at: at('09:05') }));
    expect(gone.state).toBe('withdrawn');
    // Nothing is due any more but to tell the citizen that it was refused.
    await desk.runDue(at('09:00', '2026-04-01'));
    const breached = (await desk.history('call-1')).flatMap(({ type, data }) =>
      type === 'clock.breached' ? [data] : [],
    );
    expect(breached).toMatchObject([{ clock: expect.stringMatching(/^inform-refuse/) }]);
    expect((await desk.history('call-2')).map(({ type }) => type)).not.toContain('clock.breached');
  });

  test('closed, it may be reopened within 30 days, once, and begins a new round', async () => {
    const desk = await openSampleDesk();
    const handling = await handledTicket(desk, calm);
    const reply = { result: '已修', solved: 'yes' } as const;
    const pending = done(await handling.do('submitReply', reply, { by: handler, at: at('10:00') }));
    if (!pending.is('pendingApproval')) throw new Error('the sample procedure asks for approval');
    const replied = done(await pending.do('approveReply', {}, { by: leader, at: at('10:05') }));
    const rating = { solved: 'yes', satisfaction: 4, contacted: true } as const;
    const rated = done(await replied.do('rate', rating, { by: citizen, at: at('11:00') }));
    const result = '已会同查看';
    const assisted = done(await rated.do('finishAssist', { result }, { by: people.assistant, at: at('11:02') }));
    const closed = done(await assisted.do('close', {}, { by: callback, at: at('11:05') }));
    const late = await closed.do('reopen', { reason: '又坏了' }, { by: agent, at: at('09:00', '2026-04-05') });
    expect(refused(late).code).toBe('windowClosed');
    const open = done(await closed.do('reopen', { reason: '又坏了' }, { by: agent, at: at('09:00', '2026-03-20') }));
    expect(open).toMatchObject({ state: 'received', round: 2 });
    expect(open.clocks['dispatch']).toMatchObject({ state: 'running', generation: 2 });
    expect(await desk.verify('call-1')).toMatchObject({ ok: true });
  });
});
