import type { CityPack } from '../pack/city-pack.js';
import { namesOf } from '../pack/value-names.js';
import type { Lint } from './lint.js';

/**
 * `uncoveredMatter`: a matter that some district's tickets leave to the fallback unit, because no rule and no row of the
 * list names a unit. Only matters without narrower ones are asked.
 */
export function uncoveredMatterLints(pack: CityPack): readonly Lint[] {
  const { matters, units, implementationList } = pack;
  const districts = [...new Set(units.all.flatMap(({ district }) => district ?? []))];
  const places: readonly (string | undefined)[] = districts.length === 0 ? [undefined] : districts;
  const nameOf = namesOf(units, matters, pack.channels);
  const wider = new Set(matters.all.flatMap(({ parent }) => parent ?? []));
  return matters.all.flatMap(({ code, name }, index): readonly Lint[] => {
    if (wider.has(code)) return [];
    const line = [code, ...matters.ancestors(code).map((above) => above.code)];
    if (line.some((each) => implementationList.row(each, '') !== undefined)) return [];
    const isListed = (district: string | undefined): boolean =>
      district !== undefined && line.some((each) => implementationList.row(each, district) !== undefined);
    const open = places.filter((district) => !isListed(district) && isLeft(pack, code, district));
    if (open.length === 0) return [];
    const titled = (district: string | undefined): string => {
      const name = district && nameOf('districts', district)?.zh;
      return name === undefined ? String(district) : `${district} ${name}`;
    };
    const where =
      open.length === places.length
        ? 'any district'
        : `${open.slice(0, 5).map(titled).join(', ')}${open.length > 5 ? ` and ${open.length - 5} more` : ''}`;
    const message = `No rule and no row of the list gives the matter "${code}" (${name}) a unit in ${where}.`;
    const fix = 'Add a row to implementation-list.csv; an empty district means all.';
    return [{ code: 'uncoveredMatter', severity: 'warning', pointer: `/${index}/code`, value: code, message, fix }];
  });
}

/** Whether no rule names the lead of a ticket that no row is for. */
function isLeft({ routing }: CityPack, matter: string, district: string | undefined): boolean {
  const facts = district === undefined ? { matter } : { matter, district };
  return !routing.decide(facts).outcomes.some(({ type }) => type === 'route');
}
