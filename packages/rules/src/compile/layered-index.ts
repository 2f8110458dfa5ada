import type { CandidateIndex, Matches } from './candidate-index.js';
import type { Run } from './run.js';

/** An index of rules that were left as they were, and what became of them since. */
export interface BaseIndex {
  readonly index: CandidateIndex;
  /** How many rules it was made of. */
  readonly size: number;
  /** How many values it knew of each slot: later ones are none of its rules'. */
  readonly varieties: Int32Array;
}

interface Room {
  readonly ids: Int32Array;
  readonly base: Matches;
  readonly top: Matches;
}

/** Finds rules by an index that is older than some of them, and by a small one of those that came since. */
export class LayeredIndex {
  readonly #base: BaseIndex;
  readonly #rankOf: Int32Array;
  readonly #top: CandidateIndex;
  readonly #topRanks: Int32Array;
  /** One per decision under way. */
  readonly #rooms: Room[] = [];

  /** `rankOf` gives the rank of each rule of the base, -1 where it is gone; `topRanks` those of the newer ones. */
  constructor(base: BaseIndex, rankOf: Int32Array, top: CandidateIndex, topRanks: Int32Array) {
    this.#base = base;
    this.#rankOf = rankOf;
    this.#top = top;
    this.#topRanks = topRanks;
  }

  collect(run: Run, matches: Matches): void {
    const room = this.#rooms.pop() ?? this.#newRoom();
    const { varieties, index } = this.#base;
    for (let slot = 0; slot < varieties.length; slot += 1) {
      const id = run.ids[slot] as number;
      room.ids[slot] = id < (varieties[slot] as number) ? id : -1;
    }
    begin(room.base);
    index.collect({ values: run.values, ids: room.ids }, room.base);
    hand(room.base, this.#rankOf, matches);
    begin(room.top);
    this.#top.collect(run, room.top);
    hand(room.top, this.#topRanks, matches);
    this.#rooms.push(room);
  }

  #newRoom(): Room {
    return {
      ids: new Int32Array(this.#base.varieties.length),
      base: newMatches(this.#base.size),
      top: newMatches(this.#topRanks.length),
    };
  }
}

function newMatches(size: number): Matches {
  return { ranks: new Int32Array(size), count: 0, seen: new Float64Array(size), stamp: 0 };
}

function begin(matches: Matches): void {
  matches.stamp += 1;
  matches.count = 0;
}

function hand(from: Matches, ranks: Int32Array, to: Matches): void {
  for (let at = 0; at < from.count; at += 1) {
    const rank = ranks[from.ranks[at] as number] as number;
    if (rank < 0) continue;
    to.ranks[to.count] = rank;
    to.count += 1;
  }
}
