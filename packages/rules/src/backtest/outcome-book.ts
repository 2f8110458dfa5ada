import { canonicalJson } from '../compile/canonical-json.js';
import type { Outcome } from '../decisions.js';

/** The outcome parameters that name units. */
const UNIT_PARAMS = ['unit', 'office', 'assists', 'units'] as const;

/** Numbers outcomes by what they do: those with the same type and parameters have one number, whoever decided them. */
export class OutcomeBook {
  /** The units that each outcome names, by the outcome's number. */
  readonly units: (readonly string[])[] = [];
  /** The lead unit of each outcome that routes, by the outcome's number. */
  readonly leads: (string | undefined)[] = [];
  /** A rule set hands out the same object each time: it is weighed once. Others must not stay because of it. */
  readonly #known = new WeakMap<Outcome, number>();
  readonly #numbers = new Map<string, number>();

  numberOf(outcome: Outcome): number {
    const known = this.#known.get(outcome);
    if (known !== undefined) return known;
    const { type, params } = outcome;
    const text = canonicalJson([type, params]);
    let number = this.#numbers.get(text);
    if (number === undefined) {
      number = this.units.push(unitsOf(params)) - 1;
      this.leads.push(type === 'route' && typeof params.unit === 'string' ? params.unit : undefined);
      this.#numbers.set(text, number);
    }
    this.#known.set(outcome, number);
    return number;
  }
}

function unitsOf(params: Readonly<Record<string, unknown>>): readonly string[] {
  const named = UNIT_PARAMS.flatMap((key) => (Object.hasOwn(params, key) ? params[key] : []));
  return [...new Set(named.filter((unit) => typeof unit === 'string'))];
}
