import type { CityPack } from '@hotline-kit/rules';
import { clockChanges } from '../clocks/clock-changes.js';
import { sectionDuties } from '../tracks/informing/section-duties.js';
import type { NewEvent } from './event.js';
import { evolve } from './evolve.js';
import type { TicketRecord } from './ticket-record.js';

/** A ticket, and the events that brought it there. */
export interface Reacted {
  readonly ticket: TicketRecord;
  readonly events: readonly NewEvent[];
}

/**
 * What an event brings about by itself, in the same commit: the clocks that follow it, the duties of the procedure that
 * arise from either, and the end of a suspension whose time is over.
 *
 * @param ticket the ticket after the event
 */
export function reactionsOf(ticket: TicketRecord, event: NewEvent, pack: CityPack): Reacted {
  const events: NewEvent[] = [];
  let current = ticket;
  const put = (next: NewEvent) => {
    events.push(next);
    current = evolve(current, next);
  };
  const owed = (cause: NewEvent) => {
    for (const duty of sectionDuties(current, cause, pack)) put(duty);
  };
  for (const change of clockChanges(current, event, pack)) {
    put(change);
    owed(change);
  }
  owed(event);
  const resumed = endOfSuspension(current, event);
  if (resumed === undefined) return { ticket: current, events };
  put(resumed);
  const after = reactionsOf(current, resumed, pack);
  return { ticket: after.ticket, events: [...events, ...after.events] };
}

/** A suspension ends at the date that was set for it, whenever the clock is fired. */
function endOfSuspension({ id, state, suspension }: TicketRecord, event: NewEvent): NewEvent | undefined {
  if (event.type !== 'clock.breached' || event.data.clock !== 'suspension' || suspension === null) return undefined;
  const data = { reason: '挂起期限已满', endedAt: suspension.until ?? event.at };
  return { ticket: id, type: 'ticket.resumed', at: event.at, state, data };
}
