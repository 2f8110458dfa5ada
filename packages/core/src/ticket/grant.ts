import type { Role } from '@hotline-kit/rules';

/** How an actor stands to a ticket. */
export type Relation =
  /** Any person of that role: the hotline's own people, and those above all units. */
  | 'anyone'
  /** Of the lead unit or a unit below it. */
  | 'ofLead'
  /** Of the lead, of an assisting unit, or of a unit below one of them. */
  | 'involved'
  /** Of an assisting unit or a unit below one. */
  | 'ofAssist'
  /** Of the lead unit or a unit above it. */
  | 'overLead'
  /** Of a unit at or above the lead, or, where nobody leads, of the district where it happens. */
  | 'inReach'
  /** Of a department that the town has called. */
  | 'ofCalled'
  /** The citizen or enterprise whose ticket it is. */
  | 'applicant'
  /** The desk itself, for what it does of its own accord. */
  | 'theDesk';

/** Whoever has one of the roles and stands so to the ticket may give the command. */
export interface Grant {
  readonly roles: readonly Role[];
  readonly relation: Relation;
}

/** The hotline's own people who speak with citizens. */
export const hotline: readonly Role[] = ['agent', 'dispatcher', 'callbackOfficer'];
/** Those who supervise units. */
export const supervisors: readonly Role[] = ['superviseOfficer', 'supervisionOffice', 'cityLeader'];
/** Those who work on tickets in a unit. */
export const unitStaff: readonly Role[] = ['handler', 'unitClerk', 'unitLeader', 'unitHead', 'gridWorker'];
/** Those who answer for a unit. */
export const unitChiefs: readonly Role[] = ['unitLeader', 'unitHead'];

/** Roles that stand in a relation to the ticket. */
export function granted(relation: Relation, ...roles: readonly Role[]): Grant {
  return { roles, relation };
}

/** Those who send tickets to units: the city's, and those of a district or grid centre within its reach. */
export const byDispatchers: readonly Grant[] = [
  granted('anyone', 'dispatcher'),
  granted('inReach', 'districtDispatcher'),
];

/** The citizen or enterprise of the ticket. */
export const byApplicant: Grant = granted('applicant', 'citizen', 'enterprise');
