import { memoryStore, openDesk } from '@hotline-kit/core';
import { toCloudEvent } from '@hotline-kit/core/cloud-events';
import { cityFolder, loadCityPack } from '@hotline-kit/rules/node';
import { isoInZone } from '@hotline-kit/sla-calendar';

const pack = await loadCityPack(cityFolder('dongguan'));
const store = memoryStore();
/** A counter and a histogram as metrics libraries have them. */
const told: unknown[] = [];
const commands = { inc: (labels: object) => told.push(labels) };
const refusals = commands;
const dueLag = { observe: (milliseconds: number) => told.push(milliseconds) };
const bus = { send: async (event: object) => void told.push(event) };

// #region hooks
const desk = await openDesk({
  pack,
  store,
  hooks: {
    onCommand: ({ type }) => commands.inc({ type }),
    onRefusal: ({ type, refusal }) => refusals.inc({ type, code: refusal.code }),
    onDue: ({ lag }) => dueLag.observe(lag), // milliseconds
  },
});
// #endregion

// #region worker
const { fired, nextDueAt, failed } = await desk.runDue(new Date());
await desk.deliver((event) => bus.send(toCloudEvent(event, { source: '/hotline' })));
// #endregion
if (fired > 0 || nextDueAt !== undefined || failed.length > 0) throw new Error('nothing is there yet');

const by = { id: 'zhou.wei', role: 'dispatcher' } as const;
const call = {
  channel: 'phone',
  type: 'help',
  content: '路面塌陷',
  place: { district: 'dongkeng' },
  urgent: true,
} as const;
const given = { ticket: 't', by, at: '2023-07-10T09:00:00+08:00' };
await desk.batch([
  { ...given, type: 'register', data: call },
  { ...given, type: 'dispatch', data: { lead: 'dongkeng-urban-management' } },
]);

// #region late
await desk.runDue('2023-07-10T10:00:00+08:00'); // the worker was down since nine
const clock = (instant: string) => isoInZone(instant, 'Asia/Shanghai').slice(11, 16);
for (const { type, at, data } of await desk.history('t')) {
  if (type === 'clock.breached') console.log(type, data.clock, clock(data.dueAt));
  if (type === 'ticket.urged') console.log(type, clock(at));
}
// clock.breached sign 09:05
// ticket.urged 10:00
// #endregion
