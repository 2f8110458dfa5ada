import { decide, evolve, type TicketRecord } from '@hotline-kit/core';
import { describe, expect, test } from 'vitest';
import { at, done, handledTicket, noiseAtNight, openSampleDesk, people, refused } from '../sample-desk.js';
import { townWith } from '../town-with.js';

const { agent, handler, dispatcher, clerk } = people;
const article = { article: '样例', basis: 'sample' };
const when = (fact: string, value: unknown) => ({ all: [{ fact, operator: 'equal', value }] });

describe('a decision is pure, and its events tell what came of it', () => {
  test('the ticket that it gives is the fold of its events, and the one before is as it was', async () => {
    const desk = await openSampleDesk();
    const { record } = await handledTicket(desk);
    const before = structuredClone(record);
    const command = { type: 'contactCitizen', data: { method: 'phone', reached: true }, by: handler } as const;
    const context = { pack: desk.pack, at: new Date(at('09:20')).toISOString(), ticket: record.id };
    const decision = decide(record, command, context);
    if (!decision.ok) expect.fail(JSON.stringify(decision.refusal));
    expect(decision.events.map(({ type }) => type)).toEqual(['citizen.contacted', 'clock.stopped']);
    expect(decision.events.reduce<TicketRecord>(evolve, record)).toEqual(decision.ticket);
    expect(decide(record, command, context)).toEqual(decision);
    expect(record).toEqual(before);
  });
});

describe('a field that the procedure asks for beside the command’s own', () => {
  const asking = townWith({ procedure: { commands: { recordProgress: { requires: ['floor'], ...article } } } });

  test('is told in the event under "more", wherever it was given', async () => {
    const desk = await openSampleDesk({ pack: await asking });
    const ticket = await handledTicket(desk);
    for (const [data, time] of [
      [{ text: '到场', floor: 3 } as { text: string }, '09:20'],
      [{ text: '到场', more: { floor: 3 } }, '09:21'],
    ] as const) {
      const result = await ticket.do('recordProgress', data, { by: handler, at: at(time) });
      done(result);
      expect(result.ok && result.events[0]?.data).toEqual({ text: '到场', more: { floor: 3 }, articles: ['样例'] });
    }
  });

  test('is missed where it is not given', async () => {
    const desk = await openSampleDesk({ pack: await asking });
    const ticket = await handledTicket(desk);
    const refusal = refused(await ticket.do('recordProgress', { text: '到场' }, { by: handler, at: at('09:20') }));
    expect(refusal).toMatchObject({ code: 'missing', problems: [{ field: 'floor' }] });
  });

  test('an event has no "more" where the procedure asks for nothing more', async () => {
    const desk = await openSampleDesk();
    const ticket = await handledTicket(desk);
    const result = await ticket.do('recordProgress', { text: '到场' }, { by: handler, at: at('09:20') });
    expect(result.ok && result.events[0]?.data).toEqual({ text: '到场' });
  });
});

describe('the procedure is asked', () => {
  test('of a call as the ticket that it would become', async () => {
    const forbid = [{ when: when('district', 'east'), text: { zh: '东城区由区级热线受理。' } }];
    const pack = await townWith({ procedure: { commands: { register: { forbid, ...article } } } });
    const desk = await openSampleDesk({ pack });
    const given = { by: agent, at: at('09:00') };
    expect(refused(await desk.register(noiseAtNight, given)).text.zh).toContain('东城区由区级热线受理');
    expect(await desk.find()).toEqual([]);
    expect(done(await desk.register({ ...noiseAtNight, place: { district: 'west' } }, given)).state).toBe('received');
  });

  test('of what was found as well: the lead of a dispatch that the rules chose counts as given', async () => {
    const pack = await townWith({
      procedure: { commands: { dispatch: { requires: ['lead', 'assists', 'article'], ...article } } },
    });
    const desk = await openSampleDesk({ pack });
    const received = done(await desk.register(noiseAtNight, { by: agent, at: at('09:00') }));
    expect(done(await received.do('dispatch', {}, { by: dispatcher, at: at('09:03') })).lead).toBe('riverside');
  });

  test('before the data is judged: what may not be done at all is refused for that, whatever comes with it', async () => {
    const forbid = [{ when: when('urgent', true), text: { zh: '紧急件须先联系。' } }];
    const pack = await townWith({ procedure: { commands: { sign: { requires: ['floor'], forbid, ...article } } } });
    const desk = await openSampleDesk({ pack });
    const received = done(await desk.register(noiseAtNight, { by: agent, at: at('09:00') }));
    const dispatched = done(await received.do('dispatch', {}, { by: dispatcher, at: at('09:03') }));
    const refusal = refused(await dispatched.do('sign', {}, { by: clerk, at: at('09:05') }));
    expect(refusal.problems?.map(({ code }) => code)).toEqual(['forbidden']);
  });
});
