import { canonicalJson } from '../compile/canonical-json.js';
import type { Cover } from './covered-rules.js';
import { coveredRules } from './covered-rules.js';
import { isBySpecificity, isFirstOnly, type Lint, type LintedRules, named, placeOf } from './lint.js';
import type { LintedRule } from './linted-rule.js';

/**
 * Rules that another one makes needless or dead:
 *
 * - `duplicateRule`: the same condition and the same outcome
 * - `conflictingRules`: the same condition and priority, another outcome: the order in the file decides, not the law
 * - `unreachableRule`: where only the first counts, one before it always holds when it does
 * - `subsumedRule`: another one with the same outcome always holds when it does
 */
export function coveredLints(linted: LintedRules): readonly Lint[] {
  const found = new Map<number, Lint[]>();
  const seen = new Set<LintedRule>();
  for (const cover of coveredRules(linted)) {
    const { narrow } = cover;
    const lint = seen.has(narrow) ? undefined : lintOf(cover, linted);
    if (lint === undefined) continue;
    seen.add(narrow);
    found.set(narrow.index, [...(found.get(narrow.index) ?? []), lint]);
  }
  if (found.size === 0) return [];
  const parts = new Map<number, number>();
  for (const { index } of linted.rules) if (found.has(index)) parts.set(index, (parts.get(index) ?? 0) + 1);
  // A rule written out per district is needless only where it is in all of them.
  return [...found].flatMap(([index, lints]) => (lints.length === parts.get(index) ? lints.slice(0, 1) : []));
}

function lintOf({ wide, narrow, isEqual, isFirst }: Cover, linted: LintedRules): Lint | undefined {
  const place = placeOf(narrow);
  const isSame = isSameParams(wide.params, narrow.params);
  const value = narrow.name;
  if (isEqual && isSame) {
    const message = `The rule ${named(narrow)} says the same as ${named(wide)}.`;
    return { code: 'duplicateRule', severity: 'warning', ...place, value, message, fix: 'Remove one of them.' };
  }
  const firstOnly = isFirstOnly(narrow.rule.event.type, linted.policies);
  if (isEqual && firstOnly && wide.priority === narrow.priority) {
    const message = `The rules ${named(wide)} and ${named(narrow)} hold in the same cases and decide differently.`;
    const fix = 'Give one of them a higher priority, or narrow its conditions.';
    return { code: 'conflictingRules', severity: 'error', ...place, value, message, fix };
  }
  // The narrower of two may be the more specific one, and then decides whatever comes first.
  if (!isEqual && isBySpecificity(narrow.rule.event.type, linted.policies)) return undefined;
  if (firstOnly && isFirst) {
    const message = `The rule ${named(narrow)} never decides: ${named(wide)} holds whenever it does, and comes first.`;
    const fix = `Give it a priority above ${wide.priority}, or remove it.`;
    return { code: 'unreachableRule', severity: 'warning', ...place, value, message, fix };
  }
  if (isSame && !isEqual) {
    const message = `The rule ${named(narrow)} adds nothing: ${named(wide)} decides the same whenever it holds.`;
    return { code: 'subsumedRule', severity: 'warning', ...place, value, message, fix: 'Remove it.' };
  }
  return undefined;
}

type Params = Readonly<Record<string, unknown>>;

function isSameParams(a: Params, b: Params): boolean {
  // The usual difference, without writing JSON.
  if (typeof a.unit === 'string' && a.unit !== b.unit) return false;
  return canonicalJson(a) === canonicalJson(b);
}
