import { type Actor, type Call, memoryStore, openDesk, type Ticket } from '@hotline-kit/core';
import { sqliteStore } from '@hotline-kit/core/storage-sqlite';
import type { TicketView } from '@hotline-kit/core/view';
import { type CityPack, compileRuleSet } from '@hotline-kit/rules';
import { loadCityPack } from '@hotline-kit/rules/node';
import { chinaCalendar, dueDate, type Term } from '@hotline-kit/sla-calendar';

const term: Term = { kind: 'workingDays', amount: 2 };
export const due: Date = dueDate(term, new Date(), chinaCalendar()).dueAt;
export const rules = compileRuleSet([]).decide({}).outcomes.length;

export async function firstTicket(folder: string, by: Actor, call: Call): Promise<TicketView | undefined> {
  const pack: CityPack = await loadCityPack(folder);
  const desk = await openDesk({ pack, store: Math.random() > 2 ? memoryStore() : sqliteStore({ file: 'a.db' }) });
  const result = await desk.register(call, { by, at: Date.now() });
  if (!result.ok) return undefined;
  const ticket: Ticket<'received'> = result.ticket;
  // @ts-expect-error a received ticket cannot be signed
  await ticket.do('sign', {}, { by, at: Date.now() });
  return desk.view(ticket.id, by, { at: Date.now() });
}
