import type { Instant } from '@hotline-kit/sla-calendar';
import { isOutcome, type Outcome } from '../decisions.js';
import type { Facts, TicketFacts } from '../facts.js';
import type { CityPack } from '../pack/city-pack.js';
import type { ListRow } from './list-row.js';

/** Which unit takes the lead, which assist, and why. */
export interface Route {
  readonly lead: string;
  readonly assists: readonly string[];
  readonly via: 'rule' | 'list' | 'fallback';
  /** The rule that decided. */
  readonly rule?: string;
  /** The line of `implementation-list.csv` that decided. */
  readonly line?: number;
  readonly article?: string;
  /** The standard by which the item is handled, of the list or of the matter. */
  readonly standard?: string;
}

/** Nothing says who handles a ticket: no rule, no row of the list, no fallback unit. */
export class NoRouteError extends Error {
  /** Stable code for programs. */
  readonly code = 'noRoute';
  override readonly name = 'NoRouteError';
  readonly pack: string;
  readonly matter?: string;
  readonly district?: string;

  constructor(pack: string, matter: string | undefined, district: string | undefined) {
    super(
      `The pack "${pack}" routes no ticket of matter ${quote(matter)} in district ${quote(district)}. ` +
        'Add a row to implementation-list.csv, a rule to routing.rules.json, or a "fallbackUnit" to pack.json.',
    );
    this.pack = pack;
    if (matter !== undefined) this.matter = matter;
    if (district !== undefined) this.district = district;
  }
}

/**
 * Finds the unit that takes the lead. A rule that holds beats the implementation list; the list is asked for the matter
 * in its district, then in all districts, then for the wider matters in the same way; what is left goes to the fallback.
 * Whoever leads, the units of `assist` rules that hold assist as well.
 *
 * @throws NoRouteError where nothing says who handles it.
 * @example
 * routeTicket(pack, { matter: 'noise', district: 'east' }, { at: '2026-03-02T09:00:00+08:00' });
 * // { lead: 'urban-management', assists: ['riverside-town'], via: 'list', line: 2, article: '…' }
 */
export function routeTicket(
  pack: CityPack,
  facts: Facts | TicketFacts,
  options: { readonly at?: Instant } = {},
): Route {
  const { outcomes } = pack.routing.decide(facts, options);
  const route = leadRoute(pack, facts, outcomes);
  const further = outcomes.flatMap((each) => (isOutcome(each, 'assist') ? each.params.units : []));
  const assists = new Set([...route.assists, ...further]);
  assists.delete(route.lead);
  return further.length === 0 ? route : { ...route, assists: [...assists] };
}

function leadRoute(pack: CityPack, facts: Facts | TicketFacts, outcomes: readonly Outcome[]): Route {
  const matter = textOf(facts, 'matter');
  const district = textOf(facts, 'district');
  const row = matter === undefined ? undefined : listRowFor(pack, matter, district ?? '');
  const standard = row?.standard ?? (matter === undefined ? undefined : pack.matters.get(matter)?.standard);
  const byStandard = standard === undefined ? {} : { standard };
  const outcome = outcomes.find((each) => isOutcome(each, 'route'));
  if (outcome !== undefined && isOutcome(outcome, 'route')) {
    const { unit, assists } = outcome.params;
    const { rule, article } = outcome;
    const cited = article === undefined ? {} : { article };
    return { lead: unit, assists: assists ?? [], via: 'rule', rule, ...cited, ...byStandard };
  }
  if (row !== undefined) {
    const { lead, assists, line, article } = row;
    return { lead, assists, via: 'list', line, ...(article !== undefined && { article }), ...byStandard };
  }
  if (pack.fallbackUnit !== undefined) return { lead: pack.fallbackUnit, assists: [], via: 'fallback', ...byStandard };
  throw new NoRouteError(pack.id, matter, district);
}

/** The row of the list that a matter in a district falls under, in its own name or that of a wider matter. */
export function listRowFor(pack: CityPack, matter: string, district: string): ListRow | undefined {
  for (const code of [matter, ...pack.matters.ancestors(matter).map((wider) => wider.code)]) {
    const row = pack.implementationList.row(code, district) ?? pack.implementationList.row(code, '');
    if (row !== undefined) return row;
  }
  return undefined;
}

function textOf(facts: Facts | TicketFacts, name: string): string | undefined {
  const value = Object.hasOwn(facts, name) ? (facts as Facts)[name] : undefined;
  return typeof value === 'string' ? value : undefined;
}

function quote(text: string | undefined): string {
  return text === undefined ? '(none)' : `"${text}"`;
}
