import type { Conjunction } from './expression.js';
import type { Literal } from './predicates.js';

/** Stands after the last literal of a residual. */
export const END = -1;

/** Adds what is still to be tried of a conjunction, but two literals of it, to all others: where it begins. */
export function keep(conjunction: Conjunction, rest: Literal[], first?: Literal, second?: Literal): number {
  const start = rest.length;
  for (const literal of conjunction) if (literal !== first && literal !== second) rest.push(literal);
  if (rest.length === start) return 0;
  rest.push(END);
  return start;
}
