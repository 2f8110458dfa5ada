import type { Metric, RowPlace } from '@hotline-kit/rules';

/** What rows add up to in one figure. Rows can be taken out again, so that a figure follows its tickets. */
export class Tally {
  /** Rows in the base. */
  base = 0;
  /** Rows in the numerator of a rate. */
  hits = 0;
  excluded = 0;
  /** Sum of the numbers of a statistic. */
  sum = 0;
  /** How often each number occurs, for what needs them one by one. */
  readonly numbers: Map<number, number> | undefined;

  constructor(metric: Metric) {
    const isOneByOne =
      metric.kind === 'histogram' ||
      (metric.kind === 'statistic' && (metric.statistic === 'median' || metric.statistic === 'p90'));
    this.numbers = isOneByOne ? new Map() : undefined;
  }

  /**
   * @param number what a statistic or a histogram counts
   * @param rows so many rows are added, or taken out where it is negative
   */
  add(place: RowPlace, number: number, rows: number): void {
    if (place === 'excluded') {
      this.excluded += rows;
      return;
    }
    this.base += rows;
    if (place === 'hit') this.hits += rows;
    this.sum += rows * number;
    if (this.numbers === undefined) return;
    const count = (this.numbers.get(number) ?? 0) + rows;
    if (count === 0) this.numbers.delete(number);
    else this.numbers.set(number, count);
  }

  /** The number at a position of all numbers in order, from 0. */
  numberAt(position: number): number {
    let passed = 0;
    for (const number of [...(this.numbers?.keys() ?? [])].sort((a, b) => a - b)) {
      passed += this.numbers?.get(number) ?? 0;
      if (passed > position) return number;
    }
    throw new RangeError(`no number at ${position} of ${passed}`);
  }

  /** How many numbers are at most a bound. */
  countUpTo(bound: number): number {
    let count = 0;
    for (const [number, times] of this.numbers ?? []) if (number <= bound) count += times;
    return count;
  }
}
