import type { CityPack } from '@hotline-kit/rules';
import { HotlineError } from '../errors.js';
import type { Actor } from '../ticket/actor.js';
import { isGranted } from '../ticket/authority.js';
import { byApplicant, type Grant, granted, hotline, unitStaff } from '../ticket/grant.js';
import type { TicketRecord } from '../ticket/ticket-record.js';

/** What may be done with the record of who called. */
export type IdentityAct = 'read' | 'erase';

/** Who may do it. What does not stand here is denied. */
const access: Readonly<Record<IdentityAct, readonly Grant[]>> = {
  read: [byApplicant, granted('anyone', ...hotline), granted('ofLead', ...unitStaff)],
  erase: [byApplicant, granted('anyone', 'dispatcher', 'system')],
};

/** The unit reported must never learn who reported: a confidential ticket's caller is for the hotline and themself. */
const confidentialAccess: Readonly<Record<IdentityAct, readonly Grant[]>> = {
  ...access,
  read: [byApplicant, granted('anyone', ...hotline)],
};

/**
 * Lets whoever may pass.
 * @throws HotlineError `notAuthorised`
 */
export function demandIdentityAccess(
  act: IdentityAct,
  actor: Actor,
  ticket: TicketRecord,
  units: CityPack['units'],
): void {
  const table = ticket.call.confidential ? confidentialAccess : access;
  if (isGranted(table[act], actor, ticket, units)) return;
  throw new HotlineError('notAuthorised', `${actor.role} "${actor.id}" may not ${act} who called`, {
    ticket: ticket.id,
    fix: `those who may: ${[...new Set(table[act].flatMap(({ roles }) => roles))].join(', ')}, each for their own tickets`,
  });
}
