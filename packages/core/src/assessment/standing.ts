import type { RowPlace } from '@hotline-kit/rules';

/** The places that a row may have in a metric, each with its digit. */
const PLACES = ['out', 'excluded', 'in', 'hit'] as const satisfies readonly RowPlace[];

/**
 * How rows stand in a list of metrics: one number for each list of places that occurs. A place is a step from node to
 * node, so that the number of a row is found without a key being built.
 */
export class Standings {
  /** Four steps a node, one for each place; 0, the root, is where no step leads. */
  readonly #steps: number[] = [0, 0, 0, 0];
  /** By node: the standing that ends there. */
  readonly #ends: number[] = [];
  readonly #places: (readonly RowPlace[])[] = [];

  /** The node after a step. */
  step(node: number, place: RowPlace): number {
    const from = node * PLACES.length + digitOf(place);
    const known = this.#steps[from] ?? 0;
    if (known > 0) return known;
    const made = this.#steps.length / PLACES.length;
    this.#steps[from] = made;
    this.#steps.push(0, 0, 0, 0);
    return made;
  }

  /** The standing whose last step led to a node; -1 where the row is out of every metric. */
  endingAt(node: number): number {
    const known = this.#ends[node];
    if (known !== undefined) return known;
    const places = this.#wayTo(node);
    const isOut = places.every((place) => place === 'out');
    const standing = isOut ? -1 : this.#places.push(places) - 1;
    this.#ends[node] = standing;
    return standing;
  }

  /** The places of each standing, metric by metric. */
  get all(): readonly (readonly RowPlace[])[] {
    return this.#places;
  }

  #wayTo(node: number): readonly RowPlace[] {
    const way: RowPlace[] = [];
    for (let at = node; at > 0; ) {
      const step = this.#steps.indexOf(at);
      way.push(PLACES[step % PLACES.length] ?? 'out');
      at = Math.floor(step / PLACES.length);
    }
    return way.reverse();
  }
}

function digitOf(place: RowPlace): number {
  switch (place) {
    case 'out':
      return 0;
    case 'excluded':
      return 1;
    case 'in':
      return 2;
    case 'hit':
      return 3;
  }
}
