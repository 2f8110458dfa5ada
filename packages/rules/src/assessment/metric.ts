import type { Condition } from '../conditions.js';
import type { Dimension, HIT_DIMENSIONS } from '../vocabulary/assessment.js';
import type { Label } from '../vocabulary/label.js';

/** A filter over the facts of a row; `{}` takes every row. */
export type RowFilter = Condition | Readonly<Record<string, never>>;

/** How a figure is rounded to print it. The figure itself is kept exactly until then. */
export interface Rounding {
  /** Digits after the point. */
  readonly digits: number;
  readonly mode: 'halfUp' | 'halfEven' | 'down';
}

/** What a figure should reach. */
export type Target = { readonly atLeast: number } | { readonly atMost: number };

interface MetricCommon {
  readonly id: string;
  readonly title: Label;
  /** What is counted: `tickets`, or rows that the host brings, such as `calls`. */
  readonly over: string;
  /** The instant that places a row in the period. */
  readonly period: string;
  /** Rows that hold one of these are left out of everything, and counted apart. */
  readonly exclude: readonly RowFilter[];
  readonly round: Rounding;
  readonly groupBy: readonly Dimension[];
  readonly target?: Target;
  readonly better: 'higher' | 'lower';
  readonly article?: string;
  readonly basis: 'text' | 'sample';
}

/** Of the rows of a base, the part that holds more, in percent. */
export interface RateMetric extends MetricCommon {
  readonly kind: 'rate';
  readonly denominator: RowFilter;
  /** Counted among the rows of the denominator only. */
  readonly numerator: RowFilter;
  /** In a breakdown by units, a row is a hit only under the units that it has in this dimension. */
  readonly hitBy?: keyof typeof HIT_DIMENSIONS;
}

/** How many rows there are. */
export interface CountMetric extends MetricCommon {
  readonly kind: 'count';
  readonly where: RowFilter;
}

/** One number drawn from a number of each row; rows without it do not count. */
export interface StatisticMetric extends MetricCommon {
  readonly kind: 'statistic';
  readonly where: RowFilter;
  /** The fact; for one in seconds, `unit` is what the figure is given in. */
  readonly of: string;
  readonly statistic: 'mean' | 'median' | 'p90' | 'sum';
  /** Nothing where the number is no time. */
  readonly unit?: 'second' | 'minute' | 'hour' | 'day';
}

/** The share of rows whose number is at most each bound, in percent. Buckets may contain each other. */
export interface HistogramMetric extends MetricCommon {
  readonly kind: 'histogram';
  readonly where: RowFilter;
  readonly of: string;
  readonly unit?: 'second' | 'minute' | 'hour' | 'day';
  readonly buckets: readonly { readonly id: string; readonly title: Label; readonly atMost: number }[];
}

/** What one figure costs. */
export interface Deduction {
  readonly metric: string;
  /** What lies below costs; with `above`, what lies above. */
  readonly below?: number;
  readonly above?: number;
  /** So many units of the metric (percentage points, tickets, hours) cost `points`. */
  readonly per: number;
  readonly points: number;
  /** At most so many points. */
  readonly most?: number;
  readonly title?: Label;
  readonly article?: string;
}

/** Full marks less deductions; never below 0. */
export interface ScoreMetric extends MetricCommon {
  readonly kind: 'score';
  readonly full: number;
  readonly deductions: readonly Deduction[];
}

/** A metric as data: what is counted, never a formula in code. */
export type Metric = RateMetric | CountMetric | StatisticMetric | HistogramMetric | ScoreMetric;
