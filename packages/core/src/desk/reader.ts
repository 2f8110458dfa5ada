import { type CityPack, ROLES } from '@hotline-kit/rules';
import { HotlineError, noTicket } from '../errors.js';
import { exportStore } from '../log/export.js';
import { readLog } from '../log/read-log.js';
import type { Verification } from '../log/verify.js';
import { verifyTicket } from '../log/verify-ticket.js';
import { audienceOf, isOfHotline } from '../privacy/audience.js';
import { exportReader, logFor } from '../privacy/log-reader.js';
import type { StoredTicket, TicketStore } from '../storage/store.js';
import { type Actor, checkedActor } from '../ticket/actor.js';
import type { TicketEvent } from '../ticket/event.js';
import { foldOf } from '../ticket/fold-of.js';
import type { IsoInstant } from '../ticket/instant.js';
import type { TicketRecord } from '../ticket/ticket-record.js';
import type { DeskQuery } from './desk-query.js';
import { type FoundPage, findTickets } from './find-tickets.js';

/** Reads tickets and their logs, and lets each viewer see their own. */
export class Reader {
  constructor(
    private readonly store: TicketStore,
    private readonly pack: CityPack,
  ) {}

  /** The snapshot, or as it stood at an instant. */
  async record(id: string, at?: IsoInstant): Promise<TicketRecord | undefined> {
    const { stored } = await this.store.load(id);
    if (stored === undefined || at === undefined || at >= stored.record.updatedAt) return stored?.record;
    return foldOf(await this.history(id, at));
  }

  /**
   * The snapshot of a ticket that must be there.
   * @throws HotlineError `ticketUnknown`
   */
  async stored(id: string): Promise<StoredTicket> {
    const { stored } = await this.store.load(id);
    if (stored !== undefined) return stored;
    throw noTicket(id);
  }

  /** Tickets of one page with the cursor of the next, as the viewer may see them. */
  page(query: DeskQuery, viewer: Actor | 'public' | undefined): Promise<FoundPage> {
    return findTickets(this.store, this.pack, query, viewer);
  }

  /** The log in today's form, cut before the first event that happened after the instant. */
  async history(ticket: string, at?: IsoInstant): Promise<readonly TicketEvent[]> {
    const events = await readLog(this.store, ticket);
    if (at === undefined) return events;
    const later = events.findIndex((event) => event.at > at);
    return later < 0 ? events : events.slice(0, later);
  }

  /**
   * The log as somebody may read it.
   * @throws HotlineError `notAuthorised` or `ticketUnknown`
   */
  async historyFor(ticket: string, by: Actor, at?: IsoInstant): Promise<readonly TicketEvent[]> {
    const record = await this.#demandLogAccess(ticket, by);
    return logFor(await this.history(ticket, at), checkedActor(by), record, this.pack);
  }

  /**
   * Lets those pass who may read a raw log: the hotline's own people and the auditors. Others have the timeline.
   * @throws HotlineError `notAuthorised` or `ticketUnknown`
   */
  async #demandLogAccess(ticket: string, by: Actor): Promise<TicketRecord> {
    const { record } = await this.stored(ticket);
    const actor = checkedActor(by);
    if (isOfHotline(actor.role) && audienceOf(actor, record, this.pack.units) !== 'public') return record;
    throw new HotlineError(
      'notAuthorised',
      {
        zh: `${ROLES[actor.role].zh}无权查看日志`,
        en: `${actor.role} may not read the log`,
      },
      {
        ticket,
        fix: {
          zh: '请使用 desk.view(id, viewer)，其时间线只含该人可见的内容',
          en: 'read desk.view(id, viewer), whose timeline is cut to what the viewer may see',
        },
      },
    );
  }

  /**
   * Whether the log is whole and the snapshot is its fold.
   * @throws HotlineError `notAuthorised` where `by` may not read the log
   */
  async verify(ticket: string, by?: Actor): Promise<Verification> {
    if (by !== undefined) await this.#demandLogAccess(ticket, by);
    return verifyTicket(await this.stored(ticket), await this.store.events(ticket));
  }

  /** Logs, line by line, as somebody may read them. */
  export(at: IsoInstant, by: Actor | 'public', key: string): AsyncGenerator<string> {
    return exportStore(this.store, at, exportReader(by, this.pack, key));
  }
}
