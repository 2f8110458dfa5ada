import {
  type AssessmentPlan,
  type CityPack,
  DIMENSIONS,
  type Dimension,
  isWord,
  type Metric,
} from '@hotline-kit/rules';
import { type Instant, instantOf, isoInZone, toEpochMilliseconds } from '@hotline-kit/sla-calendar';
import { HotlineError } from '../errors.js';
import type { BilingualText } from '../ticket/refusal.js';

/** A span of time: `from` belongs to it, `to` does not. */
export interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

/** What is assessed. */
export interface AssessmentScope extends Span {
  /** Ids of metrics; all of the pack unless given. */
  readonly metrics?: readonly string[];
  /** By what figures are broken down, instead of what each metric says. */
  readonly groupBy?: readonly Dimension[];
  /** A unit: only tickets led by it or by a unit below it, as a district assesses its streets. */
  readonly within?: string;
  /** What each figure is compared with: the same span a year before, or any other. */
  readonly previous?: 'year' | Span;
}

/** The same, checked: instants as epoch milliseconds, metrics with their dimensions. */
export interface CheckedScope {
  readonly spans: readonly { readonly from: number; readonly to: number }[];
  readonly measured: readonly Measured[];
  readonly within?: string;
}

/** A metric that is counted, and by what. */
export interface Measured {
  readonly metric: Metric;
  /** Its index in the plan, which the reader asks for. */
  readonly index: number;
  readonly dimensions: readonly Dimension[];
  /** Asked for, and not only drawn upon by a score. */
  readonly isShown: boolean;
}

/**
 * Checks what is asked.
 *
 * @throws HotlineError `assessmentInvalid` for an unknown metric, unit or dimension, or a span that ends before it begins
 */
export function checkScope(scope: AssessmentScope, pack: CityPack): CheckedScope {
  const { assessment: plan, units, id } = pack;
  const asked = scope.metrics ?? plan.metrics.map((metric) => metric.id);
  for (const metric of asked) {
    if (plan.metric(metric) === undefined) {
      throw invalid(
        { zh: `规则包“${id}”没有指标“${metric}”`, en: `the pack "${id}" has no metric "${metric}"` },
        plan.metrics.map((each) => each.id).join(', '),
      );
    }
  }
  for (const dimension of scope.groupBy ?? []) {
    if (!isWord(DIMENSIONS, dimension))
      throw invalid(
        { zh: `没有维度“${dimension}”`, en: `there is no dimension "${dimension}"` },
        Object.keys(DIMENSIONS).join(', '),
      );
  }
  if (scope.within !== undefined && !units.has(scope.within)) {
    throw invalid(
      { zh: `规则包“${id}”没有单位“${scope.within}”`, en: `the pack "${id}" has no unit "${scope.within}"` },
      'ids of units.json',
    );
  }
  return {
    spans: [
      spanOf(scope),
      ...(scope.previous === undefined ? [] : [spanOf(previousOf(scope, pack.defaultCalendar.zone))]),
    ],
    measured: measuredOf(plan, new Set(asked), scope.groupBy),
    ...(scope.within !== undefined && { within: scope.within }),
  };
}

function invalid(what: BilingualText, allowed: string): HotlineError {
  return new HotlineError('assessmentInvalid', what, {
    fix: { zh: `可选：${allowed}`, en: `use one of: ${allowed}` },
  });
}

function spanOf({ from, to }: Span): { readonly from: number; readonly to: number } {
  const span = { from: toEpochMilliseconds(from), to: toEpochMilliseconds(to) };
  if (span.from < span.to) return span;
  throw new HotlineError(
    'assessmentInvalid',
    { zh: '时段的结束早于开始', en: 'the span ends before it begins' },
    {
      fix: {
        zh: '请使 from 早于 to；to 本身不计入时段',
        en: 'give "from" before "to"; "to" itself no longer belongs to the span',
      },
    },
  );
}

/** The same dates of the year before, by the clock on the wall; for 29 February, 1 March. */
function previousOf({ from, to, previous }: AssessmentScope, zone: string): Span {
  if (typeof previous === 'object') return previous;
  const yearBefore = (at: Instant): Date => {
    const wall = isoInZone(at, zone).slice(0, -6);
    const year = String(Number(wall.slice(0, 4)) - 1).padStart(4, '0');
    return instantOf(`${year}${wall.slice(4).replace('-02-29', '-03-01')}`, zone);
  };
  return { from: yearBefore(from), to: yearBefore(to) };
}

/** The metrics asked for, and those that scores among them draw upon, each by all that is needed of it. */
function measuredOf(
  plan: AssessmentPlan,
  asked: ReadonlySet<string>,
  groupBy: readonly Dimension[] | undefined,
): readonly Measured[] {
  const dimensions = new Map<string, Set<Dimension>>();
  const need = (metric: Metric, by: Iterable<Dimension>): void => {
    const all = dimensions.get(metric.id) ?? new Set();
    for (const dimension of by) all.add(dimension);
    dimensions.set(metric.id, all);
  };
  for (const metric of plan.metrics) {
    if (!asked.has(metric.id)) continue;
    const ranked = plan.boards.filter((board) => board.metric === metric.id).map(({ by }) => by);
    const by = [...(groupBy ?? metric.groupBy), ...ranked];
    need(metric, by);
    if (metric.kind !== 'score') continue;
    for (const deduction of metric.deductions) {
      const source = plan.metric(deduction.metric);
      if (source !== undefined) need(source, by);
    }
  }
  return plan.metrics.flatMap((metric, index) => {
    const by = dimensions.get(metric.id);
    return by === undefined ? [] : [{ metric, index, dimensions: [...by], isShown: asked.has(metric.id) }];
  });
}
