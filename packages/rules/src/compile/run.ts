/** The working space of one decision: the values of the facts that the rules look at, slot by slot. */
export interface Run {
  /** Value of each slot, defaults filled in. */
  readonly values: unknown[];
  /** Number of the value among those that the rules compare the slot with; -1 for any other. */
  readonly ids: Int32Array;
}

/** A compiled comparison or combination. */
export type Test = (run: Run) => boolean;
