import type { CityPack } from '@hotline-kit/rules';
import { type Instant, toEpochMilliseconds } from '@hotline-kit/sla-calendar';
import { type AssessOptions, assess } from '../assessment/assess.js';
import type { Assessment } from '../assessment/assessment.js';
import type { FactRow } from '../assessment/fact-row.js';
import { type FigureQuery, openFigure } from '../assessment/open-figure.js';
import { StoreRows } from '../assessment/store-rows.js';
import { HotlineError } from '../errors.js';
import type { Call, Caller } from '../intake/call.js';
import { canonicalHash } from '../log/canonical.js';
import { type Verification, verifyLog } from '../log/verify.js';
import type { TicketStore } from '../storage/store.js';
import type { TicketQuery } from '../storage/ticket-query.js';
import type { Actor } from '../ticket/actor.js';
import type { EventName, TicketEvent } from '../ticket/event.js';
import { evolve } from '../ticket/evolve.js';
import type { TicketRecord } from '../ticket/ticket-record.js';
import { ticketView } from '../view/ticket-view.js';
import type { TicketView } from '../view/view-types.js';
import type { DeskCommand, GivenBy } from './desk-command.js';
import { Executor } from './executor.js';
import { Numbering } from './numbering.js';
import { type Result, Ticket } from './ticket.js';

/** How a desk is set up. */
export interface DeskOptions {
  /** The city's law. */
  readonly pack: CityPack;
  /** Where the tickets are. */
  readonly store: TicketStore;
  /** Makes the id of a command that comes without one; default a random UUID. */
  readonly newId?: () => string;
  /** The wall clock behind `recordedAt`, and nothing else; default the system's. */
  readonly now?: () => Date;
  /** Which events leave through the outbox; default all. */
  readonly publish?: 'all' | 'none' | readonly EventName[];
  /** How many ticket numbers are reserved at a time; default 20. A restart leaves the rest of a block unused. */
  readonly numberBlock?: number;
  /** How long a worker may take over fired clocks before another takes them, in seconds; default 60. */
  readonly leaseSeconds?: number;
}

/** What came of a run over the due clocks. */
export interface DueRun {
  /** Warnings and breaches fired. */
  readonly fired: number;
  /** When to run again at the latest; undefined where no clock runs. */
  readonly nextDueAt: Date | undefined;
  /** Tickets whose clocks could not be fired; they are tried again once their lease is over. */
  readonly failed: readonly { readonly ticket: string; readonly error: unknown }[];
}

/** Tickets fired in one transaction. */
const dueBatch = 100;

/**
 * Opens a desk: one city's law over one store of tickets. It connects and brings the tables up to date.
 * @throws HotlineError `storeUnavailable` where the database cannot be opened or written
 * @example
 * const desk = await openDesk({ pack, store: memoryStore() });
 * const result = await desk.register(call, { by: agent, at: '2023-07-10T09:02:00+08:00' });
 * if (result.ok) result.ticket.state; // 'received'
 */
export async function openDesk(options: DeskOptions): Promise<Desk> {
  await options.store.open();
  return new Desk(options);
}

/** The way in: everything that is done with tickets goes through here. Made by {@link openDesk}. */
export class Desk {
  /** The city's law. */
  readonly pack: CityPack;
  readonly #options: DeskOptions;
  readonly #store: TicketStore;
  readonly #numbering: Numbering;
  readonly #executor: Executor;
  readonly #leaseMilliseconds: number;
  readonly #assessed: StoreRows;

  /** @internal */
  constructor(options: DeskOptions, numbering?: Numbering) {
    const { pack, store, newId, now, publish = 'all', numberBlock = 20, leaseSeconds = 60 } = options;
    this.#options = options;
    this.#numbering = numbering ?? new Numbering(store, numberBlock);
    this.pack = pack;
    this.#store = store;
    this.#leaseMilliseconds = leaseSeconds * 1000;
    this.#assessed = new StoreRows(store, pack);
    this.#executor = new Executor({
      pack,
      store,
      numbering: this.#numbering,
      newId: newId ?? (() => globalThis.crypto.randomUUID()),
      now: now ?? (() => new Date()),
      leaves: publish === 'all' ? () => true : ({ type }) => publish !== 'none' && publish.includes(type),
    });
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
   * @throws HotlineError `commandIdReused` for the same id with another body
   * @throws InvalidInstantError for a time without offset
   */
  async execute(command: DeskCommand): Promise<Result> {
    const [result] = await this.batch([command]);
    return result as Result;
  }

  /**
   * Carries out commands in their order, in one transaction: each sees those before it. A refused one changes nothing
   * and does not stop the others; a fault undoes them all.
   */
  async batch(commands: readonly DeskCommand[]): Promise<readonly Result[]> {
    const outcomes = await this.#executor.batch(commands);
    return outcomes.map((outcome): Result => {
      if (!outcome.ok) return outcome;
      const { record, events, repeated } = outcome;
      return { ok: true, ticket: this.#ticketOf(record), events, repeated };
    });
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
    if (store === undefined) {
      throw new HotlineError('storeCannotJoin', "this store cannot join a transaction of the host's", {
        fix: 'use postgresStore, or write through the desk alone',
      });
    }
    return new Desk({ ...this.#options, store }, this.#numbering);
  }

  /**
   * Fires the clocks that are due: warnings, breaches, and the escalation that the pack draws from them. Call it from
   * any timer, cron or queue; several processes may call it at once.
   */
  async runDue(at: Instant): Promise<DueRun> {
    const now = toEpochMilliseconds(at);
    const instant = new Date(now).toISOString();
    const failed: { ticket: string; error: unknown }[] = [];
    let fired = 0;
    for (;;) {
      const due = await this.#store.claimDue(now, dueBatch, now + this.#leaseMilliseconds);
      if (due.length === 0) break;
      try {
        fired += await this.#executor.fire(due, instant);
      } catch {
        // One ticket must not hold up the others: each by itself, and those that still fail are reported.
        for (const ticket of due) {
          try {
            fired += await this.#executor.fire([ticket], instant);
          } catch (error) {
            failed.push({ ticket, error });
          }
        }
      }
    }
    const next = await this.#store.nextDueAt();
    return { fired, nextDueAt: next === undefined ? undefined : new Date(next), failed };
  }

  /** The ticket as it stands, or undefined. */
  async ticket(id: string): Promise<Ticket | undefined> {
    const { stored } = await this.#store.load(id);
    return stored === undefined ? undefined : this.#ticketOf(stored.record);
  }

  /** Tickets by state and lead, in pages ordered by id. */
  async find(query: TicketQuery = {}): Promise<readonly Ticket[]> {
    return (await this.#store.find(query)).map(({ record }) => this.#ticketOf(record));
  }

  /**
   * A ticket as plain JSON for a screen, cut to what the viewer may see.
   * @throws HotlineError `ticketUnknown`
   */
  async view(id: string, viewer: Actor | 'public', { at }: { readonly at: Instant }): Promise<TicketView> {
    const { stored } = await this.#store.load(id);
    if (stored === undefined) throw this.#unknown(id);
    const ticket = stored.record;
    const events = await this.#store.events(id, ticket.version);
    const instant = new Date(toEpochMilliseconds(at)).toISOString();
    const actions = () => (viewer === 'public' ? [] : this.#ticketOf(ticket).can(viewer, { at: instant }));
    return ticketView({ ticket, events, pack: this.pack, viewer, at: instant, actions });
  }

  /** The log of a ticket, in order. */
  async history(ticket: string): Promise<readonly TicketEvent[]> {
    return this.#store.events(ticket);
  }

  /**
   * Checks a ticket's log: every hash is computed again, and the fold of the events must be the snapshot.
   * @throws HotlineError `ticketUnknown`
   */
  async verify(ticket: string): Promise<Verification> {
    const { stored } = await this.#store.load(ticket);
    if (stored === undefined) throw this.#unknown(ticket);
    const events = await this.#store.events(ticket);
    const verified = verifyLog(events, stored.head);
    if (!verified.ok) return verified;
    const folded = events.reduce<TicketRecord | undefined>(evolve, undefined);
    if (canonicalHash(folded) === canonicalHash(stored.record)) return verified;
    const text = { zh: '快照与日志不符', en: 'the snapshot is not the fold of the log' };
    return { ok: false, version: events.length, reason: 'snapshotDiffers', text };
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
    return assess([...(await this.#assessed.read()), ...rows], this.pack, scope);
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
    return openFigure(await this.#assessed.read(), this.pack, query);
  }

  /** Who called. The host decides who may ask; nothing of it stands in the log. */
  async caller(ticket: string): Promise<Caller | undefined> {
    return this.#store.caller(ticket);
  }

  /** Erases the caller's identity; the log stays valid. False where there was none. */
  async eraseCaller(ticket: string): Promise<boolean> {
    return this.#store.eraseCaller(ticket);
  }

  /**
   * Hands the events waiting in the outbox to the host. At least once: an event whose handler threw, or whose process
   * died, comes again with the same ticket and version, the key by which the receiver tells.
   * @returns how many were delivered
   */
  async deliver(handler: (event: TicketEvent) => void | Promise<void>, { limit = 1000 } = {}): Promise<number> {
    const delivered: TicketEvent[] = [];
    try {
      for (const event of await this.#store.outbox(limit)) {
        await handler(event);
        delivered.push(event);
      }
    } finally {
      await this.#store.settle(delivered);
    }
    return delivered.length;
  }

  /** Closes the store. */
  async close(): Promise<void> {
    await this.#store.close();
  }

  #ticketOf(record: TicketRecord): Ticket {
    return new Ticket(record, this);
  }

  #unknown(ticket: string): HotlineError {
    return new HotlineError('ticketUnknown', `there is no ticket "${ticket}"`, { ticket });
  }
}
