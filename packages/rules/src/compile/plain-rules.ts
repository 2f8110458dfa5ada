import { BROAD_SHARE } from './access-path.js';
import { partsOf, startsOfConditions } from './condition-code.js';
import { entriesOf, NO_SLOT, type PairEntries } from './pair-index.js';
import type { Literal, PredicateTable } from './predicates.js';
import { keep } from './residuals.js';

/**
 * Stands for the slot of a comparison that is no equality with one value, for a literal that is not there, and for the
 * start of a condition that was entered.
 */
const NONE = -1;

/** A condition with more comparisons is looked at by itself. */
const MOST_LITERALS = 8;

/**
 * Enters the rules that are equalities of different slots, each with one value: nearly all rules of a city, and the rows
 * of its tables. They are found by what `planAccess` would choose; done at once over integers, 39,000 rules take no
 * object each. Gives where the condition of each other rule begins, and -1 for those that were entered.
 */
export function enterPlainRules(
  code: Int32Array,
  size: number,
  predicates: PredicateTable,
  all: PairEntries,
  rest: Literal[],
): Int32Array {
  const comparisons = predicates.comparisons.length;
  // By comparison: where it is such an equality, its slot, the value's number, and the share of the slot's values.
  const slots = new Int32Array(comparisons).fill(NONE);
  const numbers = new Int32Array(comparisons);
  const shares = new Float64Array(comparisons);
  for (let predicate = 0; predicate < comparisons; predicate += 1) {
    const access = predicates.access(2 * predicate);
    if (access?.kind !== 'equal' || access.numbers.length !== 1) continue;
    slots[predicate] = access.slot;
    numbers[predicate] = access.numbers[0] as number;
    shares[predicate] = 1 / predicates.slots.variety(access.slot);
  }
  const starts = startsOfConditions(code, size);
  const firsts = new Int32Array(size).fill(NONE);
  const seconds = new Int32Array(size).fill(NONE);
  chooseLiterals(code, starts, slots, shares, firsts, seconds);
  let entries: number[] = [];
  let firstSlot = NONE;
  let secondSlot = NONE;
  for (let rank = 0; rank < size; rank += 1) {
    const first = firsts[rank] as number;
    if (first === NONE) continue;
    const second = seconds[rank] as number;
    const a = slots[first >> 1] as number;
    const b = second === NONE ? NO_SLOT : (slots[second >> 1] as number);
    if (a !== firstSlot || b !== secondSlot) {
      entries = entriesOf(all, a, b);
      firstSlot = a;
      secondSlot = b;
    }
    const start = starts[rank] as number;
    const parts = partsOf(code[start] as number);
    const isWhole = parts === (second === NONE ? 1 : 2);
    const residual = isWhole ? 0 : keep([...code.subarray(start + 1, start + 1 + parts)], rest, first, second);
    const right = second === NONE ? 0 : (numbers[second >> 1] as number);
    entries.push(numbers[first >> 1] as number, right, 2 * rank, residual);
    starts[rank] = NONE;
  }
  return starts;
}

/** The literals by which each such rule is found, that of the lower slot first. */
function chooseLiterals(
  code: Int32Array,
  starts: Int32Array,
  slots: Int32Array,
  shares: Float64Array,
  firsts: Int32Array,
  seconds: Int32Array,
): void {
  for (let rank = 0; rank < starts.length; rank += 1) {
    const start = (starts[rank] as number) + 1;
    const end = start + partsOf(code[start - 1] as number);
    if (!arePlain(code, start, end, slots)) continue;
    const best = bestOf(code, start, end, slots, shares, NONE);
    const other = bestOf(code, start, end, slots, shares, slots[best >> 1] as number);
    const share = (shares[best >> 1] as number) * (other === NONE ? 1 : (shares[other >> 1] as number));
    if (share >= BROAD_SHARE) continue;
    // In one order, so that all rules on two slots share an index.
    const isFirst = other === NONE || (slots[best >> 1] as number) < (slots[other >> 1] as number);
    firsts[rank] = isFirst ? best : other;
    seconds[rank] = isFirst ? other : best;
  }
}

/** Whether there are literals, all of them such equalities, and of different slots. */
function arePlain(code: Int32Array, start: number, end: number, slots: Int32Array): boolean {
  if (end <= start || end - start > MOST_LITERALS) return false;
  for (let at = start; at < end; at += 1) {
    const literal = code[at] as number;
    const slot = literal >= 0 && (literal & 1) === 0 ? (slots[literal >> 1] as number) : NONE;
    if (slot === NONE) return false;
    for (let before = start; before < at; before += 1) {
      if (slots[(code[before] as number) >> 1] === slot) return false;
    }
  }
  return true;
}

/** The literal of which the slot has most values, of equal ones the lower slot; that of one slot does not count. */
function bestOf(
  code: Int32Array,
  start: number,
  end: number,
  slots: Int32Array,
  shares: Float64Array,
  besides: number,
): Literal {
  let best = NONE;
  for (let at = start; at < end; at += 1) {
    const literal = code[at] as number;
    const slot = slots[literal >> 1] as number;
    if (slot === besides) continue;
    const share = shares[literal >> 1] as number;
    const than = best === NONE ? 2 : (shares[best >> 1] as number);
    if (share < than || (share === than && slot < (slots[best >> 1] as number))) best = literal;
  }
  return best;
}
