import { referenceSchema } from '../conditions.js';
import type { Fault } from '../diagnostic/diagnostic.js';
import { isRecord } from '../diagnostic/json-limits.js';
import { didYouMean } from '../diagnostic/nearest.js';
import { join } from '../diagnostic/pointer.js';
import { checkSchema } from '../diagnostic/schema-faults.js';
import type { FactDefinition } from '../facts.js';
import type { OperatorTest } from '../operator-tests.js';
import { ADDED_OPERATORS, OPERATORS, type RuleOperator } from '../operators.js';
import { addedFault, readTerm } from './added-comparisons.js';
import type { BoundOperator, ComparisonTable } from './comparison-table.js';
import { isWellFormed, kindOf, shapeFaults } from './condition-shape.js';
import type { Expression } from './expression.js';
import type { FactTable } from './fact-table.js';
import { decorate, factOperand, literalOperand, type Operand, sidesFault } from './operands.js';
import { type CustomOperators, OperatorTable } from './operator-table.js';
import { stepsOf } from './path.js';
import type { Literal } from './predicates.js';
import { withinValues } from './within.js';

/** Deepest nesting of a condition. */
const DEEPEST = 32;

/** Most nodes of a condition, named conditions expanded. */
const LARGEST = 512;

/** A side of a comparison that is read when the rule runs. */
interface Side {
  readonly slot: number;
  readonly operand: Operand;
}

/** Checks the conditions of one document and numbers their comparisons. Faults gather in `faults`. */
export class ConditionResolver {
  readonly faults: Fault[];
  /** Names of the conditions that rules or other conditions refer to. */
  readonly used = new Set<string>();
  readonly #facts: FactTable;
  readonly #predicates: ComparisonTable;
  readonly #operators: OperatorTable;
  readonly #named: Readonly<Record<string, unknown>>;
  readonly #namedAt: string;
  readonly #shared: ConditionResolver | undefined;
  readonly #resolved = new Map<string, Expression | undefined>();
  readonly #literals: Expression[] = [];

  constructor(setting: {
    readonly facts: FactTable;
    readonly predicates: ComparisonTable;
    readonly faults: Fault[];
    readonly operators?: CustomOperators | undefined;
    readonly named?: Readonly<Record<string, unknown>> | undefined;
    /** Conditions of the pack, whose faults are those of another file. */
    readonly shared?: Readonly<Record<string, unknown>> | undefined;
    /** Where the named conditions stand; `/conditions` unless given. */
    readonly namedAt?: string;
  }) {
    this.faults = setting.faults;
    this.#facts = setting.facts;
    this.#predicates = setting.predicates;
    this.#operators = new OperatorTable(setting.operators ?? {});
    this.#named = setting.named ?? {};
    this.#namedAt = setting.namedAt ?? '/conditions';
    // Faults of shared conditions are those of their own file, which is checked apart.
    this.#shared =
      setting.shared && new ConditionResolver({ ...setting, named: setting.shared, shared: undefined, faults: [] });
  }

  /** Checks a condition of a rule, whose root may not be a bare comparison. */
  root(raw: unknown, pointer: string): Expression | undefined {
    if (isRecord(raw) && kindOf(raw) === 'fact') {
      return this.#fault({
        code: 'bareCondition',
        pointer,
        message: 'The root of a rule must be "all", "any", "not" or "condition", not a bare comparison.',
        fix: 'Put the comparison into { "all": [ … ] }.',
      });
    }
    return this.resolve(raw, pointer);
  }

  /** Checks a condition; nothing where it has faults. */
  resolve(raw: unknown, pointer: string, path: readonly string[] = [], depth = 0): Expression | undefined {
    if (depth > DEEPEST) {
      return this.#fault({ code: 'tooDeep', pointer, message: `Conditions nested more than ${DEEPEST} levels deep.` });
    }
    if (!isRecord(raw)) {
      return this.#fault({ code: 'wrongType', pointer, value: raw, message: 'A condition must be an object.' });
    }
    const kind = kindOf(raw);
    if (kind === undefined || !isWellFormed(raw, kind)) {
      this.faults.push(...shapeFaults(raw, kind, pointer));
      return undefined;
    }
    switch (kind) {
      case 'all':
      case 'any':
        return this.#combination(kind, raw[kind] as readonly unknown[], pointer, path, depth);
      case 'not': {
        const part = this.resolve(raw.not, `${pointer}/not`, path, depth + 1);
        return part && this.#sized({ kind, part, size: part.size + 1 }, pointer);
      }
      case 'condition':
        this.used.add(raw.condition as string);
        return this.#reference(raw.condition as string, `${pointer}/condition`, path, depth);
      case 'fact':
        return this.#comparison(raw, pointer);
    }
  }

  #combination(
    kind: 'all' | 'any',
    parts: readonly unknown[],
    pointer: string,
    path: readonly string[],
    depth: number,
  ): Expression | undefined {
    const resolved: Expression[] = [];
    let size = 1;
    for (let index = 0; index < parts.length; index += 1) {
      const part = parts[index];
      const expression =
        this.#plainEquality(part) ?? this.resolve(part, `${pointer}/${kind}/${index}`, path, depth + 1);
      if (expression === undefined) continue;
      resolved.push(expression);
      size += expression.size;
    }
    return resolved.length < parts.length ? undefined : this.#sized({ kind, parts: resolved, size }, pointer);
  }

  #reference(name: string, pointer: string, path: readonly string[], depth: number): Expression | undefined {
    if (!Object.hasOwn(this.#named, name) && this.#shared?.has(name)) {
      return this.#shared.#reference(name, pointer, [], depth);
    }
    if (!Object.hasOwn(this.#named, name)) {
      const allowed = [...Object.keys(this.#named), ...(this.#shared?.names() ?? [])];
      const fix = didYouMean(name, allowed) ?? 'Add it under "conditions".';
      return this.#fault({
        code: 'unknownCondition',
        pointer,
        value: name,
        message: `No condition "${name}".`,
        allowed,
        fix,
      });
    }
    if (path.includes(name)) {
      const way = [...path.slice(path.indexOf(name)), name].join(' → ');
      return this.#fault({
        code: 'conditionCycle',
        pointer,
        value: name,
        message: `The conditions refer to themselves: ${way}.`,
        fix: 'Break the circle.',
      });
    }
    if (this.#resolved.has(name)) return this.#resolved.get(name);
    const expression = this.resolve(this.#named[name], join(this.#namedAt, name), [...path, name], depth + 1);
    this.#resolved.set(name, expression);
    return expression;
  }

  /** That a fact has a value, for a rule that is written out per district. */
  equals(fact: string, value: string, pointer: string): Expression | undefined {
    return this.#comparison({ fact, operator: 'equal', value }, pointer);
  }

  /** Whether there is an operator of this name, decorators included. */
  knowsOperator(name: string): boolean {
    return !('code' in this.#operators.find(name));
  }

  /** Whether a condition has this name. */
  has(name: string): boolean {
    return Object.hasOwn(this.#named, name);
  }

  /** The names of all conditions. */
  names(): readonly string[] {
    return Object.keys(this.#named);
  }

  /** Checks the named conditions that no rule uses, too. */
  resolveNamed(): void {
    for (const name of this.names()) {
      if (this.#shared?.has(name)) {
        const message = `The condition "${name}" stands in conditions.json already.`;
        this.#fault({
          code: 'duplicateCondition',
          pointer: join(this.#namedAt, name),
          atKey: true,
          value: name,
          message,
          fix: 'Rename one of them.',
        });
      }
      if (!this.#resolved.has(name)) this.#reference(name, join(this.#namedAt, name), [], 0);
    }
  }

  #comparison(raw: Readonly<Record<string, unknown>>, pointer: string): Expression | undefined {
    const left = this.#factSide(raw.fact as string, raw.path as string | undefined, pointer);
    const use = this.#operators.find(raw.operator as string);
    if ('code' in use) return this.#fault({ pointer: `${pointer}/operator`, ...use });
    const { operator, decorators } = use;
    if (operator.sides === 'term') return left && this.#term(raw, operator, decorators, left, pointer);
    const right = this.#valueSide(raw.value, `${pointer}/value`);
    if (left === undefined || right === undefined) return undefined;
    if (operator === ADDED_OPERATORS.within) return this.#within(raw, decorators, left, pointer);
    const name = raw.operator as string;
    const added = addedFault(
      { operator: name, value: raw.value },
      operator,
      decorators,
      left.operand,
      right.operand,
      pointer,
    );
    if (added !== undefined) return this.#fault(added);
    if (operator === ADDED_OPERATORS.between)
      return this.#between(raw.value as readonly [number, number], decorators, left);
    const decorated = decorate(decorators, operator.test, left.operand, right.operand);
    const fault = decorated.fault ?? sidesFault(name, operator.sides, decorated.left, decorated.right, this.#facts);
    if (fault !== undefined) return this.#fault({ pointer: `${pointer}/operator`, value: name, ...fault });
    const literal =
      right.slot === undefined
        ? this.#withValue(name, decorators.length === 0 ? operator : undefined, decorated.test, left, raw.value)
        : this.#predicates.compareSlots(name, left.slot, decorated.test, right.slot);
    return this.#literal(literal);
  }

  /** A range is two comparisons, so that the index and the lints see its bounds. */
  #between([low, high]: readonly [number, number], decorators: readonly string[], left: Side): Expression {
    const names = ['greaterThanInclusive', 'lessThanInclusive'] as const;
    const parts = names.map((name, index) => {
      const bound = index === 0 ? low : high;
      return this.#literal(this.#withValue(name, OPERATORS[name], OPERATORS[name].test, left, bound));
    });
    const range: Expression = { kind: 'all', parts, size: 3 };
    return decorators.length % 2 === 0 ? range : { kind: 'not', part: range, size: 4 };
  }

  /** Two dates compared by a term: the test gets the term beside both dates. */
  #term(
    raw: Readonly<Record<string, unknown>>,
    operator: RuleOperator,
    decorators: readonly string[],
    left: Side,
    pointer: string,
  ): Expression | undefined {
    const name = operator === ADDED_OPERATORS.withinTerm ? 'withinTerm' : 'beyondTerm';
    const written = { operator: raw.operator as string, value: raw.value };
    const fault = addedFault(written, operator, decorators, left.operand, undefined, pointer);
    if (fault !== undefined) return this.#fault(fault);
    const read = readTerm(name, raw.value, `${pointer}/value`, this.#facts);
    if ('faults' in read) {
      this.faults.push(...read.faults);
      return undefined;
    }
    const { fact, path } = read.reference;
    const start = this.#factSide(fact, path, `${pointer}/value`);
    if (start === undefined) return undefined;
    const literal = this.#predicates.compareSlots(name, left.slot, read.test, start.slot, read.setting);
    return this.#literal(literal ^ (decorators.length % 2));
  }

  /** `within` stands for `in` with all that lies at or below the value: json-rules-engine gets it written out so. */
  #within(
    raw: Readonly<Record<string, unknown>>,
    decorators: readonly string[],
    left: Side,
    pointer: string,
  ): Expression | undefined {
    const read = withinValues(raw, decorators, left.operand, this.#facts);
    if ('code' in read) return this.#fault({ ...read, pointer: `${pointer}/${read.at}` });
    return this.#literal(this.#predicates.within(left.slot, raw.value, read.values) ^ Number(read.negated));
  }

  /**
   * The comparison of nearly every rule, a fact with a value it can have: recognised without the checks of all others,
   * and without the pointers that only faults need. Nothing for any other.
   */
  #plainEquality(raw: unknown): Expression | undefined {
    if (!isRecord(raw) || raw.operator !== 'equal' || raw.path !== undefined || !isWellFormed(raw, 'fact')) {
      return undefined;
    }
    const use = this.#operators.find('equal');
    if ('code' in use || use.operator !== OPERATORS.equal) return undefined;
    const name = raw.fact as string;
    const definition = this.#facts.find(name);
    if (definition === undefined || !this.#isPlainValue(definition, raw.value)) return undefined;
    return this.#literal(this.#predicates.equal(this.#predicates.slots.slot(name, definition), raw.value));
  }

  #isPlainValue(definition: FactDefinition, value: unknown): boolean {
    if (definition.type !== typeof value || definition.type === 'object') return false;
    return this.#facts.valuesOf(definition)?.has(value) !== false;
  }

  /** Thousands of rules make the same comparison: each is one object. */
  #literal(literal: Literal): Expression {
    const known = this.#literals[literal];
    if (known !== undefined) return known;
    const expression: Expression = { kind: 'literal', literal, size: 1 };
    this.#literals[literal] = expression;
    return expression;
  }

  #withValue(
    name: string,
    operator: RuleOperator | undefined,
    test: OperatorTest,
    left: Side,
    value: unknown,
  ): Literal {
    const predicates = this.#predicates;
    const isNumber = left.operand.type === 'number';
    switch (operator) {
      case OPERATORS.equal:
        return predicates.equal(left.slot, value);
      case OPERATORS.notEqual:
        return predicates.equal(left.slot, value) ^ 1;
      case OPERATORS.in:
        return predicates.oneOf(left.slot, value as readonly unknown[]);
      case OPERATORS.notIn:
        return predicates.oneOf(left.slot, value as readonly unknown[]) ^ 1;
      case OPERATORS.contains:
        return predicates.contains(left.slot, value);
      case OPERATORS.lessThan:
      case OPERATORS.lessThanInclusive:
      case OPERATORS.greaterThan:
      case OPERATORS.greaterThanInclusive:
        if (isNumber) return predicates.bound(left.slot, name as BoundOperator, value as number);
    }
    return predicates.compare(name, left.slot, test, value);
  }

  #factSide(name: string, path: string | undefined, pointer: string): Side | undefined {
    const definition = this.#facts.find(name);
    if (definition === undefined) return this.#unknownFact(name, `${pointer}/fact`);
    if (path === undefined || path === '') {
      return { slot: this.#predicates.slots.slot(name, definition), operand: factOperand(name, definition, false) };
    }
    const steps = this.#steps(name, definition, path, `${pointer}/path`);
    if (steps === undefined) return undefined;
    return { slot: this.#predicates.slots.slot(name, definition, steps), operand: factOperand(name, definition, true) };
  }

  #steps(name: string, definition: FactDefinition, path: string, pointer: string): readonly string[] | undefined {
    if (definition.type !== 'object' && definition.type !== 'array' && definition.type !== 'any') {
      return this.#fault({
        code: 'pathOnScalar',
        pointer,
        value: path,
        message: `The fact "${name}" is a ${definition.type}: there is no path into it.`,
        fix: 'Remove "path".',
      });
    }
    return (
      stepsOf(path) ??
      this.#fault({
        code: 'pathNotAllowed',
        pointer,
        value: path,
        message: 'A path is "$.name.name[0]": no filters, wildcards or "..".',
      })
    );
  }

  #valueSide(value: unknown, pointer: string): { readonly slot?: number; readonly operand: Operand } | undefined {
    if (!isRecord(value) || !Object.hasOwn(value, 'fact')) return { operand: literalOperand(value, pointer) };
    const checked = checkSchema(referenceSchema, value, pointer);
    if (checked.ok) return this.#factSide(checked.value.fact, checked.value.path, pointer);
    this.faults.push(...checked.faults);
    return undefined;
  }

  #unknownFact(name: string, pointer: string): undefined {
    const names = this.#facts.names();
    const fix = didYouMean(name, names) ?? 'Declare it under "facts".';
    return this.#fault({ code: 'unknownFact', pointer, value: name, message: `Unknown fact "${name}".`, fix });
  }

  #sized<Sized extends Expression>(expression: Sized, pointer: string): Sized | undefined {
    if (expression.size <= LARGEST) return expression;
    return this.#fault({ code: 'tooLarge', pointer, message: `A condition of more than ${LARGEST} parts.` });
  }

  #fault(fault: Fault): undefined {
    this.faults.push(fault);
    return undefined;
  }
}
