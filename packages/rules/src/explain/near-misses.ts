import { ConditionReader, combination, NOT } from '../compile/condition-code.js';
import type { Literal, PredicateTable } from '../compile/predicates.js';
import type { Run } from '../compile/run.js';
import type { RankedRules } from '../decider.js';

/** A rule that does not hold, and how many comparisons keep it from holding. */
export interface NearMiss {
  readonly rank: number;
  readonly missing: number;
}

/** How many comparisons keep each rule from holding, by rank. Each comparison is made once, whatever the number of rules. */
export function missingOf(rules: RankedRules, predicates: PredicateTable, run: Run): Uint16Array {
  const truth = Uint8Array.from(predicates.comparisons, (_, predicate) => Number(predicates.tests[predicate]?.(run)));
  const holds = (literal: number): boolean => (truth[literal >> 1] as number) !== (literal & 1);
  const reader = new ConditionReader(rules.conditions);
  const missing = new Uint16Array(rules.names.length);
  for (let rank = 0; rank < missing.length; rank += 1) missing[rank] = missingIn(reader, holds);
  return missing;
}

/** How many comparisons of the next condition would have to come out otherwise for it to hold; 0 where it holds. */
function missingIn(reader: ConditionReader, holds: (literal: Literal) => boolean, negated = false): number {
  const word = reader.next();
  if (word >= 0) return holds(word) !== negated ? 0 : 1;
  if (word === NOT) return missingIn(reader, holds, !negated);
  const { count, isAny } = combination(word);
  let all = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let part = 0; part < count; part += 1) {
    const missing = missingIn(reader, holds, negated);
    all += missing;
    if (missing < least) least = missing;
  }
  return isAny !== negated ? least : all;
}

/**
 * The rules that came nearest to holding, nearest first, then by rank. Of the rules of one name, which stem from one
 * that finds its unit by relation, the nearest stands for all.
 */
export function nearMisses(
  missing: Uint16Array,
  names: readonly string[],
  most: number,
  isAsked: (rank: number) => boolean = () => true,
): readonly NearMiss[] {
  const found: NearMiss[] = [];
  if (most <= 0) return found;
  for (let rank = 0; rank < missing.length; rank += 1) {
    const count = missing[rank] as number;
    if (count === 0 || (found.length === most && count >= (found[most - 1] as NearMiss).missing) || !isAsked(rank))
      continue;
    const same = found.findIndex((other) => names[other.rank] === names[rank]);
    if (same >= 0) {
      if ((found[same] as NearMiss).missing <= count) continue;
      found.splice(same, 1);
    }
    let at = found.length;
    while (at > 0 && (found[at - 1] as NearMiss).missing > count) at -= 1;
    found.splice(at, 0, { rank, missing: count });
    if (found.length > most) found.pop();
  }
  return found;
}
