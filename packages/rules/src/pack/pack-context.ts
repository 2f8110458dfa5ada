import type { CompileOptions } from '../compile-rule-set.js';
import type { CityPack } from './city-pack.js';
import { namesOf } from './value-names.js';

/**
 * What a rule set of a pack is compiled and linted with: the pack's facts, named conditions, units, matters, districts,
 * channels and clocks.
 *
 * @example
 * lintRuleSet(document, packContext(pack));
 */
export function packContext(pack: CityPack): CompileOptions {
  const { units, matters, channels, clocks, conditions, factDeclarations } = pack;
  return {
    facts: factDeclarations,
    conditions,
    names: namesOf(units, matters, channels),
    strict: true,
    domains: {
      units: new Set(units.all.map(({ id }) => id)),
      districts: new Set(units.all.flatMap(({ district }) => district ?? [])),
      matters: new Set(matters.all.map(({ code }) => code)),
      channels: new Set(Object.keys(channels)),
      clocks: new Set(clocks.map(({ id }) => id)),
      related: units.all,
      trees: {
        units: new Map(units.all.map(({ id, parent }) => [id, parent])),
        matters: new Map(matters.all.map(({ code, parent }) => [code, parent])),
      },
    },
  };
}
