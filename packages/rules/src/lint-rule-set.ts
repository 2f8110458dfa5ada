import { ComparisonTable } from './compile/comparison-table.js';
import { type ReadDocument, readDocument } from './compile/read-document.js';
import { SlotTable } from './compile/slots.js';
import { type CompileOptions, compileWhole } from './compile-rule-set.js';
import type { Diagnostic } from './diagnostic/diagnostic.js';
import { locate, type Source } from './diagnostic/locate.js';
import { keepShapes } from './kept-shapes.js';
import { alwaysTrueLints } from './lint/always-true.js';
import { contradictoryLints } from './lint/contradictory.js';
import { coveredLints } from './lint/covered.js';
import { equallySpecificLints } from './lint/equally-specific.js';
import { Implications } from './lint/implications.js';
import { jointlyDeadLints } from './lint/jointly-dead.js';
import type { Lint, LintedRules } from './lint/lint.js';
import { type LintedRule, LintedRuleList } from './lint/linted-rule.js';
import { missingArticleLints } from './lint/missing-article.js';
import { missingTestLints } from './lint/missing-test.js';
import { undatedLints } from './lint/undated.js';
import { unusedConditionLints } from './lint/unused-condition.js';
import type { RuleSet } from './rule-set.js';

/**
 * Everything that is wrong with a rule set, and everything that is lawful to write but probably not meant: rules that
 * never hold or always do, that say the same, contradict one another or are never reached; conditions that nothing uses;
 * missing articles, tests and dates. A document that cannot be loaded gets the faults of loading only.
 *
 * @param context What `compileRuleSet` would be given: the pack's lists, the file's name and its text.
 * @example
 * lintRuleSet(document, { file: 'routing.rules.json', text }).map(({ code, line }) => `${line} ${code}`);
 * // ['17 unreachableRule', '40 missingArticle']
 */
export function lintRuleSet(document: unknown, context: CompileOptions = {}): Diagnostic[] {
  keepShapes();
  const source = sourceOf(context);
  const predicates = new ComparisonTable(new SlotTable());
  const list = new LintedRuleList();
  const read = readDocument(document, predicates, context, list);
  return read.ok ? lintsOf(document, list, read, predicates, source) : locate(read.faults, source);
}

/**
 * Compiles a document and lints it, for which it is read once.
 *
 * @throws RuleSetError as `compileRuleSet`.
 */
export function compileAndLint(
  document: unknown,
  options: CompileOptions,
): { readonly ruleSet: RuleSet; readonly lints: () => Diagnostic[] } {
  const list = new LintedRuleList();
  const { ruleSet, read, comparisons } = compileWhole(document, options, list);
  return { ruleSet, lints: () => lintsOf(document, list, read, comparisons, sourceOf(options)) };
}

function sourceOf({ file = 'rules.json', text }: CompileOptions): Source {
  return { file, text };
}

/** What is lawful to write in a document, but probably not meant. */
function lintsOf(
  document: unknown,
  list: LintedRuleList,
  read: Extract<ReadDocument, { readonly ok: true }>,
  predicates: ComparisonTable,
  source: Source,
): Diagnostic[] {
  const ranked = rankedRules(list.rules);
  const forms = ranked.map(({ form }) => form);
  const implications = new Implications(predicates, forms);
  const linted: LintedRules = {
    rules: ranked,
    forms: forms.map((form) => implications.withoutContradictions(form)),
    predicates,
    implications,
    policies: read.policies,
    pointer: Array.isArray(document) ? '' : '/rules',
  };
  const lints = [
    ...contradictoryLints(linted),
    ...alwaysTrueLints(linted),
    ...withoutDoubles(coveredLints(linted), jointlyDeadLints(linted)),
    ...equallySpecificLints(linted),
    ...missingArticleLints(linted),
    ...missingTestLints(linted),
    ...unusedConditionLints(read.unusedConditions),
    ...undatedLints(document),
  ];
  return locate(lints, source);
}

/** The rules by falling priority, then as they stand: mostly they stand so already. */
function rankedRules(rules: LintedRule[]): readonly LintedRule[] {
  const isRanked = rules.every(({ priority }, at) => at === 0 || priority <= (rules[at - 1] as LintedRule).priority);
  return isRanked ? rules : rules.sort((a, b) => b.priority - a.priority);
}

/** A rule that one other covers is not said to be dead under several as well. */
function withoutDoubles(covered: readonly Lint[], jointly: readonly Lint[]): readonly Lint[] {
  const said = new Set(covered.map(({ pointer, value }) => `${pointer} ${String(value)}`));
  return [...covered, ...jointly.filter(({ pointer, value }) => !said.has(`${pointer} ${String(value)}`))];
}
