import { fileURLToPath } from 'node:url';
import { type Desk, type DeskCommand, openDesk, type TicketStore } from '@hotline-kit/core';
import { loadCityPack } from '@hotline-kit/rules/node';

const packFolder = fileURLToPath(new URL('../../../packages/rules/test/packs/sample-town', import.meta.url));
const at = '2026-03-02T09:00:00+08:00';
const dispatcher = { id: 'dispatcher-2', role: 'dispatcher' } as const;

/** Tickets that the commands take turns with. */
export const ticketCount = 50;

/** A tag put on, taken off, put on again: one event each on a ticket that is there, the smallest durable command. */
export function tagCommands(round: number, count: number): DeskCommand[] {
  return Array.from({ length: count }, (_, n) => ({
    id: `tag-${round}-${n}`,
    ticket: `t${n % ticketCount}`,
    type: 'tag',
    data: Math.floor(n / ticketCount) % 2 === 0 ? { add: ['夜间施工'] } : { remove: ['夜间施工'] },
    by: dispatcher,
    at,
  }));
}

/** A desk with the tickets that the commands are about. */
export async function deskWithTickets(store: TicketStore): Promise<Desk> {
  // One moment for all that is recorded, so that desks of the same commands write the same rows.
  const now = new Date(at);
  const desk = await openDesk({ pack: await loadCityPack(packFolder), store, now: () => now });
  for (let n = 0; n < ticketCount; n += 1) {
    const call = { channel: 'phone', type: 'help', matter: 'streetlight', content: '路灯不亮', place: {} } as const;
    const result = await desk.register(call, { id: `t${n}`, by: { id: 'a', role: 'agent' }, at });
    if (!result.ok) throw new Error(result.refusal.text.en);
  }
  return desk;
}
