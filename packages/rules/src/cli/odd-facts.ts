import { defineFacts } from '../compile/define-facts.js';
import { FactTable } from '../compile/fact-table.js';
import { didYouMean } from '../diagnostic/nearest.js';
import { show } from '../diagnostic/schema-faults.js';
import type { FactDefinition, Facts } from '../facts.js';
import type { CityPack } from '../pack/city-pack.js';
import { packContext } from '../pack/pack-context.js';
import type { Label } from '../vocabulary/label.js';

/**
 * What of given facts the pack does not know: a name, which no rule sees, or a value, which the fact never has. A
 * decision takes them as they are; a person who types them means something else.
 */
export function oddFacts(pack: CityPack, facts: Facts): readonly Label[] {
  const { facts: declarations = {}, domains } = packContext(pack);
  const declared = new Map<string, FactDefinition>();
  defineFacts(declarations, declared, '');
  const table = new FactTable(declared, domains);
  return Object.entries(facts).flatMap(([name, value]): readonly Label[] => {
    const definition = table.find(name);
    if (definition === undefined) {
      const hint = didYouMean(name, table.names(), table.titles());
      return [
        {
          zh: `没有名为“${name}”的事实，不起作用。${hint === undefined ? '' : `是否为${quoted(hint)}？`}`,
          en: `No fact is named "${name}"; it has no effect.${hint === undefined ? '' : ` ${hint}`}`,
        },
      ];
    }
    const known = table.valuesOf(definition);
    const given: readonly unknown[] = Array.isArray(value) ? value : [value];
    return given
      .filter((each) => known?.has(each) === false)
      .map((each) => {
        const hint = didYouMean(
          each,
          [...(known ?? [])].map(String),
          definition.domain && table.domains.titles?.(definition.domain),
        );
        return {
          zh: `事实“${name}”没有 ${show(each)} 这个值。${hint === undefined ? '' : `是否为${quoted(hint)}？`}`,
          en: `The fact "${name}" is never ${show(each)}.${hint === undefined ? '' : ` ${hint}`}`,
        };
      });
  });
}

/** The word of a hint such as `Did you mean "noise"?`. */
function quoted(hint: string): string {
  return `“${/"(.*)"/.exec(hint)?.[1] ?? hint}”`;
}
