import type { Facts, RowPlace, RowReader } from '@hotline-kit/rules';
import type { FactRow } from './fact-row.js';
import type { Measured } from './scope.js';

/**
 * Reads rows for the metrics of a plan. One that has no place in the assessment is left out of every figure by which
 * somebody is judged, and counted as left out; a plain count judges nobody.
 */
export class AssessingReader {
  readonly #reader: RowReader;
  /** By index in the plan, the metrics that only count. */
  readonly #counts: ReadonlySet<number>;
  #isAssessed = true;

  constructor(reader: RowReader, measured: readonly Measured[]) {
    this.#reader = reader;
    this.#counts = new Set(measured.flatMap(({ metric, index }) => (metric.kind === 'count' ? index : [])));
  }

  /**
   * Takes the facts of the next row.
   *
   * @throws RuleFactError where a fact has another type than its definition says
   */
  read({ isAssessed = true }: FactRow, facts: Facts): void {
    this.#reader.read(facts);
    this.#isAssessed = isAssessed;
  }

  /** Where the row stands in a metric of the plan, by the metric’s index. */
  place(metric: number): RowPlace {
    const place = this.#reader.place(metric);
    return this.#isAssessed || place === 'out' || this.#counts.has(metric) ? place : 'excluded';
  }
}
