import type { CityPack, ClockDefinition } from '@hotline-kit/rules';
import { dueDate, warningInstants } from '@hotline-kit/sla-calendar';
import { isOpen } from '../clocks/clock-changes.js';
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
      const dueAt = row.due?.[clock.id];
      if (dueAt === undefined) return [];
      return [
        { ...envelope, type: 'clock.started', data: started(ticket, clock, row.leadSince ?? row.registeredAt, dueAt) },
      ];
    }),
  ];
}

function started(ticket: TicketRecord, clock: ClockDefinition, since: string, told: string) {
  const term = { kind: 'fixed', at: told } as const;
  const startedAt = iso(since);
  const { dueAt, certainty, calendar } = dueDate(term, startedAt, clock.calendar);
  const warnings = warningInstants(term, startedAt, dueAt, clock.warn, clock.calendar);
  return {
    clock: clock.id,
    generation: (ticket.clocks[clock.id]?.generation ?? 0) + 1,
    term,
    startedAt,
    dueAt: dueAt.toISOString(),
    certainty,
    warnings: warnings.map((warning) => ({ id: warning.id, at: warning.at.toISOString() })),
    calendar: `${calendar.id}@${calendar.hash.slice(0, 12)}`,
  };
}

function iso(instant: string): IsoInstant {
  return new Date(instant).toISOString();
}
