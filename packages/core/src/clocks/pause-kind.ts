import { type CityPack, type ClockDefinition, choose, type TicketFacts } from '@hotline-kit/rules';
import type { Term } from '@hotline-kit/sla-calendar';

/**
 * Whether a pause takes out working time or whole days: as the procedure says of suspensions, for the clocks that they
 * pause; else as the clock says. Only terms of days and months are moved by whole days.
 */
export function pauseKind(
  clock: ClockDefinition,
  { kind }: Term,
  facts: TicketFacts,
  { procedure }: CityPack,
): 'workingTime' | 'wholeDays' {
  const isSuspended = clock.pause.has('ticket.suspended');
  const pauses = (isSuspended ? choose(procedure.suspension?.pauses, facts) : undefined) ?? clock.pauses;
  return /Days|Months/.test(kind) ? pauses : 'workingTime';
}
