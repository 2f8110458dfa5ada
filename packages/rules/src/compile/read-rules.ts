import type { Rule } from '../rule.js';
import { type OutcomeChecks, outcomeFaults } from './check-outcome.js';
import { checkRule } from './check-rule.js';
import type { Expression } from './expression.js';
import type { ConditionResolver } from './resolve-condition.js';
import type { RuleSink } from './rule-sink.js';
import { hasRelation, placeParams } from './unit-relation.js';

const NO_PARAMS: Readonly<Record<string, unknown>> = Object.freeze({});

/**
 * Checks the rules of a document and hands them to `rules`; faults gather in the resolver. Pointers are for faults only: a
 * rule is read without one, and again with its own where something is wrong with it.
 */
export function readRules(
  raws: readonly unknown[],
  pointer: string,
  resolver: ConditionResolver,
  checks: OutcomeChecks,
  rules: RuleSink,
): void {
  const { faults } = resolver;
  const ids = new Map<string, number>();
  for (let index = 0; index < raws.length; index += 1) {
    const checked = checkRule(raws[index], '');
    if (!checked.ok) {
      const again = checkRule(raws[index], `${pointer}/${index}`);
      if (!again.ok) for (const fault of again.faults) faults.push(fault);
      continue;
    }
    const { rule } = checked;
    if (rule.id !== undefined) {
      const first = ids.get(rule.id);
      if (first !== undefined) {
        faults.push({
          code: 'duplicateId',
          pointer: `${pointer}/${index}/id`,
          value: rule.id,
          message: `The id "${rule.id}" is that of rule ${first} already.`,
          fix: 'Give each rule an id of its own.',
        });
      }
      ids.set(rule.id, index);
    }
    const known = faults.length;
    readOutcomes(rule, index, '', pointer, resolver, checks, rules);
    if (faults.length === known) continue;
    faults.length = known;
    readOutcomes(rule, index, `${pointer}/${index}`, pointer, resolver, checks, rules);
  }
}

/** Reads the condition and the outcome of a rule: of one that finds its unit by relation, for each district. */
function readOutcomes(
  rule: Rule,
  index: number,
  place: string,
  list: string,
  resolver: ConditionResolver,
  checks: OutcomeChecks,
  rules: RuleSink,
): void {
  const { faults } = resolver;
  const { type, params = NO_PARAMS } = rule.event;
  const relation = hasRelation(params)
    ? placeParams(params, `${place}/event/params`, checks.domains.related)
    : undefined;
  if (relation !== undefined) for (const fault of relation.faults) faults.push(fault);
  const expression = resolver.root(rule.conditions, `${place}/conditions`);
  const name = rule.id ?? rule.name ?? `#${index}`;
  const priority = rule.priority ?? 1;
  if (relation === undefined) {
    const ofOutcome = outcomeFaults(type, params, `${place}/event`, checks);
    for (const fault of ofOutcome) faults.push(fault);
    if (ofOutcome.length > 0 || expression === undefined || rule.enabled === false) return;
    rules.addRule({ rule, index, list, params, name, priority, expression });
    return;
  }
  for (const { params: written, where } of relation.placed) {
    const known = faults.length;
    for (const fault of outcomeFaults(type, written, `${place}/event`, checks)) faults.push(fault);
    const there = where && resolver.equals(where.fact, where.district, `${place}/event/params`);
    // What is wrong in one district is wrong in all.
    if (faults.length > known || expression === undefined) break;
    if (rule.enabled === false) continue;
    const found = { rule, index, list, params: written, name, priority, expression: both(expression, there) };
    rules.addRule(where === undefined ? found : { ...found, place: where });
  }
}

function both(expression: Expression, place: Expression | undefined): Expression {
  if (place === undefined) return expression;
  const parts = expression.kind === 'all' ? [...expression.parts, place] : [expression, place];
  return { kind: 'all', parts, size: expression.size + 2 };
}
