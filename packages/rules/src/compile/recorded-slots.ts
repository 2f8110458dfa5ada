import type { FactDefinition } from '../facts.js';
import { SlotTable } from './slots.js';

/** Slots that can be copied: a changed rule set adds values to its own, and leaves those of the older one alone. */
export class RecordedSlots extends SlotTable {
  readonly #values: unknown[][] = [];

  override slot(name: string, definition: FactDefinition, steps?: readonly string[]): number {
    const slot = super.slot(name, definition, steps);
    if (slot === this.#values.length) this.#values.push([]);
    return slot;
  }

  override number(slot: number, value: unknown): number {
    const number = super.number(slot, value);
    const values = this.#values[slot] as unknown[];
    if (number === values.length) values.push(value);
    return number;
  }

  /** Slots of the same numbers, with values of the same numbers. */
  copy(): RecordedSlots {
    const copy = new RecordedSlots();
    for (const [slot, values] of this.#values.entries()) {
      const { fact, definition, steps } = this.describe(slot);
      copy.slot(fact, definition, steps);
      for (const value of values) copy.number(slot, value);
    }
    return copy;
  }
}
