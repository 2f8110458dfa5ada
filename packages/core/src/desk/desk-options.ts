import type { CityPack } from '@hotline-kit/rules';
import { type Instant, toEpochMilliseconds, type WorkingCalendar } from '@hotline-kit/sla-calendar';
import type { TicketStore } from '../storage/store.js';
import type { Actor } from '../ticket/actor.js';
import type { EventName } from '../ticket/event.js';
import type { DeskHooks } from './hooks.js';

/** How a desk is set up. */
export interface DeskOptions {
  /** The city's law. */
  readonly pack: CityPack;
  /** Where the tickets are. */
  readonly store: TicketStore;
  /** Makes the id of a command that comes without one; default a random UUID. */
  readonly newId?: () => string;
  /** The wall clock behind `recordedAt` and the leases of `deliver`, and nothing else; default the system's. */
  readonly now?: () => Date;
  /** Which events leave through the outbox; default all. */
  readonly publish?: 'all' | 'none' | readonly EventName[];
  /** How many ticket numbers are reserved at a time; default 20. A restart leaves the rest of a block unused. */
  readonly numberBlock?: number;
  /**
   * Whether the desk itself finds the earlier tickets that a call repeats (the fact `repeatCount`), by what the procedure
   * says of merging: the same caller, matter, place within a time. One more query with each registration; default no.
   */
  readonly detectRepeats?: boolean;
  /** For logs and metrics. */
  readonly hooks?: DeskHooks;
  /** How long a worker may take over due clocks or events that leave before another takes them, in seconds; default 60. */
  readonly leaseSeconds?: number;
}

/** Who asks for a caller's identity, when, and why. */
export interface IdentityRequest {
  readonly by: Actor;
  readonly at: Instant;
  readonly reason?: string;
}

/** For whom logs are exported, and under which secret the lines are sealed that are cut for them. */
export interface ExportRequest {
  readonly at: Instant;
  readonly by: Actor | 'public';
  readonly key?: string;
}

/** Under which calendar deadlines are computed anew, by whom, when, and why. */
export interface RetimeOptions {
  readonly calendar?: WorkingCalendar;
  readonly at: Instant;
  readonly by: Actor;
  /** Such as the number of the notice. */
  readonly reason?: string;
  /**
   * `kept` (default): running clocks keep the terms that they were started with. `ofPack`: they have those of the pack
   * that counts now, from the start that they had; limits of the ticket's own, promises and statutory periods stay.
   */
  readonly terms?: 'kept' | 'ofPack';
}

/** An instant as the log has it. */
export function isoOf(at: Instant): string {
  return new Date(toEpochMilliseconds(at)).toISOString();
}
