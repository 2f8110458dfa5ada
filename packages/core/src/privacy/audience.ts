import type { CityPack, Role } from '@hotline-kit/rules';
import { type Actor, checkedActor } from '../ticket/actor.js';
import { isApplicant, isRecused } from '../ticket/authority.js';
import type { TicketRecord } from '../ticket/ticket-record.js';

/**
 * For whom a view is cut.
 * - `hotline`: the hotline's own people
 * - `supervisor`: those who supervise units, who chair its consultation or receive its clues
 * - `auditor`: those who check afterwards; they read, and do nothing
 * - `unit`: staff of the lead, of the unit that handles meanwhile, or of a unit above the lead
 * - `assist`: staff of an assisting unit, or of a department that was called in
 * - `applicant`: the citizen or enterprise whose ticket it is, or one of several
 * - `citizenSupervisor`: those who watch on behalf of the public (社会监督员)
 * - `public`: everybody else
 */
export type Audience =
  | 'hotline'
  | 'supervisor'
  | 'auditor'
  | 'unit'
  | 'assist'
  | 'applicant'
  | 'citizenSupervisor'
  | 'public';

/** Roles whose audience does not depend on the ticket. */
const ofRole: Readonly<Partial<Record<Role, Audience>>> = {
  agent: 'hotline',
  dispatcher: 'hotline',
  qualityChecker: 'hotline',
  callbackOfficer: 'hotline',
  system: 'hotline',
  superviseOfficer: 'supervisor',
  supervisionOffice: 'supervisor',
  cityLeader: 'supervisor',
  auditor: 'auditor',
  citizenSupervisor: 'citizenSupervisor',
};

/** Whether a role sees every ticket, and may read its log. */
export function isOfHotline(role: Role): boolean {
  const audience = ofRole[role];
  return audience === 'hotline' || audience === 'supervisor' || audience === 'auditor';
}

/** Whether somebody of this audience finds a ticket in a list: who watches for the public, only what is not protected. */
export function findsIt(audience: Audience, { call }: TicketRecord): boolean {
  return audience !== 'public' && !(audience === 'citizenSupervisor' && call.confidential);
}

/** The audience that a viewer belongs to. Whoever fits nowhere is the public: nothing is shown by default. */
export function audienceOf(viewer: Actor | 'public', ticket: TicketRecord, units: CityPack['units']): Audience {
  if (viewer === 'public') return 'public';
  const actor = checkedActor(viewer);
  // Whoever has recused has no more to do with it, and reads no more of it than anybody.
  if (isRecused(actor, ticket, units)) return 'public';
  const { id, role, unit } = actor;
  const audience = Object.hasOwn(ofRole, role) ? ofRole[role] : undefined;
  if (audience !== undefined) return audience;
  if (role === 'consultationChair' && ticket.consultation !== null) return 'supervisor';
  if (role === 'clueReceiver' && ticket.clues > 0) return 'supervisor';
  if (role === 'citizen' || role === 'enterprise') return isApplicant({ id, role }, ticket) ? 'applicant' : 'public';
  if (unit === undefined) return 'public';
  const isWithin = (other: string | null) => other !== null && units.isWithin(unit, other);
  if (isWithin(ticket.lead) || isWithin(ticket.meanwhile)) return 'unit';
  if (ticket.lead !== null && units.isWithin(ticket.lead, unit)) return 'unit';
  const beside = [...ticket.assists, ...(ticket.departmentCall?.departments ?? [])];
  return ticket.lead !== null && beside.some(isWithin) ? 'assist' : 'public';
}
