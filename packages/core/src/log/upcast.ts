import { HotlineError, updateCore } from '../errors.js';
import type { EventName, TicketEvent } from '../ticket/event.js';

/** Turns the data of one version of an event into that of the next. Pure, and total: no old event may stop a replay. */
type Upcast = (data: unknown) => unknown;

/** By event type, the steps from version 1 on: the first lifts 1 to 2, the second 2 to 3. */
export type Upcasters = { readonly [T in EventName]?: readonly Upcast[] };

/** The steps of this package. A type that is missing has version 1. */
const upcasters: Upcasters = {};

/** The version in which an event of this type is written today. */
export function currentVersion(type: EventName, table: Upcasters = upcasters): number {
  return (table[type]?.length ?? 0) + 1;
}

/**
 * An event as today's code reads it. The log itself is never rewritten: hashes are over what was written then.
 * @throws HotlineError `logOfLaterVersion` where a later version of this package wrote it
 */
export function upcast(event: TicketEvent, table: Upcasters = upcasters): TicketEvent {
  const current = currentVersion(event.type, table);
  if (event.v === current) return event;
  if (event.v > current) {
    throw new HotlineError(
      'logOfLaterVersion',
      {
        zh: `事件“${event.type}”为第 ${event.v} 版，本软件包只识别到第 ${current} 版`,
        en: `"${event.type}" has version ${event.v}, this package knows ${current}`,
      },
      { ticket: event.ticket, fix: updateCore },
    );
  }
  const steps = table[event.type]?.slice(event.v - 1) ?? [];
  const data = steps.reduce<unknown>((each, step) => step(each), event.data);
  return { ...event, v: current, data } as TicketEvent;
}
