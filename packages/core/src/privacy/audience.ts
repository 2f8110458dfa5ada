import type { CityPack, Role } from '@hotline-kit/rules';
import { type Actor, checkedActor } from '../ticket/actor.js';
import { isApplicant } from '../ticket/authority.js';
import type { TicketRecord } from '../ticket/ticket-record.js';

/**
 * For whom a view is cut.
 * - `hotline`: the hotline's own people, supervisors and auditors; they see everything but the caller's identity
 * - `unit`: staff of the lead, of an assisting unit, or of a unit above the lead
 * - `applicant`: the citizen or enterprise whose ticket it is
 * - `public`: everybody else
 */
export type Audience = 'hotline' | 'unit' | 'applicant' | 'public';

const hotlineRoles: ReadonlySet<Role> = new Set<Role>([
  'agent',
  'dispatcher',
  'qualityChecker',
  'callbackOfficer',
  'superviseOfficer',
  'supervisionOffice',
  'cityLeader',
  'auditor',
  'system',
]);

/** Whether a role sees every ticket. */
export function isOfHotline(role: Role): boolean {
  return hotlineRoles.has(role);
}

/** The audience that a viewer belongs to. Whoever fits nowhere is the public: nothing is shown by default. */
export function audienceOf(viewer: Actor | 'public', ticket: TicketRecord, units: CityPack['units']): Audience {
  if (viewer === 'public') return 'public';
  const { id, role, unit } = checkedActor(viewer);
  if (isOfHotline(role)) return 'hotline';
  if (role === 'citizen' || role === 'enterprise') return isApplicant({ id, role }, ticket) ? 'applicant' : 'public';
  if (unit === undefined || ticket.lead === null) return 'public';
  const involved = [ticket.lead, ...ticket.assists].some((each) => units.isWithin(unit, each));
  return involved || units.isWithin(ticket.lead, unit) ? 'unit' : 'public';
}
