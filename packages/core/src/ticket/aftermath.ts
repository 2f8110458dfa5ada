import { type CityPack, consequencesOf, dutiesOf, type TicketFacts } from '@hotline-kit/rules';
import { isOpen } from '../clocks/clock-changes.js';
import { consequenceOf, escalationOf, type Grounded, groundedIn } from '../escalation/consequence.js';
import { arising, isLifeOver } from '../tracks/informing/arising.js';
import { dutyClock } from '../tracks/informing/duty-key.js';
import type { NewEvent } from './event.js';
import { evolve } from './evolve.js';
import type { ChartCommand } from './machine.js';
import { reactionsOf } from './reactions.js';
import type { TicketRecord } from './ticket-record.js';

/** A ticket, and the events that brought it there after its command's own. */
interface Aftermath {
  readonly ticket: TicketRecord;
  readonly events: readonly NewEvent[];
}

/**
 * What follows from a command's event, in the same commit: the clocks that react, what the procedure makes of it (who
 * is held accountable, who is told), whom it obliges to inform, and what the escalation rules say of the ticket now.
 *
 * @param ticket the ticket after the event
 */
export function aftermathOf(
  ticket: TicketRecord,
  event: NewEvent,
  command: ChartCommand,
  data: Readonly<Record<string, unknown>>,
  facts: TicketFacts,
  pack: CityPack,
): Aftermath {
  const events: NewEvent[] = [];
  let current = ticket;
  const put = (next: NewEvent) => {
    events.push(next);
    current = evolve(current, next);
  };
  const react = (to: NewEvent) => {
    const after = reactionsOf(current, to, pack);
    events.push(...after.events);
    current = after.ticket;
  };
  const about = (outcome: Grounded) => {
    const next = consequenceOf(current, outcome, event.at, pack);
    if (next === undefined) return;
    put(next);
    react(next);
  };
  react(event);
  for (const consequence of consequencesOf(pack.procedure, command, facts, data))
    about(groundedIn(command, consequence));
  for (const change of dutyChanges(current, event)) put(change);
  for (const duty of dutiesOf(pack.procedure, command, facts, data)) {
    for (const change of arising(current, duty, command, event.at, pack)) put(change);
  }
  if (current.closedAt === null) for (const outcome of escalationOf(current, pack, event.at)) about(outcome);
  return { ticket: current, events };
}

/** The clock of a duty ends with it, and with the ticket's life. */
function dutyChanges(ticket: TicketRecord, event: NewEvent): readonly NewEvent[] {
  const envelope = envelopeOf(ticket, event.at);
  const ended = (duty: string) => {
    const clock = ticket.clocks[dutyClock(duty)];
    return clock !== undefined && isOpen(clock) ? clock : undefined;
  };
  if (event.type === 'duty.fulfilled' && event.data.complete) {
    const clock = ended(event.data.duty);
    if (clock === undefined) return [];
    return [{ ...envelope, type: 'clock.stopped', data: { clock: clock.id, late: event.at > clock.dueAt } }];
  }
  const over = event.type === 'duty.waived' ? [event.data.duty] : isLifeOver(ticket) ? Object.keys(ticket.duties) : [];
  return over.flatMap((duty): NewEvent[] => {
    const clock = ended(duty);
    return clock === undefined ? [] : [{ ...envelope, type: 'clock.cancelled', data: { clock: clock.id } }];
  });
}

function envelopeOf(ticket: TicketRecord, at: NewEvent['at']): Pick<NewEvent, 'ticket' | 'at' | 'state'> {
  return { ticket: ticket.id, at, state: ticket.state };
}
