import type { CompileOptions } from '../compile-rule-set.js';
import type { CityPack } from './city-pack.js';
import { packDomains } from './domains.js';
import { namesOf } from './value-names.js';

/**
 * What a rule set of a pack is compiled and linted with: the pack's facts, named conditions, units, matters, districts,
 * channels, clocks and calendars.
 *
 * @example
 * lintRuleSet(document, packContext(pack));
 */
export function packContext(pack: CityPack): CompileOptions {
  const { units, matters, channels, clocks, conditions, factDeclarations, calendars, defaultCalendar } = pack;
  return {
    facts: factDeclarations,
    conditions,
    names: namesOf(units, matters, channels),
    strict: true,
    domains: packDomains({
      calendars: { byId: calendars, byDefault: defaultCalendar },
      units: units.all,
      matters: matters.all,
      channels,
      clocks: clocks.map(({ id }) => id),
      evidence: Object.keys(pack.procedure.evidence),
      milestones: Object.keys(pack.procedure.milestones),
    }),
  };
}
