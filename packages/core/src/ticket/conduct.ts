import type { CityPack, TicketFacts } from '@hotline-kit/rules';
import type { Actor } from './actor.js';
import type { Asking } from './asking.js';
import type { CommandData } from './command.js';
import type { DecideContext } from './decide-context.js';
import type { EventData, EventName } from './event.js';
import type { Fold } from './fold.js';
import type { ChartCommand, ChartGuard } from './machine.js';
import type { Refusal, Verdict } from './refusal.js';
import type { TicketRecord } from './ticket-record.js';

/** What a command brings about: its event, or why it cannot be. */
export type Performed =
  | { readonly ok: true; readonly event: { readonly [T in EventName]: readonly [T, EventData[T]] }[EventName] }
  | { readonly ok: false; readonly refusal: Refusal };

/** What a command knows beside the ticket and its data. */
interface PerformContext extends DecideContext {
  readonly by: Actor;
  readonly facts: TicketFacts;
}

/** Turns a command into its event. Whether it may be done at all was asked before. */
export type Perform<C extends ChartCommand> = (
  ticket: TicketRecord,
  data: CommandData[C],
  context: PerformContext,
) => Performed;

/** What holds in every city, whatever its procedure says. `data` is undefined when only asked what is possible. */
export type Check<C extends ChartCommand> = (
  ticket: TicketRecord,
  data: CommandData[C] | undefined,
  asking: Asking,
) => Verdict;

/** Chooses a way of the chart; it never refuses. */
export type Guard = (ticket: TicketRecord | undefined, facts: TicketFacts, pack: CityPack, data: unknown) => boolean;

/** What a track does: its commands' events, what must hold, its guards of the chart, and how its events fold. */
export interface TrackConduct<C extends ChartCommand, E extends EventName, G extends ChartGuard = never> {
  readonly perform: { readonly [Command in C]: Perform<Command> };
  readonly checks?: { readonly [Command in C]?: Check<Command> };
  readonly guards?: { readonly [Name in G]: Guard };
  readonly folds: { readonly [Type in E]: Fold<Type> };
}

/** The event of a command. */
export function done<T extends EventName>(type: T, data: EventData[T]): Performed {
  return { ok: true, event: [type, data] } as unknown as Performed;
}
