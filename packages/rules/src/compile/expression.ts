import { holdsLiteral, type Literal, type PredicateTable } from './predicates.js';
import type { Test } from './run.js';

/** A checked condition: names resolved, comparisons numbered. `size` counts its nodes, expanded. */
export type Expression =
  | LiteralExpression
  | { readonly kind: 'all' | 'any'; readonly parts: readonly Expression[]; readonly size: number }
  | { readonly kind: 'not'; readonly part: Expression; readonly size: number };

interface LiteralExpression {
  readonly kind: 'literal';
  readonly literal: Literal;
  readonly size: 1;
}

/** A conjunction of literals. */
export type Conjunction = readonly Literal[];

/** A condition is looked up through at most so many conjunctions; a wider one is tried as a whole. */
const WIDEST = 16;

/**
 * A condition as an "or" of "and"s, or nothing where that would be too wide. Negations are pushed down to the
 * comparisons, which is exact: each comparison is either true or false, an absent fact included.
 */
export function conjunctionsOf(expression: Expression, negated = false): readonly Conjunction[] | undefined {
  if (expression.kind === 'literal') return [[negated ? expression.literal ^ 1 : expression.literal]];
  if (expression.kind === 'not') return conjunctionsOf(expression.part, !negated);
  const isAll = (expression.kind === 'all') !== negated;
  if (isAll && expression.parts.every((part) => part.kind === 'literal')) {
    return conjunctionOf(expression.parts.map((part) => (part as LiteralExpression).literal ^ Number(negated)));
  }
  let result: readonly Conjunction[] = isAll ? [[]] : [];
  for (const part of expression.parts) {
    const next = conjunctionsOf(part, negated);
    if (next === undefined) return undefined;
    result = isAll ? product(result, next) : [...result, ...next];
    if (result.length > WIDEST) return undefined;
  }
  return result;
}

/** Literals at once; no conjunction where one denies another. */
export function conjunctionOf(literals: readonly Literal[]): readonly Conjunction[] {
  const joined = conjoin([], literals);
  return joined === undefined ? [] : [joined];
}

function product(left: readonly Conjunction[], right: readonly Conjunction[]): readonly Conjunction[] {
  const result: Conjunction[] = [];
  for (const a of left) {
    for (const b of right) {
      const joined = conjoin(a, b);
      if (joined !== undefined) result.push(joined);
    }
  }
  return result;
}

/**
 * Both conjunctions at once; nothing where one denies what the other says. Of the length that it has: there are as many as
 * rules, and a list that grows takes room for many more.
 */
function conjoin(a: Conjunction, b: Conjunction): Conjunction | undefined {
  const joined = a.concat(b);
  let isDoubled = false;
  for (let at = a.length; at < joined.length; at += 1) {
    const literal = joined[at] as Literal;
    if (joined.includes(literal ^ 1)) return undefined;
    isDoubled ||= joined.indexOf(literal) < at;
  }
  return isDoubled ? [...new Set(joined)] : joined;
}

/**
 * The conjunctions by which a rule is looked up. Of a condition that is too wide, the comparisons that stand directly
 * under its root `all` are kept for the look-up, and the rest is tried as one predicate.
 */
export function lookUpsOf(expression: Expression, predicates: PredicateTable): readonly Conjunction[] {
  const conjunctions = conjunctionsOf(expression);
  if (conjunctions !== undefined) return conjunctions;
  if (expression.kind !== 'all') return [[predicates.opaque(testOf(expression, predicates))]];
  const literals: Literal[] = [];
  const rest: Expression[] = [];
  for (const part of expression.parts) {
    if (part.kind === 'literal') literals.push(part.literal);
    else rest.push(part);
  }
  const remainder: Expression = { kind: 'all', parts: rest, size: expression.size };
  return [[...literals, predicates.opaque(testOf(remainder, predicates))]];
}

/** A condition as one function. */
export function testOf(expression: Expression, predicates: PredicateTable): Test {
  if (expression.kind === 'literal') {
    const { tests } = predicates;
    const { literal } = expression;
    return (run) => holdsLiteral(tests, literal, run);
  }
  if (expression.kind === 'not') {
    const test = testOf(expression.part, predicates);
    return (run) => !test(run);
  }
  const parts = expression.parts.map((part) => testOf(part, predicates));
  return expression.kind === 'all'
    ? (run) => parts.every((test) => test(run))
    : (run) => parts.some((test) => test(run));
}
