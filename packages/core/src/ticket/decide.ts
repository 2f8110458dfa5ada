import { clockChanges } from '../clocks/clock-changes.js';
import { factsOfTicket } from '../dispatch/facts-of-ticket.js';
import { performRegister } from '../tracks/intake/conduct.js';
import { type Command, type CommandData, commandSchemas } from './command.js';
import type { Perform, Performed } from './conduct.js';
import { guards, perform } from './conducts.js';
import type { DecideContext } from './decide-context.js';
import type { NewEvent } from './event.js';
import { evolve } from './evolve.js';
import { authorised, lawful, legalInState } from './legality.js';
import type { ChartCommand, ChartState } from './machine.js';
import { type Refusal, refuse } from './refusal.js';
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

  const facts = ticket === undefined ? {} : factsOfTicket(ticket, pack, context.at);
  const allowed = authorised(command.type, command.by, ticket, facts, pack);
  if (!allowed.ok) return allowed;

  const parsed = commandSchemas[command.type].safeParse(command.data);
  if (!parsed.success) return { ok: false, refusal: invalidData(command.type, parsed.error.issues) };
  const { data } = parsed;

  if (ticket !== undefined) {
    const possible = lawful(command.type, ticket, undefined, facts, pack, context.at);
    if (!possible.ok) return possible;
  }
  const performed = performOn(ticket, { ...command, data } as Command, context);
  if (!performed.ok) return performed;

  const target = nextState(state, command.type, (guard) => guards[guard](ticket, facts, pack)) ?? state;
  const [type, eventData] = performed.event;
  const event = { ticket: context.ticket, type, at: context.at, state: target, data: eventData } as NewEvent;
  const after = evolve(ticket, event);

  // What a procedure demands may have been given, or found: the lead of a dispatch, the number of a ticket.
  const given = { ...eventData, ...data };
  const asked = ticket === undefined ? factsOfTicket(after, pack, context.at) : facts;
  const complete = lawful(command.type, ticket ?? after, given, asked, pack, context.at);
  if (!complete.ok) return complete;

  const changes = clockChanges(after, event, pack);
  return { ok: true, events: [event, ...changes], ticket: changes.reduce<TicketRecord>(evolve, after) };
}

function performOn(ticket: TicketRecord | undefined, command: Command, context: DecideContext): Performed {
  if (ticket === undefined || command.type === 'register') {
    return performRegister(command.data as CommandData['register'], context);
  }
  const act = perform[command.type] as Perform<Exclude<ChartCommand, 'register'>>;
  return act(ticket, command.data as never, { ...context, by: command.by });
}

function invalidData(
  command: ChartCommand,
  issues: readonly { readonly path: PropertyKey[]; readonly message: string }[],
): Refusal {
  const problems = issues.map(({ path, message }) => {
    const field = path.map(String).join('.');
    return {
      code: 'invalidData',
      field,
      text: {
        zh: `${command} 的数据"${field || '/'}"有误：${message}`,
        en: `${command}: "${field || '/'}": ${message}`,
      },
    };
  });
  const [first] = problems;
  const zh = first?.text.zh ?? '数据有误';
  const en = first?.text.en ?? 'the data is not valid';
  return refuse('invalidData', zh, en, { problems }).refusal;
}
