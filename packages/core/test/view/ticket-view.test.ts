import { expect, test } from 'vitest';
import { at, done, handledTicket, noiseAtNight, openSampleDesk, people } from '../sample-desk.js';

const { agent, handler, citizen, stranger, assistant, head, supervisor } = people;

test('the lead sees what it is, where it stands, what runs, what it can do, and what happened', async () => {
  const desk = await openSampleDesk();
  await handledTicket(desk);
  const view = await desk.view('call-1', handler, { at: at('09:20') });

  expect(view).toMatchObject({
    number: 'ST-20260302-0001',
    state: 'handling',
    stateText: { zh: '办理中' },
    matter: { code: 'noise', name: { zh: '噪声扰民' } },
    place: { district: 'east', address: '沿河路12号' },
    holder: { unit: 'riverside', name: { zh: '河畔镇' } },
    assists: [{ unit: 'urban-management', name: { zh: '样例市城市管理局' } }],
    urgent: true,
    round: 1,
    supervision: 0,
  });
  expect(view.steps.map(({ text, status }) => `${text.zh} ${status}`)).toEqual([
    '已受理 done',
    '已派单 done',
    '已签收 done',
    '正在办理 current',
    '答复 todo',
    '回访 todo',
    '办结 todo',
  ]);
  expect(view.steps[2]?.at).toBe(new Date(at('09:05')).toISOString());
  expect(view.actions.find(({ command }) => command === 'arriveOnSite')).toMatchObject({
    ok: true,
    text: { zh: '到达现场' },
  });
  expect(view.timeline[0]).toMatchObject({ type: 'ticket.accepted', unit: { zh: '河畔镇' } });
});

test('the clock that ends next comes first; elapsed clocks count every second', async () => {
  const desk = await openSampleDesk();
  await handledTicket(desk);
  const view = await desk.view('call-1', handler, { at: at('09:20') });
  expect(view.clocks.map(({ id, state }) => `${id} ${state}`)).toEqual([
    'contact running',
    'arrive running',
    'assist@urban-management running',
    'handle running',
    'sign met',
    'dispatch met',
  ]);
  expect(view.clocks[0]).toMatchObject({
    title: { zh: '联系群众' },
    counts: 'elapsed',
    remaining: 15 * 60_000,
    elapsed: 15 * 60_000,
    overdueBy: 0,
    dueAt: new Date(at('09:35')).toISOString(),
  });
});

test('a clock of working days says how many are left, and its open periods add up to the remaining time', async () => {
  const desk = await openSampleDesk();
  await handledTicket(desk);
  const view = await desk.view('call-1', handler, { at: at('09:20') });
  const handle = view.clocks.find(({ id }) => id === 'handle');
  expect(handle).toMatchObject({ counts: 'working', remainingWorkingDays: 15 });
  const due = Date.parse(handle?.dueAt ?? '');
  const untilDue = (handle?.open ?? []).map(([from, to]) =>
    Math.max(0, Math.min(Date.parse(to), due) - Date.parse(from)),
  );
  expect(untilDue.reduce((sum, each) => sum + each, 0)).toBe(handle?.remaining);
  // A screen that stays open past the due instant counts on: the periods reach over it.
  expect(Date.parse(handle?.open.at(-1)?.[1] ?? '')).toBeGreaterThan(due);
});

test('past due the clock says by how much, though nobody has fired it yet', async () => {
  const desk = await openSampleDesk();
  await handledTicket(desk);
  const view = await desk.view('call-1', handler, { at: at('09:50') });
  expect(view.clocks.find(({ id }) => id === 'contact')).toMatchObject({
    state: 'breached',
    late: true,
    remaining: 0,
    overdueBy: 15 * 60_000,
  });
});

test('the citizen reads words of daily life, and nothing of what units write to each other', async () => {
  const desk = await openSampleDesk();
  const handling = await handledTicket(desk);
  done(await handling.do('recordProgress', { text: '内部:业主推诿' }, { by: handler, at: at('09:30') }));
  await desk.runDue(at('10:00'));
  const view = await desk.view('call-1', citizen, { at: at('10:00') });
  expect(view.timeline.map(({ type }) => type)).toEqual([
    'ticket.accepted',
    'ticket.signed',
    'ticket.dispatched',
    'ticket.registered',
  ]);
  expect(JSON.stringify(view)).not.toContain('内部');
  // A supervision is the administration's own matter.
  expect(view.supervision).toBe(0);
  expect((await desk.view('call-1', supervisor, { at: at('10:00') })).supervision).toBe(1);
});

test('a stranger, another citizen, another unit: where it stands, and no more', async () => {
  const desk = await openSampleDesk();
  await handledTicket(desk);
  for (const viewer of ['public', stranger, { id: 'citizen-99', role: 'citizen' }] as const) {
    const view = await desk.view('call-1', viewer, { at: at('09:20') });
    expect(view.clocks).toEqual([]);
    expect(view.actions).toEqual([]);
    expect(view.timeline).toEqual([]);
    expect(view.place).toEqual({ district: 'east', street: '河畔镇' });
  }
});

test('an assisting unit sees the ticket, and may not reply to it', async () => {
  const desk = await openSampleDesk();
  await handledTicket(desk);
  const view = await desk.view('call-1', assistant, { at: at('09:20') });
  expect(view.clocks.length).toBeGreaterThan(0);
  const reply = view.actions.find(({ command }) => command === 'submitReply');
  expect(reply).toMatchObject({ ok: false, refusal: { code: 'notAuthorised' } });
});

test('of a protected ticket the public learns neither matter nor place nor holder', async () => {
  const desk = await openSampleDesk();
  await handledTicket(desk, { ...noiseAtNight, confidential: true });
  const view = await desk.view('call-1', 'public', { at: at('09:20') });
  expect(view.matter).toBeUndefined();
  expect(view.holder).toBeUndefined();
  expect(view.place).toEqual({});
  expect(view.assists).toEqual([]);
});

test('no view ever holds the caller’s name or number', async () => {
  const desk = await openSampleDesk();
  await handledTicket(desk);
  for (const viewer of ['public', ...Object.values(people)] as const) {
    const text = JSON.stringify(await desk.view('call-1', viewer, { at: at('09:20') }));
    expect(text).not.toContain('陈先生');
    expect(text).not.toContain('13800000000');
  }
});

test('a second round shows its own steps', async () => {
  const desk = await openSampleDesk();
  const handling = await handledTicket(desk);
  const reply = { result: '已劝导', solved: 'yes' } as const;
  const pending = done(await handling.do('submitReply', reply, { by: handler, at: at('09:30') }));
  if (!pending.is('pendingApproval')) throw new Error('the sample procedure asks for approval');
  expect((await desk.view('call-1', citizen, { at: at('09:31') })).steps[3]).toMatchObject({ status: 'current' });
  // A draft is the administration's own until it is approved.
  expect((await desk.view('call-1', citizen, { at: at('09:31') })).reply).toBeUndefined();
  expect((await desk.view('call-1', handler, { at: at('09:31') })).reply).toEqual(reply);
  const approver = { by: people.leader, at: at('09:32') };
  const replied = done(await pending.do('approveReply', {}, approver));
  expect((await desk.view('call-1', citizen, { at: at('09:32') })).reply).toEqual({
    ...reply,
    approvedAt: new Date(at('09:32')).toISOString(),
  });
  const rating = { solved: 'no', satisfaction: 1, contacted: false } as const;
  const rated = done(await replied.do('rate', rating, { by: citizen, at: at('09:33') }));
  done(await rated.do('redispatch', { reason: '未解决' }, { by: agent, at: at('09:34') }));
  const view = await desk.view('call-1', head, { at: at('09:40') });
  expect(view.round).toBe(2);
  expect(view.steps.map(({ status }) => status).join(' ')).toBe('done current todo todo todo todo todo');
  expect(view.steps[1]?.at).toBe(new Date(at('09:34')).toISOString());
});

test('a view of a ticket that does not exist is the error ticketUnknown', async () => {
  const desk = await openSampleDesk();
  await expect(desk.view('nothing', agent, { at: at('09:00') })).rejects.toMatchObject({ code: 'ticketUnknown' });
});
