import { type CityPack, choose, type Duty } from '@hotline-kit/rules';
import { clockStarted } from '../../clocks/clock-started.js';
import { factsOfTicket } from '../../dispatch/facts-of-ticket.js';
import type { NewEvent } from '../../ticket/event.js';
import type { IsoInstant } from '../../ticket/instant.js';
import { endStates } from '../../ticket/life-states.js';
import type { TicketRecord } from '../../ticket/ticket-record.js';
import { dutyClock, dutyKey } from './duty-key.js';

/**
 * The events of a duty to inform that arises. One that is there already and not fulfilled is not owed twice, and nothing
 * is owed any more once the life is over.
 *
 * @param source the command from which it arises, or the section of the procedure
 * @param unit the unit that owes it, where each of several owes its own
 */
export function arising(
  ticket: TicketRecord,
  duty: Duty,
  source: string,
  at: IsoInstant,
  pack: CityPack,
  unit?: string,
): readonly NewEvent[] {
  const key = dutyKey(source, duty.id, unit);
  if (ticket.duties[key]?.state === 'open' || isLifeOver(ticket)) return [];
  const { title, to, copy, by, article } = duty;
  const owed = {
    ...{ duty: key, title, to, copy },
    ...(by === undefined ? {} : { by }),
    ...(unit === undefined ? {} : { unit }),
  };
  const data = { ...owed, ...(article === undefined ? {} : { article }) };
  const arose: NewEvent = { ticket: ticket.id, at, state: ticket.state, type: 'duty.arose', data };
  const term = choose(duty.term, factsOfTicket(ticket, pack, at));
  if (term === undefined) return [arose];
  const start = { id: dutyClock(key), term, startedAt: at, at, calendar: pack.defaultCalendar };
  return [arose, clockStarted(ticket, start)];
}

/** Whether nothing more can happen on a ticket. */
export function isLifeOver({ state }: TicketRecord): boolean {
  return endStates.some((end) => end === state);
}
