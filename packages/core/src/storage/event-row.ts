import type { Actor } from '../ticket/actor.js';
import type { TicketEvent } from '../ticket/event.js';

/** The columns of the table `event`, in the order of {@link eventValues}. */
export const eventColumns = [
  'ticket',
  'version',
  'type',
  'v',
  'at',
  'recorded_at',
  'actor',
  'command',
  'correlation',
  'machine',
  'rules',
  'calendar',
  'state',
  'data',
  'prev_hash',
  'hash',
] as const;

/**
 * A row of the table `event`, as a driver gives it: whole numbers may come as text or bigint.
 * @typeParam H how it gives a hash: as bytes, or as hexadecimal text
 */
export interface EventRow<H> {
  readonly ticket: string;
  readonly version: number | bigint;
  readonly type: string;
  readonly v: number | bigint;
  readonly at: number | bigint | string;
  readonly recorded_at: number | bigint | string;
  readonly actor: string;
  readonly command: string;
  readonly correlation: string | null;
  readonly machine: string;
  readonly rules: string;
  readonly calendar: string;
  readonly state: string;
  readonly data: string;
  readonly prev_hash: H;
  readonly hash: H;
}

/** What comes of a value, of which that of one command is the same. */
class Last<T, R> {
  #of: T | undefined;
  #result: R | undefined;

  constructor(private readonly make: (value: T) => R) {}

  get(value: T): R {
    if (value !== this.#of) {
      this.#result = this.make(value);
      this.#of = value;
    }
    return this.#result as R;
  }
}

const at = new Last(Date.parse);
const recordedAt = new Last(Date.parse);
const actor = new Last((by: Actor) => JSON.stringify(by));

/** The values of an event's row. */
export function eventValues<H>(event: TicketEvent, hashOf: (hex: string) => H): (string | number | null | H)[] {
  return [
    event.ticket,
    event.version,
    event.type,
    event.v,
    at.get(event.at),
    recordedAt.get(event.recordedAt),
    actor.get(event.actor),
    event.command,
    event.correlation ?? null,
    event.machine,
    event.rules,
    event.calendar,
    event.state,
    JSON.stringify(event.data),
    hashOf(event.prevHash),
    hashOf(event.hash),
  ];
}

/** The event of a row. */
export function eventOf<H>(row: EventRow<H>, hexOf: (hash: H) => string): TicketEvent {
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
