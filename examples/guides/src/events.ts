import { evolve, memoryStore, openDesk, type TicketRecord, verifyExport } from '@hotline-kit/core';
import { cityFolder, loadCityPack } from '@hotline-kit/rules/node';

const pack = await loadCityPack(cityFolder('dongguan'));
const desk = await openDesk({ pack, store: memoryStore() });
const agent = { id: 'li.na', role: 'agent' } as const;
const call = {
  channel: 'phone',
  type: 'help',
  content: '路面塌陷',
  place: { district: 'dongkeng' },
  urgent: true,
} as const;
await desk.batch([
  { ticket: 't', id: 'call-1', type: 'register', data: call, by: agent, at: '2023-07-10T09:00:00+08:00' },
  {
    ticket: 't',
    id: 'call-1-dispatch',
    type: 'dispatch',
    data: { lead: 'dongkeng-urban-management' },
    by: { id: 'zhou.wei', role: 'dispatcher' },
    at: '2023-07-10T09:02:00+08:00',
  },
]);

// #region log
for (const { version, type, command, actor } of await desk.history('t'))
  console.log(version, type, command, actor.role);
// 1 ticket.registered call-1 agent
// 2 clock.started call-1 agent
// 3 ticket.tagged call-1 agent
// 4 ticket.dispatched call-1-dispatch dispatcher
// 5 clock.stopped call-1-dispatch dispatcher
// 6 clock.started call-1-dispatch dispatcher
// 7 clock.started call-1-dispatch dispatcher
// #endregion

// #region fold
const events = await desk.history('t');
const folded = events.reduce<TicketRecord | undefined>(evolve, undefined);
console.log(folded?.state, folded?.lead); // dispatched dongkeng-urban-management
// #endregion

// #region then
const then = await desk.ticket('t', { at: '2023-07-10T09:01:00+08:00' });
console.log(then?.state, then?.version); // received 3
// #endregion

// #region recorded
const [first] = events;
const [rules, calendar] = [first?.rules, first?.calendar].map((text) => text?.split('#')[0]);
console.log(first?.machine, rules, calendar); // 1 dongguan@2023.7 office@2007-2026
// #endregion

// #region tamper
const lines: string[] = [];
const auditor = { id: 'gu.shen', role: 'auditor' } as const;
for await (const line of desk.export({ at: '2023-07-11T00:00:00+08:00', by: auditor })) lines.push(line);
console.log((await verifyExport(lines)).ok); // true
const forged = lines.map((line) => line.replace('路面塌陷', '路面完好'));
const verdict = await verifyExport(forged);
if (!verdict.ok) console.log(verdict.line, verdict.text.zh); // 2 事件内容被改动
// #endregion
await desk.close();
