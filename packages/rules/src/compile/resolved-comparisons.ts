import { isRecord } from '../diagnostic/json-limits.js';
import type { Expression } from './expression.js';

type Comparison = Readonly<Record<string, unknown>>;

/**
 * Comparisons of a fact with a single value that were found without fault. Thousands of rules make the same ones: they
 * are checked once, and need no pointers, which are for faults only.
 */
export class ResolvedComparisons {
  readonly #byOperator = new Map<unknown, Map<unknown, Map<unknown, Expression>>>();
  /** By place in the list: rules that stand next to each other compare the same facts in the same order. */
  readonly #usual: Usual[] = [];

  /** The comparison that was resolved before, at a place in a list; nothing for any other, nor for what is none. */
  find(raw: unknown, place: number): Expression | undefined {
    if (!isRecord(raw) || !isBare(raw)) return undefined;
    const { operator, fact } = raw;
    const usual = this.#usual[place];
    if (usual !== undefined && usual.operator === operator && usual.fact === fact) return usual.byValue.get(raw.value);
    const byValue = this.#byOperator.get(operator)?.get(fact);
    if (byValue !== undefined && place <= this.#usual.length) this.#usual[place] = { operator, fact, byValue };
    return byValue?.get(raw.value);
  }

  /** Remembers a comparison and hands it back; one with a list, another fact or a path is not remembered. */
  add(raw: Comparison, expression: Expression | undefined): Expression | undefined {
    if (expression === undefined || typeof raw.value === 'object' || !isBare(raw)) return expression;
    nested(nested(this.#byOperator, raw.operator), raw.fact).set(raw.value, expression);
    return expression;
  }
}

/** The comparisons of one fact by one operator, by what it is compared with. */
interface Usual {
  readonly operator: unknown;
  readonly fact: unknown;
  readonly byValue: ReadonlyMap<unknown, Expression>;
}

function nested<Key, Inner>(maps: Map<unknown, Map<Key, Inner>>, key: unknown): Map<Key, Inner> {
  const known = maps.get(key) ?? new Map<Key, Inner>();
  maps.set(key, known);
  return known;
}

/** Whether there are no keys beyond those that a comparison needs. */
function isBare(raw: Comparison): boolean {
  for (const key in raw) if (key !== 'fact' && key !== 'operator' && key !== 'value') return false;
  return true;
}
