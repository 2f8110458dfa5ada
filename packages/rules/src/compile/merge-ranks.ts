import type { RankedRules } from '../decider.js';
import { ALWAYS } from '../effective-period.js';
import type { RankedColumns } from './rank-rules.js';

/**
 * Merges the ranks that stay with those of the changed rules: by falling priority, then as declared. Of the declared rules,
 * those before `before` and from `from` on stay, and the latter have moved by `shift`. Gives for each rank the one that it
 * had; for a new rule its rank among the new ones, denied bit by bit.
 */
export function mergeRanks(
  older: RankedColumns,
  newer: RankedColumns,
  kept: { readonly before: number; readonly from: number; readonly shift: number },
): Int32Array {
  const size = older.rules.names.length + newer.rules.names.length;
  const order = new Int32Array(size);
  let count = 0;
  let next = 0;
  const { priorities } = older.rules;
  for (let rank = 0; rank < older.rules.names.length; rank += 1) {
    const declared = older.declared[rank] as number;
    if (declared >= kept.before && declared < kept.from) continue;
    const place = declared < kept.before ? declared : declared + kept.shift;
    while (next < newer.rules.names.length && goesBefore(newer, next, priorities[rank] as number, place)) {
      order[count] = ~next;
      count += 1;
      next += 1;
    }
    order[count] = rank;
    count += 1;
  }
  for (; next < newer.rules.names.length; next += 1) {
    order[count] = ~next;
    count += 1;
  }
  return order.subarray(0, count);
}

function goesBefore(newer: RankedColumns, rank: number, priority: number, place: number): boolean {
  const own = newer.rules.priorities[rank] as number;
  return own > priority || (own === priority && (newer.declared[rank] as number) < place);
}

/** Ranks that stand next to each other in the older or the newer ranking. */
interface Stretch {
  readonly from: RankedColumns;
  readonly start: number;
  readonly end: number;
}

/** The ranking in a merged order. Nearly all of it is copied in long stretches. */
export function mergedRanking(
  older: RankedColumns,
  newer: RankedColumns,
  order: Int32Array,
  kept: { readonly before: number; readonly shift: number },
): RankedColumns {
  const stretches = stretchesOf(older, newer, order);
  const pick = <Item>(itemsOf: (ranking: RankedColumns) => readonly Item[]): Item[] =>
    ([] as Item[]).concat(...stretches.map(({ from, start, end }) => itemsOf(from).slice(start, end)));
  const priorities = new Int32Array(order.length);
  const declared = new Int32Array(order.length);
  const starts = new Int32Array(order.length);
  const conditions = new Int32Array(older.rules.conditions.length + newer.rules.conditions.length);
  let rank = 0;
  let word = 0;
  for (const { from, start, end } of stretches) {
    const [first, last] = [from.starts[start] as number, from.starts[end] ?? from.rules.conditions.length];
    priorities.set(from.rules.priorities.subarray(start, end), rank);
    conditions.set(from.rules.conditions.subarray(first, last), word);
    for (let own = start; own < end; own += 1) {
      const place = from.declared[own] as number;
      declared[rank] = from === older && place >= kept.before ? place + kept.shift : place;
      starts[rank] = (from.starts[own] as number) - first + word;
      rank += 1;
    }
    word += last - first;
  }
  const rules: RankedRules = {
    names: pick(({ rules: { names } }) => names),
    types: pick(({ rules: { types } }) => types),
    params: pick(({ rules: { params } }) => params),
    priorities,
    articles: pick(({ rules: { articles } }) => articles),
    conditions: conditions.subarray(0, word),
    ...periodsOf(older, newer, order),
  };
  return { rules, starts, titles: pick(({ titles }) => titles), declared };
}

function stretchesOf(older: RankedColumns, newer: RankedColumns, order: Int32Array): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let rank = 0;
  while (rank < order.length) {
    const first = rank;
    const at = order[first] as number;
    const isOlder = at >= 0;
    rank += 1;
    while (rank < order.length && order[rank] === (isOlder ? at + rank - first : at - (rank - first))) rank += 1;
    const start = isOlder ? at : ~at;
    stretches.push({ from: isOlder ? older : newer, start, end: start + rank - first });
  }
  return stretches;
}

function periodsOf(older: RankedColumns, newer: RankedColumns, order: Int32Array): Pick<RankedRules, 'periods'> {
  if (older.rules.periods === undefined && newer.rules.periods === undefined) return {};
  const periods = Array.from(
    order,
    (at) => (at >= 0 ? older.rules.periods?.[at] : newer.rules.periods?.[~at]) ?? ALWAYS,
  );
  return periods.every((period) => period === ALWAYS) ? {} : { periods };
}
