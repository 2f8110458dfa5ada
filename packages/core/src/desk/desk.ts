import type { CityPack } from '@hotline-kit/rules';
import { type Instant, toEpochMilliseconds } from '@hotline-kit/sla-calendar';
import { type AssessOptions, assess } from '../assessment/assess.js';
import type { Assessment } from '../assessment/assessment.js';
import type { FactRow } from '../assessment/fact-row.js';
import { type FigureQuery, openFigure } from '../assessment/open-figure.js';
import { cannotJoin } from '../errors.js';
import type { Call, Caller } from '../intake/call.js';
import type { Verification } from '../log/verify.js';
import type { TicketStore } from '../storage/store.js';
import type { Actor } from '../ticket/actor.js';
import type { TicketEvent } from '../ticket/event.js';
import type { TicketRecord } from '../ticket/ticket-record.js';
import { ticketView } from '../view/ticket-view.js';
import { timelineFor } from '../view/timeline.js';
import type { TicketView, TimelineEntry } from '../view/view-types.js';
import type { WhatIf } from '../what-if/what-if.js';
import { asker, askerIn } from './asker.js';
import { withCurrentSnapshots } from './current-snapshots.js';
import type { DeskCommand, GivenBy } from './desk-command.js';
import {
  type DeskOptions,
  type ExportRequest,
  type IdentityRequest,
  isoOf,
  type RetimeOptions,
} from './desk-options.js';
import type { DeskQuery } from './desk-query.js';
import { type DueRun, runDueClocks } from './due-run.js';
import { admitToIdentity, eraseIdentity } from './identity.js';
import { type ImportOptions, type ImportReport, importTickets } from './import-tickets.js';
import { LawInForce } from './law-in-force.js';
import { Numbering } from './numbering.js';
import { deliverOutbox, type EventHandler } from './outbox.js';
import type { Outcome } from './outcome.js';
import { checkedCity, checkedLawKeeper, sameCity } from './packs.js';
import { retimeOpen } from './retime-open.js';
import { type Result, Ticket } from './ticket.js';
import { whatIf } from './try-pack.js';
import { writtenAt } from './written-at.js';

/**
 * Opens a desk: one city's law over one store of tickets. It connects and brings the tables up to date.
 * @throws HotlineError `storeUnavailable` where the database cannot be opened or written, `packMismatch` where its
 * tickets are of another city
 * @example
 * const desk = await openDesk({ pack, store: memoryStore() });
 * const result = await desk.register(call, { by: agent, at: '2023-07-10T09:02:00+08:00' });
 * if (result.ok) result.ticket.state; // 'received'
 */
export async function openDesk(options: DeskOptions): Promise<Desk> {
  await options.store.open();
  await checkedCity(options.store, options.pack);
  return new Desk({ ...options, store: withCurrentSnapshots(options.store) });
}

/** The way in: everything that is done with tickets goes through here. Made by {@link openDesk}. */
export class Desk {
  readonly #options: DeskOptions;
  readonly #store: TicketStore;
  readonly #numbering: Numbering;
  readonly #law: LawInForce;

  /** @internal */
  constructor(options: DeskOptions, numbering?: Numbering) {
    const { store, numberBlock = 20 } = options;
    this.#options = options;
    this.#store = store;
    this.#numbering = numbering ?? new Numbering(store, numberBlock);
    this.#law = new LawInForce(options, this.#numbering);
  }

  /** The city's law. */
  get pack(): CityPack {
    return this.#law.pack;
  }

  /**
   * Takes a call in as a new ticket.
   * @returns the ticket in state `received`, or a refusal that names what is wrong with the call
   */
  async register(call: Call, given: GivenBy & { readonly ticket?: string }): Promise<Result<'received'>> {
    return (await this.execute({ ...given, type: 'register', data: call })) as Result<'received'>;
  }

  /**
   * Carries out one command, once: the same id with the same body gives the stored result.
   * @throws HotlineError `commandIdReused` for the same id with another body, `instantOutOfRange` for another age
   * @throws InvalidInstantError for a time without offset
   */
  async execute(command: DeskCommand): Promise<Result> {
    return this.#resultOf(await this.#law.executor.execute(command));
  }

  /**
   * Carries out commands in their order, in one transaction: each sees those before it. A refused one changes nothing
   * and does not stop the others; a fault undoes them all.
   */
  async batch(commands: readonly DeskCommand[]): Promise<readonly Result[]> {
    const outcomes = await this.#law.executor.batch(commands);
    return outcomes.map((outcome) => this.#resultOf(outcome));
  }

  /**
   * The same desk inside a transaction of the host's: what is done through it stands or falls with what the host
   * writes there itself. The host begins and ends the transaction; a fault thrown here means that it must be rolled
   * back. Ticket numbers are reserved outside, so a rolled back registration leaves a gap.
   * @param connection with PostgreSQL the `pg` client that is inside the transaction
   * @throws HotlineError `storeCannotJoin` where the store keeps its connection to itself
   * @example
   * await client.query('begin');
   * await client.query('insert into visits …');
   * await desk.within(client).execute(command);
   * await client.query('commit');
   */
  within(connection: unknown): Desk {
    const store = this.#store.within?.(connection);
    if (store === undefined) throw cannotJoin();
    return new Desk({ ...this.#options, pack: this.pack, store }, this.#numbering);
  }

  /**
   * Fires the clocks that are due: warnings, breaches, and the escalation that the pack draws from them. Call it from
   * any timer, cron or queue; several processes may call it at once. What is fired stays fired.
   * @throws HotlineError `instantOutOfRange` for seconds that were taken for milliseconds, and the like
   */
  async runDue(at: Instant): Promise<DueRun> {
    const { leaseSeconds = 60 } = this.#options;
    return runDueClocks(this.#store, this.#law.executor, writtenAt(at), leaseSeconds * 1000);
  }

  /** The ticket as it stands, or as it stood at an instant; undefined where it is not there. */
  async ticket(id: string, { at }: { readonly at?: Instant } = {}): Promise<Ticket | undefined> {
    const record = await this.#law.reader.record(id, at === undefined ? undefined : isoOf(at));
    return record === undefined ? undefined : this.#ticketOf(record);
  }

  /**
   * The tickets of one page: all that fit the query, or of those the ones that the viewer may see.
   * @param viewer for whom it is; left out, the host itself asks
   * @throws HotlineError `invalidQuery` for a condition or a cursor that is none, `invalidActor` for a viewer that is
   * there and nobody
   */
  async find(query: DeskQuery = {}, ...viewer: [] | [viewer: Actor | 'public']): Promise<readonly Ticket[]> {
    return (await this.page(query, ...viewer)).tickets;
  }

  /**
   * The same with the cursor of the page that follows; undefined after the last.
   * @example
   * const first = await desk.page({ states: ['handling'], order: 'dueAt', limit: 20 }, handler);
   * const second = await desk.page({ states: ['handling'], order: 'dueAt', limit: 20, after: first.next }, handler);
   */
  async page(
    query: DeskQuery,
    ...viewer: [] | [viewer: Actor | 'public']
  ): Promise<{ readonly tickets: readonly Ticket[]; readonly next: string | undefined }> {
    const { found, next } = await this.#law.reader.page(query, asker(viewer));
    return { tickets: found.map(({ whole, shown }) => new Ticket(whole, this, shown)), next };
  }

  /**
   * A ticket as plain JSON for a screen, cut to what the viewer may see. One that was merged has the answer of its root,
   * where the procedure answers the caller of each (`merging.answer`).
   * @throws HotlineError `ticketUnknown`
   */
  async view(id: string, viewer: Actor | 'public', { at }: { readonly at: Instant }): Promise<TicketView> {
    const { record: ticket } = await this.#law.reader.stored(id);
    const events = (await this.#law.reader.history(id)).slice(0, ticket.version);
    const instant = isoOf(at);
    const actions = () => (viewer === 'public' ? [] : this.#ticketOf(ticket).can(viewer, { at: instant }));
    const root = ticket.mergedInto === null ? undefined : await this.#law.reader.record(ticket.mergedInto.ticket);
    return ticketView({ ticket, root, events, pack: this.pack, viewer, at: instant, actions });
  }

  /**
   * What happened on a ticket, newest first, cut to what the viewer may read: the timeline of their view.
   * @param options.at only what had happened by then
   * @throws HotlineError `ticketUnknown`
   * @example
   * await desk.timeline('t-1', 'public'); // []
   */
  async timeline(
    id: string,
    viewer: Actor | 'public',
    { at }: { readonly at?: Instant } = {},
  ): Promise<readonly TimelineEntry[]> {
    const { record } = await this.#law.reader.stored(id);
    const events = await this.#law.reader.history(id, at === undefined ? undefined : isoOf(at));
    return timelineFor(viewer, events, record, this.pack);
  }

  /**
   * The log of a ticket, in order, in today's form.
   * @param options.at only what had happened by then
   * @param options.by for whom; without one, the host itself asks. Whom the procedure does not let know a protected
   * reporter gets its events without what leads there, and without their hashes
   * @throws HotlineError `notAuthorised` for those who are neither of the hotline nor auditors
   */
  async history(
    ticket: string,
    options: { readonly at?: Instant; readonly by?: Actor } = {},
  ): Promise<readonly TicketEvent[]> {
    const by = askerIn(options);
    const { at } = options;
    const until = at === undefined ? undefined : isoOf(at);
    if (by === undefined) return this.#law.reader.history(ticket, until);
    return this.#law.reader.historyFor(ticket, by, until);
  }

  /**
   * Checks a ticket's log: every hash is computed again, and the fold of the events must be the snapshot.
   * @param options.by for whom; without one, the host itself asks
   * @throws HotlineError `ticketUnknown`, or `notAuthorised` for those who may not read the log
   */
  async verify(ticket: string, options: { readonly by?: Actor } = {}): Promise<Verification> {
    return this.#law.reader.verify(ticket, askerIn(options));
  }

  /**
   * Logs as NDJSON, line by line, as somebody may have them; `verifyExport` checks it. An `auditor`, or the platform
   * itself (`system`), gets every log as it is, for an archive. Everybody else gets what they may read of the tickets
   * that they may list, and the public none. The identities of callers are in no export.
   * @param options.by for whom: what leaves the house has a reader
   * @param options.key the secret under which the lines of a cut export are sealed, so that whoever has it and the logs
   * can prove each of them later; default a new one that nobody knows
   * @throws HotlineError `invalidActor`
   * @example
   * for await (const line of desk.export({ at, by: { id: 'audit-3', role: 'auditor' } })) archive.write(`${line}\n`);
   */
  export(options: ExportRequest): AsyncGenerator<string> {
    const { newId = () => globalThis.crypto.randomUUID() } = this.#options;
    const { at, by, key } = options;
    return this.#law.reader.export(isoOf(at), by, key ?? newId());
  }

  /**
   * Evaluates the metrics of the pack over all tickets: figures, breakdowns, boards, and what follows from them. The
   * first call reads every log; each further one only what is new. A host that counts calls or other rows gives them
   * under `rows`; for events that come as a stream there is `RunningAssessment`.
   *
   * @throws HotlineError `assessmentInvalid` for an unknown metric, unit or dimension, or a span that ends before it begins
   * @example
   * const november = await desk.assess(spanOf('2024-11', desk.pack.defaultCalendar.zone));
   * november.metrics[0]?.total.text; // '96.16%'
   */
  async assess(options: AssessOptions & { readonly rows?: Iterable<FactRow> }): Promise<Assessment> {
    const { rows = [], ...scope } = options;
    return assess([...(await this.#law.assessed.read()), ...rows], this.pack, scope);
  }

  /**
   * Takes tickets of another system over, as they stand there: for the day on which a platform goes live. Each is
   * registered under `source` and its reference, stands at once where it stood, and keeps the limits that the citizen
   * was told. A row that is not valid, or that the pack does not know the words of, is refused and reported; reading the
   * same rows again changes nothing. Old lives are not assessed: the log does not know them.
   * @param rows {@link ImportedTicket}s, or whatever a file held: each is checked
   * @throws HotlineError `notAuthorised`
   * @example
   * const { imported, refused } = await desk.import(rows, { source: 'old-hotline', by: system, at });
   * for (const { row, refusal } of refused) console.log(row, refusal.text.zh);
   */
  async import(rows: Iterable<unknown> | AsyncIterable<unknown>, options: ImportOptions): Promise<ImportReport> {
    return importTickets(this.#law, rows, options);
  }

  /**
   * What another pack would have changed: the recorded lives of the tickets registered in a span, lived again under it.
   * Nothing is written. What people did stays as they did it; routing, clocks, what falls due, what the rules draw from
   * it and the metrics are asked anew.
   * @param question.pack the pack that is tried: the next version of the law, or another city's
   * @example
   * const { moves } = await desk.whatIf({ pack: draft, from: '2025-01-01T00:00:00+08:00', to: '2026-01-01T00:00:00+08:00' });
   * moves[0]; // { from: 'ecology', to: 'police', tickets: 214 }
   */
  async whatIf(question: { readonly pack: CityPack; readonly from: Instant; readonly to: Instant }): Promise<WhatIf> {
    return whatIf(this.#law, question);
  }

  /**
   * The tickets behind a figure.
   *
   * @throws HotlineError `assessmentInvalid` for an unknown metric or unit
   * @example
   * await desk.openFigure({ metric: 'closedOnTime', ...november, by: 'unit', key: 'transport', part: 'misses' });
   * // ['t-17', 't-42']
   */
  async openFigure(query: FigureQuery): Promise<readonly string[]> {
    return openFigure(await this.#law.assessed.read(), this.pack, query);
  }

  /**
   * Who called. With `by`, only those who may, and the log keeps who looked; left out, the host itself asks.
   * @throws HotlineError `notAuthorised`
   */
  async caller(ticket: string, ...asked: [] | [asked: IdentityRequest]): Promise<Caller | undefined> {
    const request = asker(asked);
    if (request !== undefined) await admitToIdentity(this.#law, 'read', ticket, request);
    return this.#store.caller(ticket);
  }

  /**
   * Erases the caller's identity, also from the tickets that were split from this one; the log stays valid and, with
   * `by`, keeps who erased it. False where there was none.
   * @throws HotlineError `notAuthorised`
   */
  async eraseCaller(ticket: string, ...asked: [] | [asked: IdentityRequest]): Promise<boolean> {
    return eraseIdentity(this.#law, this.#store, ticket, asker(asked));
  }

  /**
   * Hands the events waiting in the outbox to the host, each ticket's in their order. Several workers may call it at
   * once: what one has taken is leased to it for `leaseSeconds`. At least once: an event whose handler threw, whose
   * process died, or whose handler took longer than the lease comes again with the same ticket and version, the key by
   * which the receiver tells. It holds up the later events of its ticket and of no other; after ten such events in one
   * call the receiver is taken for down, and the rest is left for the next.
   * @param options.limit at most this many; default 1000
   * @param options.at when the leases begin; default the desk's wall clock
   * @returns how many were delivered
   * @throws what the handler threw first, once the other tickets' events are through
   */
  async deliver(
    handler: EventHandler,
    options: { readonly limit?: number; readonly at?: Instant } = {},
  ): Promise<number> {
    const { leaseSeconds = 60, now = () => new Date() } = this.#options;
    const { limit = 1000, at } = options;
    const delivery = { limit, now: () => toEpochMilliseconds(at ?? now()), lease: leaseSeconds * 1000 };
    return deliverOutbox(this.#store, this.#law, handler, delivery);
  }

  /**
   * From now on the next version of the same city's law counts. Clocks that run keep their terms; those that start
   * later have the new ones. Where the law says that it counts for open tickets, too, `retime` with `terms: 'ofPack'`
   * comes after it. Every process of the platform must be told.
   * @throws HotlineError `packMismatch` or `notAuthorised`
   */
  usePack(pack: CityPack, { by }: { readonly by: Actor; readonly at: Instant }): void {
    checkedLawKeeper(by);
    this.#law.use(sameCity(this.pack, pack));
  }

  /**
   * Computes the deadlines of all open tickets anew, because a calendar has changed: a State Council notice came for
   * what was provisional, or was amended. Pauses and extensions stay, and terms unless asked otherwise. Every clock that
   * moves, or becomes official, gets an event `clock.retimed` with both due instants and the reason: the audit entry.
   * @param options.calendar replaces the pack's calendar of the same id, from now on; default the pack's own, as after
   * `usePack`
   * @returns how many tickets had clocks that changed
   * @throws HotlineError `packMismatch` or `notAuthorised`
   */
  async retime(options: RetimeOptions): Promise<{ readonly tickets: number }> {
    return { tickets: await retimeOpen(this.#law, options) };
  }

  /** Closes the store. */
  async close(): Promise<void> {
    await this.#store.close();
  }

  #resultOf(outcome: Outcome): Result {
    if (!outcome.ok) return outcome;
    const { record, events, repeated } = outcome;
    return { ok: true, ticket: this.#ticketOf(record), events, repeated };
  }

  #ticketOf(record: TicketRecord): Ticket {
    return new Ticket(record, this);
  }
}
