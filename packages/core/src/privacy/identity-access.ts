import { type CityPack, choose, ROLES, type Role } from '@hotline-kit/rules';
import { factsOfTicket } from '../dispatch/facts-of-ticket.js';
import { HotlineError } from '../errors.js';
import { type Actor, whoMay } from '../ticket/actor.js';
import { isGranted } from '../ticket/authority.js';
import { type Grant, granted, hotline, unitStaff } from '../ticket/grant.js';
import type { TicketRecord } from '../ticket/ticket-record.js';

/** What may be done with the record of who called. */
export type IdentityAct = 'read' | 'erase';

/** Who may do it beside the one who called. What does not stand here is denied. */
const access: Readonly<Record<IdentityAct, readonly Grant[]>> = {
  read: [granted('anyone', ...hotline), granted('ofLead', ...unitStaff)],
  erase: [granted('anyone', 'dispatcher', 'system')],
};

/** The unit reported must never learn who reported: a confidential ticket's caller is for the hotline and themself. */
const confidentialAccess: Readonly<Record<IdentityAct, readonly Grant[]>> = {
  ...access,
  read: [granted('anyone', ...hotline)],
};

/**
 * Lets whoever may pass.
 * @throws HotlineError `notAuthorised`
 */
export function demandIdentityAccess(act: IdentityAct, actor: Actor, ticket: TicketRecord, pack: CityPack): void {
  const table = ticket.call.confidential ? confidentialAccess : access;
  const admits = (role: Role) => act === 'erase' || isReader(role, ticket, pack);
  if (isCaller(actor, ticket) || (admits(actor.role) && isGranted(table[act], actor, ticket, pack.units))) return;
  const may = whoMay(['citizen', ...new Set(table[act].flatMap(({ roles }) => roles).filter(admits))]);
  throw new HotlineError(
    'notAuthorised',
    {
      zh: `${ROLES[actor.role].zh}无权${act === 'read' ? '查看' : '删除'}来电人信息`,
      en: `${actor.role} may not ${act} who called`,
    },
    {
      ticket: ticket.id,
      fix: { zh: `${may.zh}，限于各自的工单`, en: `${may.en}, each for their own tickets` },
    },
  );
}

/** Whose record it is: of several applicants only the one who called, for the others have no part in it. */
function isCaller({ id, role }: Actor, { call }: TicketRecord): boolean {
  return (role === 'citizen' || role === 'enterprise') && call.applicant === id;
}

/** Of a protected ticket the procedure may name the roles that know the reporter; they narrow, and never widen. */
function isReader(role: Role, ticket: TicketRecord, pack: CityPack): boolean {
  if (!ticket.call.confidential) return true;
  const facts = factsOfTicket(ticket, pack, ticket.updatedAt);
  return choose(pack.procedure.confidentiality?.readers, facts)?.includes(role) ?? true;
}
