import { assemble } from './compile/assemble.js';
import { CandidateIndex } from './compile/candidate-index.js';
import { ComparisonTable } from './compile/comparison-table.js';
import type { Domains } from './compile/fact-table.js';
import type { CustomOperators } from './compile/operator-table.js';
import { enterPlainRules } from './compile/plain-rules.js';
import { type Ranking, rankRules } from './compile/rank-rules.js';
import { type ReadDocument, readDocument } from './compile/read-document.js';
import { chunkRules } from './compile/rule-chunks.js';
import { RuleColumns } from './compile/rule-columns.js';
import { BothSinks, type RuleSink } from './compile/rule-sink.js';
import { SlotTable } from './compile/slots.js';
import type { Condition } from './conditions.js';
import type { RuleDecider } from './decider.js';
import { locate } from './diagnostic/locate.js';
import { operatorsFor } from './dynamic/engine-operators.js';
import type { Editable } from './edit/editable.js';
import { recompile, sourceOf } from './edit/recompile.js';
import { ownOrigins } from './edit/rule-origins.js';
import { hashRuleSet } from './edit/rule-set-hash.js';
import { periodOf } from './effective.js';
import { ALWAYS } from './effective-period.js';
import type { ValueNames } from './explain/words.js';
import { keepShapes } from './kept-shapes.js';
import { CompiledRuleSet, type RuleSet } from './rule-set.js';
import type { FactDeclaration } from './rule-set-document.js';
import { RuleSetError } from './rule-set-error.js';
import type { RuleTable } from './table/table-document.js';
import { sourceText, type TableSource } from './table/table-rows.js';

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
  /** The files that tables name: the text of a CSV file, or the rows of a spreadsheet with the header first. */
  readonly tables?: Readonly<Record<string, TableSource>>;
  /**
   * Whether a changed document will be compiled with this rule set as `previous`: it then keeps the rules' objects, and
   * compiles what changed only.
   */
  readonly editable?: boolean;
  /**
   * The rule set of the same document before a change, compiled as `editable` with the very same options. Rules that are
   * the same objects are taken to be unchanged. The result is that of a whole compilation, its hash included.
   */
  readonly previous?: RuleSet;
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
 * @example A change of one rule among 39,000, in milliseconds
 * const before = compileRuleSet(document, { editable: true });
 * const rules = document.rules.with(17, changedRule);
 * const after = compileRuleSet({ ...document, version: '2', rules }, { previous: before });
 */
export function compileRuleSet(document: unknown, options: CompileOptions = {}): RuleSet {
  const { previous } = options;
  const old = previous === undefined ? undefined : CompiledRuleSet.editableOf(previous);
  const changed = old === undefined ? undefined : recompile(old, document, settingOf(options));
  if (changed === undefined) return compileWhole(document, options).ruleSet;
  const { editable, decider, read } = changed;
  return ruleSetOf(decider, editable.ranking, editable.comparisons, read, options, editable);
}

/** What a rule set is compiled with, whatever its file is called and whatever becomes of it. */
function settingOf(options: CompileOptions): Readonly<Record<string, unknown>> {
  const { file: _, text: __, editable: ___, previous: ____, ...setting } = options;
  return setting;
}

/** A rule set, and what was read of its document on the way. */
export interface CompiledWhole {
  readonly ruleSet: RuleSet;
  readonly read: CheckedDocument;
  readonly comparisons: ComparisonTable;
}

/**
 * Compiles a document as a whole; its rules are handed to `also` as well.
 *
 * @throws RuleSetError as `compileRuleSet`.
 */
export function compileWhole(document: unknown, options: CompileOptions, also?: RuleSink): CompiledWhole {
  keepShapes();
  const isEditable = options.editable === true || options.previous !== undefined;
  const comparisons = new ComparisonTable(new SlotTable());
  const columns = new RuleColumns();
  const read = readDocument(document, comparisons, options, also ? new BothSinks(columns, also) : columns);
  if (!read.ok) {
    throw new RuleSetError(locate(read.faults, { file: options.file ?? 'rules.json', text: options.text }));
  }
  const declared = (
    Array.isArray(document) ? document : (document as { readonly rules: readonly unknown[] }).rules
  ) as readonly unknown[];
  const ranking = rankRules(columns);
  const chunks = chunkRules(declared);
  const besides = besidesOf(document, columns.placed, options);
  const { id, version, policies } = read;
  const { rules, starts } = ranking;
  const { names, conditions } = rules;
  const index = new CandidateIndex(names.length, conditions, comparisons, (found, rest) =>
    enterPlainRules(conditions, starts, comparisons, found, rest),
  );
  const decider = assemble({
    id,
    version,
    hash: hashRuleSet(document, chunks, ranking, comparisons, besides),
    predicates: comparisons,
    rules,
    starts,
    index,
    period: read.effective === undefined ? ALWAYS : periodOf(read.effective),
    policies,
  });
  const source = isEditable ? sourceOf(document) : undefined;
  const { slots } = comparisons;
  const editable = source && {
    setting: settingOf(options),
    source,
    chunks,
    // A rule that finds its unit by relation is left to the whole.
    besides: columns.placed.length === 0 ? besides : undefined,
    ranking,
    comparisons,
    base: {
      index,
      size: rules.names.length,
      varieties: Int32Array.from({ length: slots.size }, (_, slot) => slots.variety(slot)),
      rowOf: ranking.rowOf,
      comparisons: comparisons.comparisons.length,
    },
    origins: ownOrigins(names.length),
  };
  return { ruleSet: ruleSetOf(decider, ranking, comparisons, read, options, editable), read, comparisons };
}

function ruleSetOf(
  decider: RuleDecider,
  { rules, starts, titles, rowOf }: Ranking,
  predicates: ComparisonTable,
  { policies, effective }: CheckedDocument,
  { operators, domains, names }: CompileOptions,
  editable: Editable | undefined,
): RuleSet {
  return new CompiledRuleSet({
    decider,
    predicates,
    rules,
    operators: operatorsFor(predicates.comparisons, operators, domains?.calendars),
    starts,
    titles,
    rowOf,
    period: effective === undefined ? ALWAYS : periodOf(effective),
    policies,
    names,
    ...(editable && { editable }),
  });
}

type CheckedDocument = Extract<ReadDocument, { readonly ok: true }>;

/** What the document does not hold itself: a pack's conditions, units found by relation, the files of tables. */
function besidesOf(
  document: unknown,
  placed: readonly unknown[],
  { conditions = {}, tables = {}, domains }: CompileOptions,
): Readonly<Record<string, unknown>> {
  const own = (document as { readonly tables?: readonly RuleTable[] }).tables ?? [];
  const files = own.flatMap(({ file }) => (file === undefined ? [] : [[file, sourceText(tables[file])]]));
  return {
    ...(Object.keys(conditions).length > 0 && { conditions }),
    ...(placed.length > 0 && { placed }),
    ...(files.length > 0 && { files }),
    ...(domains?.calendars && { calendars: domains.calendars }),
  };
}
