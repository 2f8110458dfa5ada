import { type CityPack, dutiesOfSection, type SectionName } from '@hotline-kit/rules';
import { ASSIST, assistantOf } from '../../clocks/assist-clock.js';
import { factsOfTicket } from '../../dispatch/facts-of-ticket.js';
import type { NewEvent } from '../../ticket/event.js';
import type { TicketRecord } from '../../ticket/ticket-record.js';
import { arising } from './arising.js';
import { measureDuty } from './measure-duty.js';

/**
 * The duties that no command brings, but an event: what the citizen is told while a statutory period runs, what a late
 * assistant owes, a measure that has become due.
 */
export function sectionDuties(ticket: TicketRecord, event: NewEvent, pack: CityPack): readonly NewEvent[] {
  if (event.type === 'clock.started' && event.data.origin === 'statutory') return of('statutoryPeriod');
  const late = event.type === 'clock.breached' ? event.data.clock : '';
  if (late === ASSIST || assistantOf(late) !== undefined) return of('assist', assistantOf(late));
  if (event.type !== 'notice.given') return [];
  const measure = pack.procedure.supervision?.measures?.find(({ id }) => event.data.rule === `supervision.${id}`);
  if (measure === undefined) return [];
  return [measureDuty(measure), ...measure.inform].flatMap((duty) =>
    arising(ticket, duty, 'supervision', event.at, pack),
  );

  function of(section: SectionName, unit?: string): readonly NewEvent[] {
    const facts = factsOfTicket(ticket, pack, event.at);
    return dutiesOfSection(pack.procedure, section, facts).flatMap((duty) =>
      arising(ticket, duty, section, event.at, pack, unit),
    );
  }
}
