import { memoryStore, openDesk } from '@hotline-kit/core';
import { cityFolder, loadCityPack } from '@hotline-kit/rules/node';
import { dueDate, isoInZone } from '@hotline-kit/sla-calendar';

const pack = await loadCityPack(cityFolder('dongguan'));
const desk = await openDesk({ pack, store: memoryStore() });
const call = { channel: 'phone', type: 'help', content: '路面塌陷', place: { district: 'dongkeng' } } as const;
const received = await desk.register(call, {
  by: { id: 'li.na', role: 'agent' },
  at: '2023-09-27T16:00:00+08:00',
});
if (!received.ok) throw new Error(received.refusal.text.zh);
const dispatched = await received.ticket.do(
  'dispatch',
  { lead: 'dongkeng-urban-management' },
  { by: { id: 'zhou.wei', role: 'dispatcher' }, at: '2023-09-27T16:10:00+08:00' },
);
if (!dispatched.ok) throw new Error(dispatched.refusal.text.zh);
const { ticket } = dispatched;

// #region due
const { handle } = ticket.clocks;
if (handle === undefined) throw new Error('the pack has no such clock');
console.log(handle.state, isoInZone(handle.dueAt, 'Asia/Shanghai'), handle.certainty);
// running 2023-10-17T17:30:00+08:00 official
// #endregion

// #region why
const counted = dueDate(handle.term, handle.startedAt, pack.defaultCalendar);
for (const { date, text, source } of counted.explain().slice(9, 14)) console.log(date, text.zh, source);
// 2023-10-06 中秋节、国庆节放假，不计入 国办发明电〔2022〕16号
// 2023-10-07 第 2 个工作日（中秋节、国庆节调休上班） 国办发明电〔2022〕16号
// 2023-10-08 第 3 个工作日（中秋节、国庆节调休上班） 国办发明电〔2022〕16号
// 2023-10-09 第 4 个工作日（工作日） 行政许可法第八十二条
// 2023-10-10 第 5 个工作日（工作日） 行政许可法第八十二条
// #endregion

// #region warn
const run = await desk.runDue('2023-10-09T09:00:00+08:00');
console.log(run.fired, run.nextDueAt && isoInZone(run.nextDueAt, 'Asia/Shanghai')); // 1 2023-10-16T17:30:00+08:00
// #endregion

// #region late
const officer = { id: 'wu.min', role: 'handler', unit: 'dongkeng-urban-management' } as const;
const signed = await ticket.do('sign', {}, { by: officer, at: '2023-10-09T10:00:00+08:00' });
if (!signed.ok) throw new Error(signed.refusal.text.zh);
console.log(signed.ticket.clocks.sign?.state, signed.ticket.clocks.sign?.late); // met true
// #endregion

// #region view
const view = await desk.view(ticket.id, officer, { at: '2023-10-09T10:00:00+08:00' });
const shown = view.clocks.find(({ id }) => id === 'handle');
console.log(shown?.counts, (shown?.remaining ?? 0) / 3_600_000); // working 47.5
console.log(shown?.open[0]?.join(' – ')); // 2023-10-09T02:00:00.000Z – 2023-10-09T04:00:00.000Z
// #endregion
await desk.close();
