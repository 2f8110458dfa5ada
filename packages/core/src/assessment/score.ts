import type { Deduction, ScoreMetric } from '@hotline-kit/rules';
import { Ratio } from './ratio.js';

/** What one deduction took off. */
export interface ExactDeduction {
  readonly deduction: Deduction;
  /** The figure it was drawn from; nothing where its base is empty, which costs nothing. */
  readonly value: Ratio | undefined;
  readonly points: Ratio;
}

const ZERO = Ratio.of(0);

/** Full marks less deductions, never below 0, and what each deduction took off. */
export function scoreOf(
  metric: ScoreMetric,
  figureOf: (metric: string) => Ratio | undefined,
): { readonly score: Ratio; readonly deductions: readonly ExactDeduction[] } {
  const deductions = metric.deductions.map((deduction): ExactDeduction => {
    const value = figureOf(deduction.metric);
    return { deduction, value, points: value === undefined ? ZERO : pointsOf(deduction, value) };
  });
  const left = deductions.reduce((rest, { points }) => rest.minus(points), Ratio.of(metric.full));
  return { score: left.compare(ZERO) < 0 ? ZERO : left, deductions };
}

function pointsOf({ below, above, per, points, most }: Deduction, value: Ratio): Ratio {
  const distance = below === undefined ? value.minus(Ratio.of(above ?? 0)) : Ratio.of(below).minus(value);
  if (distance.compare(ZERO) <= 0) return ZERO;
  const cost = distance.over(Ratio.of(per)).times(Ratio.of(points));
  return most !== undefined && cost.compare(Ratio.of(most)) > 0 ? Ratio.of(most) : cost;
}
