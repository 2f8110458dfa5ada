import type { Facts, TicketFacts } from '../../facts.js';
import type { CommandName } from '../../vocabulary/commands.js';
import type { Procedure } from '../procedure.js';

/** The data that a command brings. */
export type CommandData = Readonly<Record<string, unknown>>;

/** A command that is asked of a procedure: given these facts, with this data. */
export interface Asked {
  readonly procedure: Procedure;
  readonly command: CommandName;
  readonly facts: Facts | TicketFacts;
  readonly data: CommandData;
}

/** What data names by itself, and conditions of the procedure may look at: its key, and the fact. */
const NAMED = Object.entries({ ground: 'ground', kind: 'replyKind', stage: 'stage' });

/** The facts, and beside them the ground, the kind of reply and the stage that the data names. */
export function factsWithData(facts: Facts | TicketFacts, data: CommandData): Facts {
  let named: Record<string, unknown> | undefined;
  for (const [key, fact] of NAMED) {
    const value = own(data, key);
    if (typeof value !== 'string') continue;
    named ??= { ...facts };
    named[fact] = value;
  }
  return named ?? (facts as Facts);
}

/** What an object says of itself, never what its prototype does. */
export function own(object: object, key: string): unknown {
  return Object.hasOwn(object, key) ? (object as Facts)[key] : undefined;
}

/** A fact that is a number; 0 where it is absent. */
export function countOf(facts: Facts | TicketFacts, fact: string): number {
  const value = own(facts, fact);
  return typeof value === 'number' ? value : 0;
}
