import { assemble } from './compile/assemble.js';
import { canonicalJson, hashDocument } from './compile/canonical-json.js';
import { writeCondition } from './compile/condition-code.js';
import { labelOf } from './compile/define-facts.js';
import type { Domains } from './compile/fact-table.js';
import { frozenCopy } from './compile/frozen.js';
import type { CustomOperators } from './compile/operator-table.js';
import { PredicateTable } from './compile/predicates.js';
import { type CheckedRule, readDocument } from './compile/read-document.js';
import { SlotTable } from './compile/slots.js';
import type { Condition } from './conditions.js';
import type { RankedRules } from './decider.js';
import { locate } from './diagnostic/locate.js';
import { periodOf } from './effective.js';
import { ALWAYS } from './effective-period.js';
import type { ValueNames } from './explain/words.js';
import { CompiledRuleSet, type RuleSet } from './rule-set.js';
import type { FactDeclaration } from './rule-set-document.js';
import { RuleSetError } from './rule-set-error.js';

/** What may be given to `compileRuleSet` beside the document. */
export interface CompileOptions {
  /** Operators beyond the ten of json-rules-engine, by name. */
  readonly operators?: CustomOperators;
  /** The file's name, for diagnostics; `rules.json` unless given. */
  readonly file?: string;
  /** The text that the document was read from: with it, diagnostics have a line and a column. */
  readonly text?: string;
  /** Facts beyond the known ones that any document may look at. */
  readonly facts?: Readonly<Record<string, FactDeclaration>>;
  /** Lists that the values of facts and the parameters of outcomes are checked against. */
  readonly domains?: Domains;
  /** Conditions that rules may name beside the document's own: a pack's `conditions.json`. */
  readonly conditions?: Readonly<Record<string, Condition>>;
  /** The names of values, for explanations: what a matter or a unit is called. */
  readonly names?: ValueNames;
  /** Whether a plain array is checked as an envelope is: known facts and outcomes only. */
  readonly strict?: boolean;
}

/**
 * Compiles a rule set: a plain json-rules-engine array, or the envelope around its rules.
 *
 * In an envelope, facts, operators, values and outcomes are checked. A plain array declares nothing, so only its shape
 * is checked and any fact may have any value; `strict` checks it like an envelope.
 *
 * @throws RuleSetError with a diagnostic for every fault of the document.
 * @example
 * const ruleSet = compileRuleSet([
 *   { conditions: { all: [{ fact: 'age', operator: 'lessThan', value: 18 }] }, event: { type: 'minor' } },
 * ]);
 * ruleSet.decide({ age: 12 }).outcomes; // [{ type: 'minor', params: {}, rule: '#0', priority: 1 }]
 */
export function compileRuleSet(document: unknown, options: CompileOptions = {}): RuleSet {
  const predicates = new PredicateTable(new SlotTable());
  const read = readDocument(document, predicates, options);
  if (!read.ok) {
    throw new RuleSetError(locate(read.faults, { file: options.file ?? 'rules.json', text: options.text }));
  }
  // Array.prototype.sort is stable: rules of the same priority stay in the order of declaration.
  const ranked = [...read.rules].sort((a, b) => b.priority - a.priority);
  const shared = new Map<string, Readonly<Record<string, unknown>>>();
  const conditions: number[] = [];
  const starts = ranked.map(({ expression }) => {
    const start = conditions.length;
    writeCondition(expression, conditions);
    return start;
  });
  const rules: RankedRules = {
    names: ranked.map(({ name }) => name),
    types: ranked.map(({ rule }) => rule.event.type),
    params: ranked.map(({ params }) => sharedParams(params, shared)),
    priorities: Int32Array.from(ranked, ({ priority }) => priority),
    articles: ranked.map(({ rule }) => rule.article),
    conditions: Int32Array.from(conditions),
    starts: Int32Array.from(starts),
    ...(ranked.some(({ rule }) => rule.effective !== undefined) && {
      periods: ranked.map(({ rule }) => (rule.effective === undefined ? ALWAYS : periodOf(rule.effective))),
    }),
  };
  const { id, version, policies } = read;
  const period = read.effective === undefined ? ALWAYS : periodOf(read.effective);
  return new CompiledRuleSet({
    decider: assemble({
      id,
      version,
      hash: hashOf(document, read.rules, predicates, options.conditions),
      predicates,
      rules,
      period,
      policies,
    }),
    predicates,
    rules,
    titles: ranked.map(({ rule }) => (rule.title === undefined ? undefined : labelOf(rule.title))),
    period,
    policies,
    names: options.names,
  });
}

/** The hash of the document, and of what the pack adds to its meaning: conditions, branches of trees, units. */
function hashOf(
  document: unknown,
  rules: readonly CheckedRule[],
  { comparisons }: PredicateTable,
  conditions: CompileOptions['conditions'] = {},
): string {
  const branches = comparisons.flatMap(({ list }) => (list === undefined ? [] : [list]));
  const placed = rules.flatMap(({ rule, params }) =>
    rule.event.params === undefined || params === rule.event.params ? [] : [params],
  );
  const isAlone = branches.length + placed.length + Object.keys(conditions).length === 0;
  return hashDocument(isAlone ? document : { document, conditions, branches, placed });
}

/** Thousands of rules route to the same few hundred units: each such object is kept once. */
function sharedParams(
  params: Readonly<Record<string, unknown>>,
  shared: Map<string, Readonly<Record<string, unknown>>>,
): Readonly<Record<string, unknown>> {
  const keys = Object.keys(params);
  // A key of its own for the usual { unit }: quicker than writing JSON, and no JSON text begins so.
  const key = keys.length === 1 && keys[0] === 'unit' ? `unit ${String(params.unit)}` : canonicalJson(params);
  const known = shared.get(key);
  if (known !== undefined) return known;
  const copy = frozenCopy(params);
  shared.set(key, copy);
  return copy;
}
