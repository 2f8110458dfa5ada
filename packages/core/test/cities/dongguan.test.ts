import { type Actor, type Call, memoryStore, openDesk } from '@hotline-kit/core';
import { cityFolder, loadCityPack } from '@hotline-kit/rules/node';
import { describe, expect, test } from 'vitest';
import { done, refused } from '../sample-desk.js';

const pack = await loadCityPack(cityFolder('dongguan'));

const people = {
  agent: { id: 'agent-1', role: 'agent', unit: 'hotline-centre' },
  dispatcher: { id: 'dispatcher-1', role: 'dispatcher', unit: 'hotline-centre' },
  callback: { id: 'callback-1', role: 'callbackOfficer', unit: 'hotline-centre' },
  clerk: { id: 'clerk-1', role: 'unitClerk', unit: 'dongkeng-urban-management' },
  officer: { id: 'officer-1', role: 'handler', unit: 'dongkeng-urban-management' },
  head: { id: 'head-1', role: 'unitHead', unit: 'dongkeng-urban-management' },
  citizen: { id: 'citizen-1', role: 'citizen' },
} as const satisfies Record<string, Actor>;
const { agent, dispatcher, callback, clerk, officer, head, citizen } = people;

const noisySite: Call = {
  channel: 'phone',
  type: 'complaint',
  matter: 'noise-construction-night',
  content: '沿河路工地深夜施工,家中老人无法休息',
  place: { district: 'dongkeng', street: '东坑镇', address: '沿河路12号工地' },
  urgent: true,
  caller: { name: '陈女士', phone: '13800000000' },
  applicant: 'citizen-1',
};

/** Monday 2023-07-10, a working day. */
const at = (time: string, day = '2023-07-10'): string => `${day}T${time}:00+08:00`;

async function openDongguan() {
  let ids = 0;
  const newId = () => {
    ids += 1;
    return `id-${ids}`;
  };
  return openDesk({ pack, store: memoryStore(), newId, now: () => new Date(at('00:00')) });
}

/** The noisy site as the law officers of the town signed it: a call of 22:05, signed at 22:07. */
async function signedTicket(call = noisySite, day = '2023-07-10') {
  const desk = await openDongguan();
  const received = done(await desk.register(call, { id: 'call-1', by: agent, at: at('22:05', day) }));
  const dispatched = done(await received.do('dispatch', {}, { by: dispatcher, at: at('22:06', day) }));
  const signed = done(await dispatched.do('sign', {}, { by: clerk, at: at('22:07', day) }));
  return { desk, received, dispatched, signed };
}

test('DG6 不到30分钟…停工,并责令: the noisy site is stopped 28 minutes after the call', async () => {
  const { desk, received, dispatched, signed } = await signedTicket();
  expect(received.number).toBe('DG-20230710-0001');
  expect(received.clocks['dispatch']?.dueAt).toEqual(new Date(at('22:15')));
  expect(dispatched.lead).toBe('dongkeng-urban-management');
  expect(dispatched.assists).toEqual(['dongkeng-ecology', 'urban-management']);
  expect(dispatched.record.reason).toMatchObject({ via: 'list', article: '样例规程第八条第二项' });
  expect(dispatched.clocks['sign']?.dueAt).toEqual(new Date(at('22:11')));
  expect(signed.clocks['contact']?.dueAt).toEqual(new Date(at('22:37')));
  expect(signed.clocks['arrive']?.dueAt).toEqual(new Date(at('23:07')));

  const handling = done(await signed.do('accept', {}, { by: officer, at: at('22:08') }));
  const contact = { method: 'phone', reached: true } as const;
  const contacted = done(await handling.do('contactCitizen', contact, { by: officer, at: at('22:12') }));
  const arrived = done(
    await contacted.do('arriveOnSite', { place: '沿河路12号工地' }, { by: officer, at: at('22:28') }),
  );
  const stopped = done(
    await arrived.do('recordProgress', { text: '工地已停工,并责令整改' }, { by: officer, at: at('22:33') }),
  );
  const reply = { result: '工地已停工,并责令按规定时间施工', solved: 'yes' } as const;
  const pending = done(await stopped.do('submitReply', reply, { by: officer, at: at('22:40') }));
  if (!pending.is('pendingApproval')) expect.fail(pending.state);
  const replied = done(await pending.do('approveReply', {}, { by: head, at: at('22:50') }));
  const rating = { solved: 'yes', satisfaction: 5, contacted: true } as const;
  const rated = done(await replied.do('rate', rating, { by: citizen, at: at('09:10', '2023-07-11') }));
  const closed = done(await rated.do('close', {}, { by: callback, at: at('09:12', '2023-07-11') }));

  const ended = Object.entries(closed.clocks).map(([id, { state, late }]) => [id, state, late]);
  expect(ended).toEqual(
    ['dispatch', 'sign', 'handle', 'contact', 'arrive', 'approval', 'callback'].map((id) => [id, 'met', false]),
  );
  expect(closed.supervision).toBe(0);
  expect(await desk.verify(closed.id)).toMatchObject({ ok: true });
});

describe('DG1 承诺事项2个工作日办结', () => {
  const what = '周三下班前安装隔音围挡';

  /** The ticket with a promise of Monday night, answered and rated on Tuesday: only the promise is still open. */
  async function promisedTicket() {
    const { desk, signed } = await signedTicket();
    const handling = done(await signed.do('accept', {}, { by: officer, at: at('22:08') }));
    const promised = done(await handling.do('promise', { what }, { by: officer, at: at('22:30') }));
    const contact = { method: 'phone', reached: true } as const;
    const contacted = done(await promised.do('contactCitizen', contact, { by: officer, at: at('22:31') }));
    const arrived = done(await contacted.do('arriveOnSite', {}, { by: officer, at: at('22:40') }));
    const reply = { result: '已停工,承诺安装隔音围挡', solved: 'partly', unsolvedReason: '围挡待装' } as const;
    const pending = done(await arrived.do('submitReply', reply, { by: officer, at: at('09:00', '2023-07-11') }));
    if (!pending.is('pendingApproval')) expect.fail(pending.state);
    const replied = done(await pending.do('approveReply', {}, { by: head, at: at('09:10', '2023-07-11') }));
    const rating = { solved: 'partly', satisfaction: 4, contacted: true } as const;
    const rated = done(await replied.do('rate', rating, { by: citizen, at: at('10:00', '2023-07-11') }));
    return { desk, promised, rated };
  }

  test('a promise of Monday night is due on Wednesday at closing time, and kept on Wednesday', async () => {
    const { promised, rated } = await promisedTicket();
    expect(promised.clocks['promise']?.dueAt).toEqual(new Date(at('17:30', '2023-07-12')));
    expect(promised.clocks['promise']?.certainty).toBe('official');
    expect(promised.clocks['ordinaryPromise']).toBeUndefined();

    const early = refused(await rated.do('close', {}, { by: callback, at: at('10:05', '2023-07-11') }));
    expect(early).toMatchObject({ code: 'forbidden', article: '样例规程第二十三条' });
    const kept = done(
      await rated.do('fulfilPromise', { evidence: '围挡验收照片' }, { by: officer, at: at('16:00', '2023-07-12') }),
    );
    expect(kept.clocks['promise']).toMatchObject({ state: 'met', late: false });
    expect(done(await kept.do('close', {}, { by: callback, at: at('16:05', '2023-07-12') })).state).toBe('closed');
  });

  test('a promise that is not kept is warned of a working day before, and supervised when it is due', async () => {
    const { desk } = await promisedTicket();
    await desk.runDue(at('17:30', '2023-07-11'));
    expect((await desk.ticket('call-1'))?.supervision).toBe(0);
    await desk.runDue('2023-07-12T17:30:00.001+08:00');
    const ticket = await desk.ticket('call-1');
    expect(ticket?.clocks['promise']?.state).toBe('breached');
    expect(ticket?.supervision).toBe(1);
    const ofPromise = (await desk.history('call-1')).filter(
      ({ data }) => (data as { readonly clock?: string }).clock === 'promise',
    );
    expect(ofPromise.map(({ type, at }) => [type, at])).toEqual([
      ['clock.started', new Date(at('22:30')).toISOString()],
      ['clock.warned', new Date(at('17:30', '2023-07-11')).toISOString()],
      ['clock.breached', '2023-07-12T09:30:00.001Z'],
    ]);
  });
});

test('DG1 nobody contacts the citizen: warned at half, breached, urged, supervised, and higher when nobody comes', async () => {
  const { desk } = await signedTicket();
  const typesSince = async (version: number) => (await desk.history('call-1')).slice(version).map(({ type }) => type);
  const { version } = (await desk.ticket('call-1')) ?? { version: 0 };

  // Half of 30 minutes after the signature of 22:07. Exactly at the due instant one is still on time.
  await desk.runDue('2023-07-10T22:22:00+08:00');
  expect(await typesSince(version)).toEqual(['clock.warned']);
  await desk.runDue(at('22:37'));
  expect(await typesSince(version)).toEqual(['clock.warned']);
  await desk.runDue('2023-07-10T22:37:00.001+08:00');
  expect(await typesSince(version)).toEqual([
    'clock.warned',
    'clock.breached',
    'ticket.urged',
    'supervision.started',
    'clock.started',
  ]);
  const supervised = await desk.ticket('call-1');
  expect(supervised?.supervision).toBe(1);
  expect(supervised?.clocks['superviseReply']?.dueAt).toEqual(new Date('2023-07-10T16:37:00.001Z'));
  expect((await desk.history('call-1')).at(-2)).toMatchObject({
    actor: { role: 'system' },
    data: { level: 1, reason: '未在半小时内联系群众', rule: 'contact-supervise', article: '样例规程第二十条' },
  });

  await desk.runDue('2023-07-10T23:07:00.001+08:00');
  expect((await desk.ticket('call-1'))?.supervision).toBe(2);
  expect(await typesSince(version + 5)).toEqual([
    'clock.warned',
    'clock.breached',
    'ticket.urged',
    'supervision.escalated',
    // The report on the supervision is due anew.
    'clock.cancelled',
    'clock.started',
  ]);
});

test('DG1 an attempt that did not reach the citizen is no contact', async () => {
  const { desk, signed } = await signedTicket();
  const missed = done(
    await signed.do('contactCitizen', { method: 'phone', reached: false }, { by: officer, at: at('22:10') }),
  );
  expect(missed.clocks['contact']?.state).toBe('running');
  await desk.runDue(at('22:38'));
  expect((await desk.ticket('call-1'))?.clocks['contact']?.state).toBe('breached');
});

test('DG8 春节服务“不打烊”: the hotline answers New Year’s night, the promise waits for the make-up Sunday', async () => {
  const { signed } = await signedTicket(noisySite, '2024-02-10');
  expect(signed.clocks['contact']?.dueAt).toEqual(new Date(at('22:37', '2024-02-10')));
  const promised = done(
    await signed.do('promise', { what: '节后复工前整改' }, { by: officer, at: at('22:20', '2024-02-10') }),
  );
  expect(promised.clocks['promise']?.dueAt).toEqual(new Date(at('17:30', '2024-02-19')));
});

test('DG7 an enterprise calls the mayor: its own desk leads, and the head of the unit signs the reply', async () => {
  const desk = await openDongguan();
  const call: Call = {
    channel: 'enterpriseLine',
    type: 'help',
    matter: 'enterprise-approval',
    content: '扩建项目审批进度',
    place: { district: 'changan' },
    applicant: 'enterprise-1',
    caller: { name: '某企业', phone: '076900000000' },
  };
  const desksHandler: Actor = { id: 'desk-1', role: 'handler', unit: 'enterprise-desk' };
  const leader: Actor = { id: 'desk-2', role: 'unitLeader', unit: 'enterprise-desk' };
  const desksHead: Actor = { id: 'desk-3', role: 'unitHead', unit: 'enterprise-desk' };
  const received = done(await desk.register(call, { id: 'call-1', by: agent, at: at('10:00') }));
  const dispatched = done(await received.do('dispatch', {}, { by: dispatcher, at: at('10:05') }));
  expect(dispatched.lead).toBe('enterprise-desk');
  const signed = done(await dispatched.do('sign', {}, { by: desksHandler, at: at('10:10') }));
  const handling = done(await signed.do('accept', {}, { by: desksHandler, at: at('10:11') }));
  const reply = { result: '已会同部门答复办理时间', solved: 'yes' } as const;
  const pending = done(await handling.do('submitReply', reply, { by: desksHandler, at: at('15:00') }));
  if (!pending.is('pendingApproval')) expect.fail(pending.state);
  expect(refused(await pending.do('approveReply', {}, { by: leader, at: at('15:05') })).code).toBe('notAuthorised');
  expect(done(await pending.do('approveReply', {}, { by: desksHead, at: at('15:06') })).state).toBe('replied');
});

test('DG10 没有12345接不到的问题: a request of no category is dispatched to its town', async () => {
  const desk = await openDongguan();
  const call: Call = { channel: 'phone', type: 'other', content: '说不清归哪管的事', place: { district: 'xiegang' } };
  const received = done(await desk.register(call, { id: 'call-1', by: agent, at: at('10:00') }));
  const dispatched = done(await received.do('dispatch', {}, { by: dispatcher, at: at('10:05') }));
  expect(dispatched.lead).toBe('xiegang');
  expect(dispatched.record.reason).toMatchObject({ via: 'rule', rule: 'uncategorised-in-place' });
});
