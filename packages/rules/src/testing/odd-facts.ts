import { defineFacts } from '../compile/define-facts.js';
import { FactTable } from '../compile/fact-table.js';
import type { Fault } from '../diagnostic/diagnostic.js';
import { didYouMean } from '../diagnostic/nearest.js';
import { join } from '../diagnostic/pointer.js';
import { show } from '../diagnostic/schema-faults.js';
import type { FactDefinition, Facts } from '../facts.js';
import type { CityPack } from '../pack/city-pack.js';
import { packContext } from '../pack/pack-context.js';

/**
 * What of given facts a pack does not know: a name, which no rule sees, or, as a warning, a value that the fact never
 * has. A decision takes them as they are; a person who writes them down means something else.
 *
 * @example
 * oddFacts(pack)({ distrct: 'east' }); // [{ code: 'unknownFact', pointer: '/distrct', fix: 'Did you mean "district"?', … }]
 */
export function oddFacts(pack: CityPack): (facts: Facts) => readonly Fault[] {
  const { facts: declarations = {}, domains } = packContext(pack);
  const declared = new Map<string, FactDefinition>();
  defineFacts(declarations, declared, '');
  const table = new FactTable(declared, domains);
  return (facts) => {
    const faults: Fault[] = [];
    for (const name in facts) {
      if (!Object.hasOwn(facts, name)) continue;
      const definition = table.find(name);
      if (definition === undefined) faults.push(unknownFact(name, table));
      else faults.push(...oddValues(name, facts[name], definition, table));
    }
    return faults;
  };
}

function unknownFact(name: string, table: FactTable): Fault {
  const message = `No fact is named "${name}"; it has no effect.`;
  const fix = didYouMean(name, table.names(), table.titles()) ?? 'Declare it under "facts", or remove it.';
  return { code: 'unknownFact', pointer: join('', name), atKey: true, value: name, message, fix };
}

const NONE: readonly Fault[] = [];

function oddValues(name: string, value: unknown, definition: FactDefinition, table: FactTable): readonly Fault[] {
  const known = table.valuesOf(definition);
  if (known === undefined || known.has(value)) return NONE;
  const given: readonly unknown[] = Array.isArray(value) ? value : [value];
  const { domain } = definition;
  return given
    .filter((each) => !known.has(each))
    .map((each): Fault => {
      const meant =
        domain === undefined ? didYouMean(each, [...known].map(String)) : table.guesses(domain).didYouMean(each);
      const fix = meant ?? 'Use a value that the fact can have.';
      const message = `The fact "${name}" is never ${show(each)}.`;
      return { code: 'unknownValue', severity: 'warning', pointer: join('', name), value: each, message, fix };
    });
}
