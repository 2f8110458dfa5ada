import { commandsIn, memoryStore, nextState, openDesk } from '@hotline-kit/core';
import { cityFolder, loadCityPack } from '@hotline-kit/rules/node';

// #region chart
console.log(commandsIn('replied').includes('rate')); // true
console.log(nextState('handling', 'submitReply', (guard) => guard === 'replyNeedsApproval')); // pendingApproval
console.log(nextState('handling', 'submitReply', () => false)); // replied
console.log(nextState('archived', 'reopen', () => true)); // undefined
// #endregion

const pack = await loadCityPack(cityFolder('dongguan'));
const desk = await openDesk({ pack, store: memoryStore() });
const agent = { id: 'li.na', role: 'agent' } as const;
const call = {
  channel: 'phone',
  type: 'help',
  matter: 'noise-construction-night',
  content: '夜间施工',
  place: { district: 'dongkeng' },
} as const;
const received = await desk.register(call, { id: 'call-1', by: agent, at: '2023-07-10T09:00:00+08:00' });
if (!received.ok) throw new Error(received.refusal.text.zh);
const dispatched = await received.ticket.do(
  'dispatch',
  { lead: 'dongkeng-urban-management' },
  { by: { id: 'zhou.wei', role: 'dispatcher' }, at: '2023-07-10T09:02:00+08:00' },
);
if (!dispatched.ok) throw new Error(dispatched.refusal.text.zh);
const officer = { id: 'wu.min', role: 'handler', unit: 'dongkeng-urban-management' } as const;

// #region beside
const by = { id: 'du.ban', role: 'superviseOfficer' } as const;
const urged = await dispatched.ticket.do('urge', { reason: '请尽快签收' }, { by, at: '2023-07-10T09:04:00+08:00' });
if (!urged.ok) throw new Error(urged.refusal.text.zh);
console.log(urged.ticket.state, urged.ticket.record.urges); // dispatched 1
// #endregion

// #region refused
const early = await desk.execute({
  ticket: urged.ticket.id,
  type: 'submitReply',
  data: { result: '已处理', solved: 'yes' },
  by: officer,
  at: '2023-07-10T09:05:00+08:00',
});
if (!early.ok) console.log(early.refusal.code, early.refusal.text.zh); // illegalInState 工单待签收，不能提交答复
console.log((await desk.ticket(urged.ticket.id))?.version === urged.ticket.version); // true
// #endregion

// #region law
const signed = await urged.ticket.do('sign', {}, { by: officer, at: '2023-07-10T09:06:00+08:00' });
if (!signed.ok) throw new Error(signed.refusal.text.zh);
const back = await signed.ticket.do(
  'requestReturn',
  { reason: '道路属于城建部门' },
  { by: officer, at: '2023-07-10T09:07:00+08:00' },
);
if (!back.ok) console.log(back.refusal.text.zh, back.refusal.article); // 缺少证明材料。 样例规程第九条
// #endregion
await desk.close();
