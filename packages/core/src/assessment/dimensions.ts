import type { CityPack, Dimension, Facts } from '@hotline-kit/rules';
import { civilDateOf } from '@hotline-kit/sla-calendar';

/** What stands in the place of a value that a row does not have, so that the parts add up to the whole. */
export const NONE = '';

const NOTHING: readonly string[] = [NONE];

/** Dimensions whose key depends on the instant that placed the row. */
const TIMED: ReadonlySet<Dimension> = new Set(['day', 'month']);

/** Dimensions whose keys are units. */
const OF_UNITS: ReadonlySet<Dimension> = new Set(['unit', 'branch', 'holder']);

/** The facts that dimensions look at, where the names differ. */
const FACT_OF: Partial<Readonly<Record<Dimension, string>>> = { unit: 'lead', level: 'leadKind', tag: 'tags' };

/** Under which keys a row counts in each dimension. */
export class Dimensions {
  readonly #pack: CityPack;
  readonly #zone: string;
  readonly #branches = new Map<string, readonly string[]>();

  constructor(pack: CityPack) {
    this.#pack = pack;
    this.#zone = pack.defaultCalendar.zone;
  }

  /**
   * The keys of a row: one, or several for a dimension that holds lists.
   *
   * @param at the instant that placed the row in the period; only `day` and `month` look at it
   */
  keys(dimension: Dimension, facts: Facts, at: number): readonly string[] {
    if (dimension === 'branch') return this.branchOf(facts.lead);
    if (dimension === 'day') return [civilDateOf(at, this.#zone)];
    if (dimension === 'month') return [civilDateOf(at, this.#zone).slice(0, 7)];
    const value = facts[FACT_OF[dimension] ?? dimension];
    if (Array.isArray(value)) return value.length === 0 ? NOTHING : (value as readonly string[]);
    return typeof value === 'string' ? [value] : NOTHING;
  }

  /**
   * The keys of a dimension under which a hit counts, where the metric says whose it is: of those that are units only.
   * Nothing where it counts under every key of the row.
   */
  hitKeys(dimension: Dimension, hitBy: Dimension, facts: Facts): ReadonlySet<string> | undefined {
    if (!OF_UNITS.has(dimension)) return undefined;
    const units = this.keys(hitBy, facts, 0);
    return new Set(dimension === 'branch' ? units.flatMap((unit) => this.branchOf(unit)) : units);
  }

  /** A unit and all above it. */
  branchOf(lead: unknown): readonly string[] {
    if (typeof lead !== 'string') return NOTHING;
    let branch = this.#branches.get(lead);
    if (branch === undefined) {
      branch = [lead, ...this.#pack.units.ancestors(lead).map(({ id }) => id)];
      this.#branches.set(lead, branch);
    }
    return branch;
  }
}

/** The keys of one dimension as numbers, so that a metric finds its tally of a key by position. */
export class Cells {
  readonly dimension: Dimension;
  readonly #dimensions: Dimensions;
  readonly #numbers = new Map<string, number>();
  readonly #keys: string[] = [];
  #row: Facts | undefined;
  #at = Number.NaN;
  #ofRow: readonly number[] = [];

  constructor(dimension: Dimension, dimensions: Dimensions) {
    this.dimension = dimension;
    this.#dimensions = dimensions;
  }

  /** The cells of a row. Metrics ask for the same row one after the other: the last answer is kept. */
  of(facts: Facts, at: number): readonly number[] {
    if (this.#row === facts && (this.#at === at || !TIMED.has(this.dimension))) return this.#ofRow;
    this.#row = facts;
    this.#at = at;
    this.#ofRow = this.#dimensions.keys(this.dimension, facts, at).map((key) => this.#numberOf(key));
    return this.#ofRow;
  }

  /** The key of a cell. */
  key(cell: number): string {
    return this.#keys[cell] ?? NONE;
  }

  #numberOf(key: string): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.#keys.length);
    this.#keys.push(key);
    return this.#keys.length - 1;
  }
}
