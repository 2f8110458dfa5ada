import { ConditionReader, combination, conjunctionWord, NOT } from '../compile/condition-code.js';
import type { PredicateTable } from '../compile/predicates.js';
import type { Run, Test } from '../compile/run.js';
import type { RankedRules } from '../decider.js';

/** A rule that does not hold, and how many comparisons keep it from holding. */
export interface NearMiss {
  readonly rank: number;
  readonly missing: number;
}

/**
 * How many comparisons keep each rule from holding, by rank. `starts` says where the condition of each begins. Each
 * comparison is made once, whatever the number of rules.
 */
export function missingOf(
  { conditions }: RankedRules,
  starts: Int32Array,
  predicates: PredicateTable,
  run: Run,
): Uint16Array {
  const truth = truthOf(predicates, run);
  const missing = new Uint16Array(starts.length);
  for (let rank = 0; rank < missing.length; rank += 1) {
    const first = (starts[rank] as number) + 1;
    const end = rank + 1 < starts.length ? (starts[rank + 1] as number) : conditions.length;
    let failing = 0;
    if (conditions[first - 1] === conjunctionWord(end - first)) {
      // As many words as parts: nearly all conditions are plain comparisons that must all hold.
      for (let at = first; at < end; at += 1) failing += 1 - (truth[conditions[at] as number] as number);
    } else {
      failing = missingIn(new ConditionReader(conditions, first - 1), truth);
    }
    missing[rank] = failing;
  }
  return missing;
}

/** Of each literal, 1 where it holds. */
function truthOf({ comparisons, tests }: PredicateTable, run: Run): Uint8Array {
  const truth = new Uint8Array(2 * comparisons.length);
  for (let predicate = 0; predicate < comparisons.length; predicate += 1) {
    const holds = Number((tests[predicate] as Test)(run));
    truth[2 * predicate] = holds;
    truth[2 * predicate + 1] = 1 - holds;
  }
  return truth;
}

/** How many comparisons of the next condition would have to come out otherwise for it to hold; 0 where it holds. */
function missingIn(reader: ConditionReader, truth: Uint8Array, negated = false): number {
  const word = reader.next();
  if (word >= 0) return 1 - (truth[negated ? word ^ 1 : word] as number);
  if (word === NOT) return missingIn(reader, truth, !negated);
  const { count, isAny } = combination(word);
  let all = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let part = 0; part < count; part += 1) {
    const missing = missingIn(reader, truth, negated);
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
  // What misses as much as the farthest of a full list comes too late.
  let limit = Number.POSITIVE_INFINITY;
  for (let rank = 0; rank < missing.length; rank += 1) {
    const count = missing[rank] as number;
    if (count === 0 || count >= limit || !isAsked(rank)) continue;
    enter({ rank, missing: count }, found, names);
    if (found.length > most) found.pop();
    if (found.length === most) limit = (found[most - 1] as NearMiss).missing;
  }
  return found;
}

/** Enters a rule among those that are as near or nearer, for the one of its name that is less near. */
function enter(miss: NearMiss, found: NearMiss[], names: readonly string[]): void {
  const same = found.findIndex(({ rank }) => names[rank] === names[miss.rank]);
  if (same >= 0) {
    if ((found[same] as NearMiss).missing <= miss.missing) return;
    found.splice(same, 1);
  }
  let at = found.length;
  while (at > 0 && (found[at - 1] as NearMiss).missing > miss.missing) at -= 1;
  found.splice(at, 0, miss);
}
