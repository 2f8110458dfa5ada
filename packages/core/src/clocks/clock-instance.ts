import type { ClockDefinition } from '@hotline-kit/rules';
import type { NewEvent } from '../ticket/event.js';
import type { TicketRecord } from '../ticket/ticket-record.js';
import { packClockOf, promiseClock } from '../tracks/promise/promise-clock.js';
import { ASSIST, assistClock, openAssistClocks, stillAssisting } from './assist-clock.js';
import type { ClockRecord } from './clock-record.js';

/**
 * The ids of the clocks that an event starts: each promise that is open beside another has one of its own, and each
 * unit that assists.
 */
export function instancesToStart(clock: ClockDefinition, event: NewEvent, ticket: TicketRecord): readonly string[] {
  if (event.type === 'promise.made') return [promiseClock(clock.id, event.data.slot ?? 1)];
  return clock.id === ASSIST ? stillAssisting(ticket).map(assistClock) : [clock.id];
}

/** The ticket's clocks of one definition that an event is about: that of a fulfilled promise or assist, or all of them. */
export function instancesOf(clock: ClockDefinition, event: NewEvent, ticket: TicketRecord): readonly ClockRecord[] {
  const first = ticket.clocks[clock.id];
  if (clock.id === ASSIST) {
    const open = openAssistClocks(ticket.clocks);
    if (event.type !== 'assist.finished') return open;
    const isLast = stillAssisting(ticket).length === 0;
    return open.filter(({ id }) => (id === ASSIST ? isLast : id === assistClock(event.data.unit)));
  }
  if (!clock.start.has('promise.made')) return first === undefined ? [] : [first];
  const all = Object.values(ticket.clocks).filter(({ id }) => id === clock.id || packClockOf(id) === clock.id);
  if (event.type !== 'promise.fulfilled') return all;
  const own = promiseClock(clock.id, event.data.slot ?? 1);
  return all.filter(({ id }) => id === own);
}
