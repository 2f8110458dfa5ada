import type { IsoInstant } from '../ticket/instant.js';

/** When each kind of event first and last happened on a ticket. Lists side by side: most lives have some fifteen kinds. */
export class LifeTally {
  readonly #types: string[] = [];
  readonly #firsts: IsoInstant[] = [];
  readonly #lasts: IsoInstant[] = [];

  note(type: string, at: IsoInstant): void {
    const index = this.#types.indexOf(type);
    if (index >= 0) {
      this.#lasts[index] = at;
      return;
    }
    this.#types.push(type);
    this.#firsts.push(at);
    this.#lasts.push(at);
  }

  /** The kinds that happened, in the order of their first. */
  get types(): readonly string[] {
    return this.#types;
  }

  /** Epoch milliseconds of the first; nothing where it never happened. */
  first(type: string): number | undefined {
    return millisecondsOf(this.#firsts[this.#types.indexOf(type)]);
  }

  /** Epoch milliseconds of the last; nothing where it never happened. */
  last(type: string): number | undefined {
    return millisecondsOf(this.#lasts[this.#types.indexOf(type)]);
  }
}

function millisecondsOf(at: IsoInstant | undefined): number | undefined {
  return at === undefined ? undefined : Date.parse(at);
}
