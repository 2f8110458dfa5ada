import { type Call, type Desk, memoryStore, openDesk, type Result, type Ticket } from '@hotline-kit/core';
import type { CityPack } from '@hotline-kit/rules';
import { cityFolder, loadCityPack } from '@hotline-kit/rules/node';
import { expect } from 'vitest';

/** A desk of a city in memory, with its own ids. */
export async function deskOf(city: string): Promise<{ readonly desk: Desk; readonly pack: CityPack }> {
  const pack = await loadCityPack(cityFolder(city));
  let ids = 0;
  const newId = () => {
    ids += 1;
    return `t-${ids}`;
  };
  return { pack, desk: await openDesk({ pack, store: memoryStore(), newId }) };
}

/** People of the hotline. */
export const agent = { id: 'agent-1', role: 'agent' } as const;
export const dispatcher = { id: 'dispatcher-1', role: 'dispatcher' } as const;
const callback = { id: 'callback-1', role: 'callbackOfficer' } as const;

/** The ticket of a command that must have been carried out. */
export function carriedOut(result: Result): Ticket {
  if (!result.ok) expect.fail(`refused: ${JSON.stringify(result.refusal)}`);
  return result.ticket;
}

/** Registers a call and sees it through: dispatched, signed, handled, replied, called back and closed. */
export async function seeThrough(desk: Desk, call: Call, lead: string, day: string): Promise<Ticket> {
  const at = (time: string) => `${day}T${time}:00+08:00`;
  const registered = carriedOut(await desk.register(call, { by: agent, at: at('09:00') }));
  return finish(desk, registered.record.id, lead, day);
}

/** The same for a ticket that is registered. */
export async function finish(desk: Desk, ticket: string, lead: string, day: string): Promise<Ticket> {
  const at = (time: string) => `${day}T${time}:00+08:00`;
  const handler = { id: `handler-${lead}`, role: 'handler', unit: lead } as const;
  const give = async (type: string, data: object, by: object, time: string) =>
    carriedOut(await desk.execute({ id: `${ticket}-${type}-${time}`, ticket, type, data, by, at: at(time) } as never));
  await give('dispatch', { lead }, dispatcher, '09:05');
  await give('sign', {}, handler, '09:10');
  await give('accept', {}, handler, '09:12');
  await give('contactCitizen', { method: 'phone', reached: true }, handler, '09:15');
  const handled = await desk.ticket(ticket);
  if (handled?.record.supervision.state === 'open') {
    await give('reportSupervision', { report: '已整改' }, handler, '09:30');
  }
  const reply = { result: '已处理', facts: '属实', basis: '样例规程', solved: 'yes' };
  await give('submitReply', { ...reply, publicReply: '已处理' }, handler, '10:00');
  const { record } = (await desk.ticket(ticket)) ?? expect.fail('no ticket');
  // What a leader gave over is approved by the head of the unit.
  const role = record.leaderAssigned ? 'unitHead' : 'unitLeader';
  await give('approveReply', {}, { id: `${role}-${lead}`, role, unit: lead }, '10:10');
  if (!record.call.replyWanted) {
    return give('waiveCallback', { ground: 'noReplyWanted' }, callback, '10:20');
  }
  await give('callBack', { method: 'phone', reached: true }, callback, '10:20');
  await give('rate', { solved: 'yes', satisfaction: 5, contacted: true }, callback, '10:25');
  return give('close', {}, callback, '10:30');
}
