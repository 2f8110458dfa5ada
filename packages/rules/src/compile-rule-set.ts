import { CandidateIndex } from './compile/candidate-index.js';
import { canonicalJson, hashDocument } from './compile/canonical-json.js';
import { lookUpsOf } from './compile/expression.js';
import type { Domains } from './compile/fact-table.js';
import { frozenCopy } from './compile/frozen.js';
import type { CustomOperators } from './compile/operator-table.js';
import { PredicateTable } from './compile/predicates.js';
import { readDocument } from './compile/read-document.js';
import { SlotTable } from './compile/slots.js';
import { locate } from './diagnostic/locate.js';
import { ALWAYS, periodOf } from './effective.js';
import { CompiledRuleSet, type RankedRules, type RuleSet } from './rule-set.js';
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
  const conjunctions = ranked.map(({ expression }) => lookUpsOf(expression, predicates));
  const shared = new Map<string, Readonly<Record<string, unknown>>>();
  const rules: RankedRules = {
    names: ranked.map(({ name }) => name),
    types: ranked.map(({ rule }) => rule.event.type),
    params: ranked.map(({ rule }) => sharedParams(rule.event.params ?? {}, shared)),
    priorities: Int32Array.from(ranked, ({ priority }) => priority),
    articles: ranked.map(({ rule }) => rule.article),
    ...(ranked.some(({ rule }) => rule.effective !== undefined) && {
      periods: ranked.map(({ rule }) => (rule.effective === undefined ? ALWAYS : periodOf(rule.effective))),
    }),
  };
  return new CompiledRuleSet({
    id: read.id,
    version: read.version,
    hash: hashDocument(document),
    slots: predicates.slots,
    index: new CandidateIndex(conjunctions, predicates),
    rules,
    period: read.effective === undefined ? ALWAYS : periodOf(read.effective),
    policies: read.policies,
  });
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
