/** Compares a fact's value with the value of the condition, or with another fact under the condition's `setting`. */
export type OperatorTest = (factValue: unknown, value: unknown, setting?: unknown) => boolean;

/** The tests of json-rules-engine's operators, apart from their words: a browser needs only these. */
export const TESTS = {
  equal: (a: unknown, b: unknown) => a === b,
  notEqual: (a: unknown, b: unknown) => a !== b,
  in: (a: unknown, b: unknown) => indexIn(b, a) > -1,
  notIn: (a: unknown, b: unknown) => indexIn(b, a) === -1,
  contains: (a: unknown, b: unknown) => Array.isArray(a) && a.indexOf(b) > -1,
  doesNotContain: (a: unknown, b: unknown) => Array.isArray(a) && a.indexOf(b) === -1,
  lessThan: (a: unknown, b: unknown) => isNumeric(a) && (a as number) < (b as number),
  lessThanInclusive: (a: unknown, b: unknown) => isNumeric(a) && (a as number) <= (b as number),
  greaterThan: (a: unknown, b: unknown) => isNumeric(a) && (a as number) > (b as number),
  greaterThanInclusive: (a: unknown, b: unknown) => isNumeric(a) && (a as number) >= (b as number),
} as const satisfies Readonly<Record<string, OperatorTest>>;

/** What json-rules-engine's decorators make of a test. */
export const WRAPS = {
  someFact: (next: OperatorTest) => (a: unknown, b: unknown) => Array.isArray(a) && a.some((item) => next(item, b)),
  everyFact: (next: OperatorTest) => (a: unknown, b: unknown) => Array.isArray(a) && a.every((item) => next(item, b)),
  someValue: (next: OperatorTest) => (a: unknown, b: unknown) => Array.isArray(b) && b.some((item) => next(a, item)),
  everyValue: (next: OperatorTest) => (a: unknown, b: unknown) => Array.isArray(b) && b.every((item) => next(a, item)),
  swap: (next: OperatorTest) => (a: unknown, b: unknown) => next(b, a),
  not: (next: OperatorTest) => (a: unknown, b: unknown) => !next(a, b),
} as const satisfies Readonly<Record<string, (next: OperatorTest) => OperatorTest>>;

/** Where an item stands in a list; -1 where it does not, or where there is no list. */
export function indexIn(list: unknown, item: unknown): number {
  return Array.isArray(list) ? list.indexOf(item) : -1;
}

/** json-rules-engine takes for a number whatever `parseFloat` reads a number from. */
function isNumeric(value: unknown): boolean {
  if (typeof value === 'number') return !Number.isNaN(value);
  if (typeof value === 'string') return !Number.isNaN(Number.parseFloat(value));
  return Array.isArray(value) && !Number.isNaN(Number.parseFloat(value.join()));
}
