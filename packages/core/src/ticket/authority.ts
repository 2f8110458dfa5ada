import type { CityPack, Role } from '@hotline-kit/rules';
import type { Actor } from './actor.js';
import type { ChartCommand } from './machine.js';
import type { TicketRecord } from './ticket-record.js';

/** How the actor stands to the ticket. */
type Relation =
  /** Any person of that role: the hotline's own people, and those above all units. */
  | 'anyone'
  /** Of the lead unit or a unit below it. */
  | 'ofLead'
  /** Of the lead, of an assisting unit, or of a unit below one of them. */
  | 'involved'
  /** Of the lead unit or a unit above it. */
  | 'overLead'
  /** The citizen or enterprise whose ticket it is. */
  | 'applicant';

/** Whoever has one of the roles and stands so to the ticket may give the command. */
interface Grant {
  readonly roles: readonly Role[];
  readonly relation: Relation;
}

const hotline: readonly Role[] = ['agent', 'dispatcher', 'callbackOfficer'];
const supervisors: readonly Role[] = ['superviseOfficer', 'supervisionOffice', 'cityLeader'];
const unitStaff: readonly Role[] = ['handler', 'unitClerk', 'unitLeader', 'unitHead', 'gridWorker'];
const dispatchers: readonly Role[] = ['dispatcher', 'districtDispatcher'];
const unitChiefs: readonly Role[] = ['unitLeader', 'unitHead'];

const anyone = (...roles: Role[]): Grant => ({ roles, relation: 'anyone' });

/**
 * Who may give which command: role × relation to the ticket. What does not stand here is denied.
 * A pack may narrow it through its procedure, never widen it.
 */
const authority: Readonly<Record<ChartCommand, readonly Grant[]>> = {
  register: [anyone('agent', 'dispatcher', 'citizen', 'enterprise', 'gridWorker', 'cityLeader', 'system')],
  dispatch: [anyone('dispatcher', 'districtDispatcher', 'agent', 'system')],
  answerOnline: [anyone('agent', 'dispatcher')],
  refuse: [anyone('agent', 'dispatcher')],
  transferEmergency: [anyone('agent', 'dispatcher')],
  withdraw: [{ roles: ['citizen', 'enterprise'], relation: 'applicant' }, anyone('agent', 'dispatcher')],
  addAssist: [anyone('dispatcher', 'districtDispatcher')],
  requestReturn: [{ roles: unitStaff, relation: 'ofLead' }],
  approveReturn: [anyone(...dispatchers)],
  rejectReturn: [anyone(...dispatchers)],
  raiseDispute: [{ roles: unitChiefs, relation: 'ofLead' }, anyone(...dispatchers)],
  designate: [anyone(...dispatchers, 'consultationChair', 'superviseOfficer')],
  requestExtension: [{ roles: unitStaff, relation: 'ofLead' }],
  approveExtension: [{ roles: unitChiefs, relation: 'overLead' }, anyone(...dispatchers)],
  rejectExtension: [{ roles: unitChiefs, relation: 'overLead' }, anyone(...dispatchers)],
  suspend: [{ roles: unitStaff, relation: 'ofLead' }, anyone(...dispatchers)],
  resume: [{ roles: unitStaff, relation: 'ofLead' }, anyone(...dispatchers)],
  reopen: [anyone('agent', 'dispatcher', 'callbackOfficer')],
  archive: [anyone('dispatcher', 'callbackOfficer', 'system')],
  sign: [{ roles: unitStaff, relation: 'ofLead' }],
  accept: [{ roles: unitStaff, relation: 'ofLead' }],
  contactCitizen: [{ roles: unitStaff, relation: 'involved' }],
  arriveOnSite: [{ roles: unitStaff, relation: 'involved' }],
  recordProgress: [{ roles: unitStaff, relation: 'involved' }],
  promise: [{ roles: unitStaff, relation: 'involved' }],
  fulfilPromise: [{ roles: unitStaff, relation: 'involved' }],
  submitReply: [{ roles: unitStaff, relation: 'ofLead' }],
  approveReply: [{ roles: unitChiefs, relation: 'overLead' }],
  rejectReply: [{ roles: unitChiefs, relation: 'overLead' }],
  callBack: [anyone('callbackOfficer', 'agent', 'system')],
  waiveCallback: [anyone('callbackOfficer', 'dispatcher')],
  rate: [{ roles: ['citizen', 'enterprise'], relation: 'applicant' }, anyone('callbackOfficer', 'agent')],
  redispatch: [anyone('callbackOfficer', 'dispatcher', 'agent')],
  close: [anyone('callbackOfficer', 'dispatcher')],
  urge: [anyone(...hotline, ...supervisors, 'system')],
  supervise: [anyone(...supervisors, 'system')],
  escalateSupervision: [anyone(...supervisors, 'system')],
  reportSupervision: [{ roles: unitStaff, relation: 'ofLead' }],
  concludeSupervision: [anyone(...supervisors)],
};

/** The roles that could ever give a command, for the words of a refusal. */
export function rolesThatMay(command: ChartCommand): readonly Role[] {
  return [...new Set(authority[command].flatMap(({ roles }) => roles))];
}

/** Whether this actor may give this command on this ticket (undefined: one that is not yet registered). */
export function isAuthorised(
  command: ChartCommand,
  actor: Actor,
  ticket: TicketRecord | undefined,
  units: CityPack['units'],
): boolean {
  return authority[command].some(
    ({ roles, relation }) => roles.includes(actor.role) && stands(relation, actor, ticket, units),
  );
}

function stands(relation: Relation, actor: Actor, ticket: TicketRecord | undefined, units: CityPack['units']): boolean {
  if (relation === 'anyone') return true;
  if (ticket === undefined) return false;
  if (relation === 'applicant') return ticket.call.applicant !== null && ticket.call.applicant === actor.id;
  const { unit } = actor;
  if (unit === undefined || ticket.lead === null) return false;
  if (relation === 'overLead') return units.isWithin(ticket.lead, unit);
  if (units.isWithin(unit, ticket.lead)) return true;
  return relation === 'involved' && ticket.assists.some((assist) => units.isWithin(unit, assist));
}
