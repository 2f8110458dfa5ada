import { type Actor, memoryStore, openDesk } from '@hotline-kit/core';
import { cityFolder, loadCityPack } from '@hotline-kit/rules/node';
import { isoInZone } from '@hotline-kit/sla-calendar';

const pack = await loadCityPack(cityFolder('dongguan')); // a city's law is a folder of JSON and CSV
const desk = await openDesk({ pack, store: memoryStore() }); // sqliteStore({ file }) keeps it

const agent: Actor = { id: 'agent-7', role: 'agent' };
const place = { district: 'dongkeng', address: '沿河路12号工地' };
const caller = { name: '陈先生', phone: '13800000000' }; // kept apart from the log
const call = {
  channel: 'phone',
  type: 'help',
  matter: 'noise-construction-night',
  content: '夜间施工',
  place,
  caller,
  urgent: true,
} as const;

const received = await desk.register(call, { by: agent, at: '2023-07-10T22:02:00+08:00' });
if (!received.ok) throw new Error(received.refusal.text.zh);
const dispatched = await received.ticket.do('dispatch', {}, { by: agent, at: '2023-07-10T22:03:00+08:00' });
if (!dispatched.ok) throw new Error(dispatched.refusal.text.zh);
const { ticket } = dispatched;
console.log(ticket.number, ticket.state, pack.units.get(ticket.lead ?? '')?.name.zh);

const officer: Actor = { id: 'officer-3', role: 'handler', unit: ticket.lead ?? '' };
const signed = await ticket.do('sign', {}, { by: officer, at: '2023-07-10T22:04:00+08:00' });
if (!signed.ok) throw new Error(signed.refusal.text.zh);
for (const { id, state, dueAt } of Object.values(signed.ticket.clocks)) {
  console.log(id, state, isoInZone(dueAt, 'Asia/Shanghai'));
}

await desk.runDue('2023-07-10T22:40:00+08:00'); // from any timer: nobody has contacted the citizen
for (const { type, data } of await desk.history(ticket.id)) {
  if (type === 'clock.breached') console.log(type, data.clock);
  if (type === 'ticket.urged' || type === 'supervision.started') console.log(type, data.reason, data.article);
}
