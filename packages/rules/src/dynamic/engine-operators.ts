import { ADDED_TESTS } from '../added-tests.js';
import { canonicalJson } from '../compile/canonical-json.js';
import type { Comparison } from '../compile/predicates.js';
import type { OperatorTest } from '../operator-tests.js';
import type { TermCalendars } from '../term-operators.js';
import { termOperators } from '../term-operators.js';

/** The name of a comparison by a term in json-rules-engine, which has no place for the term but the operator's name. */
export function termOperatorName(operator: string, setting: unknown): string {
  return `${operator} ${canonicalJson(setting)}`;
}

/** The operators that json-rules-engine needs beyond its own for these comparisons, by the names in its rules. */
export function operatorsFor(
  comparisons: readonly Comparison[],
  own: Readonly<Record<string, OperatorTest>> = {},
  calendars: TermCalendars = { byId: {} },
): Readonly<Record<string, OperatorTest>> {
  const operators: Record<string, OperatorTest> = { ...ADDED_TESTS, ...own };
  const terms = termOperators(calendars);
  for (const { operator, other, value } of comparisons) {
    if (other === undefined || value === undefined) continue;
    const test = terms[operator as keyof typeof terms];
    operators[termOperatorName(operator, value)] = (date, start) => test(date, start, value);
  }
  return operators;
}
