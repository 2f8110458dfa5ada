import { type CityPack, firstCompetent, preferredUnits, type TicketFacts } from '@hotline-kit/rules';
import { partiesOf } from '../../dispatch/parties.js';
import type { TicketRecord } from '../../ticket/ticket-record.js';

/** The unit that a binding conclusion named and that does not lead yet. */
export function namedLead({ consultation, lead }: TicketRecord): string | null {
  return consultation?.binding === true && consultation.lead !== lead ? consultation.lead : null;
}

/** Whether the lead is out of it. */
export function isLeadRecused({ lead, recused }: TicketRecord): boolean {
  return lead !== null && recused.units.includes(lead);
}

/**
 * Whom a designation falls on where nobody is named: the unit of a binding conclusion, the substitute of a lead that has
 * recused, or in a dispute the first competent one by the procedure's preference.
 */
export function designated(ticket: TicketRecord, facts: TicketFacts, pack: CityPack): string | undefined {
  const named = namedLead(ticket);
  if (named !== null) return named;
  if (isLeadRecused(ticket)) return ticket.recused.substitute;
  const parties = partiesOf(ticket);
  return firstCompetent(pack, facts, parties) ?? aboveThemAll(pack, facts, parties);
}

/** Where none of the contenders comes first, the unit above all of them, if the preference names it. */
function aboveThemAll(pack: CityPack, facts: TicketFacts, parties: ReturnType<typeof partiesOf>): string | undefined {
  const { contenders } = parties;
  return preferredUnits(pack, pack.procedure.competence?.preference ?? [], facts, parties).find((id) =>
    contenders.every((contender) => contender !== id && pack.units.isWithin(contender, id)),
  );
}
