import type { Facts, TicketFacts } from '../facts.js';
import type { CityPack } from '../pack/city-pack.js';
import type { UnitTree } from '../pack/units.js';
import type { PreferredUnit, UnitReference } from '../procedure/unit-preference.js';

/** The units that a ticket knows by its own history. */
export interface TicketParties {
  readonly lead?: string | undefined;
  /** The lead before this one. */
  readonly previousLead?: string | undefined;
  readonly assists?: readonly string[];
  /** Units that received the ticket, in their order. */
  readonly received?: readonly string[];
  /** Units between which it is to be settled. */
  readonly contenders?: readonly string[];
}

/**
 * The units that an ordered preference names, the first first, each once. Of those that the facts or the ticket's
 * history leave open, none is named.
 *
 * @example
 * preferredUnits(pack, pack.procedure.competence?.preference ?? [], facts, { contenders: ['riverside', 'hillside'] });
 */
export function preferredUnits(
  pack: CityPack,
  preference: readonly PreferredUnit[],
  facts: Facts | TicketFacts,
  parties: TicketParties,
): readonly string[] {
  const found = preference
    .filter(({ when }) => when === undefined || when(facts))
    .flatMap(({ unit }) => unitsOf(pack, unit, facts, parties));
  return [...new Set(found)].filter((id) => pack.units.has(id));
}

/** Which of several competent units comes first by the procedure's preference; nothing where it names none of them. */
export function firstCompetent(
  pack: CityPack,
  facts: Facts | TicketFacts,
  parties: TicketParties & { readonly contenders: readonly string[] },
): string | undefined {
  const ordered = preferredUnits(pack, pack.procedure.competence?.preference ?? [], facts, parties);
  return ordered.find((id) => parties.contenders.includes(id));
}

/** The nearest unit that lies above all of several, none of them itself. */
export function commonSuperior(units: UnitTree, ids: readonly string[]): string | undefined {
  const [first, ...rest] = ids;
  if (first === undefined) return undefined;
  return units.ancestors(first).find(({ id }) => rest.every((other) => other !== id && units.isWithin(other, id)))?.id;
}

type PartyUnit = Extract<UnitReference, string>;

function partyUnits(pack: CityPack, party: PartyUnit, parties: TicketParties): readonly string[] {
  const { lead, previousLead, assists = [], received = [], contenders = [] } = parties;
  const among = contenders.length === 0 ? received : received.filter((id) => contenders.includes(id));
  const of: Readonly<Record<PartyUnit, readonly (string | undefined)[]>> = {
    lead: [lead],
    previousLead: [previousLead],
    assists,
    hotline: [pack.hotline],
    firstReceived: [among[0]],
    lastReceived: [among.at(-1)],
    contenders,
  };
  return of[party].filter((id) => id !== undefined);
}

function unitsOf(
  pack: CityPack,
  reference: UnitReference,
  facts: Facts | TicketFacts,
  parties: TicketParties,
): readonly string[] {
  if (typeof reference === 'string') return partyUnits(pack, reference, parties);
  if ('unit' in reference) return [reference.unit];
  if ('parentOf' in reference) {
    return partyUnits(pack, reference.parentOf, parties).flatMap((id) => pack.units.get(id)?.parent ?? []);
  }
  if ('commonSuperiorOf' in reference) {
    return [commonSuperior(pack.units, partyUnits(pack, reference.commonSuperiorOf, parties))].filter(
      (id) => id !== undefined,
    );
  }
  if ('competentFor' in reference) return competentUnits(pack, reference.competentFor, facts);
  const { kind, tag, district } = reference;
  const kinds = typeof kind === 'string' ? [kind] : kind;
  const place = district === undefined ? undefined : textOf(facts, district.fact);
  if (district !== undefined && place === undefined) return [];
  return pack.units.all
    .filter(
      (unit) =>
        (kinds === undefined || kinds.includes(unit.kind)) &&
        (tag === undefined || unit.tags.includes(tag)) &&
        (place === undefined || unit.district === place),
    )
    .map(({ id }) => id);
}

/** Whom the implementation list names: for the matter and its wider ones, in the district, or both. */
function competentUnits(
  pack: CityPack,
  by: 'matter' | 'place' | 'matterAndPlace',
  facts: Facts | TicketFacts,
): readonly string[] {
  const district = textOf(facts, 'district');
  const inPlace = district === undefined ? [] : pack.units.all.filter((unit) => unit.district === district);
  if (by === 'place') return inPlace.map(({ id }) => id);
  const matter = textOf(facts, 'matter');
  if (matter === undefined) return [];
  const codes = [matter, ...pack.matters.ancestors(matter).map(({ code }) => code)];
  const places = by === 'matter' ? [''] : district === undefined ? [] : [district];
  for (const code of codes) {
    const leads = places.flatMap((place) => pack.implementationList.row(code, place)?.lead ?? []);
    if (leads.length > 0) return leads;
  }
  return [];
}

function textOf(facts: Facts | TicketFacts, name: string): string | undefined {
  const value = Object.hasOwn(facts, name) ? (facts as Facts)[name] : undefined;
  return typeof value === 'string' ? value : undefined;
}
