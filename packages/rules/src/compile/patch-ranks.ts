import type { RankedColumns } from './rank-rules.js';

/**
 * The older ranks that changed rules take, each that of the rule in whose place it is declared; nothing where one does
 * not: the number of rules, a priority, or the length of a condition is another, or there are dates.
 */
export function ranksInPlace(
  older: RankedColumns,
  newer: RankedColumns,
  { before, from, shift }: { readonly before: number; readonly from: number; readonly shift: number },
): readonly number[] | undefined {
  const { names, periods, priorities } = newer.rules;
  if (shift !== 0 || names.length !== from - before) return undefined;
  if (periods !== undefined || older.rules.periods !== undefined) return undefined;
  const ranks = names.map((_, own) => older.declared.indexOf(newer.declared[own] as number));
  const isInPlace = ranks.every(
    (rank, own) =>
      rank >= 0 && older.rules.priorities[rank] === priorities[own] && lengthOf(older, rank) === lengthOf(newer, own),
  );
  return isInPlace ? ranks : undefined;
}

function lengthOf({ starts, rules: { conditions } }: RankedColumns, rank: number): number {
  return (starts[rank + 1] ?? conditions.length) - (starts[rank] as number);
}

/** The ranking with changed rules at older ranks. Columns in which nothing changed are those of the older ranking. */
export function patchedRanking(older: RankedColumns, newer: RankedColumns, ranks: readonly number[]): RankedColumns {
  const { rules } = older;
  const patched = <Column extends readonly unknown[]>(column: Column, own: Column): Column => {
    if (ranks.every((rank, at) => column[rank] === own[at])) return column;
    const copy = column.slice();
    for (const [at, rank] of ranks.entries()) copy[rank] = own[at];
    return copy as unknown as Column;
  };
  const wordsOf = (at: number): Int32Array => {
    const start = newer.starts[at] as number;
    return newer.rules.conditions.subarray(start, start + lengthOf(newer, at));
  };
  const isSame = (rank: number, at: number): boolean => {
    const start = older.starts[rank] as number;
    return wordsOf(at).every((word, part) => word === rules.conditions[start + part]);
  };
  let { conditions } = rules;
  if (!ranks.every(isSame)) {
    conditions = conditions.slice();
    for (const [at, rank] of ranks.entries()) conditions.set(wordsOf(at), older.starts[rank]);
  }
  return {
    rules: {
      names: patched(rules.names, newer.rules.names),
      types: patched(rules.types, newer.rules.types),
      params: patched(rules.params, newer.rules.params),
      priorities: rules.priorities,
      articles: patched(rules.articles, newer.rules.articles),
      conditions,
    },
    starts: older.starts,
    titles: patched(older.titles, newer.titles),
    declared: older.declared,
  };
}
