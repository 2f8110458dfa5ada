import type { RankedColumns } from './rank-rules.js';

/**
 * The ranking in a merged order, where each changed rule took the very rank of an older one and its condition is as
 * long; nothing where that is not so. Columns in which nothing changed are those of the older ranking.
 */
export function patchedRanking(
  older: RankedColumns,
  newer: RankedColumns,
  order: Int32Array,
): RankedColumns | undefined {
  const { rules } = older;
  if (order.length !== rules.names.length || rules.periods !== undefined || newer.rules.periods !== undefined) {
    return undefined;
  }
  const changed: number[] = [];
  for (let rank = 0; rank < order.length; rank += 1) {
    const at = order[rank] as number;
    if (at < 0) changed.push(rank);
    else if (at !== rank) return undefined;
  }
  const lengthOf = ({ starts, rules: { conditions } }: RankedColumns, rank: number): number =>
    (starts[rank + 1] ?? conditions.length) - (starts[rank] as number);
  const ownOf = (rank: number): number => ~(order[rank] as number);
  if (changed.some((rank) => lengthOf(older, rank) !== lengthOf(newer, ownOf(rank)))) return undefined;
  const patched = <Column extends Patchable>(column: Column, own: ArrayLike<Column[number]>): Column => {
    if (changed.every((rank) => column[rank] === own[ownOf(rank)])) return column;
    const copy = column.slice() as Column & { [rank: number]: unknown };
    for (const rank of changed) copy[rank] = own[ownOf(rank)];
    return copy;
  };
  const conditions = rules.conditions.slice();
  for (const rank of changed) {
    const start = newer.starts[ownOf(rank)] as number;
    conditions.set(newer.rules.conditions.subarray(start, start + lengthOf(older, rank)), older.starts[rank]);
  }
  return {
    rules: {
      names: patched(rules.names, newer.rules.names),
      types: patched(rules.types, newer.rules.types),
      params: patched(rules.params, newer.rules.params),
      priorities: patched(rules.priorities, newer.rules.priorities),
      articles: patched(rules.articles, newer.rules.articles),
      conditions,
    },
    starts: older.starts,
    titles: patched(older.titles, newer.titles),
    declared: patched(older.declared, newer.declared),
  };
}

type Patchable = (readonly unknown[] | Int32Array) & { slice(): unknown };
