import type { TicketEvent } from '../../ticket/event.js';
import type { SqliteValue } from './driver.js';
import { bytesOf, hexOf } from './hex.js';

/** A row of the table `event`, as the drivers give it. */
export interface EventRow {
  readonly ticket: string;
  readonly version: number | bigint;
  readonly type: string;
  readonly v: number | bigint;
  readonly at: number | bigint;
  readonly recorded_at: number | bigint;
  readonly actor: string;
  readonly command: string;
  readonly correlation: string | null;
  readonly machine: string;
  readonly rules: string;
  readonly calendar: string;
  readonly state: string;
  readonly data: string;
  readonly prev_hash: Uint8Array;
  readonly hash: Uint8Array;
}

/** In the order of {@link valuesOf}. */
export const insertEvent = `insert into event
  (ticket, version, type, v, at, recorded_at, actor, command, correlation, machine, rules, calendar, state, data, prev_hash, hash)
  values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

/** The values of an event's row. */
export function valuesOf(event: TicketEvent): SqliteValue[] {
  return [
    event.ticket,
    event.version,
    event.type,
    event.v,
    Date.parse(event.at),
    Date.parse(event.recordedAt),
    JSON.stringify(event.actor),
    event.command,
    event.correlation ?? null,
    event.machine,
    event.rules,
    event.calendar,
    event.state,
    JSON.stringify(event.data),
    bytesOf(event.prevHash),
    bytesOf(event.hash),
  ];
}

/** The event of a row. */
export function eventOf(row: EventRow): TicketEvent {
  return {
    ticket: row.ticket,
    version: Number(row.version),
    type: row.type,
    v: Number(row.v),
    at: new Date(Number(row.at)).toISOString(),
    recordedAt: new Date(Number(row.recorded_at)).toISOString(),
    actor: JSON.parse(row.actor),
    command: row.command,
    ...(row.correlation === null ? {} : { correlation: row.correlation }),
    machine: row.machine,
    rules: row.rules,
    calendar: row.calendar,
    state: row.state,
    prevHash: hexOf(row.prev_hash),
    data: JSON.parse(row.data),
    hash: hexOf(row.hash),
  } as TicketEvent;
}
