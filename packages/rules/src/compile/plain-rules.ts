import { BROAD_SHARE } from './access-path.js';
import { partsOf } from './condition-code.js';
import { entriesOf, NO_SLOT, type PairEntries } from './pair-index.js';
import type { Literal, PredicateTable } from './predicates.js';
import { keep } from './residuals.js';

/** Stands for the slot of a comparison that is no equality with one value, and for the start of a condition that was entered. */
const NONE = -1;

/** A condition with more comparisons is looked at by itself. */
const MOST_LITERALS = 8;

/** Conditions of one shape compare the same slots in the same order, and are found by the same of them. */
interface Shape {
  readonly slots: readonly number[];
  /** The words of the condition by which it is found, that of the lower slot first; 0 where one is enough. */
  readonly first: number;
  readonly second: number;
}

/**
 * Enters the rules that are equalities of different slots, each with one value: nearly all rules of a city, and the rows
 * of its tables. They are found by what `planAccess` would choose; done at once over integers, 39,000 rules take no
 * object each. `starts` is where the condition of each rule begins; gives the same for those that are left, and -1 for
 * those that were entered.
 */
export function enterPlainRules(
  code: Int32Array,
  starts: Int32Array,
  predicates: PredicateTable,
  all: PairEntries,
  rest: Literal[],
): Int32Array {
  const comparisons = predicates.comparisons.length;
  // By comparison: where it is such an equality, its slot, and the value's number.
  const slots = new Int32Array(comparisons).fill(NONE);
  const numbers = new Int32Array(comparisons);
  for (let predicate = 0; predicate < comparisons; predicate += 1) {
    const access = predicates.access(2 * predicate);
    if (access?.kind !== 'equal' || access.numbers.length !== 1) continue;
    slots[predicate] = access.slot;
    numbers[predicate] = access.numbers[0] as number;
  }
  const left = starts.slice();
  let shape: Shape = { slots: [], first: 0, second: 0 };
  let entries: number[] = [];
  for (let rank = 0; rank < starts.length; rank += 1) {
    const start = starts[rank] as number;
    const parts = partsOf(code[start] as number);
    if (parts === 0) continue;
    // Most rules are of the shape of the one before.
    if (!isOfShape(code, start, parts, slots, shape.slots)) {
      const other = shapeOf(code, start, parts, slots, predicates);
      if (other === undefined) continue;
      shape = other;
      entries = entriesOf(all, slotAt(other, other.first), other.second === 0 ? NO_SLOT : slotAt(other, other.second));
    }
    const first = code[start + shape.first] as number;
    const second = shape.second === 0 ? NONE : (code[start + shape.second] as number);
    const isWhole = parts === (second === NONE ? 1 : 2);
    const residual = isWhole ? 0 : keep([...code.subarray(start + 1, start + 1 + parts)], rest, first, second);
    const right = second === NONE ? 0 : (numbers[second >> 1] as number);
    entries.push(numbers[first >> 1] as number, right, 2 * rank, residual);
    left[rank] = NONE;
  }
  return left;
}

/** The slot that a word of a condition compares. */
function slotAt({ slots }: Shape, word: number): number {
  return slots[word - 1] as number;
}

/** Whether a condition of so many parts compares these slots, each with one value. */
function isOfShape(
  code: Int32Array,
  start: number,
  parts: number,
  slots: Int32Array,
  expected: readonly number[],
): boolean {
  if (parts !== expected.length) return false;
  for (let part = 0; part < parts; part += 1) {
    if (slotOf(code[start + part + 1] as number, slots) !== expected[part]) return false;
  }
  return true;
}

/** The slot of a literal that is such an equality. */
function slotOf(literal: Literal, slots: Int32Array): number {
  return literal >= 0 && (literal & 1) === 0 ? (slots[literal >> 1] as number) : NONE;
}

/** The shape of a condition; nothing where it has anything but equalities of different slots, or is met too often. */
function shapeOf(
  code: Int32Array,
  start: number,
  parts: number,
  slots: Int32Array,
  predicates: PredicateTable,
): Shape | undefined {
  if (parts > MOST_LITERALS) return undefined;
  const compared = Array.from(code.subarray(start + 1, start + 1 + parts), (literal) => slotOf(literal, slots));
  if (compared.includes(NONE) || new Set(compared).size < parts) return undefined;
  // The slot with most values selects best; of equal ones the lower slot.
  const variety = (slot: number): number => predicates.slots.variety(slot);
  const [best, next] = [...compared].sort((a, b) => variety(b) - variety(a) || a - b) as [number, number?];
  const share = 1 / variety(best) / (next === undefined ? 1 : variety(next));
  if (share >= BROAD_SHARE) return undefined;
  const word = (slot: number): number => compared.indexOf(slot) + 1;
  // In one order, so that all rules on two slots share an index.
  const [low, high] = next === undefined ? [best] : [Math.min(best, next), Math.max(best, next)];
  return { slots: compared, first: word(low), second: high === undefined ? 0 : word(high) };
}
