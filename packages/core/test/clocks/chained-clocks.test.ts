import { memoryStore, openDesk } from '@hotline-kit/core';
import { describe, expect, test } from 'vitest';
import { at, done, handledTicket, openSampleDesk, people } from '../sample-desk.js';
import { townWith } from '../town-with.js';

const { handler, leader } = people;

const hour = { kind: 'elapsed', amount: 1, unit: 'hour' };
const afterContact = { calendar: 'always', term: hour, start: ['clock.due:contact'], article: '样例', basis: 'sample' };

describe('a clock may start at another clock’s due instant, met or not', () => {
  test('missed: it starts at the due instant, however late the worker comes', async () => {
    const desk = await openSampleDesk({ pack: await townWith({ clocks: { report: afterContact } }) });
    await handledTicket(desk);
    await desk.runDue(at('09:50'));
    const report = (await desk.ticket('call-1'))?.clocks['report'];
    expect(report).toMatchObject({ state: 'running', startedAt: new Date(at('09:35')), dueAt: new Date(at('10:35')) });
    await desk.runDue(at('10:40'));
    expect((await desk.ticket('call-1'))?.clocks['report']?.state).toBe('breached');
  });

  test('met early: it counts from the instant at which the other would have been due, and once', async () => {
    const desk = await openSampleDesk({ pack: await townWith({ clocks: { report: afterContact } }) });
    const ticket = await handledTicket(desk);
    done(await ticket.do('contactCitizen', { method: 'phone', reached: true }, { by: handler, at: at('09:20') }));
    await desk.runDue(at('10:00'));
    const starts = (await desk.history('call-1')).filter(
      ({ type, data }) => type === 'clock.started' && 'clock' in data && data.clock === 'report',
    );
    expect(starts.map(({ data }) => data)).toEqual([
      expect.objectContaining({ startedAt: new Date(at('09:35')).toISOString(), generation: 1 }),
    ]);
    const view = await desk.view('call-1', leader, { at: at('09:30') });
    const waiting = view.clocks.find(({ id }) => id === 'report');
    expect(waiting, 'its time has not begun').toMatchObject({ elapsed: 0, remaining: 60 * 60_000 });
  });

  test('stopped late: it has started when the other was missed, and does not start again', async () => {
    const desk = await openSampleDesk({ pack: await townWith({ clocks: { report: afterContact } }) });
    const ticket = await handledTicket(desk);
    done(await ticket.do('contactCitizen', { method: 'phone', reached: true }, { by: handler, at: at('11:00') }));
    const report = (await desk.ticket('call-1'))?.clocks['report'];
    expect(report).toMatchObject({ generation: 1, dueAt: new Date(at('10:35')) });
  });
});

describe('a clock reacts to milestones of the procedure, also outside the system with their own time', () => {
  test('it starts when the milestone was reached, not when it was recorded', async () => {
    const ruling = {
      calendar: 'always',
      term: hour,
      start: ['progress.recorded:ruling'],
      article: '样例',
      basis: 'sample',
    };
    const desk = await openDesk({
      pack: await townWith({
        clocks: { ruling },
        procedure: { milestones: { ruling: { title: { zh: '裁定' }, outside: true }, plan: {} } },
      }),
      store: memoryStore(),
    });
    const ticket = await handledTicket(desk);
    const plan = done(
      await ticket.do('recordProgress', { text: '方案', milestone: 'plan' }, { by: handler, at: at('09:30') }),
    );
    expect(plan.clocks['ruling']).toBeUndefined();
    const ruled = done(
      await plan.do(
        'recordProgress',
        { text: '裁定', milestone: 'ruling', occurredAt: at('09:15') },
        { by: handler, at: at('09:40') },
      ),
    );
    expect(ruled.clocks['ruling']).toMatchObject({ startedAt: new Date(at('09:15')), dueAt: new Date(at('10:15')) });
  });
});

describe('a pause counts by whole days where the pack says so', () => {
  test('an hour’s pause takes out its whole working day', async () => {
    const handle = {
      term: { kind: 'workingDays', amount: 5 },
      start: ['ticket.signed'],
      pause: ['ticket.suspended'],
      resume: ['ticket.resumed'],
      stop: ['reply.submitted'],
      article: '样例',
      basis: 'sample',
    };
    const dues = await Promise.all(
      (['workingTime', 'wholeDays'] as const).map(async (pauses) => {
        const desk = await openSampleDesk({ pack: await townWith({ clocks: { handle: { ...handle, pauses } } }) });
        const ticket = await handledTicket(desk);
        const suspended = done(
          await ticket.do(
            'suspend',
            { ground: 'litigation', reason: '诉讼中', evidence: '受理通知书', until: at('17:00', '2026-03-06') },
            { by: handler, at: at('10:00') },
          ),
        );
        const resumed = done(await suspended.do('resume', {}, { by: handler, at: at('11:00') }));
        return resumed.clocks['handle']?.dueAt.toISOString();
      }),
    );
    expect(dues).toEqual([
      new Date(at('10:00', '2026-03-10')).toISOString(),
      new Date(at('17:30', '2026-03-10')).toISOString(),
    ]);
  });
});
