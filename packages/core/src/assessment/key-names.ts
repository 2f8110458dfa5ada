import { type CityPack, type Dimension, type Label, packContext, TICKET_TYPES, UNIT_KINDS } from '@hotline-kit/rules';
import { NONE } from './dimensions.js';

const NOT_STATED: Label = { zh: '未注明', en: 'Not stated' };

/** The list of the pack that the keys of a dimension come from. */
const LIST_OF = {
  unit: 'units',
  branch: 'units',
  holder: 'units',
  holderBranch: 'units',
  returnedBy: 'units',
  matter: 'matters',
  theme: 'matters',
  channel: 'channels',
  district: 'districts',
} as const satisfies Partial<Record<Dimension, string>>;

/** What the keys of dimensions are called in a pack. */
export function keyNames(pack: CityPack): (dimension: Dimension, key: string) => Label {
  const { names } = packContext(pack);
  return (dimension, key) => {
    if (key === NONE) return NOT_STATED;
    const itself = { zh: key, en: key };
    if (dimension === 'level') return own(UNIT_KINDS, key) ?? itself;
    if (dimension === 'type') return own(TICKET_TYPES, key) ?? itself;
    if (!(dimension in LIST_OF)) return itself;
    return names?.(LIST_OF[dimension as keyof typeof LIST_OF], key) ?? itself;
  };
}

function own(words: Readonly<Record<string, Label>>, key: string): Label | undefined {
  return Object.hasOwn(words, key) ? words[key] : undefined;
}
