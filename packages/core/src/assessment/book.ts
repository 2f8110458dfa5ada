import { type CityPack, clockFact, type Dimension, type Facts } from '@hotline-kit/rules';
import { AssessingReader } from './assessing-reader.js';
import { Cells, Dimensions, isTimed } from './dimensions.js';
import type { FactRow, WantedFacts } from './fact-row.js';
import { type Column, Family, type MetricTallies } from './family.js';
import type { CheckedScope, Measured } from './scope.js';
import { Single } from './single.js';

/** What counts rows of one source. */
interface Counter {
  readonly source: string;
  readonly counts: Family | Single;
}

/** Counts rows into tallies: once for each span. */
export class Book {
  readonly #scope: CheckedScope;
  readonly #reader: AssessingReader;
  readonly #dimensions: Dimensions;
  readonly #periods: readonly string[];
  readonly #wanted: WantedFacts;
  readonly #sources: ReadonlySet<string>;
  /** By period, when the row at hand happened, and whether that lies in the span at hand. */
  readonly #instants: (number | undefined)[] = [];
  readonly #isIn: boolean[] = [];
  /** One list for each span; scores are drawn from the others. */
  readonly #counters: readonly (readonly Counter[])[];

  constructor(scope: CheckedScope, pack: CityPack) {
    this.#scope = scope;
    this.#reader = new AssessingReader(pack.assessment.reader(), scope.measured);
    this.#dimensions = new Dimensions(pack);
    this.#wanted = { clocks: clocksIn(pack.assessment.facts) };
    const counted = scope.measured.filter(({ metric }) => metric.kind !== 'score');
    this.#periods = [...new Set(counted.map(({ metric }) => metric.period))];
    this.#sources = new Set(counted.map(({ metric }) => metric.over));
    const all = new Map<Dimension, Cells>();
    const cells = (dimension: Dimension): Cells => {
      const known = all.get(dimension) ?? new Cells(dimension, this.#dimensions);
      all.set(dimension, known);
      return known;
    };
    this.#counters = scope.spans.map(() => this.#countersOf(counted, cells));
  }

  /** The tallies of a span, by metric. */
  tallies(span: number): ReadonlyMap<string, MetricTallies> {
    const all = (this.#counters[span] ?? []).flatMap(({ counts }) => counts.tallies());
    return new Map(all.map((tallies) => [tallies.metric.id, tallies]));
  }

  /**
   * Counts a row in, or out again.
   *
   * @throws RuleFactError where a fact has another type than its definition says
   */
  apply(row: FactRow, sign: 1 | -1): void {
    if (!this.#sources.has(row.source)) return;
    const instants = this.#instants;
    for (const [index, period] of this.#periods.entries()) instants[index] = row.instant(period);
    let facts: Facts | undefined;
    for (const [span, counters] of this.#counters.entries()) {
      if (!this.#placeIn(this.#scope.spans[span])) continue;
      if (facts === undefined) {
        facts = row.factsFor?.(this.#wanted) ?? row.facts;
        if (!this.#isWithin(facts)) return;
        this.#reader.read(row, facts);
      }
      for (const { source, counts } of counters) {
        if (source === row.source) counts.count(facts, this.#reader, this.#isIn, instants, sign);
      }
    }
  }

  /** Notes by which periods the row belongs to a span; whether by any. */
  #placeIn(span: { readonly from: number; readonly to: number } | undefined): boolean {
    const { from, to } = span ?? { from: 0, to: 0 };
    let isAny = false;
    for (const [index, at] of this.#instants.entries()) {
      const isIn = at !== undefined && at >= from && at < to;
      this.#isIn[index] = isIn;
      isAny ||= isIn;
    }
    return isAny;
  }

  #isWithin(facts: Facts): boolean {
    const { within } = this.#scope;
    return within === undefined || this.#dimensions.branchOf(facts.lead).includes(within);
  }

  #countersOf(counted: readonly Measured[], cells: (dimension: Dimension) => Cells): readonly Counter[] {
    const singles: Counter[] = [];
    const families = new Map<string, { readonly first: Measured; readonly columns: Column[] }>();
    for (const measured of counted) {
      const { metric, index, dimensions } = measured;
      const { over, period } = metric;
      const column = { metric, index, period: this.#periods.indexOf(period) };
      if ('of' in metric || ('hitBy' in metric && metric.hitBy !== undefined)) {
        singles.push({ source: over, counts: new Single(column, dimensions.map(cells), this.#dimensions) });
        continue;
      }
      const alike = JSON.stringify([over, dimensions, dimensions.some(isTimed) ? period : '']);
      const family = families.get(alike);
      if (family === undefined) families.set(alike, { first: measured, columns: [column] });
      else family.columns.push(column);
    }
    const together = [...families.values()].map(({ first, columns }) => ({
      source: first.metric.over,
      counts: new Family(columns, first.dimensions.map(cells)),
    }));
    return [...together, ...singles];
  }
}

function clocksIn(facts: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...facts].flatMap((fact) => clockFact(fact)?.clock ?? []));
}
