import { momentsOf } from '../clocks/due.js';
import type { Caller } from '../intake/call.js';
import { GENESIS_HASH, type SealContext, seal } from '../log/seal.js';
import type { CommandRow, StoredTicket, TicketCommit, TicketStore } from '../storage/store.js';
import type { NewEvent, TicketEvent } from '../ticket/event.js';
import type { TicketRecord } from '../ticket/ticket-record.js';
import type { Snapshots } from './snapshots.js';

/** One ticket while a unit of work goes on: what was loaded, and what has come to it since. */
export class WorkingTicket {
  record: TicketRecord | undefined;
  readonly events: TicketEvent[] = [];
  readonly commands = new Map<string, CommandRow>();
  caller: Caller | undefined;
  #head: string;

  constructor(
    readonly id: string,
    readonly loaded: StoredTicket | undefined,
  ) {
    this.record = loaded?.record;
    this.#head = loaded?.head ?? GENESIS_HASH;
  }

  /** The version in the log, with what this work adds. */
  get version(): number {
    return (this.loaded?.record.version ?? 0) + this.events.length;
  }

  /** Whether the ticket did not exist before this work. */
  get isNew(): boolean {
    return this.loaded === undefined;
  }

  /** Puts decided events into the log. */
  add(events: readonly NewEvent[], after: TicketRecord, context: SealContext): readonly TicketEvent[] {
    const sealed = seal(events, { version: this.version, hash: this.#head }, context);
    this.events.push(...sealed);
    this.#head = sealed.at(-1)?.hash ?? this.#head;
    this.record = after;
    return sealed;
  }

  /** What is to be written, if anything changed. */
  commit(leaves: (event: TicketEvent) => boolean): TicketCommit | undefined {
    const { record } = this;
    if (record === undefined || this.events.length === 0) return undefined;
    return {
      ticket: this.id,
      expectedVersion: this.loaded?.record.version ?? 0,
      ...(this.loaded === undefined ? {} : { before: this.loaded.record }),
      stored: { record, head: this.#head },
      events: this.events,
      commands: [...this.commands.values()],
      deadlines: changedDeadlines(this.loaded?.record, record),
      outbox: this.events.filter(leaves).map(({ version }) => version),
      ...(this.caller === undefined ? {} : { caller: this.caller }),
    };
  }
}

/** Several commands that are written together or not at all. */
export class Work {
  readonly #tickets = new Map<string, WorkingTicket>();

  constructor(
    private readonly store: TicketStore,
    private readonly snapshots: Snapshots,
  ) {}

  /** The ticket as this work sees it, and the row of the command where it was carried out before. */
  async load(id: string, command?: string): Promise<{ ticket: WorkingTicket; done: CommandRow | undefined }> {
    let ticket = this.#tickets.get(id);
    const doneHere = command === undefined ? undefined : ticket?.commands.get(command);
    if (ticket !== undefined && (ticket.isNew || command === undefined || doneHere !== undefined)) {
      return { ticket, done: doneHere };
    }
    const known = ticket?.loaded ?? this.snapshots.get(id);
    const { stored, unchanged, command: done } = await this.store.load(id, command, known?.head);
    if (ticket === undefined) {
      if (stored !== undefined) this.snapshots.keep(id, stored);
      ticket = new WorkingTicket(id, unchanged ? known : stored);
      this.#tickets.set(id, ticket);
    }
    return { ticket, done };
  }

  /** Writes it all; the id of a ticket that somebody else changed in between, or undefined. */
  async commit(leaves: (event: TicketEvent) => boolean): Promise<string | undefined> {
    const commits: TicketCommit[] = [];
    for (const ticket of this.#tickets.values()) {
      const commit = ticket.commit(leaves);
      if (commit !== undefined) commits.push(commit);
    }
    if (commits.length === 0) return undefined;
    const outcome = await this.store.commit(commits);
    if (!outcome.ok) return outcome.conflict;
    for (const { ticket, stored } of commits) this.snapshots.keep(ticket, stored);
    return undefined;
  }
}

/** The next moment of each clock that changed: only those rows are written. */
function changedDeadlines(before: TicketRecord | undefined, after: TicketRecord): ReadonlyMap<string, number | null> {
  const changed = new Map<string, number | null>();
  for (const id in after.clocks) {
    const was = before?.clocks[id];
    const is = after.clocks[id];
    if (is === undefined || is === was) continue;
    const next = momentsOf(is)[0]?.at ?? null;
    const previous = was === undefined ? null : (momentsOf(was)[0]?.at ?? null);
    if (next !== previous) changed.set(id, next);
  }
  return changed;
}
