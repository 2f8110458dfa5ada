import type { CityPack, Dimension, Facts } from '@hotline-kit/rules';
import { civilDateOf } from '@hotline-kit/sla-calendar';

/** What stands in the place of a value that a row does not have, so that the parts add up to the whole. */
export const NONE = '';

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
   * @param at the instant that placed the row in the period
   */
  keys(dimension: Dimension, facts: Facts, at: number): readonly string[] {
    if (dimension === 'branch') return this.branchOf(facts.lead);
    if (dimension === 'day') return [civilDateOf(at, this.#zone)];
    if (dimension === 'month') return [civilDateOf(at, this.#zone).slice(0, 7)];
    const value = facts[FACT_OF[dimension] ?? dimension];
    if (Array.isArray(value)) return value.length === 0 ? [NONE] : (value as readonly string[]);
    return [typeof value === 'string' ? value : NONE];
  }

  /** A unit and all above it. */
  branchOf(lead: unknown): readonly string[] {
    if (typeof lead !== 'string') return [NONE];
    let branch = this.#branches.get(lead);
    if (branch === undefined) {
      branch = [lead, ...this.#pack.units.ancestors(lead).map(({ id }) => id)];
      this.#branches.set(lead, branch);
    }
    return branch;
  }
}
