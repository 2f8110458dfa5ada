import type { FactType } from './facts.js';

/** A fact given to a decision has another type than its definition says. Nothing was decided. */
export class RuleFactError extends Error {
  /** Stable code for programs. */
  readonly code = 'wrongFactType';
  override readonly name = 'RuleFactError';
  /** Name of the fact. */
  readonly fact: string;
  /** The type that it should have. */
  readonly expected: FactType;

  constructor(fact: string, expected: FactType, value: unknown) {
    const got = Array.isArray(value) ? 'a list' : Number.isNaN(value) ? 'NaN' : `a ${typeof value}`;
    super(`The fact "${fact}" should be of type ${expected}, but it is ${got}. Convert it before the decision.`);
    this.fact = fact;
    this.expected = expected;
  }
}
