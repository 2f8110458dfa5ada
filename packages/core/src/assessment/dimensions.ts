import type { CityPack, Dimension, Facts } from '@hotline-kit/rules';
import { civilDateOf } from '@hotline-kit/sla-calendar';

/** What stands in the place of a value that a row does not have, so that the parts add up to the whole. */
export const NONE = '';

const NOTHING: readonly string[] = [NONE];

/** Dimensions whose key depends on the instant that placed the row. */
const TIMED: ReadonlySet<Dimension> = new Set(['day', 'month']);

/** Whether the keys of a dimension depend on the instant that placed the row. */
export function isTimed(dimension: Dimension): boolean {
  return TIMED.has(dimension);
}

/** Every zone's clock has shown one date through most quarters of an hour; those are looked up, not computed again. */
const QUARTER_HOUR = 15 * 60_000;

/** Dimensions whose keys are units. */
const OF_UNITS: ReadonlySet<Dimension> = new Set(['unit', 'branch', 'holder', 'holderBranch']);

/** Of those, the dimensions that hold all units above, too. */
const BRANCHES: ReadonlySet<Dimension> = new Set(['branch', 'holderBranch']);

/** The facts that dimensions look at, where the names differ. */
const FACT_OF: Partial<Readonly<Record<Dimension, string>>> = { unit: 'lead', level: 'leadKind', tag: 'tags' };

/** Under which keys a row counts in each dimension. */
export class Dimensions {
  readonly #pack: CityPack;
  readonly #zone: string;
  readonly #branches = new Map<string, readonly string[]>();
  /** By quarter of an hour since the epoch: its date, or nothing where the date changes within. */
  readonly #dates = new Map<number, string | undefined>();

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
    if (dimension === 'holderBranch') return this.#branchesOf(facts.holder);
    if (dimension === 'day') return [this.#dateOf(at)];
    if (dimension === 'month') return [this.#dateOf(at).slice(0, 7)];
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
    return new Set(BRANCHES.has(dimension) ? this.#branchesOf(units) : units);
  }

  #dateOf(at: number): string {
    const quarter = Math.floor(at / QUARTER_HOUR);
    if (!this.#dates.has(quarter)) {
      const [first, last] = [quarter * QUARTER_HOUR, (quarter + 1) * QUARTER_HOUR - 1];
      const date = civilDateOf(first, this.#zone);
      this.#dates.set(quarter, date === civilDateOf(last, this.#zone) ? date : undefined);
    }
    return this.#dates.get(quarter) ?? civilDateOf(at, this.#zone);
  }

  /** Several units and all above them, each once. */
  #branchesOf(units: unknown): readonly string[] {
    if (!Array.isArray(units) || units.length === 0) return NOTHING;
    if (units.length === 1) return this.branchOf(units[0]);
    return [...new Set(units.flatMap((unit) => this.branchOf(unit)))];
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
    if (this.#row === facts && (this.#at === at || !isTimed(this.dimension))) return this.#ofRow;
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
