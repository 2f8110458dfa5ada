import type { RuleProperties, TopLevelCondition } from 'json-rules-engine';
import type { TermReference } from './compile/added-comparisons.js';
import { ComparisonTable } from './compile/comparison-table.js';
import type { FactTable } from './compile/fact-table.js';
import { factOperand } from './compile/operands.js';
import { readDocument } from './compile/read-document.js';
import { RuleColumns } from './compile/rule-columns.js';
import { RuleList } from './compile/rule-sink.js';
import { SlotTable } from './compile/slots.js';
import { withinValues } from './compile/within.js';
import { type CompileOptions, compileRuleSet } from './compile-rule-set.js';
import type { Condition, TestCondition } from './conditions.js';
import { operatorsFor, termOperatorName } from './dynamic/engine-operators.js';
import type { OperatorTest } from './operator-tests.js';
import type { RuleSetEnvelope } from './rule-set-document.js';

/**
 * The rules of a document as pure json-rules-engine JSON: what to hand over when you leave, and what the compiled rules
 * are tested against. Named conditions are written out, ids become names, rules that are not enabled are left out,
 * `within` becomes `in`, `between` two comparisons, each row of a table becomes a rule, and a rule that finds its unit by relation becomes one rule per district.
 *
 * Three things json-rules-engine does not have stay behind: dates, hit policies, and defaults of facts. Run it with
 * `allowUndefinedFacts: true`, and give it the defaults.
 *
 * @throws RuleSetError where the document has faults.
 * @example
 * const engine = new Engine(toEngineRules(document), { allowUndefinedFacts: true });
 * for (const [name, test] of Object.entries(engineOperators(document))) engine.addOperator(name, test);
 */
export function toEngineRules(document: unknown, options: CompileOptions = {}): RuleProperties[] {
  compileRuleSet(document, options);
  const list = new RuleList();
  const read = readDocument(document, new ComparisonTable(new SlotTable()), options, list);
  if (!read.ok) return [];
  const own = Array.isArray(document) ? {} : ((document as RuleSetEnvelope).conditions ?? {});
  const writer = new EngineConditions({ ...options.conditions, ...own }, read.facts);
  return list.rules.map(({ rule, name, priority, params, place }) => {
    const conditions = writer.write(rule.conditions);
    const there = place && { fact: place.fact, operator: 'equal', value: place.district };
    return {
      conditions: (there === undefined ? conditions : { all: [conditions, there] }) as TopLevelCondition,
      event: structuredClone({ type: rule.event.type, ...(rule.event.params && { params: { ...params } }) }),
      name,
      priority,
    };
  });
}

/**
 * The operators that json-rules-engine does not have and `toEngineRules` leaves in the rules, by the names that stand
 * there: for `engine.addOperator`. Those of the program are among them.
 *
 * @throws RuleSetError where the document has faults.
 * @example
 * for (const [name, test] of Object.entries(engineOperators(document))) engine.addOperator(name, test);
 */
export function engineOperators(
  document: unknown,
  options: CompileOptions = {},
): Readonly<Record<string, OperatorTest>> {
  compileRuleSet(document, options);
  const comparisons = new ComparisonTable(new SlotTable());
  readDocument(document, comparisons, options, new RuleColumns());
  return operatorsFor(comparisons.comparisons, options.operators, options.domains?.calendars);
}

function writeTerm({ value, ...rest }: TestCondition, name: string, isDenied: boolean): unknown {
  const { fact, path, ...setting } = value as TermReference;
  const start = { fact, ...(path !== undefined && { path }) };
  const written = { ...rest, operator: termOperatorName(name, setting), value: start };
  return isDenied ? { not: written } : written;
}

function writeRange({ value, operator: _, ...rest }: TestCondition, isDenied: boolean): unknown {
  const [low, high] = value as readonly [number, number];
  const range = {
    all: [
      { ...rest, operator: 'greaterThanInclusive', value: low },
      { ...rest, operator: 'lessThanInclusive', value: high },
    ],
  };
  return isDenied ? { not: range } : range;
}

/** Writes conditions for json-rules-engine: named ones written out, `within` as `in` with the whole branch. */
class EngineConditions {
  readonly #named: Readonly<Record<string, Condition>>;
  readonly #facts: FactTable;

  constructor(named: Readonly<Record<string, Condition>>, facts: FactTable) {
    this.#named = named;
    this.#facts = facts;
  }

  write(condition: Condition): unknown {
    const { name, priority } = condition;
    const naming = { ...(name !== undefined && { name }), ...(priority !== undefined && { priority }) };
    if ('all' in condition) return { all: condition.all.map((part) => this.write(part)), ...naming };
    if ('any' in condition) return { any: condition.any.map((part) => this.write(part)), ...naming };
    if ('not' in condition) return { not: this.write(condition.not), ...naming };
    if ('condition' in condition) {
      const meant = this.#named[condition.condition];
      if (meant === undefined) return condition;
      // json-rules-engine wants a combination where a name may stand.
      return 'fact' in meant ? { all: [this.write(meant)] } : this.write(meant);
    }
    return this.#added(condition) ?? structuredClone(condition);
  }

  #added(condition: TestCondition): unknown {
    const parts = condition.operator.split(':');
    const name = parts.at(-1);
    const isDenied = parts.length % 2 === 0;
    if (name === 'between') return writeRange(condition, isDenied);
    if (name === 'withinTerm' || name === 'beyondTerm') return writeTerm(condition, name, isDenied);
    const definition = this.#facts.find(condition.fact);
    if (name !== 'within' || definition === undefined) return undefined;
    const left = factOperand(condition.fact, definition, false);
    const read = withinValues({ ...condition }, parts.slice(0, -1), left, this.#facts);
    return 'code' in read ? undefined : { ...condition, operator: read.negated ? 'notIn' : 'in', value: read.values };
  }
}
