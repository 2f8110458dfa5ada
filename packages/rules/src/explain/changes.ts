import type { Expression } from '../compile/expression.js';
import { conjunctionsOf } from '../compile/expression.js';
import type { Comparison, Literal, PredicateTable } from '../compile/predicates.js';
import type { FactDefinition } from '../facts.js';

/** A change of a fact to try. */
export interface Trial {
  readonly fact: string;
  readonly definition: FactDefinition;
  readonly to: unknown;
}

/**
 * Changes of single facts that could make a condition hold: those where every comparison that fails looks at one fact.
 * Whether they do is for the decision to say.
 */
export function trialsFor(
  expression: Expression,
  predicates: PredicateTable,
  holds: (literal: Literal) => boolean,
  readSlot: (slot: number) => unknown,
): readonly Trial[] {
  return (conjunctionsOf(expression) ?? []).flatMap((conjunction) => {
    const failing = conjunction.filter((literal) => !holds(literal));
    const slots = new Set(failing.map((literal) => predicates.comparisons[literal >> 1]?.slot));
    const [slot] = slots;
    if (slots.size !== 1 || slot === undefined) return [];
    const { fact, definition, steps } = predicates.slots.describe(slot);
    if (steps.length > 0) return [];
    return failing.slice(0, 1).flatMap((literal) => {
      const comparison = predicates.comparisons[literal >> 1];
      const isDenied = (literal & 1) === 1;
      const values = comparison === undefined ? [] : valuesFor(comparison, isDenied, definition, readSlot(slot));
      return values.map((to) => ({ fact, definition, to }));
    });
  });
}

/** Changes of the facts that a condition which holds looks at: a flag turned, a number just beyond its bound. */
export function reversalsOf(
  expression: Expression,
  predicates: PredicateTable,
  readSlot: (slot: number) => unknown,
): readonly Trial[] {
  return literalsOf(expression).flatMap((literal) => {
    const comparison = predicates.comparisons[literal >> 1];
    if (comparison === undefined) return [];
    const { fact, definition, steps } = predicates.slots.describe(comparison.slot);
    const isOpen = definition.type === 'boolean' || definition.type === 'number';
    if (steps.length > 0 || !isOpen) return [];
    const values = valuesFor(comparison, (literal & 1) === 0, definition, readSlot(comparison.slot));
    return values.map((to) => ({ fact, definition, to }));
  });
}

function literalsOf(expression: Expression): readonly Literal[] {
  if (expression.kind === 'literal') return [expression.literal];
  return (expression.kind === 'not' ? [expression.part] : expression.parts).flatMap(literalsOf);
}

/** Values of the fact with which a comparison, or its denial, would hold. */
function valuesFor(
  { operator, value, list, other }: Comparison,
  isDenied: boolean,
  definition: FactDefinition,
  now: unknown,
): readonly unknown[] {
  if (other !== undefined) return [];
  switch (operator) {
    case 'equal':
      return isDenied ? othersThan([value], definition) : [value];
    case 'in':
    case 'within': {
      const values = list ?? (Array.isArray(value) ? value : []);
      return isDenied ? othersThan(values, definition) : values.slice(0, 1);
    }
    case 'contains':
      if (!Array.isArray(now)) return isDenied ? [] : [[value]];
      return [isDenied ? now.filter((item) => item !== value) : [...now, value]];
    case 'lessThan':
    case 'greaterThanInclusive':
      return bound(value, (operator === 'lessThan') !== isDenied ? -1 : 0);
    case 'lessThanInclusive':
    case 'greaterThan':
      return bound(value, (operator === 'greaterThan') !== isDenied ? 1 : 0);
    default:
      return [];
  }
}

function bound(value: unknown, step: number): readonly unknown[] {
  return typeof value === 'number' ? [value + step] : [];
}

function othersThan(values: readonly unknown[], { type, enum: known }: FactDefinition): readonly unknown[] {
  const all: readonly unknown[] = type === 'boolean' ? [true, false] : (known ?? []);
  return all.filter((value) => !values.includes(value)).slice(0, 1);
}
