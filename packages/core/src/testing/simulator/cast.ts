import type { CityPack } from '@hotline-kit/rules';
import type { WorkingCalendar } from '@hotline-kit/sla-calendar';
import type { DeskCommand } from '../../desk/desk-command.js';
import type { Call } from '../../intake/call.js';
import type { TicketStore } from '../../storage/store.js';
import type { Actor } from '../../ticket/actor.js';

/** What is lived in a simulation, and by whom. */
export interface Cast {
  readonly pack: CityPack;
  /** The pack that `changedPack` changes to and back from. */
  readonly otherPack: CityPack;
  /** The calendar that `amendedCalendar` changes to and back from; its id is one of the pack's. */
  readonly otherCalendar: WorkingCalendar;
  /** The call that every life begins with. */
  readonly call: Call;
  /** Who takes it. */
  readonly agent: Actor;
  /** ISO text of the first instant. */
  readonly start: string;
  /** By state, what is usually done there and by whom: three steps of four follow the life. */
  readonly ways: Readonly<Record<string, readonly (readonly [command: string, by: Actor])[]>>;
  /** By command, data to try; the others are anything of these. */
  readonly data: Readonly<Record<string, readonly unknown[]>>;
  /** Everybody who may come along. */
  readonly people: readonly Actor[];
  /** A new, empty store; default in memory. */
  readonly makeStore?: () => TicketStore | Promise<TicketStore>;
}

/** The command that a step means, at the state where the ticket stands. */
export function commandOf(
  cast: Cast,
  state: string,
  ticket: string,
  choice: number,
): Pick<DeskCommand, 'type' | 'by'> & { readonly ticket: string; readonly data: unknown } {
  const ways = cast.ways[state] ?? [];
  const follows = ways.length > 0 && choice % 4 > 0;
  const rest = Math.floor(choice / 4);
  const way = ways[rest % Math.max(ways.length, 1)];
  const names = Object.keys(cast.data);
  const type = (follows ? way?.[0] : names[rest % names.length]) ?? '';
  const by = (follows ? way?.[1] : cast.people[Math.floor(rest / 64) % cast.people.length]) ?? cast.agent;
  const options = cast.data[type] ?? [{}];
  return { type: type as DeskCommand['type'], by, ticket, data: options[Math.floor(rest / 8192) % options.length] };
}
