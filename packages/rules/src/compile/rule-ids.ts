/** The ids of rules, each of which may stand once. */
export class RuleIds {
  readonly #rules: readonly unknown[];
  readonly #known = new Set<string>();
  /** The rule that had each id last: made where the first one stands twice. */
  #numbers: Map<unknown, number> | undefined;

  constructor(rules: readonly unknown[]) {
    this.#rules = rules;
  }

  /** Adds the id of the rule of a number; the number of the last one before it with that id, if there is any. */
  add(id: string, number: number): number | undefined {
    const { size } = this.#known;
    // One look-up, where asking first would be two.
    this.#known.add(id);
    const isNew = this.#known.size > size;
    if (!isNew) this.#numbers ??= this.#numbersBefore(number);
    const last = isNew ? undefined : this.#numbers?.get(id);
    this.#numbers?.set(id, number);
    return last;
  }

  #numbersBefore(end: number): Map<unknown, number> {
    const numbers = new Map<unknown, number>();
    for (let number = 0; number < end; number += 1) {
      numbers.set((this.#rules[number] as { readonly id?: unknown } | null)?.id, number);
    }
    return numbers;
  }
}
