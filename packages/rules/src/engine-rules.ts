import type { RuleProperties, TopLevelCondition } from 'json-rules-engine';
import type { CompileOptions } from './compile-rule-set.js';
import { compileRuleSet } from './compile-rule-set.js';
import type { Condition } from './conditions.js';
import type { RuleSetDocument } from './rule-set-document.js';

/**
 * The rules of a document as pure json-rules-engine JSON: what to hand over when you leave, and what the compiled rules
 * are tested against. Named conditions are written out, ids become names, rules that are not enabled are left out.
 *
 * Three things json-rules-engine does not have stay behind: dates, hit policies, and defaults of facts. Run it with
 * `allowUndefinedFacts: true`, and give it the defaults.
 *
 * @throws RuleSetError where the document has faults.
 * @example
 * const engine = new Engine(toEngineRules(document), { allowUndefinedFacts: true });
 */
export function toEngineRules(document: unknown, options: CompileOptions = {}): RuleProperties[] {
  compileRuleSet(document, options);
  const checked = document as RuleSetDocument;
  const isPlain = isPlainArray(checked);
  const named = isPlain ? {} : (checked.conditions ?? {});
  const rules = isPlain ? checked : checked.rules;
  return rules.flatMap((rule, index) => {
    if (rule.enabled === false) return [];
    return {
      conditions: expand(rule.conditions, named) as TopLevelCondition,
      event: structuredClone({ type: rule.event.type, ...(rule.event.params && { params: { ...rule.event.params } }) }),
      name: rule.id ?? rule.name ?? `#${index}`,
      priority: rule.priority ?? 1,
    };
  });
}

function isPlainArray(document: RuleSetDocument): document is Extract<RuleSetDocument, readonly unknown[]> {
  return Array.isArray(document);
}

function expand(condition: Condition, named: Readonly<Record<string, Condition>>): unknown {
  const { name, priority } = condition;
  const naming = { ...(name !== undefined && { name }), ...(priority !== undefined && { priority }) };
  if ('all' in condition) return { all: condition.all.map((part) => expand(part, named)), ...naming };
  if ('any' in condition) return { any: condition.any.map((part) => expand(part, named)), ...naming };
  if ('not' in condition) return { not: expand(condition.not, named), ...naming };
  if ('condition' in condition) {
    const meant = named[condition.condition];
    if (meant === undefined) return condition;
    // json-rules-engine wants a combination where a name may stand.
    return expand('fact' in meant ? { all: [meant] } : meant, named);
  }
  return structuredClone(condition);
}
