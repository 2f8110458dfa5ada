import type { Instant } from '@hotline-kit/sla-calendar';
import type { Actor } from '../ticket/actor.js';
import type { CommandData } from '../ticket/command.js';
import type { ChartCommand } from '../ticket/machine.js';

/** By whom, when, and under which id a command is given. */
export interface GivenBy {
  /** Id of the command: the same one again gives the stored result. The desk makes one where it is missing. */
  readonly id?: string;
  readonly by: Actor;
  /** When it is done: a `Date`, epoch milliseconds, or ISO text with offset. */
  readonly at: Instant;
  /**
   * Refuses where the ticket has changed since this version. Entries that only tell who looked up, or erased, who
   * called are no change.
   */
  readonly expectedVersion?: number;
  /** Ties commands together that one cause brought about. */
  readonly correlation?: string;
}

/** A command as `execute` and `batch` take it. A ticket that is registered gets the id `ticket`, or else the command's. */
export type DeskCommand<C extends ChartCommand = ChartCommand> = C extends 'register'
  ? GivenBy & { readonly ticket?: string; readonly type: C; readonly data: CommandData[C] }
  : C extends ChartCommand
    ? GivenBy & { readonly ticket: string; readonly type: C; readonly data: CommandData[C] }
    : never;
