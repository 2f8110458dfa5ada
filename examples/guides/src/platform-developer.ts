import { randomUUID } from 'node:crypto';
import { type Actor, memoryStore, openDesk } from '@hotline-kit/core';
import { toCloudEvent } from '@hotline-kit/core/cloud-events';
import { postgresStore } from '@hotline-kit/core/storage-postgres';
import type { Role } from '@hotline-kit/rules';
import { cityFolder, loadCityPack } from '@hotline-kit/rules/node';
import { isoInZone } from '@hotline-kit/sla-calendar';
import pg from 'pg';

const database = process.env['HOTLINE_POSTGRES'];
const schema = `t_${randomUUID().replaceAll('-', '')}`;
const pool = database === undefined ? undefined : new pg.Pool({ connectionString: database });

// #region open
const pack = await loadCityPack(cityFolder('dongguan')); // or the path of your own city's folder
const store = pool === undefined ? memoryStore() : postgresStore({ pool, schema });
const desk = await openDesk({ pack, store }); // the tables are made, or brought up to date
console.log(pack.id, pack.version, [...pack.clocks].map(({ id }) => id).join(' '));
// dongguan 2023.7 dispatch sign contact arrive promise ordinaryPromise handle approval callback superviseReply
// #endregion

// #region people
interface Account {
  readonly login: string;
  readonly group: 'callCentre' | 'dispatchDesk' | 'unitStaff' | 'unitHead';
  readonly department?: string;
}
const roleOf: Record<Account['group'], Role> = {
  callCentre: 'agent',
  dispatchDesk: 'dispatcher',
  unitStaff: 'handler',
  unitHead: 'unitLeader',
};
function actorOf({ login, group, department }: Account): Actor {
  const actor = { id: login, role: roleOf[group] };
  return department === undefined ? actor : { ...actor, unit: department };
}
// #endregion

// #region register
const agent = actorOf({ login: 'li.na', group: 'callCentre' });
const call = {
  channel: 'phone',
  type: 'help',
  matter: 'noise-construction-night',
  content: '夜间施工扰民',
  place: { district: 'dongkeng', address: '沿河路12号工地' },
  caller: { name: '陈先生', phone: '13800000000' }, // a record of its own, never in the log
  urgent: true,
} as const;
const given = { id: 'call-0417', by: agent, at: '2023-07-10T22:02:00+08:00' };
const received = await desk.register(call, given);
if (!received.ok) throw new Error(received.refusal.text.zh);
console.log(received.ticket.number, received.ticket.state); // DG-20230710-0001 received

const again = await desk.register(call, given); // the network failed, the form was sent twice
console.log(again.ok && again.repeated); // true, and there is still one ticket
// #endregion

// #region do
const dispatcher = actorOf({ login: 'zhou.wei', group: 'dispatchDesk' });
const dispatched = await received.ticket.do('dispatch', {}, { by: dispatcher, at: '2023-07-10T22:03:00+08:00' });
if (!dispatched.ok) throw new Error(dispatched.refusal.text.zh);
const { ticket } = dispatched;
console.log(ticket.state, pack.units.get(ticket.lead ?? '')?.name.zh); // dispatched 东坑镇城管分局
// #endregion

// #region can
const officer = actorOf({ login: 'wu.min', group: 'unitStaff', department: ticket.lead ?? '' });
for (const allowed of ticket.can(officer, { at: '2023-07-10T22:04:00+08:00' })) {
  if (allowed.command === 'sign') console.log(allowed.ok); // true
  if (allowed.command === 'submitReply' && !allowed.ok)
    console.log(allowed.refusal.text.zh, allowed.refusal.remedy?.zh);
  // 工单待签收，不能提交答复 可先签收，再受理；此时可以：签收、申请退单、并案、撤回
}
// #endregion

// #region due
const { fired } = await desk.runDue('2023-07-10T22:40:00+08:00'); // from any timer, cron or queue
console.log(fired); // 1: nobody has signed it within five minutes
for (const { type, data } of await desk.history(ticket.id)) {
  if (type === 'clock.breached') console.log(data.clock, isoInZone(data.dueAt, 'Asia/Shanghai'));
  if (type === 'ticket.urged') console.log(data.reason, data.article);
}
// sign 2023-07-10T22:08:00+08:00
// 请立即签收 样例规程第二十条
// #endregion

// #region show
const at = '2023-07-10T22:41:00+08:00';
const forUnit = await desk.view(ticket.id, officer, { at });
console.log(forUnit.stateText.zh, forUnit.place.address); // 待签收 沿河路12号工地
const forPublic = await desk.view(ticket.id, 'public', { at });
console.log(forPublic.stateText.zh, forPublic.place.address, forPublic.timeline.length); // 待签收 undefined 0
// #endregion

// #region deliver
const sent: string[] = [];
await desk.deliver((event) => {
  const { type, subject, sequence } = toCloudEvent(event, { source: '/hotline/dongguan' });
  sent.push(`${subject} ${sequence} ${type}`);
});
console.log(sent[0]); // call-0417 0000000001 hotline-kit.ticket.registered
// #endregion

// #region audit
const { ok } = await desk.verify(ticket.id);
let archive = '';
const auditor = { id: 'gu.shen', role: 'auditor' } as const;
for await (const line of desk.export({ at: '2023-07-11T00:00:00+08:00', by: auditor })) archive += line;
console.log(ok, archive.includes('陈先生')); // true false
// #endregion

await desk.close();
if (pool !== undefined) await pool.query(`drop schema ${schema} cascade`);
await pool?.end();
