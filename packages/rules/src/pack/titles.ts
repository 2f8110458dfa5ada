import type { Titles } from '../diagnostic/nearest.js';

interface NamedUnit {
  readonly id: string;
  readonly name: { readonly zh: string };
  readonly district?: string;
}

interface NamedMatter {
  readonly code: string;
  readonly name: string;
}

/** Units by their Chinese names. */
export const titlesOfUnits = onceFor((units: readonly NamedUnit[]) =>
  units.map(({ id, name }) => [name.zh, id] as const),
);

/** Districts by the Chinese names of the units that are in them. */
export const titlesOfDistricts = onceFor((units: readonly NamedUnit[]) =>
  units.flatMap(({ district, name }) => (district === undefined ? [] : [[name.zh, district] as const])),
);

/** Matters by their names. */
export const titlesOfMatters = onceFor((matters: readonly NamedMatter[]) =>
  matters.map(({ code, name }) => [name, code] as const),
);

/** Titles of a list, gathered once: tens of thousands of rows may ask. A title of several things stands for none. */
function onceFor<Thing>(
  entriesOf: (things: readonly Thing[]) => readonly (readonly [title: string, id: string])[],
): (things: readonly Thing[]) => Titles {
  const known = new WeakMap<readonly Thing[], Titles>();
  return (things) => {
    const before = known.get(things);
    if (before !== undefined) return before;
    const titles = new Map<string, string>();
    const several = new Set<string>();
    for (const [title, id] of entriesOf(things)) {
      if ((titles.get(title) ?? id) !== id) several.add(title);
      titles.set(title, id);
    }
    for (const title of several) titles.delete(title);
    known.set(things, titles);
    return titles;
  };
}
