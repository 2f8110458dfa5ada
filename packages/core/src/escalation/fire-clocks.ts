import { type CityPack, escalate, isOutcome, type Outcome } from '@hotline-kit/rules';
import { clockChanges, isOpen, startClock } from '../clocks/clock-changes.js';
import { type DueMoment, dueMoments } from '../clocks/due.js';
import { factsOfTicket } from '../dispatch/facts-of-ticket.js';
import type { NewEvent } from '../ticket/event.js';
import { evolve } from '../ticket/evolve.js';
import type { IsoInstant } from '../ticket/instant.js';
import type { TicketRecord } from '../ticket/ticket-record.js';
import { isSupervised } from '../tracks/supervision/supervision-state.js';

/** A ticket with the events that brought it there. */
interface Fired {
  readonly ticket: TicketRecord;
  readonly events: readonly NewEvent[];
}

/**
 * Fires what is due on a ticket: warnings, breaches, and what the pack's escalation rules make of them.
 * Firing twice changes nothing, since the ticket remembers what was fired.
 */
export function fireClocks(ticket: TicketRecord, at: IsoInstant, pack: CityPack): Fired {
  const events: NewEvent[] = [];
  let current = ticket;
  const put = (event: NewEvent) => {
    events.push(event);
    current = evolve(current, event);
  };
  const add = (event: NewEvent) => {
    put(event);
    // A supervision that a clock brings about starts clocks of its own, as one that a person starts.
    for (const change of clockChanges(current, event, pack)) put(change);
  };
  for (const moment of dueMoments(ticket, at)) {
    const before = current;
    const outcomes = outcomesOf(evolve(before, fired(before, moment, at, [])), pack, at);
    add(fired(before, moment, at, outcomes));
    for (const outcome of outcomes) {
      const consequence = consequenceOf(current, outcome, at, pack);
      if (consequence !== undefined) add(consequence);
    }
  }
  return { ticket: current, events };
}

function fired(ticket: TicketRecord, moment: DueMoment, at: IsoInstant, outcomes: readonly Outcome[]): NewEvent {
  const { clock, what, warning } = moment;
  const dueAt = ticket.clocks[clock]?.dueAt ?? at;
  const envelope = { ticket: ticket.id, at, state: ticket.state };
  return what === 'breach'
    ? { ...envelope, type: 'clock.breached', data: { clock, dueAt, outcomes } }
    : { ...envelope, type: 'clock.warned', data: { clock, dueAt, warning, outcomes } };
}

/** Each escalation rule acts once a round; supervision only ever goes up. */
function outcomesOf(ticket: TicketRecord, pack: CityPack, at: IsoInstant): readonly Outcome[] {
  const outcomes = escalate(pack, factsOfTicket(ticket, pack, at), { at });
  return outcomes.filter(({ rule }) => !ticket.escalated.includes(rule));
}

/** What the desk itself does about an outcome. Notices and instructions leave with the event that carries them. */
function consequenceOf(ticket: TicketRecord, outcome: Outcome, at: IsoInstant, pack: CityPack): NewEvent | undefined {
  const { rule, article } = outcome;
  const ground = { rule, ...(article === undefined ? {} : { article }) };
  const envelope = { ticket: ticket.id, at, state: ticket.state };
  if (isOutcome(outcome, 'startClock')) {
    const clock = pack.clocks.find(({ id }) => id === outcome.params.clock);
    const record = ticket.clocks[outcome.params.clock];
    return clock === undefined || (record !== undefined && isOpen(record))
      ? undefined
      : startClock(ticket, clock, at, pack);
  }
  if (isOutcome(outcome, 'urge')) {
    const reason = outcome.params.text?.zh ?? rule;
    return { ...envelope, type: 'ticket.urged', data: { reason, ...ground } };
  }
  if (isOutcome(outcome, 'supervise')) {
    const { level, text } = outcome.params;
    const data = { level, reason: text?.zh ?? rule, ...ground };
    const { supervision } = ticket;
    if (!isSupervised(ticket)) return { ...envelope, type: 'supervision.started', data };
    if (level > supervision.level) return { ...envelope, type: 'supervision.escalated', data };
  }
  return undefined;
}
