import type { Dimension, Facts } from '@hotline-kit/rules';
import type { AssessingReader } from './assessing-reader.js';
import type { Cells, Dimensions } from './dimensions.js';
import { byKey, type Column, type MetricTallies } from './family.js';
import { Tally } from './tally.js';

/** The tallies of one dimension, by cell. */
interface Split {
  readonly cells: Cells;
  readonly tallies: (Tally | undefined)[];
}

/**
 * A metric that is counted by itself: it needs a number of each row, as a mean does, or its hits belong to a unit of
 * their own.
 */
export class Single {
  readonly #column: Column;
  readonly #dimensions: Dimensions;
  readonly #of: string | undefined;
  /** Whose a hit is, in a breakdown by units. */
  readonly #hitBy: Dimension | undefined;
  readonly #total: Tally;
  readonly #splits: readonly Split[];

  constructor(column: Column, cells: readonly Cells[], dimensions: Dimensions) {
    const { metric } = column;
    this.#column = column;
    this.#dimensions = dimensions;
    this.#of = metric.kind === 'statistic' || metric.kind === 'histogram' ? metric.of : undefined;
    this.#hitBy = metric.kind === 'rate' ? metric.hitBy : undefined;
    this.#total = new Tally(metric);
    this.#splits = cells.map((each) => ({ cells: each, tallies: [] }));
  }

  /** Counts a row in, or out again; the parameters are those of a family. */
  count(
    facts: Facts,
    reader: Pick<AssessingReader, 'place'>,
    isIn: readonly boolean[],
    instants: readonly (number | undefined)[],
    sign: 1 | -1,
  ): void {
    const { index, period, metric } = this.#column;
    if (isIn[period] !== true) return;
    const place = reader.place(index);
    if (place === 'out') return;
    const number = this.#of === undefined ? 0 : facts[this.#of];
    if (typeof number !== 'number') return;
    this.#total.add(place, number, sign);
    const hitBy = place === 'hit' ? this.#hitBy : undefined;
    for (const { cells, tallies } of this.#splits) {
      const own = hitBy && this.#dimensions.hitKeys(cells.dimension, hitBy, facts);
      for (const cell of cells.of(facts, instants[period] ?? 0)) {
        const tally = tallies[cell] ?? new Tally(metric);
        tallies[cell] = tally;
        tally.add(own === undefined || own.has(cells.key(cell)) ? place : 'in', number, sign);
      }
    }
  }

  /** The tallies of the metric. */
  tallies(): readonly MetricTallies[] {
    const parts = this.#splits.map(({ cells, tallies }) => [cells.dimension, byKey(tallies, cells)] as const);
    return [{ metric: this.#column.metric, total: this.#total, parts: new Map(parts) }];
  }
}
