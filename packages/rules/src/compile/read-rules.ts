import type { Rule } from '../rule.js';
import { type OutcomeChecks, outcomeFaults } from './check-outcome.js';
import { checkRule } from './check-rule.js';
import type { CheckedRule } from './checked-rule.js';
import type { Expression } from './expression.js';
import type { ConditionResolver } from './resolve-condition.js';
import { RuleIds } from './rule-ids.js';
import type { RuleSink } from './rule-sink.js';
import { hasRelation, placeParams } from './unit-relation.js';

type Params = Readonly<Record<string, unknown>>;

const NO_PARAMS: Params = Object.freeze({});

/** Checks the rules of a document and hands them to `rules`; faults gather in the resolver. */
export function readRules(
  raws: readonly unknown[],
  list: string,
  resolver: ConditionResolver,
  checks: OutcomeChecks,
  rules: RuleSink,
): void {
  const reader = new RuleReader(raws, list, resolver, checks, rules);
  for (let index = 0; index < raws.length; index += 1) reader.read(raws[index], index);
}

/**
 * Reads rule by rule. Pointers are for faults only: a rule is read without one, and again with its own where something is
 * wrong with it.
 */
export class RuleReader {
  readonly #list: string;
  readonly #resolver: ConditionResolver;
  readonly #checks: OutcomeChecks;
  readonly #rules: RuleSink;
  readonly #ids: RuleIds;

  /** `list` is the pointer of the list of rules. */
  constructor(
    raws: readonly unknown[],
    list: string,
    resolver: ConditionResolver,
    checks: OutcomeChecks,
    rules: RuleSink,
  ) {
    this.#list = list;
    this.#resolver = resolver;
    this.#checks = checks;
    this.#rules = rules;
    this.#ids = new RuleIds(raws);
  }

  read(raw: unknown, index: number): void {
    const { faults } = this.#resolver;
    const checked = checkRule(raw, '');
    if (!checked.ok) {
      const placed = checkRule(raw, this.#pointer(index));
      if (!placed.ok) for (const fault of placed.faults) faults.push(fault);
      return;
    }
    const { rule } = checked;
    if (rule.id !== undefined) this.#addId(rule.id, index);
    const known = faults.length;
    this.#readOutcomes(rule, index, '');
    if (faults.length === known) return;
    faults.length = known;
    this.#readOutcomes(rule, index, this.#pointer(index));
  }

  #pointer(index: number): string {
    return `${this.#list}/${index}`;
  }

  #addId(id: string, index: number): void {
    const first = this.#ids.add(id, index);
    if (first === undefined) return;
    this.#resolver.faults.push({
      code: 'duplicateId',
      pointer: `${this.#pointer(index)}/id`,
      value: id,
      message: `The id "${id}" is that of rule ${first} already.`,
      fix: 'Give each rule an id of its own.',
    });
  }

  /** Reads the condition and the outcome of a rule; `pointer` is that of the rule. */
  #readOutcomes(rule: Rule, index: number, pointer: string): void {
    const { params = NO_PARAMS } = rule.event;
    if (hasRelation(params)) {
      this.#readPlaced(rule, params, index, pointer);
      return;
    }
    const expression = this.#resolver.root(rule.conditions, `${pointer}/conditions`);
    const isSound = this.#isSound(rule, params, pointer);
    if (!isSound || expression === undefined || rule.enabled === false) return;
    this.#rules.addRule({ rule, index, list: this.#list, params, ...named(rule, index), expression });
  }

  /** Reads a rule that finds its unit by relation, for each district. */
  #readPlaced(rule: Rule, params: Params, index: number, pointer: string): void {
    const { faults } = this.#resolver;
    const relation = placeParams(params, `${pointer}/event/params`, this.#checks.domains.related);
    for (const fault of relation.faults) faults.push(fault);
    const expression = this.#resolver.root(rule.conditions, `${pointer}/conditions`);
    for (const { params: written, where } of relation.placed) {
      const isSound = this.#isSound(rule, written, pointer);
      const known = faults.length;
      const there = where && this.#resolver.equals(where.fact, where.district, `${pointer}/event/params`);
      // What is wrong in one district is wrong in all.
      if (!isSound || faults.length > known || expression === undefined) break;
      if (rule.enabled === false) continue;
      const whole = both(expression, there);
      const found = { rule, index, list: this.#list, params: written, ...named(rule, index), expression: whole };
      this.#rules.addRule(where === undefined ? found : { ...found, place: where });
    }
  }

  #isSound({ event }: Rule, params: Params, pointer: string): boolean {
    const found = outcomeFaults(event.type, params, `${pointer}/event`, this.#checks);
    for (const fault of found) this.#resolver.faults.push(fault);
    return found.length === 0;
  }
}

function named({ id, name, priority = 1 }: Rule, index: number): Pick<CheckedRule, 'name' | 'priority'> {
  return { name: id ?? name ?? `#${index}`, priority };
}

function both(expression: Expression, place: Expression | undefined): Expression {
  if (place === undefined) return expression;
  const parts = expression.kind === 'all' ? [...expression.parts, place] : [expression, place];
  return { kind: 'all', parts, size: expression.size + 2 };
}
