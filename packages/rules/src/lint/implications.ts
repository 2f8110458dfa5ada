import type { Conjunction } from '../compile/expression.js';
import type { Comparison, Literal, PredicateTable } from '../compile/predicates.js';
import type { Form } from './linted-rule.js';

/** Values that a conjunction leaves to a slot. */
interface Room {
  values: ReadonlySet<unknown> | undefined;
  least: number;
  most: number;
}

/** What follows from comparisons: which of them exclude one another, and which imply another. */
export class Implications {
  readonly #comparisons: readonly Comparison[];
  /** `in` and `within` comparisons by slot and value. */
  readonly #memberships = new Map<number, Map<unknown, Literal[]>>();
  /** Slots that hold numbers only. */
  readonly #numbers = new Set<number>();
  /** Bounds by slot. */
  readonly #bounds = new Map<number, Literal[]>();
  /** Denied equalities and memberships that some rule makes, by slot. */
  readonly #denials = new Map<number, Literal[]>();

  readonly #following = new Map<Literal, Conjunction>();

  /** `forms` are the conditions of all rules. */
  constructor({ comparisons, slots }: PredicateTable, forms: readonly Form[]) {
    this.#comparisons = comparisons;
    for (let slot = 0; slot < slots.size; slot += 1) {
      const { definition, steps } = slots.describe(slot);
      // json-rules-engine reads numbers from texts too: only where the type is known does a bound exclude values.
      if (definition.type === 'number' && steps.length === 0) this.#numbers.add(slot);
    }
    for (const [predicate, comparison] of comparisons.entries()) {
      const literal = predicate * 2;
      if (isMembership(comparison)) {
        for (const value of valuesOf(comparison)) add(nested(this.#memberships, comparison.slot), value, literal);
      } else if (this.#isBound(comparison)) {
        add(this.#bounds, comparison.slot, literal);
      }
    }
    const denied = new Set<Literal>();
    for (const form of forms) addDenials(form, denied);
    for (const literal of denied) {
      const comparison = comparisons[literal >> 1];
      // A comparison with another fact says nothing of a value by itself.
      if (comparison?.other !== undefined) continue;
      if (comparison !== undefined && (isMembership(comparison) || comparison.operator === 'equal')) {
        add(this.#denials, comparison.slot, literal);
      }
    }
  }

  /** Whether a conjunction can never hold: two comparisons of it leave a fact no value. */
  isContradictory(conjunction: Conjunction): boolean {
    if (!this.#meets(conjunction)) return false;
    const rooms = new Map<number, Room>();
    for (const literal of conjunction) {
      const comparison = this.#comparisons[literal >> 1];
      if (comparison === undefined || comparison.other !== undefined) continue;
      const room = rooms.get(comparison.slot) ?? { values: undefined, least: -Infinity, most: Infinity };
      rooms.set(comparison.slot, room);
      if (!narrow(room, comparison, (literal & 1) === 1, this.#isBound(comparison))) return true;
    }
    return [...rooms.values()].some(
      ({ values, least, most }) =>
        least > most ||
        (values !== undefined &&
          (least > -Infinity || most < Infinity) &&
          ![...values].some((value) => typeof value === 'number' && value >= least && value <= most)),
    );
  }

  /** The conjunctions of a condition that can hold. */
  withoutContradictions(form: Form): Form {
    if (form === undefined) return undefined;
    for (const each of form) {
      if (this.isContradictory(each)) return form.filter((other) => !this.isContradictory(other));
    }
    return form;
  }

  /** Whether two comparisons look at the same fact: most conjunctions have none such. */
  #meets(conjunction: Conjunction): boolean {
    for (let at = 1; at < conjunction.length; at += 1) {
      const slot = this.#comparisons[(conjunction[at] as Literal) >> 1]?.slot;
      for (let before = 0; before < at; before += 1) {
        if (this.#comparisons[(conjunction[before] as Literal) >> 1]?.slot === slot) return true;
      }
    }
    return false;
  }

  /** A conjunction and all comparisons that follow from one of its own; itself where none does. */
  closure(conjunction: Conjunction): Conjunction {
    let closure = conjunction;
    for (let at = 0; at < conjunction.length; at += 1) {
      const following = this.#followingFrom(conjunction[at] as Literal);
      if (following.length > 0) closure = closure.concat(following);
    }
    return closure;
  }

  /** What follows from one comparison is found once, however many rules make it. */
  #followingFrom(literal: Literal): Conjunction {
    const known = this.#following.get(literal);
    if (known !== undefined) return known;
    const following: Literal[] = [];
    this.#following.set(literal, following);
    const comparison = this.#comparisons[literal >> 1];
    if (comparison === undefined || (literal & 1) === 1 || comparison.other !== undefined) return following;
    if (comparison.operator === 'equal' || isMembership(comparison)) this.#addWider(comparison, following);
    else if (this.#isBound(comparison)) this.#addLooser(comparison, following);
    return following;
  }

  #isBound({ slot, operator, other, value }: Comparison): boolean {
    const isNamed = /^(less|greater)Than(Inclusive)?$/.test(operator);
    return isNamed && other === undefined && typeof value === 'number' && this.#numbers.has(slot);
  }

  #addWider(comparison: Comparison, following: Literal[]): void {
    const values = valuesOf(comparison);
    for (const wider of this.#memberships.get(comparison.slot)?.get(values[0]) ?? []) {
      const list = this.#comparisons[wider >> 1];
      if (list !== undefined && (values.length === 1 || isSubset(values, valuesOf(list)))) following.push(wider);
    }
    for (const denial of this.#denials.get(comparison.slot) ?? []) {
      const denied = this.#comparisons[denial >> 1];
      if (denied !== undefined && !valuesOf(denied).some((value) => values.includes(value))) following.push(denial);
    }
    const [value] = values;
    if (values.length !== 1 || typeof value !== 'number') return;
    for (const bound of this.#bounds.get(comparison.slot) ?? []) {
      const { least, most } = boundOf(this.#comparisons[bound >> 1]);
      if (value >= least && value <= most) following.push(bound);
    }
  }

  #addLooser(comparison: Comparison, following: Literal[]): void {
    const own = boundOf(comparison);
    for (const bound of this.#bounds.get(comparison.slot) ?? []) {
      const other = boundOf(this.#comparisons[bound >> 1]);
      if (own.least >= other.least && own.most <= other.most) following.push(bound);
    }
  }
}

function addDenials(form: Form, denied: Set<Literal>): void {
  if (form === undefined) return;
  for (const conjunction of form) for (const literal of conjunction) if ((literal & 1) === 1) denied.add(literal);
}

/** The smallest step that a bound without its end lies beyond it. */
const BEYOND = Number.EPSILON;

function boundOf(comparison: Comparison | undefined): { readonly least: number; readonly most: number } {
  const value = Number(comparison?.value);
  const step = Math.max(Math.abs(value), 1) * BEYOND;
  switch (comparison?.operator) {
    case 'lessThan':
      return { least: -Infinity, most: value - step };
    case 'lessThanInclusive':
      return { least: -Infinity, most: value };
    case 'greaterThan':
      return { least: value + step, most: Infinity };
    default:
      return { least: value, most: Infinity };
  }
}

/** Narrows what a slot may be; `false` where nothing is left. */
function narrow(room: Room, comparison: Comparison, isDenied: boolean, isBound: boolean): boolean {
  if (isMembership(comparison) || comparison.operator === 'equal') {
    const values = valuesOf(comparison);
    if (isDenied) {
      if (room.values === undefined) return true;
      room.values = new Set([...room.values].filter((value) => !values.includes(value)));
    } else {
      const own = room.values;
      room.values = own === undefined ? new Set(values) : new Set(values.filter((value) => own.has(value)));
    }
    return room.values.size > 0;
  }
  if (isBound && !isDenied) {
    const { least, most } = boundOf(comparison);
    room.least = Math.max(room.least, least);
    room.most = Math.min(room.most, most);
  }
  return room.least <= room.most;
}

function isMembership({ operator, other }: Comparison): boolean {
  return (operator === 'in' || operator === 'within') && other === undefined;
}

function valuesOf({ operator, value, list }: Comparison): readonly unknown[] {
  if (operator === 'equal') return [value];
  return list ?? (Array.isArray(value) ? value : []);
}

function isSubset(values: readonly unknown[], of: readonly unknown[]): boolean {
  const set = new Set(of);
  return values.every((value) => set.has(value));
}

function add<Key>(lists: Map<Key, Literal[]>, key: Key, literal: Literal): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [literal]);
  else list.push(literal);
}

function nested(maps: Map<number, Map<unknown, Literal[]>>, key: number): Map<unknown, Literal[]> {
  const known = maps.get(key) ?? new Map<unknown, Literal[]>();
  maps.set(key, known);
  return known;
}
