import { isOpen } from '../clocks/clock-changes.js';
import { retimings } from '../clocks/retime.js';
import type { NewEvent } from '../ticket/event.js';
import type { TicketRecord } from '../ticket/ticket-record.js';
import type { RetimeOptions } from './desk-options.js';
import type { LawInForce } from './law-in-force.js';
import { checkedLawKeeper, withCalendar } from './packs.js';
import { writtenAt } from './written-at.js';

/** What the log says where the caller gives no reason: it is read by both. */
const DEFAULT_REASON = '日历已变更 · the calendar has changed';

/** Tickets read at a time. */
const pageSize = 200;

/**
 * Computes the deadlines of all open tickets anew, one ticket at a time, each on its newest version.
 * @returns how many tickets had clocks that changed
 */
export async function retimeOpen(law: LawInForce, options: RetimeOptions): Promise<number> {
  const { calendar, at, by, reason, terms = 'kept' } = options;
  const actor = checkedLawKeeper(by);
  if (calendar !== undefined) law.use(withCalendar(law.pack, calendar));
  const ground = { at: writtenAt(at), reason: reason ?? DEFAULT_REASON, terms };
  const given = { by: actor, command: `retime:${ground.at}` };
  let tickets = 0;
  let after: string | undefined;
  do {
    const query = { limit: pageSize, ...(after === undefined ? {} : { after }) };
    const { found, next } = await law.reader.page(query, undefined);
    for (const { whole } of found) {
      const { id, closedAt } = whole;
      if (closedAt !== null || !Object.values(whole.clocks).some(isOpen)) continue;
      const moved = async (record: TicketRecord): Promise<readonly NewEvent[]> =>
        retimings(record, await law.reader.history(id), law.pack, ground);
      // Most tickets keep their due instants: only those that do not are loaded once more, to be written on.
      if ((await moved(whole)).length === 0) continue;
      if ((await law.executor.note(id, moved, given)).length > 0) tickets += 1;
    }
    after = next;
  } while (after !== undefined);
  return tickets;
}
