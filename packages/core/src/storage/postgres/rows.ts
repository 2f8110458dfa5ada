import type { TicketEvent } from '../../ticket/event.js';
import { type EventRow, eventOf } from '../event-row.js';
import { snapshotOf } from '../snapshot-text.js';
import type { StoredTicket } from '../store.js';

/** A row of `ticket`, as it is read. */
export interface TicketText {
  readonly record: string;
  readonly head: string;
}

/** The snapshot of a row. */
export function storedOf({ record, head }: TicketText): StoredTicket {
  return { record: snapshotOf(record), head };
}

/** Rows of `event`, as they are read: hashes are hexadecimal text. */
export function eventsOf(rows: readonly EventRow<string>[]): readonly TicketEvent[] {
  return rows.map((row) => eventOf(row, (hash) => hash));
}
