import { ComparisonTable } from './compile/comparison-table.js';
import { ConditionReader } from './compile/condition-code.js';
import { FactTable } from './compile/fact-table.js';
import { RuleReader } from './compile/read-rules.js';
import { ConditionResolver } from './compile/resolve-condition.js';
import { RuleColumns } from './compile/rule-columns.js';
import { SlotTable } from './compile/slots.js';
import { Implications } from './lint/implications.js';
import { LintedRuleList } from './lint/linted-rule.js';

let kept: readonly unknown[] | undefined;

/**
 * Keeps one small object of each class whose objects live only while a document is read. V8 forgets the shape of a class
 * when a garbage collection finds no object of it, and throws away the machine code that knew it: a host that loads rules
 * now and then would run them each time as if for the first time, in twice the time. Gives them; nobody needs them.
 */
export function keepShapes(): readonly unknown[] {
  kept ??= smallObjects();
  return kept;
}

function smallObjects(): readonly unknown[] {
  const comparisons = new ComparisonTable(new SlotTable());
  const columns = new RuleColumns();
  const resolver = new ConditionResolver({ facts: new FactTable(new Map()), predicates: comparisons, faults: [] });
  const checks = { open: true, declared: new Set<string>(), domains: {} };
  return [
    columns,
    new RuleReader([], '', resolver, checks, columns),
    new ConditionReader(new Int32Array()),
    new LintedRuleList(),
    new Implications(comparisons, []),
  ];
}
