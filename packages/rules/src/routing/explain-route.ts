import type { Instant } from '@hotline-kit/sla-calendar';
import type { Explanation } from '../explain/explanation.js';
import { type Facts, KNOWN_FACTS, type TicketFacts } from '../facts.js';
import type { CityPack } from '../pack/city-pack.js';
import { namesOf } from '../pack/value-names.js';
import type { Label } from '../vocabulary/label.js';
import { listRowFor, NoRouteError, type Route, routeTicket } from './route.js';

/** A unit by its id and its name. */
export interface NamedUnit {
  readonly id: string;
  readonly name: Label;
}

/** The same ticket in another district. */
export interface RouteElsewhere {
  readonly district: string;
  readonly name: Label;
  /** Absent where nothing says who would handle it there. */
  readonly lead?: NamedUnit;
  readonly assists: readonly NamedUnit[];
  readonly text: Label;
}

/** Who handles a ticket, why, and who would elsewhere. Plain JSON. */
export interface RouteExplanation {
  /** Absent where nothing says who handles it. */
  readonly route?: Route;
  readonly lead?: NamedUnit;
  readonly assists: readonly NamedUnit[];
  /** What decided: the rule, the line of the list, or the fallback, in words. */
  readonly text: Label;
  /** Why the routing rules decided as they did, and what nearly did. */
  readonly rules: Explanation;
  /** The districts in which another unit would take the lead. */
  readonly elsewhere: readonly RouteElsewhere[];
}

/**
 * Explains `routeTicket` in words: the rule, the line of the implementation list or the fallback; what would have to be
 * otherwise; and the lead in each other district.
 *
 * @throws RuleFactError where a fact has another type than its definition says.
 * @example
 * explainRoute(pack, { matter: 'noise', district: 'east' }, { at: '2026-03-02T09:00:00+08:00' }).text.zh;
 * // '实施清单第2行:“噪声”在“东城区”由样例市城市管理局主办(样例办法第八条)。'
 */
export function explainRoute(
  pack: CityPack,
  facts: Facts | TicketFacts,
  options: { readonly at?: Instant } = {},
): RouteExplanation {
  const explainer = new RouteExplainer(pack, facts as Facts, options);
  return explainer.explain();
}

class RouteExplainer {
  readonly #pack: CityPack;
  readonly #facts: Facts;
  readonly #options: { readonly at?: Instant };

  constructor(pack: CityPack, facts: Facts, options: { readonly at?: Instant }) {
    this.#pack = pack;
    this.#facts = facts;
    this.#options = options;
  }

  explain(): RouteExplanation {
    const route = this.#route(this.#facts);
    return {
      ...(route && { route, lead: this.#unit(route.lead) }),
      assists: (route?.assists ?? []).map((id) => this.#unit(id)),
      text: this.#text(route),
      rules: this.#pack.routing.explain(this.#facts, this.#options),
      elsewhere: this.#elsewhere(route),
    };
  }

  #route(facts: Facts): Route | undefined {
    try {
      return routeTicket(this.#pack, facts, this.#options);
    } catch (error) {
      if (error instanceof NoRouteError) return undefined;
      throw error;
    }
  }

  #unit(id: string): NamedUnit {
    return { id, name: this.#pack.units.get(id)?.name ?? { zh: id, en: id } };
  }

  #text(route: Route | undefined): Label {
    if (route === undefined) {
      return { zh: '没有规则、清单或兜底单位可派。', en: 'No rule, no row of the list and no fallback unit.' };
    }
    const lead = this.#unit(route.lead).name;
    const law = route.article === undefined ? '' : `（${route.article}）`;
    const basis = route.article === undefined ? '' : ` (${route.article})`;
    if (route.via === 'rule') {
      return {
        zh: `规则 ${route.rule ?? ''}：由${lead.zh}主办${law}。`,
        en: `Rule "${route.rule ?? ''}": ${lead.en} takes the lead${basis}.`,
      };
    }
    if (route.via === 'fallback') {
      return {
        zh: `没有规则和清单命中，由兜底单位${lead.zh}承接。`,
        en: `No rule and no row of the list: ${lead.en} takes what is left.`,
      };
    }
    const { matter: own, district: where } = this.#facts;
    const row = listRowFor(this.#pack, String(own), typeof where === 'string' ? where : '');
    const names = namesOf(this.#pack.units, this.#pack.matters, this.#pack.channels);
    const matter = names('matters', row?.matter ?? '') ?? { zh: '', en: '' };
    const district = names('districts', row?.district ?? '') ?? { zh: '各区县', en: 'all districts' };
    return {
      zh: `实施清单第${route.line}行：“${matter.zh}”在“${district.zh}”由${lead.zh}主办${law}。`,
      en: `Line ${route.line} of the list: ${lead.en} leads "${matter.en}" in ${district.en}${basis}.`,
    };
  }

  #elsewhere(here: Route | undefined): readonly RouteElsewhere[] {
    const { units, matters, channels, facts } = this.#pack;
    const names = namesOf(units, matters, channels);
    const title = facts.district?.title ?? KNOWN_FACTS.district.title;
    const districts = new Set(units.all.flatMap(({ district }) => district ?? []));
    return [...districts].flatMap((district): readonly RouteElsewhere[] => {
      if (district === this.#facts.district) return [];
      const there = this.#route({ ...this.#facts, district });
      if (there?.lead === here?.lead) return [];
      const name = names('districts', district) ?? { zh: district, en: district };
      const lead = there && this.#unit(there.lead);
      return [
        {
          district,
          name,
          ...(lead && { lead }),
          assists: (there?.assists ?? []).map((id) => this.#unit(id)),
          text: {
            zh: `若${title.zh}=${name.zh}，则${lead === undefined ? '无单位可派' : `派给${lead.name.zh}`}`,
            en: `If ${title.en} = ${name.en}: ${lead === undefined ? 'nobody' : lead.name.en}`,
          },
        },
      ];
    });
  }
}
