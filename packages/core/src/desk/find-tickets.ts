import type { CityPack } from '@hotline-kit/rules';
import { type Instant, toEpochMilliseconds } from '@hotline-kit/sla-calendar';
import { HotlineError } from '../errors.js';
import { audienceOf, findsIt } from '../privacy/audience.js';
import { recordFor } from '../privacy/record-for.js';
import { visibilityOf } from '../privacy/visibility.js';
import type { TicketStore } from '../storage/store.js';
import { fits } from '../storage/ticket-filter.js';
import { cursorOf, type TicketQuery } from '../storage/ticket-query.js';
import { rowOf } from '../storage/ticket-row.js';
import type { Actor } from '../ticket/actor.js';
import type { TicketRecord } from '../ticket/ticket-record.js';

/** What to list; instants as everywhere: a `Date`, epoch milliseconds, or ISO text with offset. */
export interface DeskQuery extends Omit<TicketQuery, 'visibleTo' | 'dueBefore' | 'registeredFrom' | 'registeredUntil'> {
  /** An open clock falls due before this instant; overdue ones among them. */
  readonly dueBefore?: Instant;
  /** Registered at or after this instant. */
  readonly registeredFrom?: Instant;
  /** Registered before this instant. */
  readonly registeredUntil?: Instant;
}

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

/** Pages are no longer than this, so that nobody reads a whole city at once. */
const LONGEST = 1_000;

/**
 * One page of the tickets that fit a query and that the viewer may see. Nobody finds a ticket by what they may not read
 * of it: what a store gives is judged once more by what is shown. A page that is not the last one is full.
 * @throws HotlineError `invalidQuery` for a cursor that is none, a limit that is none, or an order that would tell what
 * the viewer may not read
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

/** What a store is asked: every instant in epoch milliseconds, and whose tickets. */
function storeQuery(
  query: DeskQuery,
  viewer: Actor | 'public' | undefined,
  pack: CityPack,
): TicketQuery & { readonly limit: number } {
  const { dueBefore, registeredFrom, registeredUntil, limit = 50, ...rest } = query;
  if (!Number.isInteger(limit) || limit < 1 || limit > LONGEST) throw noSuchLimit();
  const visibleTo = viewer === undefined ? undefined : visibilityOf(viewer, pack.units);
  if (visibleTo?.open === true && rest.order === 'dueAt') throw noSuchOrder();
  return {
    ...rest,
    limit,
    ...(dueBefore === undefined ? {} : { dueBefore: toEpochMilliseconds(dueBefore) }),
    ...(registeredFrom === undefined ? {} : { registeredFrom: toEpochMilliseconds(registeredFrom) }),
    ...(registeredUntil === undefined ? {} : { registeredUntil: toEpochMilliseconds(registeredUntil) }),
    ...(visibleTo === undefined ? {} : { visibleTo }),
  };
}

function noSuchLimit(): HotlineError {
  const what = { zh: `每页数量应为 1 至 ${LONGEST} 的整数`, en: `the limit is a whole number from 1 to ${LONGEST}` };
  const fix = { zh: '请分页读取，用 next 翻页', en: 'read page by page, with `next` of the page before' };
  return new HotlineError('invalidQuery', what, { fix });
}

function noSuchOrder(): HotlineError {
  const what = {
    zh: '社会监督员看不到时限，不能按到期时间排列',
    en: 'who watches for the public does not see the clocks, and lists nothing in their order',
  };
  return new HotlineError('invalidQuery', what, {
    fix: { zh: '请用 id 或 newest 排列', en: 'order by id or newest' },
  });
}
