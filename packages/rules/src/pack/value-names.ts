import type { ValueNames } from '../explain/words.js';
import type { Label, Words } from '../vocabulary/label.js';
import type { MatterCatalogue } from './matters.js';
import type { UnitTree } from './units.js';

/** What the values of a pack's lists are called. A district is called as the topmost unit that has its code. */
export function namesOf(units: UnitTree, matters: MatterCatalogue, channels: Words): ValueNames {
  const districts = new Map<string, Label>();
  for (const { id, name, district } of units.all) {
    const isTop = units.ancestors(id).every((above) => above.district !== district);
    if (district !== undefined && isTop && !districts.has(district)) districts.set(district, name);
  }
  return (domain, value) => {
    switch (domain) {
      case 'units':
        return units.get(value)?.name;
      case 'matters': {
        const name = matters.get(value)?.name;
        return name === undefined ? undefined : { zh: name, en: name };
      }
      case 'districts':
        return districts.get(value);
      case 'channels':
        return Object.hasOwn(channels, value) ? channels[value] : undefined;
    }
  };
}
