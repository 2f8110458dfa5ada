import type { ClockDefinition } from '@hotline-kit/rules';
import type { NewEvent } from '../ticket/event.js';
import type { TicketRecord } from '../ticket/ticket-record.js';
import { packClockOf, promiseClock } from '../tracks/promise/promise-clock.js';
import type { ClockRecord } from './clock-record.js';

/** The id of the clock that an event starts: each promise that is open beside another has one of its own. */
export function instanceFor(clock: ClockDefinition, event: NewEvent): string {
  return event.type === 'promise.made' ? promiseClock(clock.id, event.data.slot ?? 1) : clock.id;
}

/** The ticket's clocks of one definition that an event is about: that of a fulfilled promise, or all of them. */
export function instancesOf(clock: ClockDefinition, event: NewEvent, ticket: TicketRecord): readonly ClockRecord[] {
  const first = ticket.clocks[clock.id];
  if (!clock.start.has('promise.made')) return first === undefined ? [] : [first];
  const all = Object.values(ticket.clocks).filter(({ id }) => id === clock.id || packClockOf(id) === clock.id);
  if (event.type !== 'promise.fulfilled') return all;
  const own = promiseClock(clock.id, event.data.slot ?? 1);
  return all.filter(({ id }) => id === own);
}
