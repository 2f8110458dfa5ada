import type { CityPack } from '@hotline-kit/rules';
import { audienceOf, findsIt } from '../privacy/audience.js';
import { recordFor } from '../privacy/record-for.js';
import type { TicketStore } from '../storage/store.js';
import { fits } from '../storage/ticket-filter.js';
import { cursorOf } from '../storage/ticket-query.js';
import { rowOf } from '../storage/ticket-row.js';
import type { Actor } from '../ticket/actor.js';
import type { TicketRecord } from '../ticket/ticket-record.js';
import { type DeskQuery, storeQuery } from './desk-query.js';

/** A ticket of a list: as it is, and as its viewer may see it. */
interface FoundTicket {
  readonly whole: TicketRecord;
  readonly shown: TicketRecord;
}

/** Tickets in the order of a query, and where the next page begins. */
export interface FoundPage {
  readonly found: readonly FoundTicket[];
  readonly next: string | undefined;
}

/**
 * One page of the tickets that fit a query and that the viewer may see. Nobody finds a ticket by what they may not read
 * of it: what a store gives is judged once more by what is shown. A page that is not the last one is full.
 * @throws HotlineError `invalidQuery`
 */
export async function findTickets(
  store: Pick<TicketStore, 'find'>,
  pack: CityPack,
  query: DeskQuery,
  viewer: Actor | 'public' | undefined,
): Promise<FoundPage> {
  const { visibleTo, ...asked } = storeQuery(query, viewer, pack);
  const { limit, order } = asked;
  const found: FoundTicket[] = [];
  let { after } = asked;
  for (;;) {
    const page = await store.find({ ...asked, ...(visibleTo && { visibleTo }), ...(after !== undefined && { after }) });
    for (const { record: whole } of page) {
      const shown = viewer === undefined ? whole : shownTo(viewer, whole, pack);
      if (shown === undefined || (viewer !== undefined && !fits(rowOf(shown), asked))) continue;
      found.push({ whole, shown });
      if (found.length === limit) return { found, next: cursorOf(rowOf(whole), order) };
    }
    const last = page.at(-1);
    if (last === undefined || page.length < limit) return { found, next: undefined };
    after = cursorOf(rowOf(last.record), order);
  }
}

function shownTo(viewer: Actor | 'public', ticket: TicketRecord, pack: CityPack): TicketRecord | undefined {
  return findsIt(audienceOf(viewer, ticket, pack.units), ticket) ? recordFor(ticket, viewer, pack) : undefined;
}
