import type { CityPack } from '@hotline-kit/rules';
import type { Actor } from '../../ticket/actor.js';
import { unitStaff } from '../../ticket/grant.js';
import type { TicketRecord } from '../../ticket/ticket-record.js';
import type { DutyRecord } from './declaration.js';

/**
 * Whether an actor may fulfil a duty. Those of a unit fulfil what their own unit owes: an explanation of the late
 * assistant is not the lead's to give. The hotline and those who supervise record it for them.
 */
export function mayFulfil(
  { role, unit: own }: Actor,
  { by, unit }: DutyRecord,
  ticket: TicketRecord,
  { units }: CityPack,
): boolean {
  if (!unitStaff.includes(role)) return true;
  const owing = unit !== null ? [unit] : by === 'lead' ? [ticket.lead] : by === 'assists' ? ticket.assists : undefined;
  return owing === undefined || owing.some((each) => own !== undefined && each !== null && units.isWithin(own, each));
}
