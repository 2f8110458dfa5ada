import type { Caller } from '../intake/call.js';
import type { TicketEvent } from '../ticket/event.js';
import type { TicketRecord } from '../ticket/ticket-record.js';
import type { TicketQuery } from './ticket-query.js';

/** A ticket as a store keeps it: the snapshot and the end of its log. */
export interface StoredTicket {
  readonly record: TicketRecord;
  /** Hash of the last event. */
  readonly head: string;
}

/** That a command was carried out: what makes a second try give the first one's result. */
export interface CommandRow {
  readonly id: string;
  /** Hash of what was asked; another body under the same id is an error. */
  readonly bodyHash: string;
  /** Versions of the events it brought, both ends included. */
  readonly firstVersion: number;
  readonly lastVersion: number;
}

/** When a ticket's clock next brings something by itself. */
export interface Deadline {
  readonly ticket: string;
  readonly clock: string;
  /** Epoch milliseconds. */
  readonly dueAt: number;
}

/** Everything that changes with one ticket, written together or not at all. */
export interface TicketCommit {
  readonly ticket: string;
  /** The version that it was decided on; 0 for a new ticket. */
  readonly expectedVersion: number;
  /**
   * The end of the log that it was decided on; of no account for a new ticket. The version alone does not tell: after a
   * transaction that was rolled back, another event may stand under the same number.
   */
  readonly expectedHead: string;
  /** The snapshot that it was decided on, where it is known: a store may write only what differs. */
  readonly before?: TicketRecord;
  readonly stored: StoredTicket;
  readonly events: readonly TicketEvent[];
  readonly commands: readonly CommandRow[];
  /** The ticket's next moments by clock: set, or null where the clock has none any more. */
  readonly deadlines: ReadonlyMap<string, number | null>;
  /** Versions of the events that leave through the outbox. */
  readonly outbox: readonly number[];
  readonly caller?: Caller;
}

/** What tells one event from all others. */
export type EventKey = Pick<TicketEvent, 'ticket' | 'version'>;

/** What a store knows of a ticket; nothing at all where there is no such ticket. */
export interface LoadedTicket {
  readonly stored?: StoredTicket;
  readonly unchanged?: true;
  readonly command?: CommandRow;
}

/** A ticket to load, and what the caller knows of it; see {@link TicketStore.load}. */
export interface WantedTicket {
  readonly ticket: string;
  readonly command?: string | undefined;
  readonly known?: string | undefined;
}

/** Whether a commit was written, or which ticket somebody else had changed in between. */
export type CommitOutcome = { readonly ok: true } | { readonly ok: false; readonly conflict: string };

/**
 * What the desk needs of a database. Each key begins with the ticket's id, and a commit touches rows of its tickets
 * only, so the same tables can be spread over machines.
 */
export interface TicketStore {
  /** Connects, and checks the tables or brings them up to date; called by `openDesk`. */
  open(): Promise<void>;
  /**
   * The same tickets through an open transaction of the host's: what is written stands or falls with it. Only numbers
   * are reserved outside. Absent where the store cannot.
   */
  within?(connection: unknown): TicketStore;
  /**
   * The ticket and, where asked for, the row of a command already carried out on it.
   * @param known end of the log whose snapshot the caller has: where the ticket's log still ends there, the store says
   * `unchanged` and may leave the snapshot out
   */
  load(ticket: string, command?: string, known?: string): Promise<LoadedTicket>;
  /** The same for several tickets in one round trip, in the order in which they are wanted. */
  loadMany(wanted: readonly WantedTicket[]): Promise<readonly LoadedTicket[]>;
  /** The log in order; `through` cuts it after a version. */
  events(ticket: string, through?: number): Promise<readonly TicketEvent[]>;
  /** All commits or none. A version or an end of the log that is not the expected one is a conflict, not an error. */
  commit(commits: readonly TicketCommit[]): Promise<CommitOutcome>;
  /** Reserves `count` numbers of a scope in a statement of its own and gives the first. */
  reserveNumbers(scope: string, count: number): Promise<number>;
  /** Tickets with something due at `at` and not leased, leased until `leaseUntil`; epoch milliseconds. */
  claimDue(at: number, limit: number, leaseUntil: number): Promise<readonly string[]>;
  /** The earliest deadline, in epoch milliseconds. */
  nextDueAt(): Promise<number | undefined>;
  /**
   * Events waiting in the outbox, leased until `leaseUntil`; epoch milliseconds. A ticket's events go to one worker at
   * a time and in their order: while one of them is leased, those after it wait.
   */
  claimOutbox(at: number, limit: number, leaseUntil: number): Promise<readonly TicketEvent[]>;
  /** Takes delivered events out of the outbox. */
  settle(delivered: readonly EventKey[]): Promise<void>;
  /** Ends the lease of events that were not delivered: the next worker may claim them at once. */
  release(undelivered: readonly EventKey[]): Promise<void>;
  /** Tickets of one page, in the query's order. */
  find(query: TicketQuery): Promise<readonly StoredTicket[]>;
  /** The caller's identity, if it was given and not erased. */
  caller(ticket: string): Promise<Caller | undefined>;
  /** Erases the caller's identity; the log stays valid, for it never held it. */
  eraseCaller(ticket: string): Promise<boolean>;
  /** Gives the connection back. */
  close(): Promise<void>;
}
