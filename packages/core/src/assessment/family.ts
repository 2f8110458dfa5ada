import type { Dimension, Facts, Metric } from '@hotline-kit/rules';
import type { AssessingReader } from './assessing-reader.js';
import type { Cells } from './dimensions.js';
import { Standings } from './standing.js';
import { Tally } from './tally.js';

/** A metric as it is counted. */
export interface Column {
  readonly metric: Metric;
  /** Its index in the plan, which the reader asks for. */
  readonly index: number;
  /** Index of its period among the distinct ones. */
  readonly period: number;
}

/** The tallies of one metric over one span: the whole, and each key of each dimension. */
export interface MetricTallies {
  readonly metric: Metric;
  readonly total: Tally;
  readonly parts: ReadonlyMap<Dimension, ReadonlyMap<string, Tally>>;
}

/**
 * Metrics that only count rows, over one source and by the same dimensions. Rows that stand alike in all of them are
 * counted together: thirty metrics cost as many additions as one.
 */
export class Family {
  readonly #columns: readonly Column[];
  readonly #cells: readonly Cells[];
  readonly #standings = new Standings();
  /** By standing: all rows of it. */
  readonly #totals: number[] = [];
  /** By dimension, standing and cell: rows. */
  readonly #counts: readonly number[][][];

  constructor(columns: readonly Column[], cells: readonly Cells[]) {
    this.#columns = columns;
    this.#cells = cells;
    this.#counts = cells.map(() => []);
  }

  /**
   * Counts a row in, or out again.
   *
   * @param reader has read the facts of the row
   * @param isIn by period, whether it places the row in the span
   * @param instants by period, when the row happened
   */
  count(
    facts: Facts,
    reader: Pick<AssessingReader, 'place'>,
    isIn: readonly boolean[],
    instants: readonly (number | undefined)[],
    sign: 1 | -1,
  ): void {
    let node = 0;
    for (const { index, period } of this.#columns) {
      node = this.#standings.step(node, isIn[period] === true ? reader.place(index) : 'out');
    }
    const standing = this.#standings.endingAt(node);
    if (standing < 0) return;
    this.#totals[standing] = (this.#totals[standing] ?? 0) + sign;
    // Metrics that are broken down by time share their period.
    const at = instants[this.#columns[0]?.period ?? 0] ?? 0;
    for (let split = 0; split < this.#cells.length; split += 1) {
      const counts = this.#countsOf(split, standing);
      for (const cell of (this.#cells[split] as Cells).of(facts, at)) {
        while (counts.length <= cell) counts.push(0);
        counts[cell] = (counts[cell] ?? 0) + sign;
      }
    }
  }

  /** The tallies of each metric. */
  tallies(): readonly MetricTallies[] {
    return this.#columns.map(({ metric }, column) => ({
      metric,
      total: this.#talliesOf(metric, column, (standing) => [this.#totals[standing] ?? 0])[0] ?? new Tally(metric),
      parts: new Map(
        this.#cells.map((cells, split) => {
          const tallies = this.#talliesOf(metric, column, (standing) => this.#countsOf(split, standing));
          return [cells.dimension, byKey(tallies, cells)] as const;
        }),
      ),
    }));
  }

  #countsOf(split: number, standing: number): number[] {
    const all = this.#counts[split] as number[][];
    let counts = all[standing];
    if (counts === undefined) {
      counts = [];
      all[standing] = counts;
    }
    return counts;
  }

  /** By cell, the tallies of a metric. */
  #talliesOf(metric: Metric, column: number, countsOf: (standing: number) => readonly number[]): (Tally | undefined)[] {
    const tallies: (Tally | undefined)[] = [];
    for (const [standing, places] of this.#standings.all.entries()) {
      const place = places[column];
      if (place === undefined || place === 'out') continue;
      for (const [cell, count] of countsOf(standing).entries()) {
        if (count === 0) continue;
        const tally = tallies[cell] ?? new Tally(metric);
        tallies[cell] = tally;
        tally.add(place, 0, count);
      }
    }
    return tallies;
  }
}

/** The tallies by the keys of their cells. */
export function byKey(tallies: readonly (Tally | undefined)[], cells: Cells): ReadonlyMap<string, Tally> {
  const keyed = new Map<string, Tally>();
  // Cells of other metrics leave gaps, which forEach passes over.
  tallies.forEach((tally, cell) => {
    if (tally !== undefined) keyed.set(cells.key(cell), tally);
  });
  return keyed;
}
