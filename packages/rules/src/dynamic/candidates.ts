import { type ConditionReader, combination, NOT } from '../compile/condition-code.js';
import { holdsLiteral, type PredicateTable } from '../compile/predicates.js';
import type { Run } from '../compile/run.js';
import type { CompiledParts } from '../compiled-parts.js';

const readers = new WeakMap<CompiledParts, ReadonlyMap<number, readonly number[]>>();

/** The ranks of the rules that look at one of the slots, ascending. The way there is made once for a rule set. */
export function ranksLookingAt(parts: CompiledParts, slots: ReadonlySet<number>): readonly number[] {
  const bySlot = readers.get(parts) ?? readSlots(parts);
  readers.set(parts, bySlot);
  const ranks = new Set<number>();
  for (const slot of slots) for (const rank of bySlot.get(slot) ?? []) ranks.add(rank);
  return [...ranks].sort((a, b) => a - b);
}

function readSlots({ rules, starts, predicates }: CompiledParts): ReadonlyMap<number, readonly number[]> {
  const bySlot = new Map<number, number[]>();
  const note = (slot: number, rank: number): void => {
    const ranks = bySlot.get(slot);
    if (ranks === undefined) bySlot.set(slot, [rank]);
    else if (ranks.at(-1) !== rank) ranks.push(rank);
  };
  for (let rank = 0; rank < starts.length; rank += 1) {
    const end = starts[rank + 1] ?? rules.conditions.length;
    for (let at = starts[rank] as number; at < end; at += 1) {
      const comparison = predicates.comparisons[(rules.conditions[at] as number) >> 1];
      if (comparison === undefined) continue;
      note(comparison.slot, rank);
      if (comparison.other !== undefined) note(comparison.other, rank);
    }
  }
  return bySlot;
}

/** Whether a condition may hold whatever the values of the open slots turn out to be. */
export function mayHold(
  reader: ConditionReader,
  predicates: PredicateTable,
  open: ReadonlySet<number>,
  run: Run,
  negated = false,
): boolean {
  const word = reader.next();
  if (word === NOT) return mayHold(reader, predicates, open, run, !negated);
  if (word >= 0) {
    const { slot, other } = predicates.comparisons[word >> 1] ?? { slot: -1 };
    if (open.has(slot) || (other !== undefined && open.has(other))) return true;
    return holdsLiteral(predicates.tests, word, run) !== negated;
  }
  const { count, isAny } = combination(word);
  let some = false;
  let every = true;
  for (let part = 0; part < count; part += 1) {
    const may = mayHold(reader, predicates, open, run, negated);
    some ||= may;
    every &&= may;
  }
  return isAny !== negated ? some : every;
}
