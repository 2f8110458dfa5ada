/** What a generated list is made of. */
export interface ListShape {
  /** The same seed gives the same list, to the byte. */
  readonly seed: number;
  readonly matters: number;
  /** Rows of the list: at least one for each matter. */
  readonly rows: number;
  /** Districts and towns, and the unit that leads in each. */
  readonly places: readonly { readonly district: string; readonly lead: string }[];
  /** Units that lead a matter for the whole city. */
  readonly cityUnits: readonly string[];
  readonly themes: readonly string[];
  readonly article: string;
}

const TYPES = ['consult', 'help', 'complaint', 'report', 'suggestion'] as const;

/**
 * A catalogue of matters and its implementation list (matter × place → lead), as large as a city’s, with made-up names:
 * the texts of `matters.csv` and `implementation-list.csv`.
 */
export function generateList(shape: ListShape): { readonly matters: string; readonly list: string } {
  const { matters, rows, places, cityUnits, themes, article } = shape;
  const random = numbers(shape.seed);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const catalogue = ['code,name,parent,type'];
  const list = ['matter,district,lead,assists,article'];
  // What remains once every matter has its row for the whole city is spread over places, matter by matter.
  let left = rows - matters;
  for (let n = 1; n <= matters; n += 1) {
    const code = `item-${String(n).padStart(4, '0')}`;
    const unit = pick(cityUnits);
    catalogue.push(`${code},样例事项${n},${pick(themes)},${pick(TYPES)}`);
    list.push(`${code},,${unit},,${article}`);
    const share = Math.min(places.length, Math.ceil(left / (matters - n + 1)));
    const first = Math.floor(random() * places.length);
    for (let at = 0; at < share; at += 1) {
      const place = places[(first + at) % places.length] as ListShape['places'][number];
      list.push(`${code},${place.district},${place.lead},${unit},${article}`);
    }
    left -= share;
  }
  return { matters: `${catalogue.join('\n')}\n`, list: `${list.join('\n')}\n` };
}

/** Mulberry32: numbers from 0 up to 1, the same for the same seed. */
function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
