import type { StoredTicket } from '../storage/store.js';
import type { TicketRecord } from '../ticket/ticket-record.js';

/** Tickets kept; the one longest unused goes first. */
const most = 1000;

/**
 * The snapshots that this process worked on last, so that a busy ticket need not be read and parsed for each of its
 * commands. They are only a memory of what a hash stands for: the store still says where a ticket's log ends, and a
 * commit still finds whether it is the newest version. Frozen, for the host holds the same objects.
 */
export class Snapshots {
  readonly #byTicket = new Map<string, StoredTicket>();

  /** The snapshot that was seen last. */
  get(ticket: string): StoredTicket | undefined {
    return this.#byTicket.get(ticket);
  }

  /** Remembers a snapshot as it was read or written. */
  keep(ticket: string, stored: StoredTicket): void {
    freeze(stored.record, this.#byTicket.get(ticket)?.record);
    this.#byTicket.delete(ticket);
    this.#byTicket.set(ticket, stored);
    if (this.#byTicket.size > most) this.#byTicket.delete(this.#byTicket.keys().next().value ?? '');
  }
}

/**
 * Versions of a ticket share what did not change: that was frozen, to its depths, with the version before. Both have
 * their fields in one order; where they had not, something would be frozen twice.
 */
function freeze(record: TicketRecord, before: TicketRecord | undefined): void {
  const frozen: readonly unknown[] = before === undefined ? [] : Object.values(before);
  let index = 0;
  for (const key in record) {
    const value = record[key as keyof TicketRecord];
    if (value !== frozen[index++]) freezeDeep(value);
  }
  Object.freeze(record);
}

function freezeDeep(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const key in value) freezeDeep((value as Readonly<Record<string, unknown>>)[key]);
}
