import type { Label, Metric } from '@hotline-kit/rules';
import { boundOf, exactValue, share } from './exact-figure.js';
import { Ratio } from './ratio.js';
import { type ExactDeduction, scoreOf } from './score.js';
import type { Tally } from './tally.js';

/** A figure as it is printed, and what it stands on. Plain JSON. */
export interface Figure {
  /** Rounded as the metric says; `null` where the base is empty, and of a histogram. */
  readonly value: number | null;
  /** The same as text, with every digit: `96.16%`; `–` where there is no value. */
  readonly text: string;
  /** Rows in the base. */
  readonly base: number;
  /** Rows in the numerator of a rate. */
  readonly hits?: number;
  /** Rows left out of the base by the exclusions. */
  readonly excluded: number;
  /** Whether the target was reached; absent where there is no target or no value. */
  readonly reached?: boolean;
  readonly buckets?: readonly BucketFigure[];
  readonly deductions?: readonly DeductionFigure[];
  readonly change?: Change;
}

/** The share of rows up to the bound of a bucket. */
export interface BucketFigure {
  readonly id: string;
  readonly title: Label;
  readonly count: number;
  readonly value: number | null;
  readonly text: string;
}

/** What a deduction took off a score. */
export interface DeductionFigure {
  readonly metric: string;
  /** The figure it was drawn from. */
  readonly text: string;
  readonly points: number;
  readonly article?: string;
}

/** How a figure moved against an earlier span. */
export interface Change {
  /** The earlier figure as text. */
  readonly before: string;
  /** Of a rate in percentage points, of anything else in percent of the earlier figure; `null` where that is 0. */
  readonly value: number | null;
  /** With its sign: `+22.24%`, `-0.50`. */
  readonly text: string;
  readonly in: 'percent' | 'points';
}

/** A figure before it is printed, for rankings. */
export interface ExactFigure {
  readonly value: Ratio | undefined;
  readonly tally: Tally;
  readonly deductions?: readonly ExactDeduction[];
}

/** What stands where there is no figure. */
const EMPTY = '–';

/** The exact figure of a metric over a tally; a score asks for the values of the metrics that it draws upon. */
export function exactFigure(
  metric: Metric,
  tally: Tally,
  figureOf: (metric: string) => Ratio | undefined,
): ExactFigure {
  if (metric.kind !== 'score') return { value: exactValue(metric, tally), tally };
  const { score, deductions } = scoreOf(metric, figureOf);
  return { value: score, tally, deductions };
}

/** A figure as it is printed. */
export function printFigure(metric: Metric, exact: ExactFigure, before?: ExactFigure): Figure {
  const { value, tally } = exact;
  const text = printValue(metric, value);
  const reached = value === undefined ? undefined : isReached(metric, value);
  return {
    value: value === undefined ? null : Number(value.print(metric.round)),
    text,
    base: tally.base,
    excluded: tally.excluded,
    ...(metric.kind === 'rate' && { hits: tally.hits }),
    ...(reached !== undefined && { reached }),
    ...(metric.kind === 'histogram' && { buckets: bucketsOf(metric, tally) }),
    ...(exact.deductions && { deductions: exact.deductions.map((each) => deductionOf(metric, each)) }),
    ...(before && value && before.value && { change: changeOf(metric, value, before.value) }),
  };
}

/** Whether a value reaches the target of its metric; nothing where there is none. Judged exactly, not as printed. */
export function isReached({ target }: Metric, value: Ratio): boolean | undefined {
  if (target === undefined) return undefined;
  return 'atLeast' in target
    ? value.compare(Ratio.of(target.atLeast)) >= 0
    : value.compare(Ratio.of(target.atMost)) <= 0;
}

function printValue(metric: Metric, value: Ratio | undefined): string {
  if (value === undefined) return EMPTY;
  if (metric.kind === 'count') return value.print({ digits: 0, mode: 'halfUp' });
  return `${value.print(metric.round)}${metric.kind === 'rate' ? '%' : ''}`;
}

function bucketsOf(metric: Metric & { readonly kind: 'histogram' }, tally: Tally): readonly BucketFigure[] {
  return metric.buckets.map(({ id, title, atMost }) => {
    const count = tally.countUpTo(boundOf(atMost, metric.unit));
    const value = tally.base === 0 ? undefined : share(count, tally.base).print(metric.round);
    return {
      id,
      title,
      count,
      value: value === undefined ? null : Number(value),
      text: value === undefined ? EMPTY : `${value}%`,
    };
  });
}

function deductionOf({ round }: Metric, { deduction, value, points }: ExactDeduction): DeductionFigure {
  const { metric, article } = deduction;
  return {
    metric,
    text: value?.print(round) ?? EMPTY,
    points: Number(points.print(round)),
    ...(article !== undefined && { article }),
  };
}

function changeOf(metric: Metric, now: Ratio, before: Ratio): Change {
  const isPoints = metric.kind === 'rate' || metric.kind === 'score';
  const text = printValue(metric, before);
  const difference = now.minus(before);
  if (!isPoints && before.compare(Ratio.of(0)) === 0) return { before: text, value: null, text: EMPTY, in: 'percent' };
  const change = isPoints ? difference : difference.over(before).times(Ratio.of(100));
  const printed = change.print({ ...metric.round, digits: Math.max(metric.round.digits, 2) });
  const signed = printed.startsWith('-') ? printed : `+${printed}`;
  return {
    before: text,
    value: Number(printed),
    text: isPoints ? signed : `${signed}%`,
    in: isPoints ? 'points' : 'percent',
  };
}
