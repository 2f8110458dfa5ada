import { memoryStore, openDesk } from '@hotline-kit/core';
import { cityFolder, loadCityPack } from '@hotline-kit/rules/node';
import { createCalendar, dueAfterExtension, dueDate, type WorkingCalendar } from '@hotline-kit/sla-calendar';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calm, town } from '../life/town.js';
import { at, done, handledTicket, noiseAtNight, openSampleDesk, pack, people } from '../sample-desk.js';

const { agent, dispatcher, clerk, handler, leader } = people;
const office = { by: { id: 'office', role: 'system' } as const, at: at('12:00') };

/** The town's calendar with other hours on some dates. */
function amended(dates: Record<string, [string, string][]>, calendar: WorkingCalendar = pack.defaultCalendar) {
  const definition = JSON.parse(JSON.stringify(calendar.definition));
  return createCalendar({ ...definition, dates: { ...definition.dates, ...dates } });
}

describe('an amended notice moves the deadlines of open tickets', () => {
  test('each clock that moves says from where, to where and why, and the log stays whole', async () => {
    const desk = await openSampleDesk();
    const before = await handledTicket(desk);
    const due = before.clocks['handle']?.dueAt;
    const closed = Object.fromEntries(['2026-03-03', '2026-03-04', '2026-03-05'].map((date) => [date, []]));
    expect(await desk.retime({ ...office, calendar: amended(closed), reason: '国办发明电〔2026〕1号' })).toEqual({
      tickets: 1,
    });
    const after = await desk.ticket('call-1');
    expect(after?.clocks['handle']?.dueAt.getTime()).toBeGreaterThan(due?.getTime() ?? 0);
    const retimed = (await desk.history('call-1')).filter(({ type }) => type === 'clock.retimed');
    expect(retimed.map(({ actor, data }) => [actor.id, data])).toContainEqual([
      'office',
      expect.objectContaining({
        clock: 'handle',
        dueBefore: due?.toISOString(),
        dueAt: after?.clocks['handle']?.dueAt.toISOString(),
        reason: '国办发明电〔2026〕1号',
      }),
    ]);
    expect(await desk.verify('call-1')).toMatchObject({ ok: true });
    expect(await desk.retime({ ...office, at: at('12:05') }), 'a second time nothing moves').toEqual({ tickets: 0 });
  });

  test('the worker fires at the new instant, not at the old one', async () => {
    const desk = await openSampleDesk();
    const before = await handledTicket(desk);
    const due = before.clocks['handle']?.dueAt.getTime() ?? 0;
    const closed = Object.fromEntries(['2026-03-03', '2026-03-04', '2026-03-05'].map((date) => [date, []]));
    await desk.retime({ ...office, calendar: amended(closed) });
    await desk.runDue(due + 60_000);
    expect((await desk.ticket('call-1'))?.clocks['handle']?.state).toBe('running');
  });

  test('closed tickets stay as they are', async () => {
    const desk = await openSampleDesk();
    const ticket = done(await desk.register(noiseAtNight, { id: 'w', by: agent, at: at('09:00') }));
    done(await ticket.do('withdraw', { reason: '已解决' }, { by: agent, at: at('09:01') }));
    expect(await desk.retime({ ...office, calendar: amended({ '2026-03-03': [] }) })).toEqual({ tickets: 0 });
  });

  test('a calendar that the pack does not have, and a person who may not, are refused', async () => {
    const desk = await openSampleDesk();
    const other = createCalendar({ ...JSON.parse(JSON.stringify(pack.defaultCalendar.definition)), id: 'elsewhere' });
    await expect(desk.retime({ ...office, calendar: other })).rejects.toMatchObject({ code: 'packMismatch' });
    await expect(desk.retime({ ...office, by: handler })).rejects.toMatchObject({ code: 'notAuthorised' });
    expect(() => desk.usePack(pack, { by: handler, at: at('12:00') })).toThrow('notAuthorised');
  });
});

test('under the same calendar nothing moves, whatever pauses and extensions a life had', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('suspend', 'resume', 'requestExtension', 'approveExtension', 'wait'), { maxLength: 8 }),
      fc.array(fc.integer({ min: 1, max: 2_000 }), { minLength: 8, maxLength: 8 }),
      async (steps, waits) => {
        const desk = await openSampleDesk();
        await handledTicket(desk);
        let now = Date.parse(at('09:10'));
        for (const [index, type] of steps.entries()) {
          now += (waits[index] ?? 1) * 60_000;
          const by = type === 'approveExtension' ? leader : handler;
          const data = {
            suspend: { ground: 'litigation', reason: '诉讼中' },
            requestExtension: { term: { kind: 'workingDays', amount: 2 }, reason: '协调' },
          }[type as 'suspend'];
          if (type === 'wait') await desk.runDue(now);
          else await desk.execute({ type, data: data ?? {}, ticket: 'call-1', by, at: now } as never);
        }
        expect(await desk.retime({ ...office, at: now })).toEqual({ tickets: 0 });
      },
    ),
    { numRuns: 60 },
  );
});

test('a date that a reply told the citizen stays, and an extension after it counts from there', async () => {
  const { desk, must, handled } = await town({ procedure: { extension: { beforeDue: false } } });
  await handled();
  const due = async () => (await desk.ticket('t'))?.clocks['handle']?.dueAt.toISOString();
  const reply = {
    result: '正在协调',
    solved: 'partly',
    unsolvedReason: '未完',
    kind: 'statutory',
    more: { law: '某法' },
  };
  await must('submitReply', people.handler, '10:00', { ...reply, until: '2026-03-30T17:30:00+08:00' });
  await must('approveReply', people.leader, '10:01');
  expect(await due()).toBe('2026-03-30T09:30:00.000Z');
  expect(await desk.retime(office)).toEqual({ tickets: 0 });
  expect(await desk.retime({ ...office, calendar: amended({ '2026-03-03': [] }) })).toEqual({ tickets: 0 });
  expect(await due()).toBe('2026-03-30T09:30:00.000Z');
  const term = { kind: 'workingDays', amount: 1 };
  await must('requestExtension', people.handler, '12:10', { term, reason: '协调' });
  await must('approveExtension', people.leader, '12:11');
  expect(await due()).toBe('2026-03-31T09:30:00.000Z');
  const { defaultCalendar } = desk.pack;
  const later = { ...office, at: at('12:20'), calendar: amended({ '2026-03-31': [] }, defaultCalendar) };
  expect(await desk.retime(later)).toEqual({ tickets: 1 });
  expect(await due()).toBe('2026-04-01T09:30:00.000Z');
});

describe('usePack', () => {
  test('running clocks keep their terms; those that start later have the new ones', async () => {
    const slower = {
      ...pack,
      version: 'next',
      clocks: pack.clocks.map((clock) =>
        clock.id === 'handle' ? { ...clock, termFor: () => ({ kind: 'workingDays', amount: 40 }) as const } : clock,
      ),
    };
    const desk = await openDesk({ pack, store: memoryStore() });
    const old = await handledTicket(desk);
    desk.usePack(slower, { by: office.by, at: at('11:00') });
    const kept = await desk.ticket('call-1');
    expect(kept?.clocks['handle']?.dueAt).toEqual(old.clocks['handle']?.dueAt);
    const received = done(await desk.register(noiseAtNight, { id: 'new', by: agent, at: at('11:01') }));
    const dispatched = done(await received.do('dispatch', {}, { by: dispatcher, at: at('11:02') }));
    const signed = done(await dispatched.do('sign', {}, { by: clerk, at: at('11:03') }));
    const accepted = done(await signed.do('accept', {}, { by: handler, at: at('11:04') }));
    expect(accepted.clocks['handle']?.term).toEqual({ kind: 'workingDays', amount: 40 });
    expect((await desk.history('new')).at(-1)?.rules).toContain('@next#');
  });

  test('asked to, running clocks have the new term from their old start; extensions and own limits stay', async () => {
    const term = { kind: 'workingDays', amount: 40 } as const;
    const clocks = pack.clocks.map((clock) => (clock.id === 'handle' ? { ...clock, termFor: () => term } : clock));
    const { desk, must, handled } = await town();
    const { startedAt } = (await handled()).clocks['handle'] ?? {};
    const own = { kind: 'workingDays', amount: 3 } as const;
    await must('register', agent, '09:00', calm, '2026-03-02', 'own');
    const limited = { lead: 'riverside', limits: { handle: own } };
    const before = await must('dispatch', dispatcher, '09:03', limited, '2026-03-02', 'own');
    const more = { kind: 'workingDays', amount: 2 } as const;
    await must('requestExtension', handler, '09:20', { term: more, reason: '协调' });
    await must('approveExtension', leader, '09:21');
    desk.usePack({ ...desk.pack, version: 'next', clocks }, { by: office.by, at: at('11:00') });
    expect(await desk.retime(office), 'terms stay, unless asked for').toEqual({ tickets: 0 });
    const asked = { ...office, terms: 'ofPack', reason: '新规定对在办工单适用' } as const;
    expect(await desk.retime(asked)).toEqual({ tickets: 1 });
    const after = await desk.ticket('t');
    const { dueAt } = dueDate(term, startedAt ?? '', pack.defaultCalendar);
    expect(after?.clocks['handle']).toMatchObject({
      term,
      startedAt,
      dueAt: dueAfterExtension(dueAt, more, pack.defaultCalendar),
    });
    expect((await desk.history('t')).at(-1)).toMatchObject({
      type: 'clock.retimed',
      data: { term, reason: asked.reason },
    });
    expect((await desk.ticket('own'))?.clocks).toEqual(before.clocks);
    expect(await desk.verify('t')).toMatchObject({ ok: true });
    expect(await desk.retime({ ...asked, at: at('12:05') }), 'a second time nothing moves').toEqual({ tickets: 0 });
  });

  test("another city's pack is refused", async () => {
    const desk = await openSampleDesk();
    expect(() => desk.usePack({ ...pack, id: 'other-city' }, { by: office.by, at: at('11:00') })).toThrow(
      'packMismatch',
    );
  });

  test("a desk is not opened over another city's tickets, and over none at all by any", async () => {
    const store = memoryStore();
    const other = { ...pack, id: 'other-city' };
    await openDesk({ pack: other, store });
    await handledTicket(await openDesk({ pack, store }));
    const opening = openDesk({ pack: other, store });
    await expect(opening).rejects.toMatchObject({
      code: 'packMismatch',
      text: { en: expect.stringContaining(pack.id) },
    });
    await openDesk({ pack: { ...pack, version: 'next' }, store });
  });
});

test('what a provisional December told becomes official when the notice of the next year comes', async () => {
  const city = await loadCityPack(cityFolder('dongguan'));
  const desk = await openDesk({ pack: city, store: memoryStore() });
  const by = { id: 'dispatcher-1', role: 'dispatcher' } as const;
  const given = { ticket: 'december', by, at: '2026-12-24T10:00:00+08:00' };
  const call = { channel: 'phone', type: 'help', content: '路灯不亮', place: { district: 'dongkeng' } } as const;
  await desk.execute({ ...given, type: 'register', data: call });
  await desk.execute({ ...given, type: 'dispatch', data: { lead: city.fallbackUnit ?? '' } });
  const told = (await desk.ticket('december'))?.clocks['handle'];
  expect([told?.certainty, told?.dueAt.toISOString()]).toEqual(['provisional', '2027-01-08T09:30:00.000Z']);

  // A sample of what a notice may say: 1 to 4 January off, Saturday the 9th worked.
  const notice = {
    year: 2027,
    source: '样例，不是真的通知',
    statutoryDays: 1,
    off: [{ name: '元旦（样例）', from: '2027-01-01', to: '2027-01-04' }],
    work: [{ date: '2027-01-09' }],
  };
  const calendar = createCalendar(city.defaultCalendar.definition, { years: [notice] });
  const office = { by: { id: 'office', role: 'system' } as const, at: '2026-12-28T09:00:00+08:00' };
  expect(await desk.retime({ ...office, calendar, reason: '下一年放假通知（样例）' })).toEqual({ tickets: 1 });
  const known = (await desk.ticket('december'))?.clocks['handle'];
  expect([known?.certainty, known?.dueAt.toISOString()]).toEqual(['official', '2027-01-09T09:30:00.000Z']);
  expect(await desk.verify('december')).toMatchObject({ ok: true });
});
