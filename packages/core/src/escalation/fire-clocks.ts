import type { CityPack, Outcome } from '@hotline-kit/rules';
import { type DueMoment, dueMoments } from '../clocks/due.js';
import type { NewEvent } from '../ticket/event.js';
import { evolve } from '../ticket/evolve.js';
import type { IsoInstant } from '../ticket/instant.js';
import { reactionsOf } from '../ticket/reactions.js';
import type { TicketRecord } from '../ticket/ticket-record.js';
import { consequenceOf, escalationOf } from './consequence.js';

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
    const after = reactionsOf(current, event, pack);
    events.push(...after.events);
    current = after.ticket;
  };
  // What one moment brings may be due already: a clock that stood until the end of a suspension.
  for (let [moment] = dueMoments(current, at); moment !== undefined; [moment] = dueMoments(current, at)) {
    const before = current;
    const outcomes = escalationOf(evolve(before, fired(before, moment, at, [])), pack, at);
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
