import type { CityPack, Role } from '@hotline-kit/rules';
import type { Actor } from './actor.js';
import { grants } from './command.js';
import type { Grant, Relation } from './grant.js';
import type { ChartCommand } from './machine.js';
import type { TicketRecord } from './ticket-record.js';

/** The roles that could ever give a command, for the words of a refusal. */
export function rolesThatMay(command: ChartCommand): readonly Role[] {
  return [...new Set(grants[command].flatMap(({ roles }) => roles))];
}

/** Whether this actor may give this command on this ticket (undefined: one that is not yet registered). */
export function isAuthorised(
  command: ChartCommand,
  actor: Actor,
  ticket: TicketRecord | undefined,
  units: CityPack['units'],
): boolean {
  return isGranted(grants[command], actor, ticket, units);
}

/** Whether one of the grants is this actor's, for this ticket. */
export function isGranted(
  all: readonly Grant[],
  actor: Actor,
  ticket: TicketRecord | undefined,
  units: CityPack['units'],
): boolean {
  return all.some(({ roles, relation }) => roles.includes(actor.role) && stands(relation, actor, ticket, units));
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
