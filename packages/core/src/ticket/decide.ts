import { type CityPack, groundOf, type Label, type TicketFacts } from '@hotline-kit/rules';
import { drawFacts } from '../dispatch/facts-of-ticket.js';
import { performRegister } from '../tracks/intake/conduct.js';
import { aftermathOf } from './aftermath.js';
import type { Asking } from './asking.js';
import { citing } from './citing.js';
import type { Command, CommandData } from './command.js';
import { parseData } from './command-data.js';
import type { Perform, Performed } from './conduct.js';
import { guards, perform } from './conducts.js';
import type { DecideContext } from './decide-context.js';
import type { NewEvent } from './event.js';
import { evolve } from './evolve.js';
import { legalInState } from './legal-in-state.js';
import { authorised, lawful, possible } from './legality.js';
import type { ChartCommand, ChartState } from './machine.js';
import type { MoreFields } from './more-fields.js';
import type { Refusal } from './refusal.js';
import type { TicketRecord } from './ticket-record.js';
import { nextState } from './transition-table.js';

/** What comes of a command: its events and the ticket after them, or why it is refused. */
export type Decision =
  | { readonly ok: true; readonly events: readonly NewEvent[]; readonly ticket: TicketRecord }
  | { readonly ok: false; readonly refusal: Refusal };

/**
 * Decides one command, once: chart, authority, data, the city's procedure, what holds everywhere; then the events, the
 * clocks' among them. It is pure: the same ticket, command and context give the same decision.
 *
 * @param ticket undefined before `register`
 * @example
 * const decision = decide(ticket, { type: 'sign', data: {}, by: clerk }, { pack, at, ticket: ticket.id });
 * if (decision.ok) decision.events; // [{ type: 'ticket.signed', … }, { type: 'clock.stopped', … }, …]
 */
export function decide(ticket: TicketRecord | undefined, command: Command, context: DecideContext): Decision {
  const { pack } = context;
  const state: ChartState = ticket?.state ?? 'draft';
  const legal = legalInState(state, command.type);
  if (!legal.ok) return legal;

  const actorRole = command.by.role;
  const withRole = (of: TicketRecord): TicketFacts => Object.assign(drawFacts(of, pack, context.at), { actorRole });
  const facts = ticket === undefined ? { actorRole } : withRole(ticket);
  const asking: Asking = { command: command.type, by: command.by, facts, pack, at: context.at };
  const allowed = authorised(asking, ticket, command.data);
  if (!allowed.ok) return allowed;

  const parsed = parseData(command.type, command.data, pack);
  if (!parsed.ok) return parsed;
  const { data, more } = parsed;

  if (ticket !== undefined) {
    const able = possible(asking, ticket, Object.keys(more).length === 0 ? data : { ...more, ...data });
    if (!able.ok) return able;
  }
  const performed = performOn(ticket, { type: command.type, data, by: command.by } as Command, facts, context);
  if (!performed.ok) return performed;

  const target = nextState(state, command.type, (guard) => guards[guard](ticket, facts, pack, data)) ?? state;
  const [type, eventData] = performed.event;
  const told = toldBeside(eventData, groundTold(pack, command.type, facts, eventData, data), more);
  const event = { ticket: context.ticket, type, at: context.at, state: target, data: told } as NewEvent;

  // Of a new ticket the procedure asks what its registration made of it.
  const about = ticket ?? evolve(undefined, event);
  // What a procedure demands may have been given, or found: the lead of a dispatch, the number of a ticket.
  const given = { ...more, ...eventData, ...data };
  const askingOf = ticket === undefined ? { ...asking, facts: withRole(about) } : asking;
  const complete = lawful(askingOf, about, given);
  if (!complete.ok) return complete;

  const cited = citing(event, askingOf, about, given);
  const after = ticket === undefined ? about : evolve(ticket, cited);
  const aftermath = aftermathOf(after, cited, command.type, given, askingOf.facts, pack);
  return { ok: true, events: [cited, ...aftermath.events], ticket: aftermath.ticket };
}

function performOn(
  ticket: TicketRecord | undefined,
  command: Command,
  facts: TicketFacts,
  context: DecideContext,
): Performed {
  if (ticket === undefined) return performRegister(command.data as CommandData['register'], context);
  const act = perform[command.type as Exclude<ChartCommand, 'register'>] as Perform<Exclude<ChartCommand, 'register'>>;
  const { pack, at, number, root } = context;
  return act(ticket, command.data as never, { pack, at, ticket: context.ticket, number, root, facts, by: command.by });
}

/** The data of an event, and beside it what few have: what the citizen is told, and the fields that the pack names. */
function toldBeside(data: object, tell: Label | undefined, more: MoreFields): object {
  const hasMore = Object.keys(more).length > 0;
  if (tell === undefined && !hasMore) return data;
  return { ...data, ...(tell === undefined ? {} : { tell }), ...(hasMore ? { more } : {}) };
}

/** What the ground that a command names lets the citizen be told: why, and which way is open instead. */
function groundTold(
  { procedure }: CityPack,
  command: ChartCommand,
  facts: TicketFacts,
  event: object,
  data: object,
): Label | undefined {
  if (!('ground' in event) && !('ground' in data)) return undefined;
  const given: Readonly<Record<string, unknown>> = { ...event, ...data };
  return typeof given.ground === 'string' ? groundOf(procedure, command, facts, given)?.tell : undefined;
}
