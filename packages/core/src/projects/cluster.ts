import type { CityPack, ClusterDimension, FactTest, Label } from '@hotline-kit/rules';
import { Dimensions } from '../assessment/dimensions.js';
import type { FactRow } from '../assessment/fact-row.js';
import { checkScope, type Span } from '../assessment/scope.js';

/** What is gathered. */
export interface ClusterQuery extends Span {
  /** Tickets that agree in all of these are one cluster; those that lack one of them are in none. */
  readonly by: readonly ClusterDimension[];
  /** Fewer tickets are no cluster. */
  readonly atLeast: number;
  /** Only tickets for which this holds; all unless given. */
  readonly where?: FactTest;
}

/** Tickets that agree: complaints concentrated 集中投诉 on one matter at one place, for example. */
export interface Cluster {
  /** What they agree in, by dimension. */
  readonly key: Readonly<Partial<Record<ClusterDimension, string>>>;
  /** Their ids, in the order of the rows. */
  readonly tickets: readonly string[];
}

/**
 * Gathers the tickets registered in a span into clusters, the largest first. Unreasonable demands do not count. It is a
 * plain count over what happened: whoever reads it decides what becomes a key item.
 *
 * @throws HotlineError `assessmentInvalid` where the span ends before it begins
 * @example
 * clustersOf(rows, pack, { ...spanOf('2024', zone), by: ['matter', 'street'], atLeast: 20 });
 * // [{ key: { matter: 'parking', street: 'liede' }, tickets: ['t-4', 't-9', …] }]
 */
export function clustersOf(rows: Iterable<FactRow>, pack: CityPack, query: ClusterQuery): readonly Cluster[] {
  const { spans } = checkScope({ from: query.from, to: query.to, metrics: [] }, pack);
  const [span] = spans;
  const dimensions = new Dimensions(pack);
  const clusters = new Map<string, { key: Cluster['key']; tickets: string[] }>();
  for (const row of rows) {
    const at = row.instant('registeredAt');
    if (row.source !== 'tickets' || at === undefined || span === undefined || at < span.from || at >= span.to) continue;
    const { facts } = row;
    if (facts.unreasonable === true || query.where?.(facts) === false) continue;
    const key = query.by.map((dimension) => dimensions.keys(dimension, facts, at)[0] ?? '');
    if (key.includes('')) continue;
    const name = JSON.stringify(key);
    const cluster = clusters.get(name);
    if (cluster !== undefined) cluster.tickets.push(row.id);
    else clusters.set(name, { key: Object.fromEntries(query.by.map((each, n) => [each, key[n]])), tickets: [row.id] });
  }
  return [...clusters.values()]
    .filter(({ tickets }) => tickets.length >= query.atLeast)
    .sort((a, b) => b.tickets.length - a.tickets.length);
}

/** The clusters that one definition of a pack finds. */
export interface ClusterFinding {
  /** Id of the definition. */
  readonly id: string;
  readonly title: Label;
  readonly clusters: readonly Cluster[];
  readonly article?: string;
  readonly basis: 'text' | 'sample';
}

/**
 * What the pack itself looks out for: hotspots 热点, pain points 难点, sensitive appeals 敏感诉求, or whatever its
 * `assessment.json` calls a cluster, each with the article that asks for it.
 *
 * @throws HotlineError `assessmentInvalid` where the span ends before it begins
 * @example
 * packClusters(rows, pack, spanOf('2024-11', zone)).map(({ id, clusters }) => [id, clusters.length]);
 * // [['hotspot', 2], ['pain-point', 0]]
 */
export function packClusters(rows: Iterable<FactRow>, pack: CityPack, span: Span): readonly ClusterFinding[] {
  const all = [...rows];
  return pack.assessment.clusters.map(({ by, atLeast, where, ...definition }) => ({
    ...definition,
    clusters: clustersOf(all, pack, { ...span, by, atLeast, ...(where && { where }) }),
  }));
}
