import type {
  CommandRow,
  LoadedTicket,
  StoredTicket,
  TicketCommit,
  TicketStore,
  WantedTicket,
} from '../storage/store.js';
import type { TicketEvent } from '../ticket/event.js';
import type { Snapshots } from './snapshots.js';
import { WorkingTicket } from './working-ticket.js';

/** A ticket as a work sees it, and the row of the command that it was asked for, where that was carried out before. */
export interface Seen {
  readonly ticket: WorkingTicket;
  readonly done: CommandRow | undefined;
}

/**
 * Several commands that are written together or not at all.
 *
 * A presuming work takes the tickets that this process remembers as they are remembered, and asks the store for
 * nothing: that a ticket is still the same, and that no command was carried out before, is found by the commit. What
 * no commit will find out, such as a refusal, must be confirmed.
 */
export class Work {
  readonly #tickets = new Map<string, WorkingTicket>();
  #isStale = false;

  constructor(
    private readonly store: TicketStore,
    private readonly snapshots: Snapshots,
    private readonly presuming: boolean,
  ) {}

  /** Whether something was presumed that is not so: all of this work is to be done again. */
  get isStale(): boolean {
    return this.#isStale;
  }

  /** What can be seen without asking the store. */
  seen(id: string, command: string): Seen | undefined {
    const ticket = this.#tickets.get(id) ?? (this.presuming ? this.#remembered(id) : undefined);
    if (ticket === undefined) return undefined;
    const done = ticket.commands.get(command) ?? ticket.asked.get(command);
    const isKnown = this.presuming || ticket.isNew || done !== undefined || ticket.asked.has(command);
    return isKnown ? { ticket, done } : undefined;
  }

  /** The same, and where it cannot be seen the store is asked. */
  async load(id: string, command?: string): Promise<Seen> {
    const [seen] = await this.loadMany([{ ticket: id, command }]);
    return seen as Seen;
  }

  /** The same for several, in one round trip. */
  async loadMany(wanted: readonly WantedTicket[]): Promise<readonly Seen[]> {
    const missing = wanted
      .filter(({ ticket, command }) => !this.#isKnown(ticket, command))
      .map((each) => ({
        ...each,
        remembered: this.#tickets.get(each.ticket)?.loaded ?? this.snapshots.get(each.ticket),
      }));
    const [one] = missing;
    if (missing.length === 1 && one !== undefined) {
      this.#take(one, await this.store.load(one.ticket, one.command, one.remembered?.head));
    } else if (missing.length > 0) {
      const asked = missing.map(({ ticket, command, remembered }) => ({ ticket, command, known: remembered?.head }));
      const loaded = await this.store.loadMany(asked);
      for (const [index, each] of missing.entries()) this.#take(each, loaded[index] ?? {});
    }
    return wanted.map(({ ticket: id, command }) => {
      const ticket = this.#tickets.get(id) as WorkingTicket;
      const done = command === undefined ? undefined : (ticket.commands.get(command) ?? ticket.asked.get(command));
      return { ticket, done };
    });
  }

  /** Asks the store whether a ticket is what this work took it for, and the command not carried out before. */
  async confirm({ id, loaded, isNew, asked }: WorkingTicket, command: string): Promise<void> {
    if (!this.presuming || isNew || asked.has(command)) return;
    const found = await this.store.load(id, command, loaded?.head);
    if (!found.unchanged || found.command !== undefined) this.#isStale = true;
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

  #remembered(id: string): WorkingTicket | undefined {
    const stored = this.snapshots.get(id);
    if (stored === undefined) return undefined;
    const ticket = new WorkingTicket(id, stored);
    this.#tickets.set(id, ticket);
    return ticket;
  }

  #isKnown(id: string, command: string | undefined): boolean {
    const ticket = this.#tickets.get(id);
    if (ticket === undefined) return false;
    return command === undefined || ticket.isNew || ticket.commands.has(command) || ticket.asked.has(command);
  }

  #take({ ticket: id, command, remembered }: Missing, { stored, unchanged, command: done }: LoadedTicket): void {
    let ticket = this.#tickets.get(id);
    if (ticket === undefined) {
      if (stored !== undefined) this.snapshots.keep(id, stored);
      ticket = new WorkingTicket(id, unchanged ? remembered : stored);
      this.#tickets.set(id, ticket);
    }
    if (command !== undefined) ticket.asked.set(command, done);
  }
}

/** A ticket that the store is asked for, with what was remembered of it then. */
interface Missing extends WantedTicket {
  readonly remembered: StoredTicket | undefined;
}
