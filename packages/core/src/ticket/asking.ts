import type { CityPack, TicketFacts } from '@hotline-kit/rules';
import type { Actor } from './actor.js';
import type { IsoInstant } from './instant.js';
import type { ChartCommand } from './machine.js';

/** What is asked of a ticket: whether a command may be given, by whom, when, and under which law. */
export interface Asking {
  readonly command: ChartCommand;
  readonly by: Actor;
  /** What rules may look at, the role of whoever gives the command among it. */
  readonly facts: TicketFacts;
  readonly pack: CityPack;
  /** When it is done: some commands have a window, a return from the dispatch, a reopening from the close. */
  readonly at: IsoInstant;
}
