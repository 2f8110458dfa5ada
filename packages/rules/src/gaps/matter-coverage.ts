import type { Instant } from '@hotline-kit/sla-calendar';
import type { CityPack } from '../pack/city-pack.js';
import type { Matter } from '../pack/matters.js';
import { NoRouteError, routeTicket } from '../routing/route.js';

/** How a matter in a district finds its unit. */
type Via = 'rule' | 'list' | 'fallback' | 'none';

/** A matter, and the districts in which neither a rule nor a row names a unit. */
interface OpenMatter {
  readonly code: string;
  readonly name: string;
  /** Empty where the pack has no districts. */
  readonly districts: readonly string[];
}

/** Which matters have a unit in which districts. */
export interface MatterCoverage {
  /** Matters without narrower ones × districts. */
  readonly cells: number;
  readonly via: Readonly<Record<Via, number>>;
  readonly open: readonly OpenMatter[];
}

/**
 * Asks for each matter in each district who takes the lead, knowing nothing else of the ticket but the usual type of the
 * matter. Matters with narrower ones are left out: tickets are about the narrower.
 */
export function matterCoverage(pack: CityPack, options: { readonly at?: Instant } = {}): MatterCoverage {
  const districts = [...new Set(pack.units.all.flatMap(({ district }) => district ?? []))];
  const wider = new Set(pack.matters.all.flatMap(({ parent }) => parent ?? []));
  const asked = pack.matters.all.filter(({ code }) => !wider.has(code));
  const places: readonly (string | undefined)[] = districts.length === 0 ? [undefined] : districts;
  const via = { rule: 0, list: 0, fallback: 0, none: 0 };
  const open: OpenMatter[] = [];
  for (const matter of asked) {
    const missing = places.filter((district) => {
      const way = wayOf(pack, matter, district, options);
      via[way] += 1;
      return way === 'fallback' || way === 'none';
    });
    if (missing.length > 0) {
      open.push({ code: matter.code, name: matter.name, districts: missing.flatMap((district) => district ?? []) });
    }
  }
  return { cells: asked.length * places.length, via, open };
}

function wayOf(
  pack: CityPack,
  { code, type }: Matter,
  district: string | undefined,
  options: { readonly at?: Instant },
): Via {
  const facts = { matter: code, ...(district !== undefined && { district }), ...(type !== undefined && { type }) };
  try {
    return routeTicket(pack, facts, options).via;
  } catch (error) {
    if (error instanceof NoRouteError) return 'none';
    throw error;
  }
}
