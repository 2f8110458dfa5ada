import type { Fault } from '../diagnostic/diagnostic.js';
import { isRecord } from '../diagnostic/json-limits.js';
import { didYouMean } from '../diagnostic/nearest.js';
import { join } from '../diagnostic/pointer.js';
import type { ComparisonTable } from './comparison-table.js';
import { isWellFormed, kindOf, shapeFaults } from './condition-shape.js';
import type { Expression } from './expression.js';
import type { FactTable } from './fact-table.js';
import type { CustomOperators } from './operator-table.js';
import { ComparisonResolver } from './resolve-comparison.js';
import { ResolvedComparisons } from './resolved-comparisons.js';

/** Deepest nesting of a condition. */
const DEEPEST = 32;

/** Most nodes of a condition, named conditions expanded. */
const LARGEST = 512;

/** Checks the conditions of one document: how they nest, and which names they go by. Faults gather in `faults`. */
export class ConditionResolver {
  readonly faults: Fault[];
  /** Names of the conditions that rules or other conditions refer to. */
  readonly used = new Set<string>();
  readonly #comparisons: ComparisonResolver;
  readonly #known = new ResolvedComparisons();
  readonly #named: Readonly<Record<string, unknown>>;
  readonly #namedAt: string;
  readonly #shared: ConditionResolver | undefined;
  readonly #resolved = new Map<string, Expression | undefined>();

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
    this.#comparisons = new ComparisonResolver(setting);
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
      return this.#fault({
        code: 'tooDeep',
        pointer,
        message: `Conditions nested more than ${DEEPEST} levels deep.`,
        fix: 'Join each list with the list of the same kind that it stands in.',
      });
    }
    if (!isRecord(raw)) {
      return this.#fault({
        code: 'wrongType',
        pointer,
        value: raw,
        message: 'A condition must be an object.',
        fix: 'Write { "fact": …, "operator": …, "value": … } or { "all": [ … ] }.',
      });
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
        return this.#known.add(raw, this.#comparisons.resolve(raw, pointer));
    }
  }

  #combination(
    kind: 'all' | 'any',
    parts: readonly unknown[],
    pointer: string,
    path: readonly string[],
    depth: number,
  ): Expression | undefined {
    // Of the length that it will have: a list that grows takes room for many more.
    const resolved = new Array<Expression>(parts.length);
    let size = 1;
    let isWhole = true;
    for (let index = 0; index < parts.length; index += 1) {
      const part = parts[index];
      const expression =
        this.#known.find(part, index) ?? this.resolve(part, `${pointer}/${kind}/${index}`, path, depth + 1);
      if (expression === undefined) {
        isWhole = false;
        continue;
      }
      resolved[index] = expression;
      size += expression.size;
    }
    return isWhole ? this.#sized({ kind, parts: resolved, size }, pointer) : undefined;
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
    return this.#comparisons.resolve({ fact, operator: 'equal', value }, pointer);
  }

  /** Whether there is an operator of this name, decorators included. */
  knowsOperator(name: string): boolean {
    return this.#comparisons.knowsOperator(name);
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

  #sized<Sized extends Expression>(expression: Sized, pointer: string): Sized | undefined {
    if (expression.size <= LARGEST) return expression;
    return this.#fault({
      code: 'tooLarge',
      pointer,
      message: `A condition of more than ${LARGEST} parts.`,
      fix: 'Divide it into several rules, or list values with "in".',
    });
  }

  #fault(fault: Fault): undefined {
    this.faults.push(fault);
    return undefined;
  }
}
