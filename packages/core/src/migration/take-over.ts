import type { CityPack } from '@hotline-kit/rules';
import { isOpen } from '../clocks/clock-changes.js';
import { clockStarted } from '../clocks/clock-started.js';
import type { NewEvent } from '../ticket/event.js';
import type { IsoInstant } from '../ticket/instant.js';
import type { TicketRecord } from '../ticket/ticket-record.js';
import type { ImportedTicket } from './imported-ticket.js';

/**
 * What a take-over writes after the registration: where the ticket stands, and its clocks. The clocks that the
 * registration started are cancelled; those that still ran in the old system run on to the instants that it had told,
 * as limits of the ticket's own.
 */
export function takeOver(
  ticket: TicketRecord,
  row: ImportedTicket,
  { source, at, pack }: { readonly source: string; readonly at: IsoInstant; readonly pack: CityPack },
): readonly NewEvent[] {
  const { reference, state, round = 1, lead = null, assists = [], handler = null } = row;
  const leadSince = lead === null ? null : iso(row.leadSince ?? row.registeredAt);
  const [contactedAt, closedAt] = [row.contactedAt, row.closedAt].map((each) =>
    each === undefined ? null : iso(each),
  );
  const data = { source, reference, round, lead, assists, leadSince, handler };
  const envelope = { ticket: ticket.id, at, state };
  const open = Object.values(ticket.clocks).filter(isOpen);
  return [
    {
      ...envelope,
      type: 'ticket.imported',
      data: { ...data, contactedAt: contactedAt ?? null, closedAt: closedAt ?? null },
    },
    ...open.map(({ id }): NewEvent => ({ ...envelope, type: 'clock.cancelled', data: { clock: id } })),
    ...pack.clocks.flatMap((clock): readonly NewEvent[] => {
      const told = row.due?.[clock.id];
      if (told === undefined) return [];
      const { id, calendar, warn } = clock;
      const startedAt = iso(row.leadSince ?? row.registeredAt);
      return [
        clockStarted({ ...ticket, state }, { id, term: { kind: 'fixed', at: told }, startedAt, at, calendar, warn }),
      ];
    }),
  ];
}

function iso(instant: string): IsoInstant {
  return new Date(instant).toISOString();
}
