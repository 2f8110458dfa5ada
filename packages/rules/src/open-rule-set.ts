import { assemble } from './compile/assemble.js';
import { frozenCopy } from './compile/frozen.js';
import { operatorTest } from './compile/operator-test.js';
import { PredicateTable } from './compile/predicates.js';
import { SlotTable } from './compile/slots.js';
import type { Decider } from './decider.js';
import type { Period } from './effective-period.js';
import type { OperatorTest } from './operator-tests.js';
import type { PortablePeriod, PortableRuleSet } from './portable-rule-set.js';

/** A portable rule set cannot be opened: it is none, of another format, or asks for an operator that was not given. */
export class PortableRuleSetError extends Error {
  /** Stable code for programs. */
  readonly code = 'invalidPortableRuleSet';
  override readonly name = 'PortableRuleSetError';
}

const NO_TITLE = { zh: '', en: '' };

const NEVER: OperatorTest = () => false;

/**
 * Opens a compiled rule set from its portable form. It decides the same, under the same hash, and needs neither zod nor
 * json-rules-engine.
 *
 * @param options Operators beyond the built-in ones, as `compileRuleSet` was given them.
 * @throws PortableRuleSetError where the document is no portable rule set of this format.
 * @example
 * const routing = openRuleSet(await (await fetch('/routing.json')).json());
 * routing.decide({ matter: 'noise', district: 'east' }).outcomes[0]?.params; // { unit: 'urban-management' }
 */
export function openRuleSet(
  document: PortableRuleSet,
  options: { readonly operators?: Readonly<Record<string, OperatorTest>> } = {},
): Decider {
  const format: unknown = document?.format;
  if (format !== 1) {
    throw new PortableRuleSetError(
      `Not a portable rule set of format 1, but of ${JSON.stringify(format)}. Make it with JSON.stringify(ruleSet).`,
    );
  }
  const slots = new SlotTable();
  for (const { fact, type, path, default: byDefault } of document.slots) {
    slots.slot(fact, { type, title: NO_TITLE, ...(byDefault !== undefined && { default: byDefault }) }, path);
  }
  const predicates = new PredicateTable(slots);
  for (const comparison of document.comparisons) {
    const { operator, list } = comparison;
    // A branch is looked up as the list that it is; no operator is asked.
    const test = list ? NEVER : operatorTest(operator, options.operators ?? {});
    if (test === undefined) throw new PortableRuleSetError(`The operator "${operator}" was not given in "operators".`);
    predicates.add(comparison, test);
  }
  const { outcomes, rules, conditions } = document;
  const frozen = outcomes.map(({ type, params }) => ({ type, params: frozenCopy(params) }));
  const outcomeOf = (index: number) => {
    const outcome = frozen[index];
    if (outcome === undefined) throw new PortableRuleSetError(`There is no outcome ${index}.`);
    return outcome;
  };
  return assemble({
    id: document.id,
    version: document.version,
    hash: document.hash,
    predicates,
    period: periodOf(document.period),
    policies: new Map(Object.entries(document.policies)),
    rules: {
      names: rules.names,
      types: rules.outcomes.map((index) => outcomeOf(index).type),
      params: rules.outcomes.map((index) => outcomeOf(index).params),
      priorities: Int32Array.from(rules.priorities),
      articles: rules.articles.map((article) => article ?? undefined),
      conditions: Int32Array.from(conditions),
      ...(rules.periods && { periods: rules.periods.map(periodOf) }),
    },
  });
}

function periodOf([from, to]: PortablePeriod): Period {
  return { from: from ?? -Infinity, to: to ?? Infinity };
}
