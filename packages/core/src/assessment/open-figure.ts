import type { CityPack, Dimension } from '@hotline-kit/rules';
import { AssessingReader } from './assessing-reader.js';
import { Dimensions } from './dimensions.js';
import type { FactRow } from './fact-row.js';
import { type AssessmentScope, checkScope } from './scope.js';

/** Which figure to open. */
export interface FigureQuery extends Omit<AssessmentScope, 'metrics' | 'groupBy' | 'previous'> {
  readonly metric: string;
  /** The part of a breakdown; the whole unless given. */
  readonly by?: Dimension;
  readonly key?: string;
  /** `base`: everything counted (the default); of a rate, `hits` of the numerator and `misses`, the rest; or `excluded`. */
  readonly part?: 'base' | 'hits' | 'misses' | 'excluded';
}

/**
 * The tickets behind a figure, in the order of the rows.
 *
 * @throws HotlineError `assessmentInvalid` for an unknown metric or unit
 * @example
 * openFigure(rows, pack, { metric: 'closedOnTime', from, to, by: 'branch', key: 'tianhe', part: 'misses' });
 * // ['t-17', 't-42']
 */
export function openFigure(rows: Iterable<FactRow>, pack: CityPack, query: FigureQuery): readonly string[] {
  const scope = checkScope({ ...query, metrics: [query.metric] }, pack);
  const [measured] = scope.measured.filter(({ isShown }) => isShown);
  const [span] = scope.spans;
  if (measured === undefined || span === undefined) return [];
  const { metric, index } = measured;
  const hitBy = metric.kind === 'rate' ? metric.hitBy : undefined;
  const reader = new AssessingReader(pack.assessment.reader(), scope.measured);
  const dimensions = new Dimensions(pack);
  const tickets: string[] = [];
  for (const row of rows) {
    const at = row.instant(metric.period);
    if (at === undefined || at < span.from || at >= span.to || row.source !== metric.over) continue;
    const { facts } = row;
    if (scope.within !== undefined && !dimensions.branchOf(facts.lead).includes(scope.within)) continue;
    if (query.by !== undefined && !dimensions.keys(query.by, facts, at).includes(query.key ?? '')) continue;
    if ('of' in metric && typeof facts[metric.of] !== 'number') continue;
    reader.read(row, facts);
    const place = reader.place(index);
    const own = hitBy && query.by && dimensions.hitKeys(query.by, hitBy, facts);
    const isOwn = own === undefined || own.has(query.key ?? '');
    if (isPart(place === 'hit' && !isOwn ? 'in' : place, query.part ?? 'base')) tickets.push(row.id);
  }
  return tickets;
}

function isPart(place: 'out' | 'excluded' | 'in' | 'hit', part: NonNullable<FigureQuery['part']>): boolean {
  switch (part) {
    case 'base':
      return place === 'in' || place === 'hit';
    case 'hits':
      return place === 'hit';
    case 'misses':
      return place === 'in';
    case 'excluded':
      return place === 'excluded';
  }
}
