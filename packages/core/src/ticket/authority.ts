import type { CityPack, Role } from '@hotline-kit/rules';
import { type Actor, clockwork } from './actor.js';
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
  // Whoever has recused, or belongs to a unit that has, is out of it.
  if (ticket !== undefined && isRecused(actor, ticket, units)) return false;
  return all.some(({ roles, relation }) => roles.includes(actor.role) && stands(relation, actor, ticket, units));
}

/** Whether an actor, or their unit, has recused from a ticket. */
export function isRecused({ id, unit }: Actor, { recused }: TicketRecord, units: CityPack['units']): boolean {
  return recused.persons.includes(id) || (unit !== undefined && isWithinAny(unit, recused.units, units));
}

function stands(relation: Relation, actor: Actor, ticket: TicketRecord | undefined, units: CityPack['units']): boolean {
  if (relation === 'anyone') return true;
  if (relation === 'theDesk') return actor.id === clockwork.id;
  if (ticket === undefined) return false;
  if (relation === 'applicant') return isApplicant(actor, ticket);
  const { unit } = actor;
  if (unit === undefined) return false;
  if (relation === 'inReach') return isInReach(unit, ticket, units);
  if (relation === 'ofCalled') return isWithinAny(unit, ticket.departmentCall?.departments ?? [], units);
  if (relation === 'ofAssist') return isWithinAny(unit, ticket.assists, units);
  // Who handles while a dispute is settled stands in for the lead in the work itself.
  if (relation === 'involved' && ticket.meanwhile !== null && units.isWithin(unit, ticket.meanwhile)) return true;
  if (ticket.lead === null) return false;
  if (relation === 'overLead') return units.isWithin(ticket.lead, unit);
  if (units.isWithin(unit, ticket.lead)) return true;
  return relation === 'involved' && isWithinAny(unit, ticket.assists, units);
}

/** Whether the actor is the citizen or enterprise of the ticket, or one of several. */
export function isApplicant({ id }: Actor, { call }: TicketRecord): boolean {
  return call.applicant === id || call.applicants.some((applicant) => applicant.id === id);
}

/** A district reaches what its units lead, and before anybody leads, what happens in it or was sent back to it. */
function isInReach(unit: string, ticket: TicketRecord, units: CityPack['units']): boolean {
  if (ticket.lead !== null) return units.isWithin(ticket.lead, unit);
  const sentBackTo = ticket.path.at(-1);
  if (sentBackTo !== undefined) return units.isWithin(sentBackTo, unit);
  const { district } = ticket.call.place;
  return district !== undefined && units.get(unit)?.district === district;
}

function isWithinAny(unit: string, ancestors: readonly string[], units: CityPack['units']): boolean {
  return ancestors.some((ancestor) => units.isWithin(unit, ancestor));
}
