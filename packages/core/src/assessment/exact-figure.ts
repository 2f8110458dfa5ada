import type { Metric } from '@hotline-kit/rules';
import { Ratio } from './ratio.js';
import type { Tally } from './tally.js';

const HUNDRED = Ratio.of(100);

/** Seconds in each unit that a statistic may be given in. */
const SECONDS = { second: 1, minute: 60, hour: 3600, day: 86_400 } as const;

/** The exact value of a metric; nothing where its base is empty, and of a histogram or a score, which have none here. */
export function exactValue(metric: Metric, tally: Tally): Ratio | undefined {
  switch (metric.kind) {
    case 'count':
      return Ratio.of(tally.base);
    case 'rate':
      return tally.base === 0 ? undefined : share(tally.hits, tally.base);
    case 'statistic': {
      if (tally.base === 0) return undefined;
      const unit = Ratio.of(SECONDS[metric.unit ?? 'second']);
      return statisticOf(metric.statistic, tally).over(unit);
    }
    default:
      return undefined;
  }
}

/** A part of a whole in percent. */
export function share(part: number, whole: number): Ratio {
  return Ratio.of(part).over(Ratio.of(whole)).times(HUNDRED);
}

/** How many seconds the bound of a bucket is. */
export function boundOf(bound: number, unit: keyof typeof SECONDS | undefined): number {
  return bound * SECONDS[unit ?? 'second'];
}

function statisticOf(statistic: 'mean' | 'median' | 'p90' | 'sum', tally: Tally): Ratio {
  switch (statistic) {
    case 'sum':
      return Ratio.of(tally.sum);
    case 'mean':
      return Ratio.of(tally.sum).over(Ratio.of(tally.base));
    case 'median': {
      const middle = (tally.base - 1) / 2;
      const [low, high] = [tally.numberAt(Math.floor(middle)), tally.numberAt(Math.ceil(middle))];
      return Ratio.of(low).plus(Ratio.of(high)).over(Ratio.of(2));
    }
    case 'p90':
      // The nearest rank: nine tenths of all are at most this.
      return Ratio.of(tally.numberAt(Math.ceil(tally.base * 0.9) - 1));
  }
}
