import { type CityPack, clockFact, type Dimension, type Facts, type Metric, type RowReader } from '@hotline-kit/rules';
import { Cells, Dimensions } from './dimensions.js';
import type { FactRow, WantedFacts } from './fact-row.js';
import type { CheckedScope } from './scope.js';
import { Tally } from './tally.js';

/** The tallies of one metric over one span: the whole, and each key of each dimension. */
export interface MetricTallies {
  readonly metric: Metric;
  readonly total: Tally;
  readonly parts: ReadonlyMap<Dimension, ReadonlyMap<string, Tally>>;
}

interface Column {
  readonly metric: Metric;
  readonly total: Tally;
  readonly splits: readonly Split[];
  readonly index: number;
  readonly isShown: boolean;
  /** Index of its period among the distinct ones. */
  readonly period: number;
  readonly of: string | undefined;
  /** Whose a hit is, in a breakdown by units. */
  readonly hitBy: Dimension | undefined;
}

/** The tallies of one dimension, by cell. */
interface Split {
  readonly cells: Cells;
  readonly tallies: (Tally | undefined)[];
}

/** Counts rows into tallies: one list of metrics for each span. */
export class Book {
  readonly #scope: CheckedScope;
  readonly #reader: RowReader;
  readonly #dimensions: Dimensions;
  readonly #periods: readonly string[];
  readonly #wanted: WantedFacts;
  /** One for each span; scores are drawn from the others. */
  readonly #columns: readonly (readonly Column[])[];

  constructor(scope: CheckedScope, pack: CityPack) {
    this.#scope = scope;
    this.#reader = pack.assessment.reader();
    this.#dimensions = new Dimensions(pack);
    this.#wanted = { clocks: clocksIn(pack.assessment.facts) };
    const counted = scope.measured.filter(({ metric }) => metric.kind !== 'score');
    this.#periods = [...new Set(counted.map(({ metric }) => metric.period))];
    const all = new Map<Dimension, Cells>();
    const cells = (dimension: Dimension): Cells => {
      const known = all.get(dimension) ?? new Cells(dimension, this.#dimensions);
      all.set(dimension, known);
      return known;
    };
    this.#columns = scope.spans.map(() =>
      counted.map(({ metric, index, dimensions, isShown }) => ({
        metric,
        index,
        isShown,
        period: this.#periods.indexOf(metric.period),
        of: metric.kind === 'statistic' || metric.kind === 'histogram' ? metric.of : undefined,
        hitBy: metric.kind === 'rate' ? metric.hitBy : undefined,
        total: new Tally(metric),
        splits: dimensions.map((dimension) => ({ cells: cells(dimension), tallies: [] })),
      })),
    );
  }

  /** The tallies of a span, by metric. */
  tallies(span: number): ReadonlyMap<string, MetricTallies> {
    return new Map((this.#columns[span] ?? []).map((column) => [column.metric.id, talliesOf(column)]));
  }

  /**
   * Counts a row in, or out again.
   *
   * @throws RuleFactError where a fact has another type than its definition says
   */
  apply(row: FactRow, sign: 1 | -1): void {
    const instants = this.#periods.map((period) => row.instant(period));
    let facts: Facts | undefined;
    for (const [span, { from, to }] of this.#scope.spans.entries()) {
      for (const column of this.#columns[span] ?? []) {
        const at = instants[column.period];
        if (at === undefined || at < from || at >= to || column.metric.over !== row.source) continue;
        if (facts === undefined) {
          facts = row.factsFor?.(this.#wanted) ?? row.facts;
          if (!this.#isWithin(facts)) return;
          this.#reader.read(facts);
        }
        this.#count(column, facts, at, sign);
      }
    }
  }

  #isWithin(facts: Facts): boolean {
    const { within } = this.#scope;
    return within === undefined || this.#dimensions.branchOf(facts.lead).includes(within);
  }

  #count(column: Column, facts: Facts, at: number, sign: 1 | -1): void {
    const place = this.#reader.place(column.index);
    if (place === 'out') return;
    const number = column.of === undefined ? 0 : facts[column.of];
    if (typeof number !== 'number') return;
    column.total.add(place, number, sign);
    const hitBy = place === 'hit' ? column.hitBy : undefined;
    for (const { cells, tallies } of column.splits) {
      const own = hitBy && this.#dimensions.hitKeys(cells.dimension, hitBy, facts);
      for (const cell of cells.of(facts, at)) {
        let tally = tallies[cell];
        if (tally === undefined) {
          tally = new Tally(column.metric);
          tallies[cell] = tally;
        }
        tally.add(own === undefined || own.has(cells.key(cell)) ? place : 'in', number, sign);
      }
    }
  }
}

function clocksIn(facts: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...facts].flatMap((fact) => clockFact(fact)?.clock ?? []));
}

function talliesOf({ metric, total, splits }: Column): MetricTallies {
  const parts = splits.map(({ cells, tallies }) => {
    const byKey = new Map<string, Tally>();
    // Cells of other metrics leave gaps, which forEach passes over.
    tallies.forEach((tally, cell) => {
      if (tally !== undefined) byKey.set(cells.key(cell), tally);
    });
    return [cells.dimension, byKey] as const;
  });
  return { metric, total, parts: new Map(parts) };
}
