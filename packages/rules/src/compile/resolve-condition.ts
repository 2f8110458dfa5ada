import { NODE_KINDS, type NodeKind, nodeSchemas, referenceSchema } from '../conditions.js';
import type { Fault } from '../diagnostic/diagnostic.js';
import { isForbiddenKey, isRecord } from '../diagnostic/json-limits.js';
import { didYouMean } from '../diagnostic/nearest.js';
import { join } from '../diagnostic/pointer.js';
import { checkSchema } from '../diagnostic/schema-faults.js';
import type { FactDefinition } from '../facts.js';
import { OPERATORS, type OperatorTest, type RuleOperator } from '../operators.js';
import type { Expression } from './expression.js';
import type { FactTable } from './fact-table.js';
import { decorate, factOperand, literalOperand, type Operand, sidesFault } from './operands.js';
import { stepsOf } from './path.js';
import type { Literal, PredicateTable } from './predicates.js';

/** Deepest nesting of a condition. */
const DEEPEST = 32;

/** Most nodes of a condition, named conditions expanded. */
const LARGEST = 512;

/** Operators that a program adds, with or without a check of their sides. */
export type CustomOperators = Readonly<Record<string, OperatorTest>>;

const DESCRIBED = {
  all: { allowed: new Set(['all', 'name', 'priority']) },
  any: { allowed: new Set(['any', 'name', 'priority']) },
  not: { allowed: new Set(['not', 'name', 'priority']) },
  condition: { allowed: new Set(['condition', 'name', 'priority']) },
  fact: { allowed: new Set(['fact', 'operator', 'value', 'path', 'name', 'priority']) },
} as const satisfies Record<NodeKind, unknown>;

interface OperatorUse {
  readonly operator: RuleOperator;
  readonly decorators: readonly string[];
}

/** Checks the conditions of one document and numbers their comparisons. Faults gather in `faults`. */
export class ConditionResolver {
  readonly faults: Fault[];
  readonly #facts: FactTable;
  readonly #predicates: PredicateTable;
  readonly #custom: CustomOperators;
  readonly #named: Readonly<Record<string, unknown>>;
  readonly #resolved = new Map<string, Expression | undefined>();
  readonly #operators = new Map<string, OperatorUse | undefined>();

  constructor(setting: {
    readonly facts: FactTable;
    readonly predicates: PredicateTable;
    readonly faults: Fault[];
    readonly operators?: CustomOperators | undefined;
    readonly named?: Readonly<Record<string, unknown>> | undefined;
  }) {
    this.faults = setting.faults;
    this.#facts = setting.facts;
    this.#predicates = setting.predicates;
    this.#custom = setting.operators ?? {};
    this.#named = setting.named ?? {};
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
    if (kind === undefined || !wellFormed(raw, kind)) return this.#shapeFault(raw, kind, pointer);
    switch (kind) {
      case 'all':
      case 'any':
        return this.#combination(kind, raw[kind] as readonly unknown[], pointer, path, depth);
      case 'not': {
        const part = this.resolve(raw['not'], `${pointer}/not`, path, depth + 1);
        return part && this.#sized({ kind, part, size: part.size + 1 }, pointer);
      }
      case 'condition':
        return this.#reference(raw['condition'] as string, `${pointer}/condition`, path, depth);
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
    for (const [index, part] of parts.entries()) {
      const expression = this.resolve(part, `${pointer}/${kind}/${index}`, path, depth + 1);
      if (expression === undefined) continue;
      resolved.push(expression);
      size += expression.size;
    }
    return resolved.length < parts.length ? undefined : this.#sized({ kind, parts: resolved, size }, pointer);
  }

  #reference(name: string, pointer: string, path: readonly string[], depth: number): Expression | undefined {
    if (!Object.hasOwn(this.#named, name)) {
      const allowed = Object.keys(this.#named);
      const fix = didYouMean(name, allowed) ?? 'Add it under "conditions".';
      return this.#fault({ code: 'unknownCondition', pointer, value: name, message: `No condition "${name}".`, allowed, fix });
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
    const expression = this.resolve(this.#named[name], join('/conditions', name), [...path, name], depth + 1);
    this.#resolved.set(name, expression);
    return expression;
  }

  /** Checks the named conditions that no rule uses, too. */
  resolveNamed(): void {
    for (const name of Object.keys(this.#named)) {
      if (!this.#resolved.has(name)) this.#reference(name, join('/conditions', name), [], 0);
    }
  }

  #comparison(raw: Readonly<Record<string, unknown>>, pointer: string): Expression | undefined {
    const left = this.#factSide(raw['fact'] as string, raw['path'] as string | undefined, pointer);
    const use = this.#operator(raw['operator'] as string, `${pointer}/operator`);
    const right = this.#valueSide(raw['value'], `${pointer}/value`);
    if (left === undefined || use === undefined || right === undefined) return undefined;
    const { operator, decorators } = use;
    const decorated = decorate(decorators, operator.test, left.operand, right.operand);
    const name = raw['operator'] as string;
    const fault = decorated.fault ?? sidesFault(name, operator.sides, decorated.left, decorated.right, this.#facts);
    if (fault !== undefined) return this.#fault({ pointer: `${pointer}/operator`, value: name, ...fault });
    const literal =
      right.slot === undefined
        ? this.#withValue(name, decorators.length === 0 ? operator : undefined, decorated.test, left, raw['value'])
        : this.#predicates.compareSlots(name, left.slot, decorated.test, right.slot);
    return { kind: 'literal', literal, size: 1 };
  }

  #withValue(
    name: string,
    operator: RuleOperator | undefined,
    test: OperatorTest,
    left: { readonly slot: number; readonly operand: Operand },
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
        if (!isNumber) break;
        return predicates.bound(left.slot, 'atMost', value as number, operator === OPERATORS.lessThan);
      case OPERATORS.greaterThan:
      case OPERATORS.greaterThanInclusive:
        if (!isNumber) break;
        return predicates.bound(left.slot, 'atLeast', value as number, operator === OPERATORS.greaterThan);
    }
    return predicates.compare(name, left.slot, test, value);
  }

  #factSide(
    name: string,
    path: string | undefined,
    pointer: string,
  ): { readonly slot: number; readonly operand: Operand } | undefined {
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

  #valueSide(
    value: unknown,
    pointer: string,
  ): { readonly slot?: number; readonly operand: Operand } | undefined {
    if (!isRecord(value) || !Object.hasOwn(value, 'fact')) return { operand: literalOperand(value, pointer) };
    const checked = checkSchema(referenceSchema, value, pointer);
    if (checked.ok) return this.#factSide(checked.value.fact, checked.value.path, pointer);
    this.faults.push(...checked.faults);
    return undefined;
  }

  #operator(name: string, pointer: string): OperatorUse | undefined {
    if (this.#operators.has(name)) {
      const known = this.#operators.get(name);
      if (known !== undefined) return known;
    }
    const parts = Object.hasOwn(this.#custom, name) ? [name] : name.split(':');
    const base = parts.at(-1) ?? '';
    const custom = Object.hasOwn(this.#custom, base) ? this.#custom[base] : undefined;
    const use =
      custom !== undefined
        ? { operator: customOperator(base, custom), decorators: parts.slice(0, -1) }
        : Object.hasOwn(OPERATORS, base)
          ? { operator: OPERATORS[base as keyof typeof OPERATORS], decorators: parts.slice(0, -1) }
          : undefined;
    this.#operators.set(name, use);
    if (use !== undefined) return use;
    const allowed = [...Object.keys(OPERATORS), ...Object.keys(this.#custom)];
    const fix = didYouMean(base, allowed) ?? `Allowed are ${allowed.join(', ')}.`;
    return this.#fault({ code: 'unknownOperator', pointer, value: name, message: `Unknown operator "${base}".`, allowed, fix });
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

  #shapeFault(raw: Record<string, unknown>, kind: NodeKind | undefined, pointer: string): undefined {
    if (kind === undefined) {
      const key = Object.keys(raw)[0] ?? '';
      return this.#fault({
        code: 'wrongValue',
        pointer,
        message: 'A condition has one of "all", "any", "not", "condition" and "fact".',
        allowed: NODE_KINDS,
        fix: didYouMean(key, NODE_KINDS) ?? 'Write { "fact": …, "operator": …, "value": … } or { "all": [ … ] }.',
      });
    }
    const forbidden = Object.keys(raw).find(isForbiddenKey);
    if (forbidden !== undefined) {
      const message = `The key "${forbidden}" is not allowed anywhere in a document.`;
      return this.#fault({ code: 'forbiddenKey', pointer: join(pointer, forbidden), atKey: true, value: forbidden, message });
    }
    const second = NODE_KINDS.find((other) => other !== kind && Object.hasOwn(raw, other));
    if (second !== undefined) {
      return this.#fault({
        code: 'ambiguousCondition',
        pointer: join(pointer, second),
        atKey: true,
        value: second,
        message: `"${kind}" and "${second}" stand side by side; json-rules-engine would silently take one of them.`,
        fix: `Nest one in the other: { "all": [ … ] }.`,
      });
    }
    if (Object.hasOwn(raw, 'params')) {
      return this.#fault({
        code: 'paramsNotSupported',
        pointer: `${pointer}/params`,
        atKey: true,
        message: '"params" belongs to facts computed by functions, which are not decided synchronously.',
        fix: 'Compute the value first and give it as a fact of its own.',
      });
    }
    const checked = checkSchema(nodeSchemas[kind], raw, pointer);
    if (!checked.ok) this.faults.push(...checked.faults.map((fault) => emptyAsCode(fault, pointer, kind)));
    return undefined;
  }

  #fault(fault: Fault): undefined {
    this.faults.push(fault);
    return undefined;
  }
}

function customOperator(name: string, test: OperatorTest): RuleOperator {
  return { sides: 'unchecked', title: { zh: name, en: name }, test };
}

function kindOf(raw: Readonly<Record<string, unknown>>): NodeKind | undefined {
  for (const kind of NODE_KINDS) if (Object.hasOwn(raw, kind)) return kind;
  return undefined;
}

/** A quick look at the shape; `nodeSchemas` words what it refuses. */
function wellFormed(raw: Readonly<Record<string, unknown>>, kind: NodeKind): boolean {
  const { allowed } = DESCRIBED[kind];
  for (const key in raw) if (!(allowed as ReadonlySet<string>).has(key)) return false;
  if (raw['name'] !== undefined && typeof raw['name'] !== 'string') return false;
  const priority = raw['priority'];
  if (priority !== undefined && !(Number.isSafeInteger(priority) && (priority as number) > 0)) return false;
  const value = raw[kind];
  switch (kind) {
    case 'all':
    case 'any':
      return Array.isArray(value) && value.length > 0;
    case 'not':
      return isRecord(value);
    case 'condition':
      return typeof value === 'string' && value !== '';
    case 'fact':
      return (
        typeof value === 'string' &&
        value !== '' &&
        typeof raw['operator'] === 'string' &&
        raw['value'] !== undefined &&
        raw['value'] !== null &&
        (raw['path'] === undefined || typeof raw['path'] === 'string')
      );
  }
}

/** json-rules-engine lets an empty list pass as true: the fault has a code of its own. */
function emptyAsCode(fault: Fault, pointer: string, kind: NodeKind): Fault {
  if ((kind !== 'all' && kind !== 'any') || fault.pointer !== join(pointer, kind) || fault.code !== 'wrongValue') {
    return fault;
  }
  return {
    ...fault,
    code: 'emptyCondition',
    message: `"${kind}" is empty; json-rules-engine would take that for true.`,
    fix: 'List at least one condition, or remove the rule.',
  };
}
