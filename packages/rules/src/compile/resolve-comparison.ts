import type { Fault } from '../diagnostic/diagnostic.js';
import { ADDED_OPERATORS } from '../operators.js';
import { addedFault, readTerm } from './added-comparisons.js';
import { compareWithRange, compareWithValue } from './compare-with-value.js';
import { ComparisonSides, type FactSide } from './comparison-sides.js';
import type { ComparisonTable } from './comparison-table.js';
import type { Expression } from './expression.js';
import type { FactTable } from './fact-table.js';
import { decorate, sidesFault } from './operands.js';
import { type CustomOperators, OperatorTable, type OperatorUse } from './operator-table.js';
import type { Literal } from './predicates.js';
import { withinValues } from './within.js';

type Comparison = Readonly<Record<string, unknown>>;

/** Checks comparisons, each by the kind of what it compares with, and numbers them. Faults gather in `faults`. */
export class ComparisonResolver {
  readonly #facts: FactTable;
  readonly #predicates: ComparisonTable;
  readonly #faults: Fault[];
  readonly #operators: OperatorTable;
  readonly #sides: ComparisonSides;
  readonly #literals: Expression[] = [];

  constructor(setting: {
    readonly facts: FactTable;
    readonly predicates: ComparisonTable;
    readonly faults: Fault[];
    readonly operators?: CustomOperators | undefined;
  }) {
    this.#facts = setting.facts;
    this.#predicates = setting.predicates;
    this.#faults = setting.faults;
    this.#operators = new OperatorTable(setting.operators ?? {});
    this.#sides = new ComparisonSides(setting.facts, setting.predicates.slots, setting.faults);
  }

  /** Whether there is an operator of this name, decorators included. */
  knowsOperator(name: string): boolean {
    return !('code' in this.#operators.find(name));
  }

  /** Checks a comparison whose shape is sound; nothing where it has faults. */
  resolve(raw: Comparison, pointer: string): Expression | undefined {
    const left = this.#sides.fact(raw.fact as string, raw.path as string | undefined, pointer);
    const use = this.#operators.find(raw.operator as string);
    if ('code' in use) return this.#fault({ pointer: `${pointer}/operator`, ...use });
    if (use.operator.sides === 'term') return left && this.#withTerm(raw, use, left, pointer);
    const right = this.#sides.value(raw.value, `${pointer}/value`);
    if (left === undefined || right === undefined) return undefined;
    if (use.operator === ADDED_OPERATORS.within) return this.#withBranch(raw, use, left, pointer);
    const added = addedFault(raw, use, left.operand, right.operand, pointer);
    if (added !== undefined) return this.#fault(added);
    if (use.operator === ADDED_OPERATORS.between) return this.#withRange(raw, use, left);
    const name = raw.operator as string;
    const decorated = decorate(use.decorators, use.operator.test, left.operand, right.operand);
    const { test } = decorated;
    const fault = decorated.fault ?? sidesFault(name, use.operator.sides, decorated.left, decorated.right, this.#facts);
    if (fault !== undefined) return this.#fault({ pointer: `${pointer}/operator`, value: name, ...fault });
    if (right.slot !== undefined) {
      return this.#once(this.#predicates.compareSlots(name, left.slot, test, right.slot));
    }
    const operator = use.decorators.length === 0 ? use.operator : undefined;
    return this.#once(compareWithValue(this.#predicates, left, { name, operator, test, value: raw.value }));
  }

  #withRange(raw: Comparison, { decorators }: OperatorUse, left: FactSide): Expression {
    const bounds = compareWithRange(this.#predicates, left, raw.value as readonly [number, number]);
    const range: Expression = { kind: 'all', parts: bounds.map((bound) => this.#once(bound)), size: 3 };
    return decorators.length % 2 === 0 ? range : { kind: 'not', part: range, size: 4 };
  }

  /** Two dates compared by a term: the test gets the term beside both dates. */
  #withTerm(raw: Comparison, use: OperatorUse, left: FactSide, pointer: string): Expression | undefined {
    const name = use.operator === ADDED_OPERATORS.withinTerm ? 'withinTerm' : 'beyondTerm';
    const fault = addedFault(raw, use, left.operand, undefined, pointer);
    if (fault !== undefined) return this.#fault(fault);
    const read = readTerm(name, raw.value, `${pointer}/value`, this.#facts);
    if ('faults' in read) {
      this.#faults.push(...read.faults);
      return undefined;
    }
    const { fact, path } = read.reference;
    const start = this.#sides.fact(fact, path, `${pointer}/value`);
    if (start === undefined) return undefined;
    const literal = this.#predicates.compareSlots(name, left.slot, read.test, start.slot, read.setting);
    return this.#once(literal ^ (use.decorators.length % 2));
  }

  /** `within` stands for `in` with all that lies at or below the value: json-rules-engine gets it written out so. */
  #withBranch(raw: Comparison, use: OperatorUse, left: FactSide, pointer: string): Expression | undefined {
    const read = withinValues(raw, use.decorators, left.operand, this.#facts);
    if ('code' in read) return this.#fault({ ...read, pointer: `${pointer}/${read.at}` });
    return this.#once(this.#predicates.within(left.slot, raw.value, read.values) ^ Number(read.negated));
  }

  /** Thousands of rules make the same comparison: each is one object. */
  #once(literal: Literal): Expression {
    const known = this.#literals[literal];
    if (known !== undefined) return known;
    const expression: Expression = { kind: 'literal', literal, size: 1 };
    this.#literals[literal] = expression;
    return expression;
  }

  #fault(fault: Fault): undefined {
    this.#faults.push(fault);
    return undefined;
  }
}
