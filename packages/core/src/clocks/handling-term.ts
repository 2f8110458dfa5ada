import { type CityPack, type ClockDefinition, chooseLimit, type TicketFacts } from '@hotline-kit/rules';
import type { Term } from '@hotline-kit/sla-calendar';
import type { IsoInstant } from '../ticket/instant.js';
import type { TicketRecord } from '../ticket/ticket-record.js';

/** The clocks of the handling, in the first and in each further round: the procedure's handling limit is theirs. */
export function isHandling(clock: string): boolean {
  return clock === 'handle' || clock === 'redispatchHandle';
}

/** The term of a clock, and where it comes from where that is unusual. */
export interface ClockLimit {
  readonly term: Term;
  readonly origin?: 'matter' | 'statutory' | undefined;
}

/**
 * The term of a clock: the ticket's own, or the pack's. That of the handling is the first that there is in the order of
 * the procedure (ticket, matter, pack), unless a statutory period prevails, and never passes a hard ceiling.
 */
export function limitFor(
  ticket: TicketRecord,
  clock: ClockDefinition,
  id: string,
  facts: TicketFacts,
  pack: CityPack,
  from: IsoInstant,
): ClockLimit {
  const own = ticket.limits[id];
  const usual = clock.termFor(facts);
  if (!isHandling(id)) return { term: own ?? usual };
  const { matter } = ticket.call;
  const candidates = {
    ticket: own,
    matter: matter === null ? undefined : pack.matters.get(matter)?.limit,
    pack: usual,
    statutory: ticket.statutory ?? undefined,
  };
  const chosen = chooseLimit(pack.procedure, facts, candidates, { from, calendar: clock.calendar });
  if (chosen === undefined) return { term: usual };
  const { term, origin } = chosen;
  return { term, origin: origin === 'matter' || origin === 'statutory' ? origin : undefined };
}
