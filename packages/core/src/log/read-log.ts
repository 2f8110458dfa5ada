import type { TicketStore } from '../storage/store.js';
import type { TicketEvent } from '../ticket/event.js';
import { upcast } from './upcast.js';

/** The log of a ticket as today's code reads it; `through` cuts it after a version. */
export async function readLog(
  store: Pick<TicketStore, 'events'>,
  ticket: string,
  through?: number,
): Promise<readonly TicketEvent[]> {
  return (await store.events(ticket, through)).map((event) => upcast(event));
}
