import { canonicalJson, hashDocument } from '../compile/canonical-json.js';
import type { ComparisonTable } from '../compile/comparison-table.js';
import type { Comparison } from '../compile/predicates.js';
import type { Ranking } from '../compile/rank-rules.js';
import type { RuleChunks } from '../compile/rule-chunks.js';
import type { TermCalendars } from '../term-operators.js';
import { termCalendar } from '../term-operators.js';

/**
 * The hash of a document, its rules by their chunks; and of what it does not hold itself: branches of trees, calendars,
 * and what stands beside it (a pack's conditions, the files of its tables).
 */
export function hashRuleSet(
  document: unknown,
  { hashes }: RuleChunks,
  { rules }: Ranking,
  comparisons: ComparisonTable,
  besides: Readonly<Record<string, unknown>>,
): string {
  const own = Array.isArray(document) ? hashes : { ...(document as object), rules: hashes };
  const { calendars, ...beside } = besides;
  const more = meantBy(rules.conditions, comparisons, calendars as TermCalendars | undefined);
  return hashDocument({ document: own, ...beside, ...more });
}

/** The branches and the calendars that the rules use, in one order whatever the order in which they were first used. */
function meantBy(
  conditions: Int32Array,
  { comparisons }: ComparisonTable,
  calendars: TermCalendars | undefined,
): Readonly<Record<string, unknown>> {
  const branches = new Set<string>();
  const hashes = new Set<string>();
  const isTelling = ({ list, value, other }: Comparison): boolean =>
    list !== undefined || (calendars !== undefined && other !== undefined && value !== undefined);
  const telling = comparisons.filter(isTelling);
  const used = telling.length === 0 ? NONE_USED : usedIn(conditions, comparisons);
  for (const comparison of telling) {
    if (!used.has(comparison)) continue;
    const { list, value } = comparison;
    if (list !== undefined) branches.add(canonicalJson([value, list]));
    else if (calendars !== undefined) {
      const calendar = termCalendar(value, calendars);
      if (calendar !== undefined) hashes.add(calendar.hash);
    }
  }
  return {
    ...(branches.size > 0 && { branches: [...branches].sort() }),
    ...(hashes.size > 0 && { calendars: [...hashes].sort() }),
  };
}

const NONE_USED: ReadonlySet<Comparison> = new Set();

/** The comparisons that the conditions make: those of a rule that is gone may still have a number. */
function usedIn(conditions: Int32Array, comparisons: readonly Comparison[]): ReadonlySet<Comparison> {
  const isUsed = new Uint8Array(comparisons.length);
  for (const word of conditions) if (word >= 0) isUsed[word >> 1] = 1;
  return new Set(comparisons.filter((_, number) => isUsed[number] === 1));
}
