import type { CityPack } from '@hotline-kit/rules';
import type { Actor } from '../ticket/actor.js';
import type { NewEvent, TicketEvent } from '../ticket/event.js';
import type { IsoInstant } from '../ticket/instant.js';
import { MACHINE_VERSION } from '../ticket/machine.js';
import { canonicalHash } from './canonical.js';
import { currentVersion } from './upcast.js';

/** `prevHash` of a ticket's first event. */
export const GENESIS_HASH = '0'.repeat(64);

/** The end of a ticket's log, to which the next event is chained. */
export interface LogHead {
  readonly version: number;
  readonly hash: string;
}

/** The same for all events of one command. */
export interface SealContext {
  readonly actor: Actor;
  readonly command: string;
  readonly correlation?: string;
  readonly recordedAt: IsoInstant;
  readonly rules: string;
  readonly calendar: string;
}

/** Under which pack and calendar an event was decided, as events record it. */
export function provenanceOf(pack: CityPack): Pick<SealContext, 'rules' | 'calendar'> {
  const { id, version, hash } = pack.defaultCalendar;
  return {
    rules: `${pack.id}@${pack.version}#${pack.hash.slice(0, 16)}`,
    calendar: `${id}@${version}#${hash.slice(0, 16)}`,
  };
}

/** Gives events their place in the log: numbers, origin, and the hash that chains each to the one before. */
export function seal(events: readonly NewEvent[], head: LogHead, context: SealContext): TicketEvent[] {
  let { version, hash } = head;
  return events.map((event) => {
    version += 1;
    // In the order of the canonical text, so that it is written at once.
    const open = {
      actor: context.actor,
      at: event.at,
      calendar: context.calendar,
      command: context.command,
      ...(context.correlation === undefined ? {} : { correlation: context.correlation }),
      data: event.data,
      machine: MACHINE_VERSION,
      prevHash: hash,
      recordedAt: context.recordedAt,
      rules: context.rules,
      state: event.state,
      ticket: event.ticket,
      type: event.type,
      v: currentVersion(event.type),
      version,
    };
    hash = canonicalHash(open);
    return { ...open, hash } as TicketEvent;
  });
}
