import type { Actor } from '../ticket/actor.js';
import type { TicketEvent } from '../ticket/event.js';
import type { IsoInstant } from '../ticket/instant.js';
import type { Refusal } from '../ticket/refusal.js';
import type { DeskCommand } from './desk-command.js';

/** What of an event goes into a log file or a metric: that it happened, and nothing of what it says. */
export type ToldEvent = Pick<TicketEvent, 'version' | 'type' | 'state'>;

/** A command that was given, without its data: nothing of a citizen goes into a log file or a metric. */
export interface GivenCommand {
  readonly id: string;
  readonly ticket: string;
  readonly type: DeskCommand['type'];
  /** Who gave it; of citizens and enterprises only the role, for their ids lead to who they are. */
  readonly actor: Omit<Actor, 'id'> & { readonly id?: string };
  readonly at: IsoInstant;
}

/** A warning or a breach that was fired. */
export interface FiredClock {
  readonly ticket: string;
  readonly clock: string;
  readonly what: 'warning' | 'breach';
  readonly at: IsoInstant;
  /** By how much it was fired after its instant, in milliseconds: how late the workers are. */
  readonly lag: number;
}

/** For logs and metrics. Called after the commit, in order; what a hook throws changes nothing and is not reported. */
export interface DeskHooks {
  /** A command was carried out, or had been before. */
  onCommand?(command: GivenCommand & { readonly events: readonly ToldEvent[]; readonly repeated: boolean }): void;
  /** A command was refused. */
  onRefusal?(command: GivenCommand & { readonly refusal: Refusal }): void;
  /** A clock was fired by `runDue`. */
  onDue?(fired: FiredClock): void;
}

/** Calls a hook, if there is one; its faults are its own. */
export function tell<T>(hook: ((told: T) => void) | undefined, told: T): void {
  try {
    hook?.(told);
  } catch {}
}

/** An actor as a hook may know them. */
export function toldActor({ id, role, unit }: Actor): GivenCommand['actor'] {
  const isOutside = role === 'citizen' || role === 'enterprise';
  return { role, ...(isOutside ? {} : { id }), ...(unit === undefined ? {} : { unit }) };
}

/** Events as a hook may know them. */
export function toldEvents(events: readonly TicketEvent[]): readonly ToldEvent[] {
  return events.map(({ version, type, state }) => ({ version, type, state }));
}
