import type { TicketParties } from '@hotline-kit/rules';
import type { TicketRecord } from '../ticket/ticket-record.js';

/** The units that a ticket knows by its own history: what a preference of the procedure may name. */
export function partiesOf({
  lead,
  assists,
  received,
  contenders,
}: TicketRecord): TicketParties & { readonly contenders: readonly string[] } {
  return {
    ...(lead === null ? {} : { lead }),
    previousLead: received.filter((unit) => unit !== lead).at(-1),
    assists,
    received,
    contenders: [...new Set([...received, ...contenders])],
  };
}
