import { type Actor, HotlineError, memoryStore, openDesk } from '@hotline-kit/core';
import { cityFolder, loadCityPack } from '@hotline-kit/rules/node';

const pack = await loadCityPack(cityFolder('dongguan'));
const desk = await openDesk({ pack, store: memoryStore() });
const agent: Actor = { id: 'li.na', role: 'agent' };

// #region confidential
const call = {
  channel: 'phone',
  type: 'report',
  matter: 'noise-construction-night',
  content: '举报夜间违规施工',
  place: { district: 'dongkeng', address: '沿河路12号工地' },
  caller: { name: '陈先生', phone: '13800000000' }, // a record of its own
  applicant: 'citizen-417', // the host's id of the citizen, with which they follow their ticket
  confidential: true, // the unit must not learn who reported
} as const;
const received = await desk.register(call, { by: agent, at: '2023-07-10T09:00:00+08:00' });
if (!received.ok) throw new Error(received.refusal.text.zh);
const dispatched = await received.ticket.do('dispatch', {}, { by: agent, at: '2023-07-10T09:02:00+08:00' });
if (!dispatched.ok) throw new Error(dispatched.refusal.text.zh);
const { ticket } = dispatched;
// #endregion

// #region views
const viewers: readonly (Actor | 'public')[] = [
  { id: 'wu.min', role: 'handler', unit: ticket.lead ?? '' },
  { id: 'he.jun', role: 'handler', unit: 'nancheng-urban-management' }, // the same office of another town
  { id: 'citizen-417', role: 'citizen' },
  { id: 'citizen-418', role: 'citizen' },
  'public',
];
for (const viewer of viewers) {
  const view = await desk.view(ticket.id, viewer, { at: '2023-07-10T09:03:00+08:00' });
  const who = viewer === 'public' ? viewer : viewer.id;
  console.log(who, view.stateText.zh, view.place.address ?? '–', view.timeline.length > 0);
}
// wu.min 待签收 沿河路12号工地 true
// he.jun 待签收 – false
// citizen-417 待签收 沿河路12号工地 true
// citizen-418 待签收 – false
// public 待签收 – false
// #endregion

// #region caller
const officer: Actor = { id: 'wu.min', role: 'handler', unit: ticket.lead ?? '' };
const at = '2023-07-10T09:05:00+08:00';
try {
  await desk.caller(ticket.id, { by: officer, at });
} catch (error) {
  if (error instanceof HotlineError) console.log(error.code); // notAuthorised
}
const dispatcher: Actor = { id: 'zhou.wei', role: 'dispatcher' };
const known = await desk.caller(ticket.id, { by: dispatcher, at, reason: '核实举报内容' });
const last = (await desk.history(ticket.id)).at(-1);
console.log(known?.name, last?.type, last?.actor.id); // 陈先生 caller.read zhou.wei

const erased = await desk.eraseCaller(ticket.id, { by: dispatcher, at });
console.log(erased, (await desk.verify(ticket.id)).ok); // true true
// #endregion

// #region find
const elsewhere: Actor = { id: 'he.jun', role: 'handler', unit: 'nancheng-urban-management' };
const [mine, theirs] = [await desk.find({}, officer), await desk.find({}, elsewhere)];
console.log(mine.length, theirs.length); // 1 0
// #endregion
await desk.close();
