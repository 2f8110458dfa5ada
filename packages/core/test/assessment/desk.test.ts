import { memoryStore, type TicketStore } from '@hotline-kit/core';
import { spanOf } from '@hotline-kit/core/assessment';
import { expect, test } from 'vitest';
import { at, done, handledTicket, noiseAtNight, openSampleDesk, people } from '../sample-desk.js';
import { packWith } from './sample-plan.js';

const pack = packWith({
  metrics: [
    {
      id: 'signed',
      title: { zh: '签收率', en: 'Signed' },
      denominator: { all: [{ fact: 'wasDispatched', operator: 'equal', value: true }] },
      numerator: { all: [{ fact: 'wasSigned', operator: 'equal', value: true }] },
      groupBy: ['unit'],
    },
  ],
});

test('a desk assesses its tickets, takes in what is new, and opens a figure to its tickets', async () => {
  const desk = await openSampleDesk({ pack: { ...(await openSampleDesk()).pack, assessment: pack.assessment } });
  const march = spanOf('2026-03', 'Asia/Shanghai');
  await handledTicket(desk);
  expect((await desk.assess(march)).metrics.find(({ id }) => id === 'signed')?.total.text).toBe('100.00%');

  const { agent, dispatcher } = people;
  const second = done(await desk.register(noiseAtNight, { id: 'call-2', by: agent, at: at('11:00') }));
  done(await second.do('dispatch', {}, { by: dispatcher, at: at('11:03') }));
  expect((await desk.assess(march)).metrics.find(({ id }) => id === 'signed')?.total).toMatchObject({
    text: '50.00%',
    base: 2,
    hits: 1,
  });
  expect(await desk.openFigure({ ...march, metric: 'signed', part: 'misses' })).toEqual(['call-2']);
  expect(
    (await desk.assess(spanOf('2026-04', 'Asia/Shanghai'))).metrics.find(({ id }) => id === 'signed')?.total.base,
  ).toBe(0);
});

test("events are read as today's code reads them: those of a later version are no figures but a fault", async () => {
  const store = memoryStore();
  await handledTicket(await openSampleDesk({ store }));
  const later: TicketStore = {
    ...store,
    events: async (ticket, through) => (await store.events(ticket, through)).map((event) => ({ ...event, v: 9 })),
  };
  const desk = await openSampleDesk({ store: later });
  await expect(desk.assess(spanOf('2026-03', 'Asia/Shanghai'))).rejects.toMatchObject({ code: 'logOfLaterVersion' });
});
