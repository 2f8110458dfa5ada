import { type CityPack, choose, consequencesOf, dutiesOf, type TicketFacts } from '@hotline-kit/rules';
import { dueDate } from '@hotline-kit/sla-calendar';
import { clockChanges, isOpen } from '../clocks/clock-changes.js';
import { factsOfTicket } from '../dispatch/facts-of-ticket.js';
import { consequenceOf, escalationOf, type Grounded, groundedIn } from '../escalation/consequence.js';
import { dutyClock, dutyKey } from '../tracks/informing/duty-key.js';
import type { NewEvent } from './event.js';
import { evolve } from './evolve.js';
import { endStates } from './life-states.js';
import type { ChartCommand } from './machine.js';
import type { TicketRecord } from './ticket-record.js';

type Duty = ReturnType<typeof dutiesOf>[number];

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
  const withClocks = (next: NewEvent) => {
    put(next);
    for (const change of clockChanges(current, next, pack)) put(change);
  };
  const about = (outcome: Grounded) => {
    const next = consequenceOf(current, outcome, event.at, pack);
    if (next !== undefined) withClocks(next);
  };
  for (const change of clockChanges(ticket, event, pack)) put(change);
  for (const consequence of consequencesOf(pack.procedure, command, facts, data))
    about(groundedIn(command, consequence));
  for (const change of dutyChanges(current, event)) put(change);
  for (const duty of dutiesOf(pack.procedure, command, facts, data)) {
    for (const change of arising(current, duty, command, event, pack)) put(change);
  }
  if (current.closedAt === null) for (const outcome of escalationOf(current, pack, event.at)) about(outcome);
  return { ticket: current, events };
}

/** A duty that is there already and not fulfilled is not owed twice. */
function arising(
  ticket: TicketRecord,
  duty: Duty,
  command: ChartCommand,
  { at }: NewEvent,
  pack: CityPack,
): readonly NewEvent[] {
  const key = dutyKey(command, duty.id);
  if (ticket.duties[key]?.state === 'open' || isOver(ticket)) return [];
  const { title, to, copy, by, article } = duty;
  const owed = { duty: key, title, to, copy, ...(by === undefined ? {} : { by }) };
  const events: NewEvent[] = [
    { ...envelopeOf(ticket, at), type: 'duty.arose', data: { ...owed, ...(article === undefined ? {} : { article }) } },
  ];
  const term = choose(duty.term, factsOfTicket(ticket, pack, at));
  if (term === undefined) return events;
  const { dueAt, certainty, calendar } = dueDate(term, at, pack.defaultCalendar);
  const clock = dutyClock(key);
  events.push({
    ...envelopeOf(ticket, at),
    type: 'clock.started',
    data: {
      clock,
      generation: (ticket.clocks[clock]?.generation ?? 0) + 1,
      term,
      startedAt: at,
      dueAt: dueAt.toISOString(),
      certainty,
      warnings: [],
      calendar: `${calendar.id}@${calendar.hash.slice(0, 12)}`,
    },
  });
  return events;
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
  const over = event.type === 'duty.waived' ? [event.data.duty] : isOver(ticket) ? Object.keys(ticket.duties) : [];
  return over.flatMap((duty): NewEvent[] => {
    const clock = ended(duty);
    return clock === undefined ? [] : [{ ...envelope, type: 'clock.cancelled', data: { clock: clock.id } }];
  });
}

function isOver({ state }: TicketRecord): boolean {
  return state === 'merged' || endStates.some((end) => end === state);
}

function envelopeOf(ticket: TicketRecord, at: NewEvent['at']): Pick<NewEvent, 'ticket' | 'at' | 'state'> {
  return { ticket: ticket.id, at, state: ticket.state };
}
