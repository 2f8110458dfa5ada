import type { CityPack, TicketFacts } from '@hotline-kit/rules';
import type { Actor } from '../../ticket/actor.js';
import type { TicketRecord } from '../../ticket/ticket-record.js';
import { dutyNamed, waiversOf } from './duty-named.js';
import { mayFulfil } from './may-fulfil.js';

/** The duties of a ticket that are still owed. */
export function openDuties({ duties }: TicketRecord): readonly string[] {
  return Object.keys(duties).filter((duty) => duties[duty]?.state === 'open');
}

/** Each duty that this actor can fulfil. */
export function informingWays(ticket: TicketRecord, by: Actor, pack: CityPack): readonly { readonly duty: string }[] {
  const open = openDuties(ticket).filter((duty) => {
    const record = ticket.duties[duty];
    return record !== undefined && mayFulfil(by, record, ticket, pack);
  });
  return open.length === 0 ? [{ duty: '' }] : open.map((duty) => ({ duty }));
}

/** Each duty that can be waived, with each ground for it; without a ground where the procedure has dropped the duty. */
export function waivingWays(
  ticket: TicketRecord,
  facts: TicketFacts,
  pack: CityPack,
): readonly { readonly duty: string; readonly ground?: string }[] {
  const ways = openDuties(ticket).flatMap((duty) => {
    const named = dutyNamed(duty, facts, pack);
    return named === undefined ? [{ duty }] : waiversOf(named, facts).map(({ id }) => ({ duty, ground: id }));
  });
  return ways.length === 0 ? [{ duty: '' }] : ways;
}
