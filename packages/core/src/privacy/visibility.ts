import type { CityPack } from '@hotline-kit/rules';
import { ofApplicant } from '../storage/ticket-filter.js';
import type { Visibility } from '../storage/ticket-query.js';
import { party } from '../storage/ticket-row.js';
import { type Actor, checkedActor } from '../ticket/actor.js';
import { isOfHotline } from './audience.js';

/**
 * Which tickets a viewer may list, as a store can ask for them; undefined for all. It must never be wider than
 * `audienceOf`, by which each ticket is judged once more.
 */
export function visibilityOf(viewer: Actor | 'public', units: CityPack['units']): Visibility | undefined {
  if (viewer === 'public') return {};
  const { id, role, unit } = checkedActor(viewer);
  if (isOfHotline(role)) return undefined;
  if (role === 'citizenSupervisor') return { open: true };
  if (role === 'citizen' || role === 'enterprise') return ofApplicant(id);
  const ofRole = [party.role(role)];
  if (unit === undefined || !units.has(unit)) return { parties: ofRole };
  const above = [unit, ...units.ancestors(unit).map((each) => each.id)];
  const below = units.all.map((each) => each.id).filter((each) => units.isWithin(each, unit));
  return { leads: [...new Set([...above, ...below])], assists: above, parties: [...ofRole, ...above.map(party.unit)] };
}
