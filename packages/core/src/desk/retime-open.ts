import { retimings } from '../clocks/retime.js';
import { isoOf, type RetimeOptions } from './desk-options.js';
import type { LawInForce } from './law-in-force.js';
import { checkedLawKeeper, withCalendar } from './packs.js';

/** Tickets read at a time. */
const pageSize = 200;

/**
 * Computes the deadlines of all open tickets anew, one ticket at a time, each on its newest version.
 * @returns how many tickets had clocks that changed
 */
export async function retimeOpen(law: LawInForce, options: RetimeOptions): Promise<number> {
  const { calendar, at, by, reason } = options;
  const actor = checkedLawKeeper(by);
  if (calendar !== undefined) law.use(withCalendar(law.pack, calendar));
  const ground = { at: isoOf(at), reason: reason ?? 'the calendar has changed' };
  const given = { by: actor, command: `retime:${ground.at}` };
  let tickets = 0;
  let after: string | undefined;
  do {
    const query = { limit: pageSize, ...(after === undefined ? {} : { after }) };
    const { found, next } = await law.reader.page(query, undefined);
    for (const { whole } of found) {
      const { id, closedAt } = whole;
      if (closedAt !== null) continue;
      const events = await law.executor.note(
        id,
        async (record) => retimings(record, await law.reader.history(id), law.pack, ground),
        given,
      );
      if (events.length > 0) tickets += 1;
    }
    after = next;
  } while (after !== undefined);
  return tickets;
}
