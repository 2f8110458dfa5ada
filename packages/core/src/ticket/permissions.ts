import type { CityPack, CommandName } from '@hotline-kit/rules';
import { type Instant, toEpochMilliseconds } from '@hotline-kit/sla-calendar';
import { drawFacts } from '../dispatch/facts-of-ticket.js';
import { fireClocks } from '../escalation/fire-clocks.js';
import { type Actor, checkedActor } from './actor.js';
import { chartCommands } from './command.js';
import { legalInState } from './legal-in-state.js';
import type { ChartCommand } from './machine.js';
import { permission, type Takes } from './permission.js';
import type { Refusal } from './refusal.js';
import type { TicketRecord } from './ticket-record.js';

/** One command with whether it may be given now, and if not, why. */
export type Allowed = { readonly command: CommandName } & (
  | {
      readonly ok: true;
      /**
       * The values that may be named now, of each field of its data in which the law or the ticket leaves a choice: a
       * stage, a ground, a kind of reply, a duty. A field may be left out where the command does not ask for it.
       */
      readonly takes?: Takes;
    }
  | { readonly ok: false; readonly refusal: Refusal }
);

/** What is asked. */
export interface PermissionContext {
  readonly pack: CityPack;
  /** When a command would be given; default the instant of the ticket's last event. */
  readonly at?: Instant;
  /** Which commands are asked; all but `register`, unless said. */
  readonly commands?: readonly ChartCommand[];
}

const ofTickets = chartCommands.filter((command) => command !== 'register');

/**
 * Every command with ok, or the reason why this actor may not give it now, whatever its data: what is permitted, `decide`
 * accepts with some data, and what is denied it refuses with all. It is pure, as `decide` is.
 *
 * @throws HotlineError `invalidActor`
 * @example
 * permissions(ticket, handler, { pack }).find(({ command }) => command === 'submitReply');
 * // { command: 'submitReply', ok: true, takes: { kind: ['final', 'interim'] } }
 */
export function permissions(
  record: TicketRecord,
  by: Actor,
  { pack, at = record.updatedAt, commands = ofTickets }: PermissionContext,
): readonly Allowed[] {
  const actor = checkedActor(by);
  const instant = new Date(toEpochMilliseconds(at)).toISOString();
  // What is due by then comes before any command, as it will when one is given.
  const { ticket } = fireClocks(record, instant, pack);
  const facts = Object.assign(drawFacts(ticket, pack, instant), { actorRole: actor.role });
  return commands.map((command) => {
    const legal = legalInState(ticket.state, command);
    if (!legal.ok) return { command, ...legal };
    return { command, ...permission({ command, by: actor, facts, pack, at: instant }, ticket) };
  });
}
