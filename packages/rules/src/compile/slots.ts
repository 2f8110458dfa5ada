import type { FactDefinition, Facts, FactType } from '../facts.js';
import { RuleFactError } from '../rule-fact-error.js';
import type { Run } from './run.js';

/** What a slot reads. */
export interface SlotDescription {
  readonly fact: string;
  readonly definition: FactDefinition;
  /** Empty where the slot is the fact itself. */
  readonly steps: readonly string[];
}

const NO_STEPS: readonly string[] = [];

/**
 * The values that the rules look at. A slot is a fact, or a way into a fact; each is read once a decision, whatever
 * the number of rules. Values that rules compare a slot with are numbered, so that equality is one integer comparison.
 */
export class SlotTable {
  readonly #names: string[] = [];
  readonly #types: number[] = [];
  readonly #definitions: FactDefinition[] = [];
  readonly #defaults: unknown[] = [];
  readonly #steps: (readonly string[])[] = [];
  readonly #numbers: (Map<unknown, number> | undefined)[] = [];
  readonly #slotOf = new Map<string, number>();

  get size(): number {
    return this.#names.length;
  }

  /** The facts that slots read. */
  get facts(): ReadonlySet<string> {
    return new Set(this.#names);
  }

  /** The slot of a fact, or of a way into it. */
  slot(name: string, definition: FactDefinition, steps: readonly string[] = NO_STEPS): number {
    const key = steps.length === 0 ? name : `${name}\n${steps.join('\n')}`;
    const known = this.#slotOf.get(key);
    if (known !== undefined) return known;
    const slot = this.#names.length;
    this.#slotOf.set(key, slot);
    // Not by `push`: to a new list that is taken for one of integers it throws compiled code away.
    this.#names[slot] = name;
    this.#types[slot] = TYPES.indexOf(definition.type);
    this.#definitions[slot] = definition;
    this.#defaults[slot] = definition.default;
    this.#steps[slot] = steps.length === 0 ? NO_STEPS : steps;
    this.#numbers[slot] = undefined;
    return slot;
  }

  /** The fact that a slot reads, and the way into it. */
  describe(slot: number): SlotDescription {
    const [fact, definition, steps] = [this.#names[slot], this.#definitions[slot], this.#steps[slot]];
    if (fact === undefined || definition === undefined || steps === undefined) throw new RangeError(`No slot ${slot}.`);
    return { fact, definition, steps };
  }

  /** The number of a value among those that a slot is compared with. */
  number(slot: number, value: unknown): number {
    let numbers = this.#numbers[slot];
    if (numbers === undefined) {
      numbers = new Map();
      this.#numbers[slot] = numbers;
    }
    const known = numbers.get(value);
    if (known !== undefined) return known;
    numbers.set(value, numbers.size);
    return numbers.size - 1;
  }

  /** The values that the rules compare a slot with, by their numbers. */
  values(slot: number): Iterable<unknown> {
    return this.#numbers[slot]?.keys() ?? [];
  }

  /** How many values the rules compare a slot with: the more, the better it selects. */
  variety(slot: number): number {
    return this.#numbers[slot]?.size ?? 0;
  }

  /** The number of a value, for the items of a list; -1 where no rule asks for it. */
  numberOf(slot: number, value: unknown): number {
    return this.#numbers[slot]?.get(value) ?? -1;
  }

  newRun(): Run {
    return { values: new Array<unknown>(this.size).fill(undefined), ids: new Int32Array(this.size).fill(-1) };
  }

  /**
   * Reads the facts into a run.
   *
   * @throws RuleFactError where a fact has another type than its definition says: a wrong type would silently make
   * conditions false.
   */
  fill(run: Run, facts: Facts): void {
    const { values, ids } = run;
    const names = this.#names;
    const types = this.#types;
    const allSteps = this.#steps;
    const allNumbers = this.#numbers;
    for (let slot = 0; slot < names.length; slot += 1) {
      const name = names[slot] as string;
      let value = facts[name];
      if (value === undefined || value === null) value = this.#defaults[slot];
      else if (!hasType(value, types[slot] as number))
        throw new RuleFactError(name, TYPES[types[slot] as number] as FactType, value);
      const steps = allSteps[slot] as readonly string[];
      if (steps !== NO_STEPS) value = follow(value, steps);
      values[slot] = value;
      const numbers = allNumbers[slot];
      if (numbers !== undefined) ids[slot] = numbers.get(value) ?? -1;
    }
  }
}

/** The types by number: comparing integers is what the inmost loop can afford. */
const TYPES: readonly FactType[] = ['string', 'number', 'boolean', 'array', 'object', 'any'];

function hasType(value: unknown, type: number): boolean {
  switch (type) {
    case 0:
      return typeof value === 'string';
    case 1:
      // NaN equals nothing, not even itself; it is never meant.
      return typeof value === 'number' && !Number.isNaN(value);
    case 2:
      return typeof value === 'boolean';
    case 3:
      return Array.isArray(value);
    case 4:
      return typeof value === 'object' && !Array.isArray(value);
    default:
      return true;
  }
}

/** Follows a path as json-rules-engine does: a path into what is no object gives that very value. */
export function follow(value: unknown, steps: readonly string[]): unknown {
  if (typeof value !== 'object' || value === null) return value;
  let at: unknown = value;
  for (const step of steps) {
    if (!at || !Object.hasOwn(at, step)) return undefined;
    at = (at as Record<string, unknown>)[step];
  }
  return at;
}
