import { assemble } from './compile/assemble.js';
import { hashDocument } from './compile/canonical-json.js';
import { ComparisonTable } from './compile/comparison-table.js';
import type { Domains } from './compile/fact-table.js';
import type { CustomOperators } from './compile/operator-table.js';
import { rankRules } from './compile/rank-rules.js';
import { type ReadDocument, readDocument } from './compile/read-document.js';
import { SlotTable } from './compile/slots.js';
import type { Condition } from './conditions.js';
import { locate } from './diagnostic/locate.js';
import { operatorsFor } from './dynamic/engine-operators.js';
import { periodOf } from './effective.js';
import { ALWAYS } from './effective-period.js';
import type { ValueNames } from './explain/words.js';
import { CompiledRuleSet, type RuleSet } from './rule-set.js';
import type { FactDeclaration } from './rule-set-document.js';
import { RuleSetError } from './rule-set-error.js';
import { sourceText, type TableSource } from './table/table-rows.js';
import { termCalendar } from './term-operators.js';

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
  const predicates = new ComparisonTable(new SlotTable());
  const read = readDocument(document, predicates, options);
  if (!read.ok) {
    throw new RuleSetError(locate(read.faults, { file: options.file ?? 'rules.json', text: options.text }));
  }
  const { rules, starts, titles, rowOf } = rankRules(read.rules, read.blocks);
  const { id, version, policies } = read;
  const period = read.effective === undefined ? ALWAYS : periodOf(read.effective);
  return new CompiledRuleSet({
    decider: assemble({
      id,
      version,
      hash: hashOf(document, read, predicates, options),
      predicates,
      rules,
      period,
      policies,
    }),
    predicates,
    rules,
    operators: operatorsFor(predicates.comparisons, options.operators, options.domains?.calendars),
    starts,
    titles,
    rowOf,
    period,
    policies,
    names: options.names,
  });
}

/** The hash of the document, and of what it does not hold itself: a pack's conditions, branches, units, table files. */
function hashOf(
  document: unknown,
  { rules, blocks }: Pick<Extract<ReadDocument, { ok: true }>, 'rules' | 'blocks'>,
  { comparisons }: ComparisonTable,
  { conditions = {}, tables = {}, domains }: CompileOptions,
): string {
  const branches = comparisons.flatMap(({ list }) => (list === undefined ? [] : [list]));
  const placed = rules.flatMap(({ rule, params }) =>
    rule.event.params === undefined || params === rule.event.params ? [] : [params],
  );
  const files = blocks.flatMap(({ table: { file } }) => (file === undefined ? [] : [[file, sourceText(tables[file])]]));
  const calendars = comparisons.flatMap(({ other, value }) =>
    other === undefined || value === undefined || domains?.calendars === undefined
      ? []
      : [termCalendar(value, domains.calendars)?.hash],
  );
  const parts = [branches, placed, files, calendars, Object.keys(conditions)];
  if (parts.every(({ length }) => length === 0)) return hashDocument(document);
  return hashDocument({
    document,
    conditions,
    branches,
    placed,
    ...(files.length > 0 && { files }),
    ...(calendars.length > 0 && { calendars }),
  });
}
