import type { TicketEvent } from '../../ticket/event.js';
import type { StoredTicket } from '../store.js';

/** A row of `ticket`, as it is read. */
export interface TicketText {
  readonly record: string;
  readonly head: string;
}

/** A row of `event`, as it is read; PostgreSQL's bigint comes as text. */
export interface EventText {
  readonly ticket: string;
  readonly version: number;
  readonly type: string;
  readonly v: number;
  readonly at: string | number | bigint;
  readonly recorded_at: string | number | bigint;
  readonly actor: string;
  readonly command: string;
  readonly correlation: string | null;
  readonly machine: string;
  readonly rules: string;
  readonly calendar: string;
  readonly state: string;
  readonly data: string;
  readonly prev_hash: string;
  readonly hash: string;
}

/** The snapshot of a row. */
export function storedOf({ record, head }: TicketText): StoredTicket {
  return { record: JSON.parse(record), head };
}

/** The event of a row. */
export function eventOf(row: EventText): TicketEvent {
  return {
    ticket: row.ticket,
    version: row.version,
    type: row.type,
    v: row.v,
    at: new Date(Number(row.at)).toISOString(),
    recordedAt: new Date(Number(row.recorded_at)).toISOString(),
    actor: JSON.parse(row.actor),
    command: row.command,
    ...(row.correlation === null ? {} : { correlation: row.correlation }),
    machine: row.machine,
    rules: row.rules,
    calendar: row.calendar,
    state: row.state,
    prevHash: row.prev_hash,
    data: JSON.parse(row.data),
    hash: row.hash,
  } as TicketEvent;
}
