import type { BoardDefinition, CityPack, Group, Label, Metric } from '@hotline-kit/rules';
import { type ExactFigure, isReached, printFigure } from './figure.js';
import { keyNames } from './key-names.js';
import type { Ratio } from './ratio.js';

/** Where a unit or a person stands on a board. */
export interface Standing {
  /** Id of the unit, or of the handler. */
  readonly key: string;
  readonly name: Label;
  /** 1 is best; equals share a rank, and the next ranks are left out. */
  readonly rank: number;
  /** 1 is last. */
  readonly rankFromLast: number;
  readonly value: number;
  readonly text: string;
  readonly base: number;
  readonly list: 'red' | 'black' | 'none';
  readonly missedTarget: boolean;
  /** Periods in a row, this one included, by the earlier assessments given. */
  readonly timesLast: number;
  readonly timesBlack: number;
  readonly timesMissed: number;
}

/** A board for one group. */
export interface BoardGroup {
  /** Absent where all are ranked together. */
  readonly group?: string;
  readonly title?: Label;
  readonly standings: readonly Standing[];
  /** Units of the group that have too few rows to be ranked. */
  readonly unranked: readonly string[];
}

/** A ranking, as the pack asks for it. */
export interface Board {
  readonly id: string;
  readonly title: Label;
  readonly metric: string;
  readonly by: 'branch' | 'unit' | 'handler';
  readonly groups: readonly BoardGroup[];
  readonly article?: string;
  readonly basis: 'text' | 'sample';
}

interface Ranked {
  readonly key: string;
  readonly exact: ExactFigure;
  readonly value: Ratio;
}

/**
 * Ranks the units or people of each group by the exact figure. Red and black lists are there only where the board asks
 * for them; where a group is too small for both, each takes at most half of it.
 *
 * @param earlier the same board in earlier assessments, the latest first
 */
export function boardOf(
  board: BoardDefinition,
  metric: Metric,
  figures: ReadonlyMap<string, ExactFigure>,
  setting: { readonly pack: CityPack; readonly earlier: readonly Board[] },
): Board {
  const { id, title, by, article, basis, groups } = board;
  const named = setting.pack.assessment.groups;
  const compared: readonly (Group | undefined)[] = groups?.flatMap(
    (id) => named.find((each) => each.id === id) ?? [],
  ) ?? [undefined];
  return {
    id,
    title,
    metric: metric.id,
    by,
    groups: compared.map((group) => groupOf(board, metric, group, figures, setting)),
    ...(article !== undefined && { article }),
    basis,
  };
}

function groupOf(
  board: BoardDefinition,
  metric: Metric,
  group: Group | undefined,
  figures: ReadonlyMap<string, ExactFigure>,
  { pack, earlier }: { readonly pack: CityPack; readonly earlier: readonly Board[] },
): BoardGroup {
  const members = [...figures].filter(([key]) => key !== '' && (group === undefined || isMember(key, group, pack)));
  const ranked: Ranked[] = [];
  const unranked: string[] = [];
  for (const [key, exact] of members) {
    if (exact.value === undefined || exact.tally.base < board.minimum) unranked.push(key);
    else ranked.push({ key, exact, value: exact.value });
  }
  const sign = metric.better === 'higher' ? -1 : 1;
  ranked.sort((a, b) => sign * a.value.compare(b.value) || (a.key < b.key ? -1 : 1));
  const before = earlier.map((each) => each.groups.find((other) => other.group === group?.id)?.standings ?? []);
  const earlierOf = before.map((standings) => new Map(standings.map((standing) => [standing.key, standing])));
  const names = keyNames(pack);
  const ranks = ranksOf(ranked);
  const standings = ranked.map((each, index): Standing => {
    const { rank, rankFromLast } = ranks[index] as (typeof ranks)[number];
    const list = listOf(rank, rankFromLast, board, ranked.length);
    const missedTarget = isReached(metric, each.value) === false;
    const past = earlierOf.map((standings) => standings.get(each.key));
    const inARow = (isSo: boolean, wasSo: (standing: Standing) => boolean): number => {
      if (!isSo) return 0;
      const broken = past.findIndex((standing) => standing === undefined || !wasSo(standing));
      return 1 + (broken < 0 ? past.length : broken);
    };
    const { text, value, base } = printFigure(metric, each.exact);
    return {
      key: each.key,
      name: names(board.by, each.key),
      rank,
      rankFromLast,
      value: value ?? 0,
      text,
      base,
      list,
      missedTarget,
      timesLast: inARow(rankFromLast === 1 && ranked.length > 1, (was) => was.rankFromLast === 1),
      timesBlack: inARow(list === 'black', (was) => was.list === 'black'),
      timesMissed: inARow(missedTarget, (was) => was.missedTarget),
    };
  });
  return {
    ...(group && { group: group.id, title: group.title }),
    standings,
    unranked: unranked.sort(),
  };
}

/** Ranks from both ends of an ordered list; equals share theirs. */
function ranksOf(ranked: readonly Ranked[]): readonly { readonly rank: number; readonly rankFromLast: number }[] {
  const isEqual = (a: number, b: number): boolean => {
    const [one, other] = [ranked[a]?.value, ranked[b]?.value];
    return one !== undefined && other !== undefined && one.compare(other) === 0;
  };
  const ranks = ranked.map((_, index) => ({ rank: index + 1, rankFromLast: ranked.length - index }));
  for (let index = 1; index < ranks.length; index += 1) {
    if (isEqual(index, index - 1)) Object.assign(ranks[index] ?? {}, { rank: ranks[index - 1]?.rank });
  }
  for (let index = ranks.length - 2; index >= 0; index -= 1) {
    if (isEqual(index, index + 1)) Object.assign(ranks[index] ?? {}, { rankFromLast: ranks[index + 1]?.rankFromLast });
  }
  return ranks;
}

/** With both lists, nobody of the better half is warned, and nobody of the worse half praised. */
function listOf(rank: number, rankFromLast: number, board: BoardDefinition, size: number): Standing['list'] {
  const { red = 0, black = 0 } = board;
  const most = red > 0 && black > 0 ? Math.floor(size / 2) : size;
  if (rank <= Math.min(red, most)) return 'red';
  return rankFromLast <= Math.min(black, most) ? 'black' : 'none';
}

/** Whether a unit belongs to a group: it meets every key that the group gives. */
function isMember(key: string, { kinds, parent, below, tags, units }: Group, pack: CityPack): boolean {
  const unit = pack.units.get(key);
  if (unit === undefined) return false;
  return (
    (kinds === undefined || kinds.includes(unit.kind)) &&
    (parent === undefined || unit.parent === parent) &&
    (below === undefined || (key !== below && pack.units.isWithin(key, below))) &&
    (tags === undefined || tags.every((tag) => unit.tags.includes(tag))) &&
    (units === undefined || units.includes(key))
  );
}
