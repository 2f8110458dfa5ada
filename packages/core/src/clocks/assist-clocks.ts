import { type CityPack, choose } from '@hotline-kit/rules';
import { factsOfTicket } from '../dispatch/facts-of-ticket.js';
import type { NewEvent } from '../ticket/event.js';
import type { TicketRecord } from '../ticket/ticket-record.js';
import { ASSIST, assistantOf, assistClock, openAssistClocks, stillAssisting } from './assist-clock.js';
import { clockEvent, clockStarted } from './clock-started.js';

/** The events after which other units may assist than before. */
const CHANGES: ReadonlySet<NewEvent['type']> = new Set([
  'ticket.dispatched',
  'ticket.redispatched',
  'ticket.designated',
  'assist.added',
  'assist.finished',
  'return.approved',
  'remedy.decided',
]);

/**
 * The clocks of assisting by the procedure's own term, one for each unit, from the instant at which it was named. Where
 * `clocks.json` has a clock `assist`, that one counts instead. It ends when the unit has done its part; where the unit
 * assists no more, or the ticket ends, it is cancelled.
 *
 * @param ticket the ticket after the event
 */
export function assistClockChanges(ticket: TicketRecord, event: NewEvent, pack: CityPack): readonly NewEvent[] {
  const isOver = ticket.closedAt !== null;
  if ((!isOver && !CHANGES.has(event.type)) || pack.clocks.some(({ id }) => id === ASSIST)) return [];
  const { at } = event;
  const open = openAssistClocks(ticket.clocks);
  const waiting = isOver ? [] : stillAssisting(ticket);
  const ended = open.flatMap(({ id, dueAt }): readonly NewEvent[] => {
    const unit = assistantOf(id);
    if (unit === undefined ? waiting.length > 0 : waiting.includes(unit)) return [];
    const isDone = !isOver && (unit === undefined || ticket.finishedAssists.includes(unit));
    return isDone
      ? [clockEvent(ticket, at, 'clock.stopped', { clock: id, late: at > dueAt })]
      : [clockEvent(ticket, at, 'clock.cancelled', { clock: id })];
  });
  const choice = event.type === 'assist.finished' ? undefined : pack.procedure.assist?.term;
  const term = choice && choose(choice, factsOfTicket(ticket, pack, at));
  if (term === undefined) return ended;
  const { defaultCalendar: calendar } = pack;
  const started = waiting
    .map(assistClock)
    .filter((id) => !open.some((clock) => clock.id === id))
    .map((id) => clockStarted(ticket, { id, term, startedAt: at, at, calendar }));
  return [...ended, ...started];
}
