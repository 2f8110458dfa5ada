import type { Fault } from '../diagnostic/diagnostic.js';
import { didYouMean, type Titles } from '../diagnostic/nearest.js';
import type { OperatorTest } from '../operator-tests.js';
import { ADDED_OPERATORS, OPERATORS, type RuleOperator } from '../operators.js';

/** Operators that a program adds to the ten of json-rules-engine. What their sides are is not checked. */
export type CustomOperators = Readonly<Record<string, OperatorTest>>;

/** An operator as a condition names it: with decorators before it, the outermost first. */
export interface OperatorUse {
  readonly operator: RuleOperator;
  readonly decorators: readonly string[];
}

/** Most decorators before an operator. */
const MOST_DECORATORS = 8;

/** Signs of other notations, and the operator that each stands for. */
const SIGNS: readonly (readonly [sign: string, operator: string])[] = [
  ...['=', '==', '==='].map((sign) => [sign, 'equal'] as const),
  ...['!=', '!==', '<>', '≠'].map((sign) => [sign, 'notEqual'] as const),
  ['<', 'lessThan'],
  ...['<=', '≤'].map((sign) => [sign, 'lessThanInclusive'] as const),
  ['>', 'greaterThan'],
  ...['>=', '≥'].map((sign) => [sign, 'greaterThanInclusive'] as const),
];

/** The operators that a document may use. */
export class OperatorTable {
  readonly #custom: CustomOperators;
  readonly #known = new Map<string, OperatorUse>();

  constructor(custom: CustomOperators) {
    this.#custom = custom;
  }

  /** The operator of a name such as `equal` or `not:someFact:in`, or why there is none. */
  find(name: string): OperatorUse | Omit<Fault, 'pointer'> {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const parts = Object.hasOwn(this.#custom, name) ? [name] : name.split(':');
    const decorators = parts.slice(0, -1);
    const base = parts.at(-1) ?? '';
    const operator = this.#operator(base);
    if (operator === undefined) {
      const allowed = [...Object.keys(OPERATORS), ...Object.keys(ADDED_OPERATORS), ...Object.keys(this.#custom)];
      const fix = didYouMean(base, allowed, this.#titles()) ?? `Allowed are ${allowed.join(', ')}.`;
      return { code: 'unknownOperator', value: name, message: `Unknown operator "${base}".`, allowed, fix };
    }
    if (decorators.length > MOST_DECORATORS) {
      const message = `More than ${MOST_DECORATORS} decorators stand before "${base}".`;
      return { code: 'tooManyDecorators', value: name, message, fix: 'Leave out those that cancel one another.' };
    }
    const use = { operator, decorators };
    this.#known.set(name, use);
    return use;
  }

  /** What people write in place of an operator's name: what it is called, and the sign of other notations. */
  #titles(): Titles {
    const titled = Object.entries<RuleOperator>({ ...OPERATORS, ...ADDED_OPERATORS });
    return new Map([...titled.map(([name, { title }]) => [title.zh, name] as const), ...SIGNS]);
  }

  #operator(name: string): RuleOperator | undefined {
    if (Object.hasOwn(this.#custom, name)) {
      const test = this.#custom[name] as OperatorTest;
      return { sides: 'unchecked', title: { zh: name, en: name }, test };
    }
    if (Object.hasOwn(ADDED_OPERATORS, name)) return ADDED_OPERATORS[name as keyof typeof ADDED_OPERATORS];
    return Object.hasOwn(OPERATORS, name) ? OPERATORS[name as keyof typeof OPERATORS] : undefined;
  }
}
